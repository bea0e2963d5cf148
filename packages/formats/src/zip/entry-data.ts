// The data of one zip entry as a stream of verified bytes: local header held against the directory, sizes and CRC-32
// counted. Never holds an entry in memory. This input is hostile: nothing is yielded beyond the declared size.

import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw, type InflateRaw } from 'node:zlib';
import type { LocalFileHeader } from 'yauzl';
import { FormatsError, type FormatsErrorCode } from '../formats-error.ts';
import { printableName } from './entry-name.ts';
import { deflatedMethod, type ListedEntry } from './listed-entry.ts';
import type { RandomAccess } from './random-access.ts';

const blockBytes = 256 * 1024;
const sizesFollowFlag = 0x8;
const zip64Marker = 0xffffffff;

/**
 * What reading one entry needs. `endLimit` is where the next entry, or the directory, begins. `readLocalHeader` gives
 * undefined where there is none, and throws only what the reader under the zip throws.
 */
export interface EntrySource {
  readonly access: RandomAccess;
  readonly entry: ListedEntry;
  readonly endLimit: number;
  readLocalHeader(): Promise<LocalFileHeader | undefined>;
}

/** Yields the entry's bytes. Throws `FormatsError` with the entry's name when they are not what was declared. */
export async function* readEntryData(source: EntrySource): AsyncGenerator<Uint8Array, void, void> {
  const { entry } = source;
  const start = await dataStart(source);
  const compressed = readBlocks(source, start);
  const chunks = entry.method === deflatedMethod ? inflate(entry, compressed) : compressed;
  let sizeBytes = 0;
  let sum = 0;
  for await (const chunk of chunks) {
    sizeBytes += chunk.length;
    if (sizeBytes > entry.sizeBytes) throw refuse(entry, 'zip-size-mismatch');
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (sizeBytes !== entry.sizeBytes) throw refuse(entry, 'zip-size-mismatch');
  if (sum !== entry.crc32) throw refuse(entry, 'zip-crc-mismatch');
}

async function dataStart(source: EntrySource): Promise<number> {
  const { entry } = source;
  const local = await source.readLocalHeader();
  if (local === undefined || !agrees(local, entry)) throw refuse(entry, 'zip-header-mismatch');
  if (local.fileDataStart + entry.compressedBytes > source.endLimit) throw refuse(entry, 'zip-overlap');
  return local.fileDataStart;
}

function agrees(local: LocalFileHeader, entry: ListedEntry): boolean {
  if (local.compressionMethod !== entry.method) return false;
  if (Buffer.compare(local.fileName, entry.nameRaw) !== 0) return false;
  if ((local.generalPurposeBitFlag & 1) !== 0) return false;
  if ((local.generalPurposeBitFlag & sizesFollowFlag) !== 0) return true;
  const same = (here: number, there: number): boolean => here === zip64Marker || here === there;
  return (
    local.crc32 === entry.crc32 &&
    same(local.compressedSize, entry.compressedBytes) &&
    same(local.uncompressedSize, entry.sizeBytes)
  );
}

async function* readBlocks({ access, entry }: EntrySource, start: number): AsyncGenerator<Uint8Array, void, void> {
  for (let done = 0; done < entry.compressedBytes; ) {
    const block = await access.read(start + done, Math.min(blockBytes, entry.compressedBytes - done));
    if (block.length === 0) throw refuse(entry, 'zip-truncated');
    done += block.length;
    yield block;
  }
}

async function* inflate(
  entry: ListedEntry,
  compressed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, void> {
  const inflater: InflateRaw = createInflateRaw({ chunkSize: blockBytes });
  // The iteration below sees every failure, on either side; pipeline's own report would be a second one.
  pipeline(Readable.from(compressed, { objectMode: false }), inflater, () => undefined);
  try {
    for await (const chunk of inflater) yield chunk;
  } catch (cause) {
    throw isZlibError(cause) ? refuse(entry, 'zip-data-damaged', cause) : cause;
  }
  if (inflater.bytesWritten !== entry.compressedBytes) throw refuse(entry, 'zip-size-mismatch');
}

const isZlibError = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' && cause.code.startsWith('Z_');

function refuse(entry: ListedEntry, code: FormatsErrorCode, cause?: unknown): FormatsError {
  return new FormatsError(code, { file: printableName(entry.name.name), cause });
}
