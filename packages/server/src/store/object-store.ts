// Sealed objects: media, oversize texts, quarantined files. Content-addressed: an object's name is the hash of its sealed bytes.
// Each has a random key that stands only in the record that refers to it, so that it dies with it. Where the bytes lie is the
// shelf's affair; what leaves this file for a shelf is sealed, and what comes back is believed only as far as its hash and key go.

import { randomBytes } from 'node:crypto';
import { LedgerError, type ObjectContent, objectNameHash, openObject, sealObject } from '@acta/ledger';
import type { ObjectRef } from '../records/conversation.ts';
import type { InputFile } from '../records/input-file.ts';
import { ServerError } from '../server-error.ts';
import type { ObjectDraft, ObjectShelf, Removal, SealedBytes, StoredObject, SweepPlace } from './object-shelf.ts';

const OBJECT_NAME = /^[0-9a-f]{64}$/;
const RANGE_BYTES = 1 << 20;

export class ObjectStore {
  private readonly shelf: ObjectShelf;
  private readonly cellId: Uint8Array;

  constructor(shelf: ObjectShelf, cellId: Uint8Array) {
    this.shelf = shelf;
    this.cellId = cellId;
  }

  /** Seals a source into an object; memory stays bounded. Durable when this returns. Throws `disk-full` and the shelf's errors. */
  async keep(source: AsyncIterable<Uint8Array>): Promise<ObjectRef> {
    const key = randomBytes(32);
    return this.drafted(async (draft) => {
      const write = (sealed: Uint8Array): Promise<void> => draft.write(sealed);
      const sealed = await sealObject({ source, key, cellId: this.cellId, randomBytes, write });
      const object = Buffer.from(sealed.name).toString('hex');
      await draft.keepAs(object);
      return {
        key: key.toString('base64'),
        object,
        sha256: Buffer.from(sealed.contentSha256).toString('hex'),
        sizeBytes: sealed.contentBytes,
      };
    });
  }

  /**
   * Takes sealed bytes from another store under the name they have there. Throws `object-damaged` if that is not their name;
   * then nothing was kept.
   */
  async take(object: string, sealed: AsyncIterable<Uint8Array>): Promise<void> {
    expectName(object);
    if ((await this.shelf.sizeOf(object)) !== undefined) return;
    await this.drafted(async (draft) => {
      const hash = objectNameHash();
      for await (const bytes of sealed) {
        hash.update(bytes);
        await draft.write(bytes);
      }
      if (hash.digest('hex') !== object) throw new ServerError('object-damaged', { object });
      await draft.keepAs(object);
    });
  }

  /**
   * Opens an object's content. Throws `object-missing`, and `object-damaged` if it is not what it was. Read from start to end,
   * all its sealed bytes have been held against its name before the last of it is given out.
   */
  async open(ref: ObjectRef, name: string): Promise<InputFile> {
    expectName(ref.object);
    const sealed = await this.shelf.read(ref.object);
    try {
      const content = await openObject({
        readAt: namedBytes(ref.object, sealed),
        sealedBytes: sealed.sizeBytes,
        key: Buffer.from(ref.key, 'base64'),
        cellId: this.cellId,
      });
      return inputFile(name, content, sealed);
    } catch (error) {
      await sealed.close();
      throw error instanceof LedgerError ? new ServerError('object-damaged', { object: ref.object }, error) : error;
    }
  }

  /** The sealed bytes of an object, for whoever has no key: another store, a check. Throws `object-missing`, `object-damaged`. */
  async *sealed(object: string): AsyncGenerator<Uint8Array, void, undefined> {
    expectName(object);
    const sealed = await this.shelf.read(object);
    try {
      const readAt = namedBytes(object, sealed);
      for (let at = 0; at < sealed.sizeBytes; at += RANGE_BYTES) {
        const bytes = await readAt(at, Math.min(RANGE_BYTES, sealed.sizeBytes - at));
        if (bytes.length === 0) throw new ServerError('object-damaged', { object });
        yield bytes;
      }
    } finally {
      await sealed.close();
    }
  }

  /** Whether an object of this name is here; its bytes are not read. */
  async has(object: string): Promise<boolean> {
    expectName(object);
    return (await this.shelf.sizeOf(object)) !== undefined;
  }

  /** Removes an object, or says why its bytes stay. */
  async remove(object: string): Promise<Removal> {
    expectName(object);
    return this.shelf.remove(object);
  }

  /** Names and sealed sizes of all objects of the cell. */
  list(): AsyncIterable<StoredObject> {
    return this.shelf.list();
  }

  /** Removes what a crash left half written. Only for the one writer: what another is just sending would go too. */
  async sweep(where: SweepPlace): Promise<void> {
    await this.shelf.sweep(where);
  }

  /** Removes everything. Only where no record refers to anything of it. */
  async clear(): Promise<void> {
    for await (const { object } of this.shelf.list()) await this.shelf.remove(object);
    await this.shelf.sweep('here');
  }

  async close(): Promise<void> {
    await this.shelf.close();
  }

  private async drafted<R>(work: (draft: ObjectDraft) => Promise<R>): Promise<R> {
    const draft = await this.shelf.draft();
    try {
      return await work(draft);
    } catch (error) {
      await draft.discard();
      throw error;
    }
  }
}

function expectName(object: string): void {
  if (!OBJECT_NAME.test(object)) throw new ServerError('object-damaged', { object: 'name' });
}

/** Reads that are hashed on the way as long as they follow each other; the last of them must complete the name. */
function namedBytes(object: string, sealed: SealedBytes): SealedBytes['readAt'] {
  const hash = objectNameHash();
  let hashedBytes = 0;
  return async (offset, length) => {
    const bytes = await sealed.readAt(offset, length);
    if (offset !== hashedBytes || bytes.length === 0) return bytes;
    hash.update(bytes);
    hashedBytes += bytes.length;
    const isDamaged = hashedBytes >= sealed.sizeBytes && hash.copy().digest('hex') !== object;
    if (isDamaged) throw new ServerError('object-damaged', { object });
    return bytes;
  };
}

function inputFile(name: string, content: ObjectContent, sealed: SealedBytes): InputFile {
  const { contentBytes } = content;
  return {
    name,
    sizeBytes: contentBytes,
    read: (offset, length) => content.read(offset, Math.max(0, Math.min(length, contentBytes - offset))),
    open: (start = 0, end = contentBytes) =>
      start === 0 && end === contentBytes ? content.stream() : ranges(content, start, end),
    close: () => sealed.close(),
  };
}

async function* ranges(content: ObjectContent, start: number, end: number): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end; at += RANGE_BYTES) yield await content.read(at, Math.min(RANGE_BYTES, end - at));
}
