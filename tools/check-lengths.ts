// How long each test file took when all of them were run last, kept beside what is compiled: who takes longest begins first, so that
// nobody waits for one at the end. Where nothing is kept, kinds of files are told apart by where they lie.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Milliseconds by path. */
export type Lengths = ReadonlyMap<string, number>;

/** What is kept there; nothing where it cannot be read. */
export function keptLengths(path: string): Lengths {
  try {
    const kept: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const entries = Object.entries(kept ?? {}).filter((entry): entry is [string, number] => Number.isFinite(entry[1]));
    return new Map(entries);
  } catch {
    return new Map();
  }
}

/** Keeps them for the next time, with what is known of files that did not run. */
export function keepLengths(path: string, lengths: Lengths): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(Object.fromEntries([...keptLengths(path), ...lengths])));
}

/** Rows with the longest first. `guessMs` stands for a file of which nothing is known. */
export function longestFirst(
  rows: readonly (readonly string[])[],
  lengths: Lengths,
  guessMs: (file: string) => number,
): readonly (readonly string[])[] {
  const lengthMs = (row: readonly string[]): number =>
    row.reduce((sum, file) => sum + (lengths.get(file) ?? guessMs(file)), 0);
  return rows.toSorted((a, b) => lengthMs(b) - lengthMs(a));
}
