// Whether so much is to be taken in that a thread for whatever writes is worth its start. It looks at sizes only.

import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Some ten thousand messages: taking them in takes longer than starting a thread. */
const WORTH_A_THREAD_BYTES = 1_000_000;

/** Whether the files under the paths are of that size in all. What is not there counts as nothing. */
export async function isBulk(paths: readonly string[]): Promise<boolean> {
  let bytes = 0;
  for await (const size of sizesUnder(paths)) {
    bytes += size;
    if (bytes >= WORTH_A_THREAD_BYTES) return true;
  }
  return false;
}

async function* sizesUnder(paths: readonly string[]): AsyncGenerator<number> {
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (found?.isDirectory() !== true) yield found?.size ?? 0;
    else yield* sizesUnder((await readdir(path).catch(() => [])).map((name) => join(path, name)));
  }
}
