// Captures in a folder of the vault: one file a key, named by its id; in it each frame after its length (u32be). A frame whose writing
// was cut off by a crash or a power cut was never acknowledged: it is shorter than its length says, or its length is 0.

import { type FileHandle, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeyId } from '@acta/ledger';
import { ServerError } from '../server-error.ts';
import type { CaptureStore } from './capture-store.ts';
import { errnoOf, unlessFull } from './objects/draft-file.ts';
import { ensureFolder, settleFolder } from './vault-folder.ts';

const LENGTH_BYTES = 4;
const NAME = /^\d{1,16}$/;

export class CaptureFolder implements CaptureStore {
  private readonly dir: string;
  private written: { readonly key: KeyId; readonly file: FileHandle } | undefined;

  constructor(dir: string) {
    this.dir = dir;
  }

  async append(key: KeyId, index: number, frame: Uint8Array): Promise<void> {
    await unlessFull(async () => {
      if (index === 0) await this.begin(key);
      const file = this.written?.key === key ? this.written.file : undefined;
      if (file === undefined) throw new Error('frames are added to the key that was begun last');
      const length = Buffer.alloc(LENGTH_BYTES);
      length.writeUInt32BE(frame.length);
      const { bytesWritten } = await file.writev([length, frame]);
      // A disk that is nearly full takes a part of it.
      if (bytesWritten < LENGTH_BYTES + frame.length) throw new ServerError('disk-full');
      await file.datasync();
    });
  }

  /** The file is there after a power cut when this resolves. */
  private async begin(key: KeyId): Promise<void> {
    await this.close();
    await ensureFolder(this.dir);
    this.written = { key, file: await open(join(this.dir, String(key)), 'wx', 0o600) };
    await settleFolder(this.dir);
  }

  async keys(): Promise<readonly KeyId[]> {
    const names = await readdir(this.dir).catch((error: unknown) => {
      if (errnoOf(error) === 'ENOENT') return [];
      throw error;
    });
    return names
      .filter((name) => NAME.test(name))
      .map(Number)
      .sort((a, b) => a - b);
  }

  async *frames(key: KeyId): AsyncIterable<Uint8Array> {
    const file = await open(join(this.dir, String(key)), 'r');
    try {
      const { size } = await file.stat();
      for (let at = 0; at + LENGTH_BYTES < size; ) {
        const length = (await readAt(file, at, LENGTH_BYTES)).readUInt32BE();
        at += LENGTH_BYTES;
        if (length === 0 || at + length > size) return;
        yield await readAt(file, at, length);
        at += length;
      }
    } finally {
      await file.close();
    }
  }

  async drop(key: KeyId): Promise<void> {
    if (this.written?.key === key) await this.close();
    await rm(join(this.dir, String(key)), { force: true });
  }

  async close(): Promise<void> {
    const { written } = this;
    this.written = undefined;
    await written?.file.close();
  }
}

async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, at);
  return bytes.subarray(0, bytesRead);
}
