// A media object on its way from the platform into a sealed object: streamed, with its size bounded and its hash compared. Of what is
// small enough it is also told what it is, how long it plays and how it looks.

import { durationMsOf, mediaTypeOfBytes, TELLING_BYTES } from '@acta/formats';
import type { ObjectRef } from '../records/conversation.ts';
import { oneChunk } from '../records/one-chunk.ts';
import { thumbnailOf } from './thumbnail.ts';

/** What sealed objects are kept with. */
export interface MediaShelf {
  readonly keep: (bytes: AsyncIterable<Uint8Array>) => Promise<ObjectRef>;
  readonly remove: (object: string) => Promise<unknown>;
}

export interface KeptMedia {
  readonly content: ObjectRef;
  readonly first: Uint8Array;
  readonly mime?: string;
  readonly durationMs?: number;
  readonly thumbnail?: ObjectRef;
}

/** What is larger is kept and not looked into. */
const LOOKED_INTO_BYTES = 16 * 1024 * 1024;

class TooLarge extends Error {}

/** Keeps the bytes, unless they are more than allowed or not those that were announced. Throws what the stream and the shelf throw. */
export async function keepMedia(
  shelf: MediaShelf,
  bytes: AsyncIterable<Uint8Array>,
  { mostBytes, sha256 }: { readonly mostBytes: number; readonly sha256?: string },
): Promise<KeptMedia | 'too-large' | 'differs'> {
  const seen: Uint8Array[] = [];
  let content: ObjectRef;
  try {
    content = await shelf.keep(watched(bytes, mostBytes, seen));
  } catch (error) {
    if (error instanceof TooLarge) return 'too-large';
    throw error;
  }
  if (sha256 !== undefined && sha256 !== content.sha256) {
    await shelf.remove(content.object);
    return 'differs';
  }
  return { content, ...(await lookedInto(shelf, Buffer.concat(seen), content.sizeBytes)) };
}

/** Passes the bytes on, and keeps as many as will be looked into. */
async function* watched(
  bytes: AsyncIterable<Uint8Array>,
  mostBytes: number,
  seen: Uint8Array[],
): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const part of bytes) {
    size += part.length;
    if (size > mostBytes) throw new TooLarge();
    if (size <= LOOKED_INTO_BYTES) seen.push(part);
    else seen.length = Math.min(seen.length, 1);
    yield part;
  }
}

async function lookedInto(shelf: MediaShelf, bytes: Buffer, sizeBytes: number): Promise<Omit<KeptMedia, 'content'>> {
  const first = bytes.subarray(0, TELLING_BYTES);
  const mime = mediaTypeOfBytes(first);
  const told = mime === undefined ? { first } : { first, mime };
  if (bytes.length < sizeBytes) return told;
  const kind = mime?.split('/')[0];
  const picture = kind === 'image' ? await thumbnailOf(bytes) : undefined;
  const durationMs = kind === 'audio' || kind === 'video' ? durationMsOf(bytes) : undefined;
  return {
    ...told,
    ...(durationMs === undefined ? {} : { durationMs }),
    ...(picture === undefined ? {} : { thumbnail: await shelf.keep(oneChunk(picture)) }),
  };
}
