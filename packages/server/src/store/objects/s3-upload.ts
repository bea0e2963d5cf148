// An object on its way to a bucket. Its name is known only when all of it has been sealed, so what is larger than a part waits in a
// file, sealed; a part can then be sent again as often as the way breaks. Memory stays at a few parts.

import { ServerError } from '../../server-error.ts';
import type { ObjectDraft } from '../object-shelf.ts';
import { DraftFile } from './draft-file.ts';
import type { S3Bucket, SentPart, UnfinishedUpload } from './s3-bucket.ts';

/** Up to here an object is sent whole; beyond, in parts of this size. S3 wants at least 5 MiB. */
const PART_BYTES: number = 8 << 20;
/** S3 counts parts up to here. */
const PARTS_MOST = 10_000;
const PARTS_AT_ONCE = 3;

export interface S3DraftParts {
  readonly bucket: S3Bucket;
  readonly keyOf: (object: string) => string;
  /** Where sealed bytes wait until all of them are there. */
  readonly waitingDir: string;
  /** Before the first object that goes in parts. */
  readonly beforeParts: () => Promise<void>;
}

export class S3Draft implements ObjectDraft {
  private readonly parts: S3DraftParts;
  private held: Uint8Array[] = [];
  private file: DraftFile | undefined;
  private sizeBytes = 0;

  constructor(parts: S3DraftParts) {
    this.parts = parts;
  }

  async write(sealed: Uint8Array): Promise<void> {
    this.sizeBytes += sealed.length;
    if (this.file !== undefined) return this.file.write(sealed);
    this.held.push(sealed);
    if (this.sizeBytes <= PART_BYTES) return;
    this.file = await DraftFile.begin(this.parts.waitingDir);
    await this.file.write(Buffer.concat(this.held));
    this.held = [];
  }

  async keepAs(object: string): Promise<void> {
    const { bucket, keyOf } = this.parts;
    const key = keyOf(object);
    const isTold = this.file === undefined && (await bucket.put(key, Buffer.concat(this.held)));
    if (this.file !== undefined) await this.sendInParts(key, this.file);
    if (!isTold) await this.expectWhole(key, object);
    await bucket.expectLock(key);
    await this.discard();
  }

  async discard(): Promise<void> {
    this.held = [];
    await this.file?.discard();
    this.file = undefined;
  }

  private async sendInParts(key: string, file: DraftFile): Promise<void> {
    const { beforeParts, bucket } = this.parts;
    await beforeParts();
    const upload = { key, id: await bucket.beginUpload(key) };
    try {
      const sent = await this.sendAll(upload, file);
      // The upload is gone where it was joined and only the answer got lost; what stands there then is looked at.
      await bucket.completeUpload(upload, sent).catch(unlessMissing);
    } catch (error) {
      await bucket.abortUpload(upload).catch(() => undefined);
      throw error;
    }
  }

  private async sendAll(upload: UnfinishedUpload, file: DraftFile): Promise<SentPart[]> {
    const { sizeBytes } = this;
    const partBytes = Math.max(PART_BYTES, Math.ceil(sizeBytes / PARTS_MOST));
    const count = Math.ceil(sizeBytes / partBytes);
    const sent: SentPart[] = [];
    let next = 0;
    let hasFailed = false;
    const sendSome = async (): Promise<void> => {
      while (next < count && !hasFailed) {
        const at = next++;
        const bytes = await file.readAt(at * partBytes, Math.min(partBytes, sizeBytes - at * partBytes));
        sent[at] = await this.parts.bucket.sendPart(upload, at + 1, bytes);
      }
    };
    const failed = (error: unknown): never => {
      hasFailed = true;
      throw error;
    };
    const all = await Promise.allSettled(Array.from({ length: PARTS_AT_ONCE }, () => sendSome().catch(failed)));
    for (const one of all) if (one.status === 'rejected') throw one.reason;
    return sent;
  }

  /** Something of this name stood there already, or many parts were joined: its size must be the object's. */
  private async expectWhole(key: string, object: string): Promise<void> {
    const found = await this.parts.bucket.find(key);
    if (found === undefined) throw new ServerError('object-missing', { object });
    if (found.sizeBytes !== this.sizeBytes) throw new ServerError('object-damaged', { object });
  }
}

function unlessMissing(error: unknown): void {
  if (!(error instanceof ServerError) || error.code !== 'object-missing') throw error;
}
