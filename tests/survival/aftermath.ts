// What must hold after a command was struck, whatever struck it: nothing acknowledged is lost, nothing stands twice, the vault is
// intact, an erasure that began is completed, and what can be folded again answers the same.

import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Answers, answersOf, differenceOf, isBetween } from './answers.ts';
import { type Answer, Failed, type Fields, linesOf, type Place } from './place.ts';
import type { Scenario } from './scenarios.ts';

/** The exit codes that are documented. */
const EXIT_CODES = [0, 1, 2, 3, 4, 10, 11, 12];
const STACK = /\n\s+at |^\s*at .*:\d+:\d+|node:internal|Error:/m;
const HALF_WRITTEN = /\.tmp$|\.next$|\.writing$/;
const ALREADY = /nothing to erase|withdrawn already|no import|no conversation|nobody with the id/;
const NO_SENTENCE = /does not know|internal error/i;

/** What is wrong with how a command that went wrong said so; undefined if nothing is. */
export function badManners({ code, err, out }: Answer): string | undefined {
  if (!EXIT_CODES.includes(code)) return `exit code ${code}`;
  if (STACK.test(err) || STACK.test(out)) return `a stack trace: ${err.trim().slice(0, 300)}`;
  if (code !== 0 && err.trim() === '' && out.trim() === '') return `exit code ${code} without a word`;
  if (NO_SENTENCE.test(err)) return `no sentence for it: ${err.trim().slice(0, 200)}`;
  return undefined;
}

/** Checks a vault after its command was struck, and completes the command. Gives what does not hold. */
export async function aftermathOf(
  place: Place,
  scenario: Scenario,
  struck: Answer,
  depth: 'quick' | 'full',
): Promise<string[]> {
  const found: string[] = [];
  try {
    await check(place, scenario, struck, depth, found);
  } catch (error) {
    found.push(error instanceof Failed ? error.message : `an error: ${error instanceof Error ? error.message : error}`);
  }
  return found;
}

async function check(place: Place, scenario: Scenario, struck: Answer, depth: 'quick' | 'full', found: string[]) {
  const { after, before, forgotten, typed, words } = scenario;
  const isAcknowledged = struck.out.includes('\n') && struck.code <= 0;
  const isMade = existsSync(join(place.vault, 'cell'));
  if (isMade) {
    await expectIntact(place, struck, found);
    const seen = await answersOf(place, words);
    const wrong = isAcknowledged ? differenceOf(after, seen) : isBetween(before, after, seen);
    if (wrong !== undefined) found.push(`${isAcknowledged ? 'acknowledged, but ' : ''}${wrong}`);
    if (isBegun(scenario, seen)) await expectForgotten(place, scenario, found);
  } else if (isAcknowledged) found.push('acknowledged, but there is no vault');
  const again = await place.do(...typed);
  if (again.code !== 0 && !isDoneAlready(scenario, again)) found.push(`again: ${again.code} ${again.err.trim()}`);
  const end = await answersOf(place, words);
  const wrong = differenceOf(after, end);
  if (wrong !== undefined) found.push(`after doing it again: ${wrong}`);
  if (forgotten.length > 0) await expectForgotten(place, scenario, found);
  if (depth === 'full') await expectFoldedTheSame(place, words, end, found);
  await expectIntact(place, struck, found);
  const left = place.files().filter((file) => HALF_WRITTEN.test(file));
  if (left.length > 0) found.push(`left behind: ${left.join(', ')}`);
}

/** The checkpoint that was acknowledged stands, and everything is there. */
async function expectIntact(place: Place, struck: Answer, found: string[]): Promise<void> {
  const { code, err, out } = await place.do('verify', '--deep', '--json');
  const [report] = linesOf(out);
  if (code !== 0 || report?.['verdict'] !== 'intact') {
    found.push(`verify: ${code} ${out.trim().slice(0, 200)} ${err.trim()}`);
    return;
  }
  const signed = acknowledgedIn(struck);
  if (signed === undefined) return;
  if (Number(report['size']) < Number(signed['size'])) found.push(`size ${report['size']} of ${signed['size']}`);
  if (report['size'] === signed['size'] && report['root'] !== signed['root']) found.push('another root');
}

function acknowledgedIn({ out }: Answer): Fields | undefined {
  const checkpoint = linesOf(out)[0]?.['checkpoint'];
  return typeof checkpoint === 'object' && checkpoint !== null ? { ...checkpoint } : undefined;
}

/** Erasing, withdrawing: what is done is not done twice. */
function isDoneAlready({ typed: [name] }: Scenario, { err }: Answer): boolean {
  return (name === 'erase' || name === 'undo') && ALREADY.test(err);
}

const isBegun = ({ before, forgotten }: Scenario, seen: Answers): boolean =>
  forgotten.length > 0 && differenceOf(before, seen) !== undefined;

/** No word of theirs is found, shown, or stands in any byte; and yesterday's pages do not open with today's keys. */
async function expectForgotten(place: Place, { forgotten, from }: Scenario, found: string[]): Promise<void> {
  const seen = await answersOf(place, forgotten.slice(0, 2));
  const texts = Object.values(seen.messages).flat().join('\n');
  for (const word of forgotten) if (texts.includes(word)) found.push('an erased word is shown');
  if (Object.values(seen.found).some((count) => count > 0)) found.push('an erased word is found');
  for (const file of place.files()) {
    const bytes = readFileSync(join(place.dir, file));
    if (forgotten.some((word) => bytes.includes(word))) found.push(`an erased word stands in ${file}`);
  }
  if (await opensOlder(place, from, forgotten)) found.push("yesterday's pages open with today's keys");
}

/** Whether a copy from before the erasure shows the forgotten, read with the keys of today. */
async function opensOlder(place: Place, from: Place, forgotten: readonly string[]): Promise<boolean> {
  const older = from.copyTo(`${place.dir}-older`);
  for (const end of ['', '-wal']) {
    rmSync(join(older.vault, `keys.db${end}`), { force: true });
    const today = join(place.vault, `keys.db${end}`);
    if (existsSync(today)) cpSync(today, join(older.vault, `keys.db${end}`));
  }
  for (const name of readdirSync(older.keys)) if (name.endsWith('.last')) rmSync(join(older.keys, name));
  const shown = await older.do('show', 'Zhandrokul', '--limit', '100000', '--json');
  older.remove();
  return forgotten.some((word) => shown.out.includes(word));
}

async function expectFoldedTheSame(
  place: Place,
  words: readonly string[],
  end: Answers,
  found: string[],
): Promise<void> {
  await place.must('rebuild');
  const wrong = differenceOf(end, await answersOf(place, words));
  if (wrong !== undefined) found.push(`rebuilt: ${wrong}`);
}
