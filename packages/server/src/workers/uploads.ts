// Files that a program brings to be sent: sealed as they arrive, held against the platform's list of types and sizes and against their
// own first bytes. Their keys stand in this process's memory alone, so that a file that is never sent is forgotten with the process or
// after a day, and no record has to be erased for it. What is sent is sealed anew for its message: it dies with that person alone.

import { checkMedia, type FileKind, isFileFor, isStillTooLarge, SIGNATURE_BYTES, uploadLimitOf } from '@acta/policy';
import type { ObjectRef } from '../records/conversation.ts';
import type { InputFile } from '../records/input-file.ts';
import { Gate } from './gate.ts';
import type { MediaShelf } from './media-file.ts';
import type { OrderedFile, SendOrder, SendOutcome, UploadedFile, UploadOrder, UploadOutcome } from './send-order.ts';

export interface WaitingFiles extends MediaShelf {
  readonly open: (ref: ObjectRef, name: string) => Promise<InputFile>;
}

export interface UploadParts {
  readonly shelf: MediaShelf;
  /** Where files lie until they are sent, on this machine; whoever starts next empties it. */
  readonly waiting: WaitingFiles;
  /** Whether this asker's key stands for a message already. */
  readonly isKnown: (order: SendOrder) => Promise<boolean>;
  readonly send: (order: SendOrder) => Promise<SendOutcome>;
  readonly now: () => Date;
}

interface Held {
  readonly content: ObjectRef;
  readonly mime: string;
  readonly untilMs: number;
}

const HELD_MS = 86_400_000;
const MOST_HELD = 1_000;
const MOST_HELD_BYTES = 2 * 1024 ** 3;
const AT_ONCE = 8;
const SWEEP_MS = 600_000;

/** Thrown into the stream of a file that is refused, so that the shelf drops what it has of it. */
class Unwanted extends Error {
  readonly outcome: 'too-large' | 'differs';

  constructor(outcome: Unwanted['outcome']) {
    super(outcome);
    this.outcome = outcome;
  }
}

export class Uploads {
  private readonly parts: UploadParts;
  private readonly held = new Map<string, Held>();
  private readonly gate = new Gate(AT_ONCE);
  private readonly timer: NodeJS.Timeout;

  constructor(parts: UploadParts) {
    this.parts = parts;
    this.timer = setInterval(() => void this.forgetOld(), SWEEP_MS).unref();
  }

  /** Takes a file. The same bytes of the same asker are the same file. Throws what the stream and the shelf throw. */
  take(order: UploadOrder): Promise<UploadOutcome> {
    const mostBytes = uploadLimitOf(order.mime);
    if (mostBytes === undefined) return Promise.resolve({ outcome: 'type-unknown' });
    if ((order.sizeBytes ?? 0) > mostBytes) return Promise.resolve({ outcome: 'too-large' });
    return this.gate.through(() => this.kept(order, mostBytes));
  }

  /** Sends a message with the file it names, if it names one. */
  async send(order: SendOrder): Promise<SendOutcome> {
    const { message, upload } = order;
    if (upload === undefined) return this.parts.send(order);
    const held = this.held.get(nameOf(order.actor, upload));
    if (held === undefined) return this.withoutFile(order, upload);
    if (!isFileFor(message.type as FileKind, held.mime)) return unfit('not-allowed');
    const file = { content: await this.copied(held.content), mime: held.mime };
    const outcome = await this.parts.send({ ...order, file });
    const isSent = outcome.outcome === 'intended' && outcome.isNew;
    if (!isSent) await this.parts.shelf.remove(file.content.object);
    return outcome;
  }

  /** Removes every file that was not sent. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    for (const name of [...this.held.keys()]) await this.forget(name);
  }

  /** It was brought to another process or too long ago: only what stands on record under the order's key can be told of. */
  private async withoutFile(order: SendOrder, sha256: string): Promise<SendOutcome> {
    if (!(await this.parts.isKnown(order))) return unfit('missing');
    return this.parts.send({ ...order, file: gone(sha256) });
  }

  private async kept({ actor, bytes, mime }: UploadOrder, mostBytes: number): Promise<UploadOutcome> {
    if (this.isFull()) return { outcome: 'full' };
    const first: Uint8Array[] = [];
    try {
      const content = await this.parts.waiting.keep(checked(bytes, { first, mime, mostBytes }));
      const faulty = content.sizeBytes === 0 || isStillTooLarge(mime, content.sizeBytes, Buffer.concat(first));
      if (faulty) {
        await this.parts.waiting.remove(content.object);
        return { outcome: content.sizeBytes === 0 ? 'differs' : 'too-large' };
      }
      return { outcome: 'taken', ...(await this.hold(actor, content, mime)) };
    } catch (error) {
      if (error instanceof Unwanted) return { outcome: error.outcome };
      throw error;
    }
  }

  private async hold(actor: string, content: ObjectRef, mime: string): Promise<UploadedFile> {
    const name = nameOf(actor, content.sha256);
    const known = this.held.get(name);
    const untilMs = this.parts.now().getTime() + HELD_MS;
    this.held.set(name, { content: known?.content ?? content, mime, untilMs });
    if (known !== undefined) await this.parts.waiting.remove(content.object);
    return { sha256: content.sha256, sizeBytes: content.sizeBytes, mime, untilMs, isNew: known === undefined };
  }

  private isFull(): boolean {
    const bytes = [...this.held.values()].reduce((sum, { content }) => sum + content.sizeBytes, 0);
    return this.held.size >= MOST_HELD || bytes >= MOST_HELD_BYTES;
  }

  private async copied(content: ObjectRef): Promise<ObjectRef> {
    const file = await this.parts.waiting.open(content, 'upload');
    try {
      return await this.parts.shelf.keep(file.open());
    } finally {
      await file.close();
    }
  }

  private async forgetOld(): Promise<void> {
    const nowMs = this.parts.now().getTime();
    for (const [name, { untilMs }] of [...this.held])
      if (untilMs <= nowMs) await this.forget(name).catch(() => undefined);
  }

  private async forget(name: string): Promise<void> {
    const held = this.held.get(name);
    this.held.delete(name);
    if (held !== undefined) await this.parts.waiting.remove(held.content.object);
  }
}

/** Passes the bytes on as long as they are not too many and their beginning is what they are said to be. */
async function* checked(
  bytes: AsyncIterable<Uint8Array>,
  { first, mime, mostBytes }: { readonly first: Uint8Array[]; readonly mime: string; readonly mostBytes: number },
): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const part of bytes) {
    if (size < SIGNATURE_BYTES) first.push(part.slice(0, SIGNATURE_BYTES - size));
    size += part.length;
    if (size > mostBytes) throw new Unwanted('too-large');
    yield part;
  }
  if (checkMedia(mime, Buffer.concat(first)).length > 0) throw new Unwanted('differs');
}

function nameOf(actor: string, sha256: string): string {
  return `${actor}/${sha256}`;
}

function unfit(code: 'missing' | 'not-allowed'): SendOutcome {
  return { outcome: 'invalid', faults: [{ code, field: 'media.sha256' }] };
}

/** A file of which only the hash is known: enough to tell whether an order is the one that stands. */
function gone(sha256: string): OrderedFile {
  return { content: { key: '', object: '', sha256, sizeBytes: 0 }, mime: '' };
}
