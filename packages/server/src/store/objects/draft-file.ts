// A file for sealed bytes whose name is known only at their end. What lies in it is sealed, so that a forgotten one tells nothing;
// its ending says that it may be removed by whoever opens the folder to write.

import { randomBytes } from 'node:crypto';
import { type FileHandle, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ServerError } from '../../server-error.ts';
import { ensureFolder } from '../vault-folder.ts';

const ENDING = '.tmp';

/** A file that is being written, and read again while it is open. */
export class DraftFile {
  readonly path: string;
  private readonly handle: FileHandle;

  private constructor(path: string, handle: FileHandle) {
    this.path = path;
    this.handle = handle;
  }

  /** Begins a file in `dir`, which is made if it is not there. Throws `disk-full`. */
  static async begin(dir: string): Promise<DraftFile> {
    const path = join(dir, `${randomBytes(12).toString('hex')}${ENDING}`);
    return unlessFull(async () => {
      await ensureFolder(dir);
      return new DraftFile(path, await open(path, 'wx+', 0o600));
    });
  }

  /** Throws `disk-full`. */
  async write(bytes: Uint8Array): Promise<void> {
    await unlessFull(() => this.handle.writeFile(bytes));
  }

  /** The bytes at an offset; all of them must have been written. */
  async readAt(offset: number, length: number): Promise<Uint8Array> {
    const bytes = Buffer.alloc(length);
    const { bytesRead } = await this.handle.read(bytes, 0, length, offset);
    return bytes.subarray(0, bytesRead);
  }

  /** Durable and closed: ready for its name. Throws `disk-full`. */
  async finish(): Promise<void> {
    await unlessFull(() => this.handle.sync());
    await this.handle.close();
  }

  /** Closes and removes it. Throws nothing: what stays is swept. */
  async discard(): Promise<void> {
    await this.handle.close().catch(() => undefined);
    await rm(this.path, { force: true }).catch(() => undefined);
  }
}

/** Removes the files that a crash left in `dir`. */
export async function sweepDrafts(dir: string): Promise<void> {
  for (const name of await readdir(dir).catch(() => [])) {
    if (name.endsWith(ENDING)) await rm(join(dir, name), { force: true });
  }
}

/** Throws `disk-full` where the file system has no room or no quota left. */
export async function unlessFull<R>(work: () => Promise<R>): Promise<R> {
  try {
    return await work();
  } catch (error) {
    const code = errnoOf(error);
    throw code === 'ENOSPC' || code === 'EDQUOT' ? new ServerError('disk-full', {}, error) : error;
  }
}

/** The operating system's name of an error, or the empty string. */
export function errnoOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
