// A file on disk as intake reads it: streaming from the start, and at any offset. Nothing is held in memory but the
// piece in hand.

import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { InputFile } from '../records/input-file.ts';
import { ServerError } from '../server-error.ts';

/** Opens a file on disk. Throws `file-missing` or `file-unreadable`. */
export async function openDiskFile(path: string, name: string): Promise<InputFile> {
  try {
    const handle = await open(path, 'r');
    const { size, mtime } = await stat(path);
    return {
      name,
      sizeBytes: size,
      madeAt: mtime.toISOString().slice(0, 10),
      async read(offset, length) {
        const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
        const { bytesRead } = await handle.read(bytes, 0, bytes.length, offset);
        return bytes.subarray(0, bytesRead);
      },
      // `end` is exclusive; the stream's own option is inclusive.
      open: (start = 0, end = size) =>
        end > start ? createReadStream(path, { start, end: end - 1, highWaterMark: 1 << 16 }) : nothing(),
      close: () => handle.close(),
    };
  } catch (error) {
    throw fileError(error, name);
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** Tells a missing file from one that cannot be read. */
export function fileError(error: unknown, file: string): ServerError {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return new ServerError(code === 'ENOENT' || code === 'ENOTDIR' ? 'file-missing' : 'file-unreadable', { file }, error);
}
