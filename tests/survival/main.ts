// `npm run survival -- [--seed N] [--form short|long] [--only NAME,…] [--dir DIR]`: strikes Acta in every way it must survive, prints
// what was tried and what did not hold, and the seed that brings it back. Ends with 1 where anything did not hold.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Options, optionsFrom, WrongUse } from './options.ts';
import { type Row, tableOf } from './row.ts';
import { SurvivalRun, type Trial } from './survival-run.ts';
import { beside } from './trials/beside.ts';
import { clock } from './trials/clock.ts';
import { damage } from './trials/damage.ts';
import { failOver } from './trials/fail-over.ts';
import { fuzzing } from './trials/fuzzing.ts';
import { kills } from './trials/kills.ts';
import { live } from './trials/live.ts';
import { moves } from './trials/moves.ts';
import { powerCuts } from './trials/power-cuts.ts';
import { refusals } from './trials/refusals.ts';

const TRIALS: Readonly<Record<string, Trial>> = {
  kills,
  live,
  moves,
  refusals,
  damage,
  clock,
  beside,
  'fail-over': failOver,
  power: powerCuts,
  fuzzing,
};
const WRONG_USE = 2;

async function survive({ dir, form, only, seed }: Options): Promise<boolean> {
  const folder = dir ?? mkdtempSync(join(tmpdir(), 'acta-survival-'));
  const run = new SurvivalRun({ seed, form, dir: folder, say: (line) => console.error(`${timeOfDay()} ${line}`) });
  const rows: Row[] = [];
  console.log(`seed ${seed}, ${form} form, ${new Date().toISOString()}`);
  const began = performance.now();
  for (const trial of chosen(only)) rows.push(...(await trial(run)));
  const isFound = rows.some(({ found }) => found.length > 0);
  console.log(`\n${tableOf(rows)}\n\n${Math.round((performance.now() - began) / 1000)} s, seed ${seed}`);
  if (dir === undefined && !isFound) rmSync(folder, { recursive: true, force: true });
  return !isFound;
}

function chosen(names: readonly string[]): readonly Trial[] {
  if (names.length === 0) return Object.values(TRIALS);
  return names.map((name) => {
    const trial = Object.hasOwn(TRIALS, name) ? TRIALS[name] : undefined;
    if (trial === undefined) throw new WrongUse(`--only: ${Object.keys(TRIALS).join(', ')}`);
    return trial;
  });
}

const timeOfDay = (): string => new Date().toISOString().slice(11, 19);

try {
  const isSurvived = await survive(optionsFrom(process.argv.slice(2), () => Date.now() % 1_000_000));
  process.exitCode = isSurvived ? 0 : 1;
} catch (error) {
  if (!(error instanceof WrongUse)) throw error;
  console.error(error.message);
  process.exitCode = WRONG_USE;
}
