// Two servers of one cell on PostgreSQL: one imports a large export, the other waits. The first is killed, or stopped, at a seeded moment;
// timed is how long the other takes to hold the writer's place and to make a first record durable. Then it takes in the same export.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { WITH_JOINED } from '../../../packages/server/joined/place.ts';
import { badManners } from '../aftermath.ts';
import { type MadeChat, madeChat } from '../chats.ts';
import { type Answer, ended, Failed, linesOf, type Place } from '../place.ts';
import type { Row } from '../row.ts';
import type { SurvivalRun } from '../survival-run.ts';
import { ServedCell, type TwoServers, whyNoServers, writersOf } from '../two-servers.ts';

const LIMIT_MS = 10_000;
const SECOND = fileURLToPath(new URL('../second-writer.ts', import.meta.url));
const POLL_MS = 20;
const LARGE = 'Grundelmax';
const FIRST = 'Zhandrokul';
const LOST = /has taken over writing/;
const MUST = `the other holds the place and has a first record durable within ${LIMIT_MS / 1000} s; what the first had signed stands; after the same import every message is there once, intact`;

type Signal = 'SIGKILL' | 'SIGSTOP';

const FAULTS: Readonly<Record<Signal, string>> = {
  SIGKILL: 'one of two servers is killed (kill -9) during an import',
  SIGSTOP: 'one of two servers is stopped (SIGSTOP) during an import, and wakes up afterwards',
};

/** What all tries share. */
interface Ground {
  readonly run: SurvivalRun;
  readonly cell: ServedCell;
  readonly large: MadeChat;
  readonly file: string;
  /** From the first server's place in hand to the end of an import that nothing strikes. */
  readonly wholeMs: number;
}

interface Tried {
  readonly found: readonly string[];
  readonly holdsMs: number;
  readonly durableMs: number;
  readonly isStruck: boolean;
}

export async function failOver(run: SurvivalRun): Promise<readonly Row[]> {
  const why = whyNoServers();
  if (why !== undefined) return Object.values(FAULTS).map((fault) => notRun(fault, why));
  const base = run.place();
  const large = madeChat({ seed: run.seed, title: LARGE, messages: run.of(3_000, 100_000), authors: 5 });
  const file = base.file(large.name, large.text);
  const first = madeChat({ seed: run.seed, title: FIRST, messages: 60, authors: 3 });
  const cell = await ServedCell.make(run.place().dir, async (place) => {
    await place.must('import', base.file(first.name, first.text));
  });
  try {
    const wholeMs = await undisturbed(run, cell, file);
    run.say(`an import that nothing strikes: ${Math.round(wholeMs)} ms`);
    const ground = { run, cell, large, file, wholeMs };
    const killed = await struckBy(ground, 'SIGKILL', run.of(1, 10));
    if (run.form === 'short') return [killed, notRun(FAULTS.SIGSTOP, 'only in the long form')];
    return [killed, await struckBy(ground, 'SIGSTOP', 10)];
  } finally {
    await cell.stop();
  }
}

const notRun = (fault: string, why: string): Row => ({ fault, must: MUST, tries: 0, found: [], notRun: why });

async function undisturbed(run: SurvivalRun, cell: ServedCell, file: string): Promise<number> {
  const servers = await cell.copy(run.place().dir);
  const importing = await beginImport(servers, file);
  const since = performance.now();
  const { code, err } = await importing.answer;
  if (code !== 0) throw new Failed(`an import that nothing struck: ${err}`);
  await servers.remove();
  return performance.now() - since;
}

interface Importing {
  readonly child: ChildProcess;
  readonly answer: Promise<Answer>;
}

/** An import by the first server, which has the writer's place when this resolves. */
async function beginImport({ databaseUrl, one }: TwoServers, file: string): Promise<Importing> {
  const before = await writersOf(databaseUrl);
  const child = one.start(['import', file, '--json']);
  const answer = ended(child);
  while ((await writersOf(databaseUrl)) === before && child.exitCode === null) await sleep(POLL_MS);
  return { child, answer };
}

async function struckBy(ground: Ground, signal: Signal, tries: number): Promise<Row> {
  const { run } = ground;
  const random = run.random(signal);
  const all: Tried[] = [];
  // One that had ended before its strike is drawn again, so often at most.
  for (let left = 2 * tries; left > 0 && all.filter(({ isStruck }) => isStruck).length < tries; left--) {
    const fraction = 0.05 + 0.8 * random.next();
    const tried = await tryOnce(ground, signal, fraction);
    const what = `${signal} after ${Math.round(fraction * 100)} %`;
    run.say(`${what}: holds ${Math.round(tried.holdsMs)} ms, durable ${Math.round(tried.durableMs)} ms`);
    all.push({ ...tried, found: tried.found.map((one) => `${what}: ${one}`) });
  }
  const struck = all.filter(({ isStruck }) => isStruck);
  return {
    fault: FAULTS[signal],
    must: MUST,
    tries: struck.length,
    found: all.flatMap(({ found }) => found),
    met: { struck: struck.length, 'had ended': all.length - struck.length },
    took: {
      'the place is held': struck.map(({ holdsMs }) => holdsMs),
      'a first record is durable': struck.map(({ durableMs }) => durableMs),
    },
  };
}

async function tryOnce(ground: Ground, signal: Signal, fraction: number): Promise<Tried> {
  const { cell, file, run, wholeMs } = ground;
  const dir = run.place().dir;
  const servers = await cell.copy(dir);
  const second = secondWriter(servers.other);
  await second.ready;
  const importing = await beginImport(servers, file);
  const strikeAt = performance.now() + fraction * wholeMs;
  second.wait();
  await sleep(Math.max(0, strikeAt - performance.now()));
  const isStruck = importing.child.exitCode === null;
  const struckAt = performance.timeOrigin + performance.now();
  importing.child.kill(signal);
  const [holds, durable] = [await second.holds, await second.durable];
  const found: string[] = [];
  if (durable - struckAt > LIMIT_MS) found.push(`a first record after ${Math.round(durable - struckAt)} ms`);
  if (signal === 'SIGSTOP') importing.child.kill('SIGCONT');
  const answer = await importing.answer;
  if (signal === 'SIGSTOP' && isStruck) expectStopped(answer, found);
  found.push(...(await aftermath(ground, servers)));
  if (found.length === 0) await servers.remove();
  for (const one of found) run.say(`FOUND ${signal}, ${one} in ${dir}`);
  return { found, holdsMs: holds - struckAt, durableMs: durable - struckAt, isStruck };
}

/** What wakes up late says that another writes, and ends. */
function expectStopped(answer: Answer, found: string[]): void {
  const manners = badManners(answer);
  if (manners !== undefined) found.push(manners);
  if (answer.code === 0 || !LOST.test(answer.err))
    found.push(`it woke up and said: ${answer.code} ${answer.err.trim()}`);
}

interface SecondWriter extends Readonly<Record<'ready' | 'holds' | 'durable', Promise<number>>> {
  /** Lets it wait for the writer's place. */
  readonly wait: () => void;
}

/** The other server; when it is ready, holds the place, and has a record durable. Rejects where it ends before. */
function secondWriter(place: Place): SecondWriter {
  const child = spawn(process.execPath, [...WITH_JOINED, SECOND, JSON.stringify(place.address)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const told = (what: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const lines = createInterface({ input: child.stdout });
      lines.on('line', (line) => {
        const at = linesOf(`${line}\n`)[0]?.[what];
        if (typeof at === 'number') resolve(at);
      });
      void once(child, 'close').then(() => reject(new Failed(`the second server ended before “${what}”`)));
    });
  const all = { ready: told('ready'), holds: told('holds'), durable: told('durable') };
  for (const one of Object.values(all)) one.catch(() => undefined);
  return { ...all, wait: () => void child.stdin.end('.') };
}

/** The other server takes in the same export; nothing is lost, nothing doubled, and both servers find the ledger intact. */
async function aftermath({ file, large }: Ground, { one, other }: TwoServers): Promise<string[]> {
  const found: string[] = [];
  // The first server's note of what it saw signed is held against the ledger.
  for (const place of [one, other]) await expectIntact(place, 'before importing again', found);
  const again = await other.spawn(['import', file, '--json']);
  if (again.code !== 0) found.push(`importing again: ${again.code} ${again.err.trim()}`);
  const chats = (await other.must('chats')).map(({ entries, title }) => `${title}: ${entries}`).sort();
  const expected = [`${LARGE}: ${large.words.length}`, `${FIRST}: 60`].sort();
  if (chats.join() !== expected.join()) found.push(`held: ${chats.join()}; expected: ${expected.join()}`);
  const shown = await other.must('show', LARGE, '--limit', String(2 * large.words.length));
  const words = shown.map(({ text }) => String(text).split(' ')[0]);
  if (words.join() !== large.words.join()) found.push('not every message is shown once');
  for (const place of [one, other]) await expectIntact(place, 'at the end', found);
  return found;
}

async function expectIntact(place: Place, when: string, found: string[]): Promise<void> {
  const { code, err, out } = await place.do('verify', '--deep', '--json');
  if (code !== 0 || linesOf(out)[0]?.['verdict'] !== 'intact') found.push(`${when}, verify: ${code} ${out}${err}`);
}
