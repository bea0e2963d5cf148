// The disk says no: EIO once and ENOSPC from a call on, at the Nth call for every N; a real disk that is full; a limit on the size of a
// file; a folder that may not be written; a user who may not read it.

import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aftermathOf, badManners } from '../aftermath.ts';
import type { Answer, Around, Place } from '../place.ts';
import { type Row, summed } from '../row.ts';
import type { Scenario } from '../scenarios.ts';
import { type Blow, Strike } from '../strike/strike.ts';
import type { SurvivalRun } from '../survival-run.ts';

const MUST = 'a documented exit code and a sentence, no stack trace; afterwards as after a kill';
/** Commands that write differently; every call of each is many tries. */
const COMMANDS = ['making a vault', 'an import', 'an erasure of a person', 'a rotation'];
const NOBODY = 65_534;
const FORBIDDEN = ['of another user', 'vault not writable', 'keys not writable', 'a file not writable'];

type Tried = Pick<Row, 'tries' | 'found' | 'met'>;

export async function refusals(run: SurvivalRun): Promise<readonly Row[]> {
  const random = run.random('refusals');
  const scenarios = await run.scenarios(run.form === 'long' ? COMMANDS : random.sample(COMMANDS, 1));
  return [
    await refusedCalls(run, scenarios, { how: 'eio' }),
    await refusedCalls(run, scenarios, { how: 'eio', reads: true }),
    await refusedCalls(run, scenarios, { how: 'enospc', fromOn: true }),
    await smallDisks(run, scenarios),
    await limitedFiles(run, scenarios),
    await noPermission(run, scenarios),
  ];
}

/** What the command said, and what is left of the vault once the disk works again. */
async function judged(place: Place, scenario: Scenario, at: string, answer: Answer): Promise<Tried> {
  const manners = badManners(answer);
  const found = [...(manners === undefined ? [] : [manners]), ...(await aftermathOf(place, scenario, answer, 'quick'))];
  const met = { [answer.code === 0 ? 'done all the same' : sayingOf(answer)]: 1 };
  return { tries: 1, found: found.map((one) => `${scenario.name}, ${at}: ${one}`), met };
}

/** The beginning of what was said, without what differs from try to try. */
const sayingOf = ({ code, err }: Answer): string =>
  `${code} "${(err.trim().split('\n').at(-1) ?? '').replace(/\S*\/\S*|\d+/g, '…').slice(0, 60)}"`;

async function attempt(
  run: SurvivalRun,
  scenario: Scenario,
  at: string,
  around: (place: Place) => Around,
): Promise<Tried> {
  const place = scenario.from.copyTo(run.place().dir);
  const answer = await place.spawn(scenario.typed, around(place));
  const tried = await judged(place, scenario, at, answer);
  for (const one of tried.found) run.say(`FOUND ${one} in ${place.dir}`);
  if (tried.found.length === 0) place.remove();
  return tried;
}

async function refusedCalls(run: SurvivalRun, scenarios: readonly Scenario[], kind: Omit<Blow, 'at'>): Promise<Row> {
  const calls = kind.reads === true ? 'a reading or writing' : 'a writing';
  const fault = kind.how === 'eio' ? `EIO at the Nth call, ${calls} one` : 'ENOSPC from the Nth writing call on';
  const strike = run.strike();
  if (!(strike instanceof Strike)) return { fault, must: MUST, tries: 0, found: [], notRun: strike.reason };
  const tried: Tried[] = [];
  let all = 0;
  for (const scenario of scenarios) {
    const place = scenario.from.copyTo(run.place().dir);
    const counted = await strike.callsOf(place, scenario.typed, kind.reads === true);
    place.remove();
    all += counted.length;
    const random = run.random(`${fault} ${scenario.name}`);
    for (const { name, number, path } of random.sample(counted, run.of(2, kind.reads === true ? 25 : 60))) {
      const blow = { ...kind, at: number };
      const around = (at: Place): Around => ({ env: strike.env(at, blow), killAfterMs: 60_000 });
      tried.push(await attempt(run, scenario, `${kind.how} at call ${number} (${name} ${path})`, around));
    }
    run.say(`${fault}: ${tried.length}, the last in ${scenario.name}`);
  }
  const row = summed(fault, MUST, tried);
  return row.tries < all ? { ...row, notRun: `${all - row.tries} of ${all} calls, drawn by the seed` } : row;
}

const STEP_BYTES = 64 * 1024;

async function smallDisks(run: SurvivalRun, scenarios: readonly Scenario[]): Promise<Row> {
  const fault = 'a real disk that is full at every stage (tmpfs)';
  if (process.getuid?.() !== 0)
    return { fault, must: MUST, tries: 0, found: [], notRun: 'needs root, to mount a tmpfs' };
  const disk = join(run.dir, 'disk');
  mkdirSync(disk, { recursive: true });
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256m', 'tmpfs', disk]).status !== 0) {
    return { fault, must: MUST, tries: 0, found: [], notRun: 'a tmpfs cannot be mounted here' };
  }
  const tried: Tried[] = [];
  try {
    for (const scenario of scenarios) {
      for (let room = run.of(5, 0); room < run.of(6, 24); room++) {
        tried.push(await onFullDisk(scenario, join(disk, `at-${tried.length}`), room * STEP_BYTES));
      }
      run.say(`${fault}: ${tried.length}, the last in ${scenario.name}`);
    }
  } finally {
    spawnSync('umount', [disk]);
  }
  for (const one of tried.flatMap(({ found }) => found)) run.say(`FOUND ${one}`);
  return summed(fault, MUST, tried);
}

/** Fills the disk but for so many bytes, runs the command, makes room again. */
async function onFullDisk(scenario: Scenario, dir: string, roomBytes: number): Promise<Tried> {
  const place = scenario.from.copyTo(dir);
  const filler = join(dir, 'filler');
  const { bavail, bsize } = statfsSync(dir);
  spawnSync('fallocate', ['-l', String(Math.max(bsize, bavail * bsize - roomBytes)), filler]);
  const answer = await place.spawn(scenario.typed, { killAfterMs: 60_000 });
  rmSync(filler, { force: true });
  const tried = await judged(place, scenario, `${roomBytes} bytes of room`, answer);
  place.remove();
  return tried;
}

async function limitedFiles(run: SurvivalRun, scenarios: readonly Scenario[]): Promise<Row> {
  const fault = 'a limit on the size of files (ulimit -f)';
  const tried: Tried[] = [];
  for (const scenario of scenarios) {
    for (const kib of run.random('limits').sample([4, 16, 64, 100, 130, 160, 200, 260, 320], run.of(1, 9))) {
      const through = ['sh', '-c', `ulimit -f ${kib * 2}; exec "$0" "$@"`];
      // The cache of compiled modules would be cut short as well.
      const env = { NODE_COMPILE_CACHE: '' };
      tried.push(await attempt(run, scenario, `files of ${kib} KiB`, () => ({ env, through, killAfterMs: 60_000 })));
    }
  }
  return summed(fault, MUST, tried);
}

async function noPermission(run: SurvivalRun, scenarios: readonly Scenario[]): Promise<Row> {
  const fault = 'a folder that may not be written; a vault of another user';
  if (process.getuid?.() !== 0)
    return { fault, must: MUST, tries: 0, found: [], notRun: 'needs root, to become another user' };
  const tried: Tried[] = [];
  chmodSync(run.dir, 0o711);
  const through = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
  for (const scenario of scenarios) {
    for (const what of run.random('permission').sample(FORBIDDEN, run.of(2, FORBIDDEN.length))) {
      const place = scenario.from.copyTo(run.place().dir);
      takeAway(place, what);
      const answer = await place.spawn(scenario.typed, { env: { HOME: place.dir, NODE_COMPILE_CACHE: '' }, through });
      giveBack(place.dir);
      const one = await judged(place, scenario, what, answer);
      for (const found of one.found) run.say(`FOUND ${found} in ${place.dir}`);
      tried.push(one);
    }
  }
  return summed(fault, MUST, tried);
}

/** Nobody owns the place, and may not write a part of it. */
function takeAway(place: Place, what: string): void {
  for (const dir of [place.vault, place.keys]) mkdirSync(dir, { recursive: true });
  if (what === 'of another user') return;
  for (const file of everythingIn(place.dir)) chownSync(file, NOBODY, NOBODY);
  if (what === 'vault not writable') chmodSync(place.vault, 0o500);
  if (what === 'keys not writable') chmodSync(place.keys, 0o500);
  if (what === 'a file not writable') {
    writeFileSync(join(place.vault, 'projections.db'), '', { flag: 'a' });
    chmodSync(join(place.vault, 'projections.db'), 0o400);
  }
}

function giveBack(dir: string): void {
  for (const file of everythingIn(dir)) chownSync(file, 0, 0);
  for (const { isFolder, path } of entriesIn(dir)) chmodSync(path, isFolder ? 0o700 : 0o600);
}

const everythingIn = (dir: string): string[] => [dir, ...entriesIn(dir).map(({ path }) => path)];

function entriesIn(dir: string): { path: string; isFolder: boolean }[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .map((entry) => ({ path: join(entry.parentPath, entry.name), isFolder: entry.isDirectory() }));
}
