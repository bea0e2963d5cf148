// Sealed objects as files of a folder, in 256 folders by the first two digits of their names. A file is whole and durable before
// it has its name; the name is durable before anybody is told.

import { type FileHandle, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ServerError } from '../../server-error.ts';
import type { ObjectDraft, ObjectShelf, Removal, SealedBytes, StoredObject } from '../object-shelf.ts';
import { ensureFolder, settleFolder } from '../vault-folder.ts';
import { DraftFile, errnoOf, sweepDrafts, unlessFull } from './draft-file.ts';

const SHARD = /^[0-9a-f]{2}$/;
const OBJECT_NAME = /^[0-9a-f]{64}$/;

export class FolderShelf implements ObjectShelf {
  private readonly dir: string;

  constructor(dir: string) {
    this.dir = dir;
  }

  async draft(): Promise<ObjectDraft> {
    const file = await DraftFile.begin(this.dir);
    return {
      write: (sealed) => file.write(sealed),
      keepAs: async (object) => {
        await file.finish();
        await unlessFull(() => this.name(file.path, object));
      },
      discard: () => file.discard(),
    };
  }

  async read(object: string): Promise<SealedBytes> {
    let handle: FileHandle | undefined;
    try {
      const opened = await open(this.fileOf(object), 'r');
      handle = opened;
      const { size: sizeBytes } = await opened.stat();
      return {
        sizeBytes,
        readAt: (offset, length) => readAt(opened, object, offset, length),
        close: () => opened.close(),
      };
    } catch (error) {
      await handle?.close();
      throw new ServerError(errnoOf(error) === 'ENOENT' ? 'object-missing' : 'object-damaged', { object }, error);
    }
  }

  async sizeOf(object: string): Promise<number | undefined> {
    return (await stat(this.fileOf(object)).catch(unlessGone))?.size;
  }

  async remove(object: string): Promise<Removal> {
    if ((await this.sizeOf(object)) === undefined) return 'absent';
    const file = this.fileOf(object);
    await rm(file, { force: true });
    await settleFolder(dirname(file));
    return 'removed';
  }

  async *list(): AsyncGenerator<StoredObject, void, undefined> {
    const shards = ((await readdir(this.dir).catch(unlessGone)) ?? []).filter((name) => SHARD.test(name));
    for (const shard of shards) {
      for (const object of (await readdir(join(this.dir, shard)).catch(unlessGone)) ?? []) {
        const sizeBytes = OBJECT_NAME.test(object) ? await this.sizeOf(object) : undefined;
        if (sizeBytes !== undefined) yield { object, sizeBytes };
      }
    }
  }

  async sweep(): Promise<void> {
    await sweepDrafts(this.dir);
  }

  async close(): Promise<void> {}

  private async name(path: string, object: string): Promise<void> {
    const file = this.fileOf(object);
    await ensureFolder(dirname(file));
    await rename(path, file);
    await settleFolder(dirname(file));
  }

  private fileOf(object: string): string {
    return join(this.dir, object.slice(0, 2), object);
  }
}

async function readAt(handle: FileHandle, object: string, offset: number, length: number): Promise<Uint8Array> {
  const bytes = Buffer.alloc(length);
  try {
    const { bytesRead } = await handle.read(bytes, 0, length, offset);
    return bytes.subarray(0, bytesRead);
  } catch (error) {
    throw new ServerError('object-damaged', { object }, error);
  }
}

/** What is not there has no size and no names; any other failure is one. */
function unlessGone(error: unknown): undefined {
  if (errnoOf(error) !== 'ENOENT' && errnoOf(error) !== 'ENOTDIR') throw error;
}
