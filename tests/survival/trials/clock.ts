// A machine whose clock is wrong: two years back, ten years on, or going back while Acta runs.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SAMPLES } from '../../../packages/server/src/cli/run-here.test-support.ts';
import { badManners } from '../aftermath.ts';
import { answersOf, differenceOf } from '../answers.ts';
import { madeChat } from '../chats.ts';
import { linesOf } from '../place.ts';
import type { Row } from '../row.ts';
import { CLOCK_BACK, CLOCK_SHIFT } from '../strike/clock-settings.ts';
import type { SurvivalRun } from '../survival-run.ts';

const CLOCK = fileURLToPath(new URL('../strike/shifted-clock.ts', import.meta.url));
const YEAR_MS = 365.25 * 86_400_000;
const CLOCKS: Readonly<Record<string, NodeJS.ProcessEnv>> = {
  'two years back': { [CLOCK_SHIFT]: String(-2 * YEAR_MS) },
  'ten years on': { [CLOCK_SHIFT]: String(10 * YEAR_MS) },
  'going back an hour at every tenth reading': { [CLOCK_BACK]: '3600000' },
};
const MUST = 'the same answers as with the right clock, intact, every command answers';

/** Takes in, looks, erases and rotates under a wrong clock, each command under the next one. */
export async function clock(run: SurvivalRun): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const expected = await worked(run, {}, []);
  for (const [name, env] of run.random('clocks').sample(Object.entries(CLOCKS), run.of(1, 3))) {
    const found: string[] = [];
    const actual = await worked(run, env, found);
    const wrong = differenceOf(expected.answers, actual.answers);
    if (wrong !== undefined) found.push(wrong);
    rows.push({ fault: `clock ${name}`, must: MUST, tries: actual.commands, found });
    run.say(`clock ${name}: ${actual.commands} commands`);
  }
  return rows;
}

/** The same work, every other command under the wrong clock, so that time also goes back between entries. */
async function worked(run: SurvivalRun, wrong: NodeJS.ProcessEnv, found: string[]) {
  const place = run.place();
  const isShifted = Object.keys(wrong).length > 0;
  const env = { ...wrong, NODE_OPTIONS: `--import=${CLOCK}` };
  const chat = (first: number) => madeChat({ seed: run.seed, title: 'Zhandrokul', messages: 60, authors: 3, first });
  let commands = 0;
  const command = async (isWrong: boolean, ...typed: readonly string[]) => {
    commands++;
    const words = [...typed, '--json'];
    const answer = await (isWrong && isShifted ? place.spawn(words, { env }) : place.do(...words));
    const manners = badManners(answer);
    if (answer.code !== 0 || manners !== undefined)
      found.push(`${typed[0]}: ${answer.code} ${manners} ${answer.err.trim()}`);
    return linesOf(answer.out);
  };
  await command(false, 'import', place.file(chat(40).name, chat(40).text));
  await command(true, 'import', join(SAMPLES, 'WhatsApp Chat - Nora Walsh.zip'), '--me', 'Café Aurora');
  await command(true, 'import', place.file(chat(60).name, chat(60).text));
  const people = await command(false, 'people');
  const person = people.find(({ names }) => Array.isArray(names) && names[0] === chat(60).authors[1])?.['id'];
  await command(true, 'erase', '--person', String(person), '--reason', 'asked');
  await command(false, 'search', 'thursday');
  await command(true, 'key', 'rotate');
  await command(true, 'verify', '--deep');
  await command(false, 'verify', '--deep');
  await command(true, 'rebuild');
  const answers = await answersOf(place, [...chat(60).words.slice(0, 6), 'thursday']);
  place.remove();
  return { answers, commands };
}
