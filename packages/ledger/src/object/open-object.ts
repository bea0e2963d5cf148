/**
 * Opening an object anywhere or from end to end, a chunk at a time. The last chunk is opened first: it holds the content's
 * length and shows that nothing was cut off. Each chunk is confirmed before a byte of it is given out.
 */
import { LedgerError } from '../error.ts';
import {
  LENGTH_BYTES,
  OBJECT_CHUNK_BYTES,
  OBJECT_HEADER_BYTES,
  OBJECT_VERSION,
  objectKey,
  openChunk,
  paddedBytes,
  SEALED_CHUNK_BYTES,
} from './format.ts';

/** What opening needs. */
export interface ObjectToOpen {
  /** Exactly `length` sealed bytes from `offset`; fewer mean that the object is cut off. */
  readonly readAt: (offset: number, length: number) => Promise<Uint8Array>;
  readonly sealedBytes: number;
  /** The key given when it was sealed. */
  readonly key: Uint8Array;
  /** 16 bytes. */
  readonly cellId: Uint8Array;
}

/** An open object's content. */
export interface ObjectContent {
  readonly contentBytes: number;
  /** The bytes of a range, which must lie inside. Throws `object-range`, `object-altered`, `object-truncated`. */
  readonly read: (offset: number, length: number) => Promise<Uint8Array>;
  /** All bytes in order, at most 64 KiB at a time. Throws `object-altered`, `object-truncated`. */
  readonly stream: () => AsyncGenerator<Uint8Array, void, undefined>;
}

/** Opens an object. Throws `object-malformed`, `object-altered` (or a wrong key), `object-truncated`. */
export async function openObject(of: ObjectToOpen): Promise<ObjectContent> {
  const chunks = await openChunks(of);
  const contentBytes = await readLength(chunks);
  return {
    contentBytes,
    read: (offset, length) => readRange(chunks, contentBytes, { offset, length }),
    stream: () => streamAll(chunks, contentBytes),
  };
}

interface Chunks {
  readonly count: number;
  /** Plain bytes of all chunks together. */
  readonly plainBytes: number;
  readonly open: (index: number) => Promise<Uint8Array>;
}

async function openChunks({ readAt, sealedBytes, key, cellId }: ObjectToOpen): Promise<Chunks> {
  const count = Math.ceil((sealedBytes - OBJECT_HEADER_BYTES) / SEALED_CHUNK_BYTES);
  const plainBytes = sealedBytes - OBJECT_HEADER_BYTES - count * (SEALED_CHUNK_BYTES - OBJECT_CHUNK_BYTES);
  if (!(plainBytes >= LENGTH_BYTES) || !Number.isSafeInteger(sealedBytes)) throw new LedgerError('object-truncated');
  const header = await readExactly(readAt, 0, OBJECT_HEADER_BYTES);
  if (header[0] !== OBJECT_VERSION) throw new LedgerError('object-malformed', { what: 'header' });
  const own = objectKey(key, header.subarray(1), cellId);
  const open = async (index: number): Promise<Uint8Array> => {
    const at = OBJECT_HEADER_BYTES + index * SEALED_CHUNK_BYTES;
    const sealed = await readExactly(readAt, at, Math.min(SEALED_CHUNK_BYTES, sealedBytes - at));
    const isLast = index === count - 1;
    const plain = openChunk(own, { index, isLast }, sealed);
    if (plain !== undefined) return plain;
    // A chunk from the middle that stands at the end: the rest was cut off.
    const isCut = isLast && openChunk(own, { index, isLast: false }, sealed) !== undefined;
    throw new LedgerError(isCut ? 'object-truncated' : 'object-altered', { index });
  };
  return { count, plainBytes, open };
}

async function readLength({ count, plainBytes, open }: Chunks): Promise<number> {
  const last = Buffer.from(await open(count - 1));
  if (last.length < LENGTH_BYTES) throw new LedgerError('object-malformed', { what: 'length' });
  const length = Number(last.readBigUInt64BE(last.length - LENGTH_BYTES));
  if (!Number.isSafeInteger(length) || paddedBytes(length) !== plainBytes) {
    throw new LedgerError('object-malformed', { what: 'length' });
  }
  return length;
}

async function readRange(
  chunks: Chunks,
  contentBytes: number,
  { offset, length }: { readonly offset: number; readonly length: number },
): Promise<Uint8Array> {
  const inside = offset >= 0 && length >= 0 && offset + length <= contentBytes;
  if (!(inside && Number.isSafeInteger(offset) && Number.isSafeInteger(length)))
    throw new LedgerError('object-range', { offset });
  const bytes = new Uint8Array(length);
  for (let done = 0; done < length; ) {
    const within = (offset + done) % OBJECT_CHUNK_BYTES;
    const plain = await chunks.open(Math.floor((offset + done) / OBJECT_CHUNK_BYTES));
    const part = plain.subarray(within, within + length - done);
    bytes.set(part, done);
    done += part.length;
  }
  return bytes;
}

async function* streamAll(chunks: Chunks, contentBytes: number): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < contentBytes; at += OBJECT_CHUNK_BYTES) {
    const plain = await chunks.open(at / OBJECT_CHUNK_BYTES);
    yield plain.subarray(0, contentBytes - at);
  }
}

async function readExactly(readAt: ObjectToOpen['readAt'], offset: number, length: number): Promise<Uint8Array> {
  const bytes = await readAt(offset, length);
  if (bytes.length !== length) throw new LedgerError('object-truncated', { offset });
  return bytes;
}
