// Scans every file of a folder for byte strings, the way a thief with the disk would: raw bytes, whatever the file says
// it is. Streams; a needle across two reads is found.

import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

export interface ByteScan {
  readonly files: number;
  readonly bytes: number;
  /** How many needles were found in some file. */
  readonly found: number;
}

const READ_BYTES = 1 << 20;

/** Looks for each needle (at least 6 bytes) in every file under `dir`, and in the files' names. */
export async function scanFolder(dir: string, needles: readonly Uint8Array[]): Promise<ByteScan> {
  const seen = { files: 0, bytes: 0 };
  const found = new Set<Uint8Array>();
  const longest = Math.max(1, ...needles.map((needle) => needle.length));
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    seen.files++;
    for (const needle of needles) if (Buffer.from(entry.name).includes(Buffer.from(needle))) found.add(needle);
    await scanFile(join(entry.parentPath, entry.name), { needles, longest, found, seen }).catch(unlessGone);
  }
  return { ...seen, found: found.size };
}

/** A file that went while the folder was being read holds nothing. */
function unlessGone(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
}

interface Scanning {
  readonly needles: readonly Uint8Array[];
  readonly longest: number;
  readonly found: Set<Uint8Array>;
  readonly seen: { bytes: number };
}

async function scanFile(path: string, { found, longest, needles, seen }: Scanning): Promise<void> {
  let tail = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: READ_BYTES }) as AsyncIterable<Buffer>) {
    seen.bytes += chunk.length;
    const window = tail.length === 0 ? chunk : Buffer.concat([tail, chunk]);
    for (const needle of needles) if (!found.has(needle) && window.includes(Buffer.from(needle))) found.add(needle);
    tail = Buffer.from(window.subarray(Math.max(0, window.length - longest + 1)));
  }
}
