// A file on disk as intake reads it: streaming from the start, and at any offset. Nothing is held in memory but the piece in hand
// and the one that is read meanwhile.

import { type FileHandle, open, stat } from 'node:fs/promises';
import type { InputFile } from '../records/input-file.ts';
import { ServerError } from '../server-error.ts';

/** Small enough to leave memory to others, large enough that asking for a piece costs little. */
const PIECE_BYTES = 1 << 18;

/** Opens a file on disk. Throws `file-missing` or `file-unreadable`. */
export async function openDiskFile(path: string, name: string): Promise<InputFile> {
  try {
    const handle = await open(path, 'r');
    const { size, mtime } = await stat(path);
    return {
      name,
      sizeBytes: size,
      madeAt: mtime.toISOString().slice(0, 10),
      read: (offset, length) => readInto(handle, Buffer.alloc(Math.max(0, Math.min(length, size - offset))), offset),
      open: (start = 0, end = size) => piecesOf(path, start, Math.min(end, size)),
      close: () => handle.close(),
    };
  } catch (error) {
    throw fileError(error, name);
  }
}

/** A file from `start` up to `end`: while one piece is used the next is read, into two buffers by turns. */
async function* piecesOf(path: string, start: number, end: number): AsyncGenerator<Uint8Array> {
  if (end <= start) return;
  const handle = await open(path, 'r');
  const size = Math.min(PIECE_BYTES, end - start);
  let [buffer, other] = [new Uint8Array(size), new Uint8Array(size)];
  const readAhead = (at: number): Promise<Uint8Array> => {
    [buffer, other] = [other, buffer];
    const piece = readInto(handle, buffer.subarray(0, Math.max(0, end - at)), at);
    // Where it fails, that is told when it is asked for.
    piece.catch(() => undefined);
    return piece;
  };
  let ahead = readAhead(start);
  try {
    for (let at = start; at < end; ) {
      const piece = await ahead;
      // The file is shorter by now.
      if (piece.length === 0) return;
      at += piece.length;
      ahead = readAhead(at);
      yield piece;
    }
  } finally {
    await ahead.catch(() => undefined);
    await handle.close();
  }
}

async function readInto(handle: FileHandle, bytes: Uint8Array, offset: number): Promise<Uint8Array> {
  const { bytesRead } = await handle.read(bytes, 0, bytes.length, offset);
  return bytes.subarray(0, bytesRead);
}

/** Tells a missing file from one that cannot be read. */
export function fileError(error: unknown, file: string): ServerError {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return new ServerError(code === 'ENOENT' || code === 'ENOTDIR' ? 'file-missing' : 'file-unreadable', { file }, error);
}
