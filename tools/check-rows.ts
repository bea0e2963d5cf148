// Which test files share a process. To load the server takes longer than most tests of it do, so files are dealt into a few rows and
// each row is loaded once. A file that touches what is the whole process's stands alone, and so does one that takes long.
import { readFileSync } from 'node:fs';

/** The environment, signals, working folder and end of a process are everybody's in it; so are hooks outside of a suite. */
const ALONE = /\bprocess\.(?!pid\b|execPath\b|platform\b)|\bmock\b|\bconfigureGlobal\b|^(?:before|after)(?:Each)?\(/m;

/** @returns rows of one file each, and then as many of several as were asked for, in the order of the files */
export function rowsOf(
  files: readonly string[],
  isLong: (file: string) => boolean,
  shared: number,
): readonly (readonly string[])[] {
  const alone = new Set(files.filter((file) => isLong(file) || ALONE.test(readFileSync(file, 'utf8'))));
  // Like cards: neighbours are alike, and take alike long.
  const rows: string[][] = Array.from({ length: shared }, () => []);
  for (const [place, file] of files.filter((one) => !alone.has(one)).entries()) rows[place % shared]?.push(file);
  return [...[...alone].map((file) => [file]), ...rows.filter((row) => row.length > 0)];
}
