// Sealed objects in a bucket of an S3-compatible store, one key an object: PREFIX/CELL/NAME. The store is believed nothing: it
// sees sealed bytes and the hashes that are their names, and what it gives back is held against both.

import { ServerError } from '../../server-error.ts';
import type { ObjectDraft, ObjectShelf, Removal, SealedBytes, StoredObject, SweepPlace } from '../object-shelf.ts';
import { sweepDrafts } from './draft-file.ts';
import type { S3Bucket, UnfinishedUpload } from './s3-bucket.ts';
import { S3Draft } from './s3-upload.ts';

/** What one request brings. Most objects are smaller, and come whole. */
const WINDOW_BYTES = 4 << 20;
const WINDOWS_HELD = 2;
const OBJECT_NAME = /^[0-9a-f]{64}$/;

export interface S3ShelfOptions {
  readonly bucket: S3Bucket;
  /** Without slashes at its ends; may be empty. */
  readonly prefix: string;
  readonly cellHex: string;
  /** A folder of this machine in which large sealed objects wait until they are sent. */
  readonly waitingDir: string;
}

export class S3Shelf implements ObjectShelf {
  private readonly bucket: S3Bucket;
  private readonly root: string;
  private readonly waitingDir: string;
  private swept: Promise<void> | undefined;

  constructor({ bucket, cellHex, prefix, waitingDir }: S3ShelfOptions) {
    this.bucket = bucket;
    this.root = prefix === '' ? `${cellHex}/` : `${prefix}/${cellHex}/`;
    this.waitingDir = waitingDir;
  }

  async draft(): Promise<ObjectDraft> {
    return new S3Draft({
      bucket: this.bucket,
      keyOf: (object) => this.keyOf(object),
      waitingDir: this.waitingDir,
      beforeParts: () => this.sweepSent(),
    });
  }

  async read(object: string): Promise<SealedBytes> {
    const key = this.keyOf(object);
    const load = (offset: number) => this.bucket.range(key, offset, WINDOW_BYTES, { object });
    const { bytes: first, sizeBytes } = await load(0);
    const windows = new Map<number, Promise<Uint8Array>>([[0, Promise.resolve(first)]]);
    const windowAt = (index: number): Promise<Uint8Array> => {
      const held = windows.get(index) ?? load(index * WINDOW_BYTES).then(({ bytes }) => bytes);
      // Used last stands last; what failed is not held.
      windows.delete(index);
      windows.set(index, held);
      held.catch(() => windows.delete(index));
      for (const [oldest] of windows) if (windows.size > WINDOWS_HELD) windows.delete(oldest);
      return held;
    };
    return {
      sizeBytes,
      readAt: (offset, length) => readAcross(windowAt, offset, length),
      close: async () => windows.clear(),
    };
  }

  async sizeOf(object: string): Promise<number | undefined> {
    return (await this.bucket.find(this.keyOf(object)))?.sizeBytes;
  }

  /** Where the bucket keeps versions, each of them goes: hiding the newest would leave the bytes. */
  async remove(object: string): Promise<Removal> {
    const key = this.keyOf(object);
    const found = await this.bucket.find(key);
    if (found !== undefined && found.versionId === undefined) {
      await this.bucket.remove(key);
      return 'removed';
    }
    const versions = await this.bucket.versions(key);
    const [bodies, markers] = [versions.filter((one) => !one.isMarker), versions.filter((one) => one.isMarker)];
    let isLocked = false;
    for (const { id } of bodies) isLocked = !(await this.removeVersion(key, id)) || isLocked;
    if (isLocked) {
      if (found !== undefined) await this.bucket.remove(key);
      return 'locked';
    }
    for (const { id } of markers) await this.bucket.remove(key, id);
    return bodies.length > 0 ? 'removed' : 'absent';
  }

  async *list(): AsyncGenerator<StoredObject, void, undefined> {
    for await (const { key, sizeBytes } of this.bucket.list(this.root)) {
      const object = key.slice(this.root.length);
      if (OBJECT_NAME.test(object)) yield { object, sizeBytes };
    }
  }

  /** What was half sent is looked for when it is asked for, or before the next object goes in parts: a start asks nobody. */
  async sweep(where: SweepPlace): Promise<void> {
    await sweepDrafts(this.waitingDir);
    if (where === 'everywhere') {
      this.swept = undefined;
      await this.sweepSent();
    }
  }

  async close(): Promise<void> {
    await this.bucket.close();
  }

  /** One writer: what is unfinished before its first upload is nobody's any more. */
  private sweepSent(): Promise<void> {
    this.swept ??= this.abortUnfinished().catch((error: unknown) => {
      this.swept = undefined;
      throw error;
    });
    return this.swept;
  }

  private async abortUnfinished(): Promise<void> {
    const unfinished: UnfinishedUpload[] = [];
    for await (const upload of this.bucket.unfinished(this.root)) unfinished.push(upload);
    for (const upload of unfinished) await this.bucket.abortUpload(upload);
  }

  /** Returns false where a lock keeps the version. */
  private async removeVersion(key: string, id: string): Promise<boolean> {
    try {
      await this.bucket.remove(key, id);
      return true;
    } catch (error) {
      const isDenied = error instanceof ServerError && error.code === 'objects-denied';
      if (isDenied && (await this.bucket.isLocked(key, id))) return false;
      throw error;
    }
  }

  private keyOf(object: string): string {
    return this.root + object;
  }
}

async function readAcross(
  windowAt: (index: number) => Promise<Uint8Array>,
  offset: number,
  length: number,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for (let at = offset; at < offset + length; ) {
    const within = at % WINDOW_BYTES;
    const window = await windowAt(Math.floor(at / WINDOW_BYTES));
    const part = window.subarray(within, within + offset + length - at);
    if (part.length === 0) break;
    parts.push(part);
    at += part.length;
  }
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
}
