// The short form of a trial as a test: few tries, a fixed seed (another by SURVIVAL_SEED), and a line for what was not run.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Row, tableOf } from './row.ts';
import { SurvivalRun, type Trial } from './survival-run.ts';

const SEED = 7;

/** Runs the trial in a folder that is gone afterwards. */
export async function shortForm(trial: Trial): Promise<readonly Row[]> {
  const seed = Number(process.env['SURVIVAL_SEED'] ?? SEED);
  const dir = mkdtempSync(join(tmpdir(), 'acta-survival-'));
  const said: string[] = [];
  try {
    const rows = await trial(new SurvivalRun({ seed, form: 'short', dir, say: (line) => said.push(line) }));
    const notRun = rows.flatMap(({ fault, notRun }) => (notRun === undefined ? [] : [`not run: ${fault}: ${notRun}`]));
    console.log([`seed ${seed}, short form`, ...notRun].join('\n'));
    return rows;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** What did not hold, in a form that a test shows; empty where all holds and something was tried. */
export function brokenIn(rows: readonly Row[]): string {
  const found = rows.some((row) => row.found.length > 0);
  const isTried = rows.every(({ notRun, tries }) => tries > 0 || notRun !== undefined);
  if (found) return tableOf(rows);
  return isTried ? '' : `nothing was tried:\n${tableOf(rows)}`;
}
