// Files on their way in, before anybody has said what they are. Each lies in the vault's folder sealed block by block (AES-256-GCM)
// under a key that stands in this process's memory alone: what a crash leaves nobody can read, and the next start removes it.

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { open, readdir, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { InputFile } from '../records/input-file.ts';
import { ServerError } from '../server-error.ts';
import { ensureFolder } from './vault-folder.ts';

const BLOCK_BYTES = 1 << 16;
const TAG_BYTES = 16;
const SEALED_BYTES = BLOCK_BYTES + TAG_BYTES;
const BLOCKS_A_READ = 8;

type Handle = Awaited<ReturnType<typeof open>>;

/** The folder of files on their way in. */
export class IncomingFiles {
  private readonly dir: string;
  /** How many an earlier process left; they are gone. */
  readonly left: number;

  private constructor(dir: string, left: number) {
    this.dir = dir;
    this.left = left;
  }

  /** Opens the folder, emptied. Only for the vault's one writer. */
  static async open(dir: string): Promise<IncomingFiles> {
    await ensureFolder(dir);
    const names = await readdir(dir);
    for (const name of names) await rm(join(dir, name), { force: true, recursive: true });
    return new IncomingFiles(dir, names.length);
  }

  /** Begins a file, empty. Throws `disk-full`. */
  async begin(): Promise<IncomingFile> {
    const path = join(this.dir, randomBytes(16).toString('hex'));
    return new IncomingFile(path, await open(path, 'wx+', 0o600).catch(fullOr));
  }

  /** Room for whoever may not use the disk's reserve. */
  async freeBytes(): Promise<number> {
    const { bavail, bsize } = await statfs(this.dir);
    return bavail * bsize;
  }
}

/** One file: written once from its start to its end, then read as often as needed, then removed. */
export class IncomingFile {
  private readonly path: string;
  private readonly handle: Handle;
  private readonly key = randomBytes(32);
  private readonly tail = Buffer.alloc(BLOCK_BYTES);
  private tailBytes = 0;
  private blocks = 0;
  private cached: { readonly block: number; readonly bytes: Uint8Array } | undefined;

  constructor(path: string, handle: Handle) {
    this.path = path;
    this.handle = handle;
  }

  /** Bytes taken so far. */
  get sizeBytes(): number {
    return this.blocks * BLOCK_BYTES + this.tailBytes;
  }

  /** Takes the next bytes. One call after another. Throws `disk-full`. */
  async write(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length; ) {
      const taken = Math.min(BLOCK_BYTES - this.tailBytes, bytes.length - at);
      this.tail.set(bytes.subarray(at, at + taken), this.tailBytes);
      this.tailBytes += taken;
      at += taken;
      if (this.tailBytes < BLOCK_BYTES) continue;
      await this.handle.write(this.sealed(this.blocks), 0, SEALED_BYTES, this.blocks * SEALED_BYTES).catch(fullOr);
      this.blocks++;
      this.tailBytes = 0;
    }
  }

  /** The bytes taken so far, as intake reads a file. What is shorter than a block has stayed in memory. */
  input(name: string, madeAt?: string): InputFile {
    const sizeBytes = this.sizeBytes;
    return {
      name,
      ...(madeAt === undefined ? {} : { madeAt }),
      sizeBytes,
      read: (offset, length) => this.read(offset, Math.max(0, Math.min(length, sizeBytes - offset))),
      open: (start = 0, end = sizeBytes) => this.pieces(start, Math.min(end, sizeBytes)),
      close: async () => undefined,
    };
  }

  /** Nothing of it is left. */
  async remove(): Promise<void> {
    this.key.fill(0);
    await this.handle.close().catch(() => undefined);
    await rm(this.path, { force: true });
  }

  private sealed(block: number): Buffer {
    const cipher = createCipheriv('aes-256-gcm', this.key, nonceOf(block));
    return Buffer.concat([cipher.update(this.tail), cipher.final(), cipher.getAuthTag()]);
  }

  private async *pieces(start: number, end: number): AsyncGenerator<Uint8Array> {
    for (let at = start; at < end; ) {
      const until = Math.min(end, (Math.floor(at / BLOCK_BYTES) + BLOCKS_A_READ) * BLOCK_BYTES);
      yield await this.read(at, until - at);
      at = until;
    }
  }

  private async read(offset: number, length: number): Promise<Uint8Array> {
    const first = Math.floor(offset / BLOCK_BYTES);
    const parts: Uint8Array[] = [];
    for (let block = first; block * BLOCK_BYTES < offset + length; block++) {
      const bytes = await this.block(block);
      const from = Math.max(0, offset - block * BLOCK_BYTES);
      parts.push(bytes.subarray(from, Math.min(bytes.length, offset + length - block * BLOCK_BYTES)));
    }
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
  }

  private async block(block: number): Promise<Uint8Array> {
    if (block >= this.blocks) return Uint8Array.prototype.slice.call(this.tail, 0, this.tailBytes);
    if (this.cached?.block === block) return this.cached.bytes;
    const sealed = Buffer.alloc(SEALED_BYTES);
    await this.handle.read(sealed, 0, SEALED_BYTES, block * SEALED_BYTES);
    const bytes = this.opened(block, sealed);
    this.cached = { block, bytes };
    return bytes;
  }

  private opened(block: number, sealed: Buffer): Uint8Array {
    const decipher = createDecipheriv('aes-256-gcm', this.key, nonceOf(block));
    decipher.setAuthTag(sealed.subarray(BLOCK_BYTES));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(0, BLOCK_BYTES)), decipher.final()]);
    } catch (error) {
      throw new ServerError('file-unreadable', { file: 'incoming' }, error);
    }
  }
}

/** A block is sealed once under its key, so its number is nonce enough. */
function nonceOf(block: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(block, 6, 6);
  return nonce;
}

const FULL: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

function fullOr(error: unknown): never {
  const isFull = error instanceof Error && 'code' in error && FULL.has(error.code);
  throw isFull ? new ServerError('disk-full', {}, error) : error;
}
