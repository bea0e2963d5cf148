/** Sealing a stream into an object with memory for one chunk, hashing what goes in and what comes out. */
import { createHash, type KeyObject } from 'node:crypto';
import type { RandomBytes } from '../randomness.ts';
import {
  LENGTH_BYTES,
  OBJECT_CHUNK_BYTES,
  OBJECT_SALT_BYTES,
  OBJECT_VERSION,
  objectKey,
  objectNameHash,
  paddedBytes,
  sealChunk,
} from './format.ts';

/** What sealing needs. */
export interface ContentToSeal {
  readonly source: AsyncIterable<Uint8Array>;
  /** 32 bytes; the object's own key is derived from it. */
  readonly key: Uint8Array;
  /** 16 bytes. */
  readonly cellId: Uint8Array;
  readonly randomBytes: RandomBytes;
  /** Takes the sealed bytes in order; it may keep what it is given. */
  readonly write: (sealed: Uint8Array) => Promise<void>;
}

/** What an object is known by. */
export interface SealedObject {
  /** SHA-256("acta/object/v1\n" ‖ sealed bytes). */
  readonly name: Uint8Array;
  readonly sealedBytes: number;
  /** Plain SHA-256: as secret as the content. */
  readonly contentSha256: Uint8Array;
  readonly contentBytes: number;
}

/** Seals all of `source`. An object whose sealing failed midway does not open: its last chunk is missing. */
export async function sealObject(of: ContentToSeal): Promise<SealedObject> {
  const sealer = new ObjectSealer(of);
  await sealer.begin();
  for await (const piece of of.source) await sealer.add(piece);
  return sealer.end();
}

class ObjectSealer {
  readonly #write: ContentToSeal['write'];
  readonly #salt: Uint8Array;
  readonly #key: KeyObject;
  readonly #name = objectNameHash();
  readonly #content = createHash('sha256');
  readonly #chunk: Buffer = Buffer.alloc(OBJECT_CHUNK_BYTES);
  #held = 0;
  #index = 0;
  #contentBytes = 0;
  #sealedBytes = 0;

  constructor({ key, cellId, randomBytes, write }: ContentToSeal) {
    this.#write = write;
    this.#salt = randomBytes(OBJECT_SALT_BYTES);
    this.#key = objectKey(key, this.#salt, cellId);
  }

  async begin(): Promise<void> {
    await this.#emit(Buffer.concat([Uint8Array.of(OBJECT_VERSION), this.#salt]));
  }

  async add(piece: Uint8Array): Promise<void> {
    this.#content.update(piece);
    this.#contentBytes += piece.length;
    for (let at = 0; at < piece.length; ) {
      const taken = Math.min(piece.length - at, OBJECT_CHUNK_BYTES - this.#held);
      this.#chunk.set(piece.subarray(at, at + taken), this.#held);
      at += taken;
      await this.#hold(taken);
    }
  }

  /** Pads, writes the length, seals the last chunk. */
  async end(): Promise<SealedObject> {
    const padded = paddedBytes(this.#contentBytes);
    let zeros = padded - this.#contentBytes - LENGTH_BYTES;
    while (this.#held + zeros + LENGTH_BYTES > OBJECT_CHUNK_BYTES) {
      const taken = OBJECT_CHUNK_BYTES - this.#held;
      this.#chunk.fill(0, this.#held);
      zeros -= taken;
      await this.#hold(taken);
    }
    const last = this.#chunk.subarray(0, this.#held + zeros + LENGTH_BYTES).fill(0, this.#held);
    last.writeBigUInt64BE(BigInt(this.#contentBytes), last.length - LENGTH_BYTES);
    await this.#seal(last, true);
    this.#chunk.fill(0);
    return {
      name: this.#name.digest(),
      sealedBytes: this.#sealedBytes,
      contentSha256: this.#content.digest(),
      contentBytes: this.#contentBytes,
    };
  }

  /** The length always follows, so a chunk that is full here is never the last. */
  async #hold(taken: number): Promise<void> {
    this.#held += taken;
    if (this.#held < OBJECT_CHUNK_BYTES) return;
    await this.#seal(this.#chunk, false);
    this.#held = 0;
  }

  async #seal(plain: Uint8Array, isLast: boolean): Promise<void> {
    await this.#emit(sealChunk(this.#key, { index: this.#index, isLast }, plain));
    this.#index++;
  }

  async #emit(sealed: Uint8Array): Promise<void> {
    this.#name.update(sealed);
    this.#sealedBytes += sealed.length;
    await this.#write(sealed);
  }
}
