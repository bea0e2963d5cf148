// Power cuts: vault and keys lie on a disk image of their own; while Acta writes, the image is copied in one instant, and the copy is
// what a machine finds when the power comes back: whatever was not yet on the disk is gone. The image lies on a second image, whose
// file system is frozen while the copy is made, so nothing is written meanwhile. Needs root, loop mounts and ext4.

import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { answersOf } from '../answers.ts';
import { madeChat } from '../chats.ts';
import { type Fields, linesOf, Place } from '../place.ts';
import type { Row } from '../row.ts';
import type { SurvivalRun } from '../survival-run.ts';

const FAULT = 'power cut (the live disk image copied in one instant, mounted, opened)';
const MUST = 'every acknowledged checkpoint stands, every acknowledged message is there, intact, the work can go on';
const INNER_MB = 96;
const OUTER_MB = 160;

/** Why it cannot be done here. */
class NotHere extends Error {}

export async function powerCuts(run: SurvivalRun): Promise<readonly Row[]> {
  const none = { fault: FAULT, must: MUST, tries: 0, found: [] };
  if (run.form === 'short') return [{ ...none, notRun: 'only in the long form' }];
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return [{ ...none, notRun: 'needs Linux and root' }];
  const disk = new Disk(join(run.dir, 'power'));
  try {
    disk.make();
    return [await cutAgainAndAgain(run, disk)];
  } catch (error) {
    if (!(error instanceof NotHere)) throw error;
    return [{ ...none, notRun: error.message }];
  } finally {
    disk.remove();
  }
}

/** An ext4 image within an ext4 image, both mounted. */
class Disk {
  readonly dir: string;
  readonly inner: string;
  private readonly outer: string;
  private readonly image: string;

  constructor(dir: string) {
    this.dir = dir;
    this.outer = join(dir, 'outer');
    this.inner = join(dir, 'inner');
    this.image = join(this.outer, 'inner.img');
  }

  make(): void {
    for (const dir of [this.dir, this.outer, this.inner]) mkdirSync(dir, { recursive: true });
    this.makeImage(join(this.dir, 'outer.img'), OUTER_MB, this.outer);
    this.makeImage(this.image, INNER_MB, this.inner);
  }

  private makeImage(file: string, megabytes: number, on: string): void {
    must('truncate', '-s', `${megabytes}M`, file);
    must('mkfs.ext4', '-q', '-F', file);
    must('mount', '-o', 'loop', file, on);
  }

  /** The image as it is in this instant. */
  cut(to: string): void {
    must('fsfreeze', '-f', this.outer);
    try {
      must('cp', '--sparse=always', this.image, to);
    } finally {
      must('fsfreeze', '-u', this.outer);
    }
  }

  /** Mounts an image for as long as the work takes. */
  async with<T>(image: string, work: (dir: string) => Promise<T>): Promise<T> {
    const on = `${image}.mounted`;
    mkdirSync(on);
    must('mount', '-o', 'loop', image, on);
    try {
      return await work(on);
    } finally {
      must('umount', on);
      rmSync(on, { recursive: true });
    }
  }

  remove(): void {
    for (const dir of [this.inner, this.outer]) spawnSync('umount', [dir]);
  }
}

function must(command: string, ...words: readonly string[]): void {
  const { error, status, stderr } = spawnSync(command, words);
  if (error !== undefined) throw new NotHere(`needs ${command}`);
  if (status !== 0) throw new NotHere(`${command} failed: ${stderr.toString().trim()}`);
}

/** What the writer acknowledged last: a checkpoint, and how many of the chats. */
interface Acknowledged {
  chats: number;
  checkpoint: Fields;
}

async function cutAgainAndAgain(run: SurvivalRun, disk: Disk): Promise<Row> {
  const found: string[] = [];
  const met: Record<string, number> = {};
  const cuts = run.of(0, 60);
  const chats = Array.from({ length: 400 }, (_, at) =>
    madeChat({ seed: run.seed + at, title: `Trevo${at}`, messages: 40, authors: 3 }),
  );
  const writing = run.place();
  const files = chats.map((chat) => writing.file(chat.name, chat.text));
  const live = new Place(disk.inner);
  const acknowledged: Acknowledged = { chats: 0, checkpoint: { size: 0 } };
  let isOver = false;
  const writer = (async () => {
    for (const file of files) {
      if (isOver) return;
      const answer = await live.spawn(['import', file, '--json']);
      if (answer.code !== 0) throw new Error(`the writer ended with ${answer.code}: ${answer.err}`);
      acknowledged.chats++;
      acknowledged.checkpoint = { ...(linesOf(answer.out)[0]?.['checkpoint'] as Fields) };
    }
  })();
  const random = run.random('power cuts');
  let tries = 0;
  while (tries < cuts && acknowledged.chats < files.length) {
    await new Promise((after) => setTimeout(after, 20 + random.below(900)));
    if (acknowledged.chats === 0) continue;
    const then = { ...acknowledged };
    const image = join(run.dir, `cut-${tries++}.img`);
    disk.cut(image);
    const wrong = await disk.with(image, (dir) => afterCut(dir, then, chats, files));
    for (const one of wrong.found) run.say(`FOUND power cut ${tries}: ${one} (${image})`);
    found.push(...wrong.found.map((one) => `cut ${tries}, ${then.chats} imports acknowledged: ${one}`));
    met[wrong.met] = (met[wrong.met] ?? 0) + 1;
    if (wrong.found.length === 0) rmSync(image);
  }
  isOver = true;
  await writer;
  run.say(`power cuts: ${tries}`);
  return { fault: FAULT, must: MUST, tries, found, met };
}

type Chats = readonly { readonly name: string; readonly words: readonly string[] }[];

async function afterCut(dir: string, then: Acknowledged, chats: Chats, files: readonly string[]) {
  const found: string[] = [];
  const place = new Place(dir);
  const verdict = await place.do('verify', '--deep', '--json');
  const [report] = linesOf(verdict.out);
  if (verdict.code !== 0) found.push(`verify: ${verdict.code} ${verdict.out} ${verdict.err}`);
  if (Number(report?.['size']) < Number(then.checkpoint['size'])) found.push('acknowledged entries are gone');
  const seen = await place.answering(() => answersOf(place, [chats[then.chats - 1]?.words[7] ?? '']));
  if ('answer' in seen) return { found: [...found, `asking: ${seen.answer.err}`], met: 'no answer' };
  const held = Object.keys(seen.value.messages).length;
  if (held < then.chats) found.push(`${held} of ${then.chats} acknowledged chats are there`);
  if (Object.values(seen.value.messages).some((lines) => lines.length !== 40)) found.push('a chat is there in part');
  if (Object.values(seen.value.found).some((count) => count !== 1))
    found.push('an acknowledged message is not found once');
  const again = await place.do('import', ...files.slice(0, then.chats + 1), '--json');
  if (again.code !== 0) found.push(`importing again: ${again.code} ${again.err}`);
  const [whole] = await place.must('verify', '--deep');
  if (whole?.['verdict'] !== 'intact') found.push(`after going on: ${whole?.['verdict']}`);
  return { found, met: held > then.chats ? 'one more import than acknowledged' : 'exactly what was acknowledged' };
}
