// How much lies on the disk under a path. It follows no link and holds nothing open.

import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes of a file or of everything in a folder; 0 if it is not there. */
export async function bytesOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.size;
  let sum = 0;
  for (const entry of await readdir(path, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) sum += (await stat(join(entry.parentPath, entry.name)).catch(() => undefined))?.size ?? 0;
  }
  return sum;
}
