/**
 * Compression of what a strip holds. Small strips are raw DEFLATE (RFC 1951) that begins with dictionary 1 behind it, as
 * if that had just been written: there it makes the smallest frames. The smallest of them are written here, others by zlib. Large
 * strips are Zstandard (RFC 8878) without a dictionary, for half the price. Output is capped by the length that the strip names.
 */
import {
  constants,
  deflateRawSync,
  inflateRawSync,
  type ZlibOptions,
  zstdCompressSync,
  zstdDecompressSync,
} from 'node:zlib';
import { LedgerError } from '../error.ts';
import { DICTIONARY_V1 } from './dictionary-v1.ts';
import { MAX_SMALL_BYTES, SmallDeflate } from './small-deflate.ts';

/** How a strip's frame is compressed. */
export type Compression = 'deflate' | 'zstd';

/** From so many bytes on the dictionary is no longer worth its price. */
const MIN_ZSTD_BYTES = 2048;
/** Measured: level 6 makes strips smaller by 4 % for twice the time. */
const DEFLATE_LEVEL = 2;
/** Measured: level 1 makes strips larger by 2 % and saves a tenth of the time. */
const ZSTD_LEVEL = 2;
/** 32 MiB: what the largest strip needs, and no hostile frame may claim more. */
const MAX_WINDOW_LOG = 25;
/** zlib refuses smaller buffers. */
const MIN_CHUNK_BYTES = 64;
const MAX_CHUNK_BYTES = 16 * 1024;

/** No more memory than dictionary and strip need: zlib takes it anew with each call. */
const DEFLATION: ZlibOptions = { level: DEFLATE_LEVEL, dictionary: DICTIONARY_V1, windowBits: 14, memLevel: 5 };
const SMALL_DEFLATION = new SmallDeflate(DICTIONARY_V1);
const ZSTD_PARAMS = { [constants.ZSTD_c_compressionLevel]: ZSTD_LEVEL };
const UNZSTD_PARAMS = { [constants.ZSTD_d_windowLogMax]: MAX_WINDOW_LOG };

/** The compression that suits so many bytes. */
export function compressionFor(rawBytes: number): Compression {
  return rawBytes < MIN_ZSTD_BYTES ? 'deflate' : 'zstd';
}

/** Compresses what a strip holds. */
export function compress(raw: Uint8Array, by: Compression): Uint8Array {
  if (by === 'deflate' && raw.length <= MAX_SMALL_BYTES) return SMALL_DEFLATION.compress(raw);
  // A small output buffer saves a quarter of the time of a small frame.
  const chunkSize = Math.min(MAX_CHUNK_BYTES, raw.length + MIN_CHUNK_BYTES);
  if (by === 'deflate') return deflateRawSync(raw, { ...DEFLATION, chunkSize });
  return zstdCompressSync(raw, { params: ZSTD_PARAMS, pledgedSrcSize: raw.length, chunkSize });
}

/** Opens a frame to exactly `rawBytes` bytes. The frame is hostile. Throws `strip-malformed`. */
export function decompress(frame: Uint8Array, rawBytes: number, by: Compression): Uint8Array {
  const raw = decompressUpTo(frame, Math.max(rawBytes, 1), by);
  if (raw.length !== rawBytes) throw new LedgerError('strip-malformed', { what: 'records' });
  return raw;
}

function decompressUpTo(frame: Uint8Array, maxOutputLength: number, by: Compression): Uint8Array {
  // Where an output buffer is full, another is taken to see whether more comes.
  const size = { maxOutputLength, chunkSize: Math.max(maxOutputLength + 1, MIN_CHUNK_BYTES) };
  try {
    if (by === 'deflate') return inflateRawSync(frame, { dictionary: DICTIONARY_V1, ...size });
    return zstdDecompressSync(frame, { params: UNZSTD_PARAMS, ...size });
  } catch (cause) {
    throw new LedgerError('strip-malformed', { what: 'frame', cause });
  }
}
