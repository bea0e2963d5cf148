// kill -9 inside a move from one folder to another: there is never a moment at which both places take a record, and moving again brings
// everything to its new place. Moves between engines are killed step by step in the tests of `acta move`.

import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { badManners } from '../aftermath.ts';
import { type Answers, answersOf, differenceOf } from '../answers.ts';
import { Place } from '../place.ts';
import { type Row, summed } from '../row.ts';
import { type How, Strike } from '../strike/strike.ts';
import type { SurvivalRun } from '../survival-run.ts';

const FAULT = 'kill -9 at a call that touches a file, inside a move to another folder';
const MUST =
  'never two places that take a record; moved again, everything is there, intact, and nothing is left to write to here';
const KILLS: readonly How[] = ['kill-before', 'kill-torn', 'kill-after'];

/** What is moved, and what it answers. */
interface Moved {
  readonly from: Place;
  readonly answers: Answers;
  readonly words: readonly string[];
}

export async function moves(run: SurvivalRun): Promise<readonly Row[]> {
  const strike = run.strike();
  if (!(strike instanceof Strike)) return [{ fault: FAULT, must: MUST, tries: 0, found: [], notRun: strike.reason }];
  const [scenario] = await run.scenarios(['an import']);
  if (scenario === undefined) throw new Error('no vault to move');
  const moved = { from: scenario.from, answers: scenario.before, words: scenario.words };
  const whole = moved.from.copyTo(run.place().dir);
  const calls = await strike.callsOf(whole, typedFor(whole));
  whole.remove();
  const random = run.random('moves');
  const tried: Pick<Row, 'tries' | 'found' | 'met'>[] = [];
  for (const { name, number } of random.sample(calls, run.of(2, 60))) {
    const how = random.pick(name === 'write' ? KILLS : KILLS.filter((one) => one !== 'kill-torn'));
    const place = moved.from.copyTo(run.place().dir);
    const struck = await place.spawn(typedFor(place), { env: strike.env(place, { at: number, how }) });
    const found = (await afterKill(place, moved)).map((one) => `${how} call ${number}: ${one}`);
    for (const one of found) run.say(`FOUND move, ${one} in ${place.dir}`);
    if (found.length === 0) place.remove();
    tried.push({ tries: 1, found, met: { [struck.code === -1 ? 'killed' : 'had ended']: 1 } });
  }
  run.say(`kills in moves: ${tried.length}`);
  return [summed(FAULT, MUST, tried)];
}

const targetDir = (place: Place): string => join(place.dir, 'moved');
const typedFor = (place: Place): string[] => ['move', '--to', join(targetDir(place), 'vault'), '--json'];

/** The keys stay where they are. */
function linkKeys(place: Place, target: Place): void {
  if (!existsSync(target.keys)) symlinkSync(place.keys, target.keys);
}

async function afterKill(place: Place, { answers, words }: Moved): Promise<string[]> {
  const found: string[] = [];
  const target = new Place(targetDir(place));
  const writes = [await place.do('search', 'thursday', '--json')];
  if (existsSync(join(target.vault, 'cell'))) {
    linkKeys(place, target);
    writes.push(await target.do('search', 'thursday', '--json'));
  }
  for (const answer of writes) {
    const manners = badManners(answer);
    if (manners !== undefined) found.push(manners);
  }
  if (writes.filter(({ code }) => code === 0).length > 1) found.push('both places take a record');
  const again = await place.do(...typedFor(place));
  if (again.code !== 0) return [...found, `moved again: ${again.code} ${again.err.trim()}`];
  linkKeys(place, target);
  const seen = await target.answering(() => answersOf(target, words));
  if ('answer' in seen) return [...found, `at the target: ${seen.answer.err}`];
  const wrong = differenceOf(answers, seen.value);
  if (wrong !== undefined) found.push(wrong);
  const verdict = await target.do('verify', '--deep', '--json');
  if (verdict.code !== 0) found.push(`verify at the target: ${verdict.code} ${verdict.out}`);
  const left = await place.do('search', 'thursday', '--json');
  if (left.code === 0) found.push('the place that was left still takes a record');
  return found;
}
