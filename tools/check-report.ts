// Prints what the checks found: a table, the whole output of what failed, what was left out, the five slowest test files, and a closing line that a
// program can read. No colour, nothing that moves.
import { relative } from 'node:path';
import type { StepResult } from './check-steps.ts';
import type { TestResults } from './check-tests.ts';

/** A line in which a test file says what it left out, and why. */
const NOT_RUN = /^not run: .+$/gm;

const seconds = (elapsedMs: number): string => (elapsedMs / 1000).toFixed(1).padStart(6);

function printRow(name: string, elapsedMs: number, result: string): void {
  console.log(`${name.padEnd(12)}${seconds(elapsedMs)} s  ${result}`);
}

/** Prints a row for each step, and then all that the failed ones had to say. */
export function printSteps(steps: readonly StepResult[]): void {
  for (const { name, elapsedMs, ok } of steps) printRow(name, elapsedMs, ok ? 'ok' : 'FAILED');
  for (const { name, output } of steps.filter(({ ok }) => !ok)) console.log(`\n--- ${name} ---\n${output.trim()}\n`);
}

/** Prints the tests' row, each failure, and the closing line, which comes last. */
export function printTests({ passed, skipped, failed, files, printed, elapsedMs }: TestResults, root: string): void {
  printRow('tests', elapsedMs, failed.length > 0 ? 'FAILED' : passed > 0 ? 'ok' : 'FAILED: no test ran');
  for (const { name, file, line, reason } of failed) {
    console.log(`\n--- ${relative(root, file)}:${line ?? 1}: ${name} ---\n${reason}`);
  }
  const broken = new Set(failed.map(({ file }) => file));
  for (const { files: by, output } of printed.filter((one) => one.files.some((file) => broken.has(file)))) {
    console.log(`\n--- printed by ${by.map((file) => relative(root, file)).join(', ')} ---\n${output.trimEnd()}`);
  }
  const slowest = files.toSorted((a, b) => b.elapsedMs - a.elapsedMs).slice(0, 5);
  console.log(`\nslowest of ${files.length} test files`);
  for (const { file, elapsedMs: took } of slowest) console.log(`${seconds(took)} s  ${relative(root, file)}`);
  const leftOut = new Set(printed.flatMap(({ output }) => output.match(NOT_RUN) ?? []));
  if (leftOut.size > 0) console.log(`\n${[...leftOut].join('\n')}`);
  if (skipped > 0) console.log(`\n${skipped} skipped`);
  console.log(`\n${passed} passed, ${failed.length} failed`);
}
