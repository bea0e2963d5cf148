// Sealed objects in a folder: media, oversize texts, quarantined files. Content-addressed: a file's name is the hash of
// its sealed bytes. Each has a random key that stands only in the record that refers to it, so that it dies with it.

import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openObject, sealObject } from '@acta/ledger';
import type { ObjectRef } from '../records/conversation.ts';
import type { InputFile } from '../records/input-file.ts';
import { ServerError } from '../server-error.ts';
import { syncFolder } from './vault-folder.ts';

const OBJECT_NAME = /^[0-9a-f]{64}$/;

export class ObjectStore {
  private readonly dir: string;
  private readonly cellId: Uint8Array;

  constructor(dir: string, cellId: Uint8Array) {
    this.dir = dir;
    this.cellId = cellId;
  }

  /** Seals a stream into an object; memory stays at one chunk. Durable when this returns. */
  async keep(source: AsyncIterable<Uint8Array>): Promise<ObjectRef> {
    const temporary = join(this.dir, `${randomBytes(12).toString('hex')}.tmp`);
    const key = randomBytes(32);
    await mkdir(this.dir, { recursive: true, mode: 0o700 });
    const handle = await open(temporary, 'wx', 0o600);
    try {
      const write = async (sealed: Uint8Array): Promise<void> => void (await handle.writeFile(sealed));
      const sealed = await sealObject({ source, key, cellId: this.cellId, randomBytes, write });
      await handle.sync();
      await handle.close();
      const object = Buffer.from(sealed.name).toString('hex');
      const file = this.fileOf(object);
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      await rename(temporary, file);
      syncFolder(dirname(file));
      return {
        key: key.toString('base64'),
        object,
        sha256: Buffer.from(sealed.contentSha256).toString('hex'),
        sizeBytes: sealed.contentBytes,
      };
    } catch (error) {
      await handle.close().catch(() => undefined);
      await rm(temporary, { force: true });
      throw error;
    }
  }

  /** Opens an object's content. Throws `object-damaged` if it is gone or not what it was. */
  async open(ref: ObjectRef, name: string): Promise<InputFile> {
    const file = this.fileOf(ref.object);
    let handle: FileHandle | undefined;
    try {
      const sealedBytes = (await stat(file)).size;
      handle = await open(file, 'r');
      const held = handle;
      const readAt = async (offset: number, length: number): Promise<Uint8Array> => {
        const bytes = Buffer.alloc(length);
        const { bytesRead } = await held.read(bytes, 0, length, offset);
        return bytes.subarray(0, bytesRead);
      };
      const content = await openObject({
        readAt,
        sealedBytes,
        key: Buffer.from(ref.key, 'base64'),
        cellId: this.cellId,
      });
      return {
        name,
        sizeBytes: content.contentBytes,
        read: (offset, length) => content.read(offset, Math.max(0, Math.min(length, content.contentBytes - offset))),
        open: (start = 0, end = content.contentBytes) =>
          start === 0 && end === content.contentBytes ? content.stream() : ranges(content, start, end),
        close: () => held.close(),
      };
    } catch (error) {
      await handle?.close();
      throw new ServerError('object-damaged', { object: ref.object }, error);
    }
  }

  /** Removes an object. Returns whether it was there. */
  async remove(object: string): Promise<boolean> {
    const file = this.fileOf(object);
    const isThere = (await stat(file).catch(() => undefined)) !== undefined;
    if (!isThere) return false;
    await rm(file, { force: true });
    syncFolder(dirname(file));
    return true;
  }

  /** Removes what a crash left half written. */
  async sweep(): Promise<void> {
    for (const name of await readdir(this.dir).catch(() => [])) {
      if (name.endsWith('.tmp')) await rm(join(this.dir, name), { force: true });
    }
  }

  private fileOf(object: string): string {
    if (!OBJECT_NAME.test(object)) throw new ServerError('object-damaged', { object: 'name' });
    return join(this.dir, object.slice(0, 2), object);
  }
}

const RANGE_BYTES = 1 << 20;

async function* ranges(
  content: { readonly read: (offset: number, length: number) => Promise<Uint8Array> },
  start: number,
  end: number,
): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end; at += RANGE_BYTES) yield await content.read(at, Math.min(RANGE_BYTES, end - at));
}
