// Scans every file of a folder for byte strings, the way a thief with the disk would: raw bytes, whatever the file says
// it is. Streams; a needle across two reads is found. All needles are looked for in one pass: see needle-search.ts.

import { type FileHandle, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { NeedleSearch } from './needle-search.ts';

export interface ByteScan {
  readonly files: number;
  readonly bytes: number;
  /** How many needles were found in some file. */
  readonly found: number;
}

const READ_BYTES = 2 << 20;

/** Looks for each needle (at least 6 bytes) in every file under `dir`, and in the files' names. */
export async function scanFolder(dir: string, needles: readonly Uint8Array[]): Promise<ByteScan> {
  const seen = { files: 0, bytes: 0 };
  const search = new NeedleSearch(needles);
  const windows = [new Window(search.longest), new Window(search.longest)] as const;
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    seen.files++;
    const name = Buffer.from(entry.name);
    search.look(name, 0, name.length);
    seen.bytes += await scanFile(join(entry.parentPath, entry.name), search, windows).catch(unlessGone);
  }
  return { ...seen, found: search.found };
}

/** A file that went while the folder was being read holds nothing. */
function unlessGone(error: unknown): number {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0;
  throw error;
}

/** One read of a file, behind the end of the one before. */
class Window {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where what is read goes. */
  readonly start: number;
  kept = 0;

  constructor(longest: number) {
    this.start = Math.ceil(longest / 8) * 8;
    this.bytes = new Uint8Array(this.start + READ_BYTES);
  }

  async read(file: FileHandle, position: number): Promise<number> {
    return (await file.read(this.bytes, this.start, READ_BYTES, position)).bytesRead;
  }

  /** Takes over the last bytes of the window before, in which something may start. */
  follow(before: Window, read: number, keeps: number): void {
    const from = before.start - before.kept;
    const end = before.start + read;
    this.kept = Math.min(keeps, end - from);
    this.bytes.set(before.bytes.subarray(end - this.kept, end), this.start - this.kept);
  }
}

/** Scans a file and says how long it is. The next read is under way while one is looked at. */
async function scanFile(path: string, search: NeedleSearch, windows: readonly [Window, Window]): Promise<number> {
  const file = await open(path, 'r');
  try {
    let [window, next] = windows;
    window.kept = 0;
    let position = 0;
    let read = await window.read(file, 0);
    while (read > 0) {
      position += read;
      const reading = next.read(file, position);
      search.look(window.bytes, window.start - window.kept, window.start + read);
      next.follow(window, read, search.longest - 1);
      read = await reading;
      [window, next] = [next, window];
    }
    return position;
  } finally {
    await file.close();
  }
}
