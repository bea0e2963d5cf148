// One bucket of an S3-compatible server, through the client library of AWS: the few calls that keeping objects needs, each with its
// tries, its time and our error. It knows keys and bytes, not what an object is. What a server cannot do (conditions, checksums
// of its own) is learnt by asking once; what is sent is covered by the signature's SHA-256 in any case.

import { createHash } from 'node:crypto';
import type { S3 } from '@aws-sdk/client-s3';
import { type ErrorDetail, ServerError } from '../../server-error.ts';
import { isLoopback } from '../loopback.ts';
import type { S3Address } from './s3-address.ts';
import { answerIn, isAway, isUnsupported, isWorthRepeating, serverErrorOf } from './s3-errors.ts';

/** How long a server that is away is waited for by what is being kept or removed, and by whoever only looks. */
const PATIENCE_MS = 90_000;
const LOOKING_PATIENCE_MS = 15_000;
const LONGEST_PAUSE_MS = 4_000;
/** Quick tries of the library, before a pause. */
const ATTEMPTS = 3;
/** Tries where an answer came, but bytes broke on the way. */
const REPEATS = 4;
const REPEAT_PAUSE_MS = 100;
const CONNECT_MS = 5_000;
/** How long a connection may be silent. */
const SILENCE_MS = 30_000;
const DAY_MS = 86_400_000;
/** At the end of `bytes 0-9/1000`. */
const WHOLE_SIZE = /\/(\d+)$/;

export interface S3BucketOptions {
  readonly address: S3Address;
  readonly now: () => Date;
  readonly patienceMs?: number;
}

/** An object as it lies in the bucket. */
export interface FoundObject {
  readonly sizeBytes: number;
  /** Where the bucket keeps versions. */
  readonly versionId?: string;
}

/** A part that has arrived, as the server named it. */
export interface SentPart {
  readonly PartNumber: number;
  readonly ETag: string;
  readonly ChecksumSHA256?: string;
}

export interface UnfinishedUpload {
  readonly key: string;
  readonly id: string;
}

/** What the server has not yet been found not to know. */
interface Knows {
  readonly conditions: boolean;
  readonly checksums: boolean;
}

interface Version {
  readonly Key?: string | undefined;
  readonly VersionId?: string | undefined;
}

interface Retention {
  readonly ObjectLockMode?: 'GOVERNANCE' | 'COMPLIANCE';
  readonly ObjectLockRetainUntilDate?: Date;
}

export class S3Bucket {
  private readonly address: S3Address;
  private readonly now: () => Date;
  private readonly patienceMs: number;
  private opening: Promise<S3> | undefined;
  private lockOffered: Promise<void> | undefined;
  private knows: Knows = { conditions: true, checksums: true };

  constructor({ address, now, patienceMs = PATIENCE_MS }: S3BucketOptions) {
    this.address = address;
    this.now = now;
    this.patienceMs = patienceMs;
  }

  /** Puts a whole object if nothing stands under its key. Returns false where something does. */
  async put(key: string, bytes: Uint8Array): Promise<boolean> {
    const retention = await this.retention();
    for (;;) {
      const knows = this.knows;
      const condition = knows.conditions ? { IfNoneMatch: '*' } : {};
      const sent = { ...this.at(key), ...retention, ...condition, ...this.checksum(bytes), Body: bytes };
      try {
        await this.tried((s3) => s3.putObject(sent));
        return true;
      } catch (error) {
        if (answerIn(error).status === 412) return false;
        if (!this.learnsLess(error, knows)) throw serverErrorOf(error);
      }
    }
  }

  /** What stands under a key. */
  async find(key: string): Promise<FoundObject | undefined> {
    try {
      const { bytes: _, ...found } = await this.triedRange(key, 0, 1);
      return found;
    } catch (error) {
      const { name, status } = answerIn(error);
      if (status === 404 && name !== 'NoSuchBucket') return undefined;
      throw serverErrorOf(error);
    }
  }

  /** Bytes from an offset, fewer than `length` only at the end, and the size of the whole. Throws `object-missing`. */
  async range(
    key: string,
    offset: number,
    length: number,
    detail: ErrorDetail,
  ): Promise<FoundObject & { bytes: Uint8Array }> {
    return this.triedRange(key, offset, length).catch((error: unknown) => {
      throw serverErrorOf(error, detail);
    });
  }

  private triedRange(key: string, offset: number, length: number): Promise<FoundObject & { bytes: Uint8Array }> {
    const patienceMs = Math.min(this.patienceMs, LOOKING_PATIENCE_MS);
    return this.tried(async (s3) => {
      const answer = await s3.getObject({ ...this.at(key), Range: `bytes=${offset}-${offset + length - 1}` });
      const bytes = (await answer.Body?.transformToByteArray()) ?? new Uint8Array(0);
      const sizeBytes = Number(WHOLE_SIZE.exec(answer.ContentRange ?? '')?.[1] ?? bytes.length);
      const { VersionId: versionId } = answer;
      return { bytes, sizeBytes, ...(versionId === undefined || versionId === 'null' ? {} : { versionId }) };
    }, patienceMs);
  }

  /** Removes what stands under a key, or one version of it. Where versions are kept, the former only hides it. */
  async remove(key: string, versionId?: string): Promise<void> {
    const version = versionId === undefined ? {} : { VersionId: versionId };
    await this.asked((s3) => s3.deleteObject({ ...this.at(key), ...version }));
  }

  /**
   * Where a lock is asked for, sees that the newest version has it: a server may lock what comes whole and forget what comes in
   * parts. Throws `objects-lock-missing` if it cannot be locked.
   */
  async expectLock(key: string): Promise<void> {
    const { ObjectLockMode: Mode, ObjectLockRetainUntilDate: RetainUntilDate } = await this.retention();
    if (Mode === undefined || (await this.hasLock(key, Mode))) return;
    await this.asked((s3) => s3.putObjectRetention({ ...this.at(key), Retention: { Mode, RetainUntilDate } }));
    if (!(await this.hasLock(key, Mode))) throw new ServerError('objects-lock-missing');
  }

  private async hasLock(key: string, mode: string): Promise<boolean> {
    const head = await this.asked((s3) => s3.headObject(this.at(key)));
    return head.ObjectLockMode === mode && (head.ObjectLockRetainUntilDate?.getTime() ?? 0) > this.now().getTime();
  }

  /** Whether a retention or a legal hold keeps a version from being removed now. */
  async isLocked(key: string, versionId: string): Promise<boolean> {
    const head = await this.asked((s3) => s3.headObject({ ...this.at(key), VersionId: versionId }));
    const until = head.ObjectLockRetainUntilDate?.getTime() ?? 0;
    return until > this.now().getTime() || head.ObjectLockLegalHoldStatus === 'ON';
  }

  /** The versions under exactly this key, markers included; none where the server knows no versions. */
  async versions(key: string): Promise<{ readonly id: string; readonly isMarker: boolean }[]> {
    const { bucket: Bucket } = this.address;
    const found = await this.tried((s3) => s3.listObjectVersions({ Bucket, Prefix: key })).catch((error: unknown) => {
      if (isUnsupported(error)) return { Versions: [], DeleteMarkers: [] };
      throw serverErrorOf(error);
    });
    const ids = (isMarker: boolean, all: readonly Version[] = []) =>
      all.filter((one) => one.Key === key).map(({ VersionId: id = 'null' }) => ({ id, isMarker }));
    return [...ids(false, found.Versions), ...ids(true, found.DeleteMarkers)];
  }

  /** Keys and sizes under a prefix. */
  async *list(prefix: string): AsyncGenerator<{ readonly key: string; readonly sizeBytes: number }, void, undefined> {
    const { bucket: Bucket } = this.address;
    let next: string | undefined;
    do {
      const from = next === undefined ? {} : { ContinuationToken: next };
      const page = await this.asked((s3) => s3.listObjectsV2({ Bucket, Prefix: prefix, ...from }));
      for (const { Key, Size } of page.Contents ?? []) {
        if (Key !== undefined && Size !== undefined) yield { key: Key, sizeBytes: Size };
      }
      next = page.IsTruncated === true ? page.NextContinuationToken : undefined;
    } while (next !== undefined);
  }

  /** Begins an object that comes in parts. Returns the upload's id. */
  async beginUpload(key: string): Promise<string> {
    const retention = await this.retention();
    const algorithm = this.knows.checksums ? { ChecksumAlgorithm: 'SHA256' as const } : {};
    const { UploadId } = await this.asked((s3) =>
      s3.createMultipartUpload({ ...this.at(key), ...retention, ...algorithm }),
    );
    if (UploadId === undefined) throw new ServerError('objects-refused', { answer: 'NoUploadId' });
    return UploadId;
  }

  /** Sends one part; parts count from 1. */
  async sendPart(upload: UnfinishedUpload, number: number, bytes: Uint8Array): Promise<SentPart> {
    const { id: UploadId, key } = upload;
    const sent = { ...this.at(key), UploadId, PartNumber: number, ...this.checksum(bytes), Body: bytes };
    const { ChecksumSHA256, ETag } = await this.asked((s3) => s3.uploadPart(sent));
    if (ETag === undefined) throw new ServerError('objects-refused', { answer: 'NoETag' });
    // A server that took no notice of the checksum does not know it when the parts are joined.
    return { ETag, PartNumber: number, ...(ChecksumSHA256 === undefined ? {} : { ChecksumSHA256 }) };
  }

  /** Joins the parts. Where the answer to this is lost, asking again may find the upload gone: `object-missing`. */
  async completeUpload({ id: UploadId, key }: UnfinishedUpload, parts: readonly SentPart[]): Promise<void> {
    const MultipartUpload = { Parts: [...parts] };
    await this.asked((s3) => s3.completeMultipartUpload({ ...this.at(key), UploadId, MultipartUpload }));
  }

  /** Gives an upload and its parts up. */
  async abortUpload({ id: UploadId, key }: UnfinishedUpload): Promise<void> {
    await this.asked((s3) => s3.abortMultipartUpload({ ...this.at(key), UploadId }));
  }

  /** Uploads under a prefix that were begun and neither joined nor given up. */
  async *unfinished(prefix: string): AsyncGenerator<UnfinishedUpload, void, undefined> {
    const { bucket: Bucket } = this.address;
    let from: { KeyMarker?: string; UploadIdMarker?: string } | undefined = {};
    while (from !== undefined) {
      const asked: { KeyMarker?: string; UploadIdMarker?: string } = from;
      const page = await this.asked((s3) => s3.listMultipartUploads({ Bucket, Prefix: prefix, ...asked }));
      for (const { Key: key, UploadId: id } of page.Uploads ?? []) {
        if (key !== undefined && id !== undefined) yield { key, id };
      }
      const { NextKeyMarker: KeyMarker, NextUploadIdMarker: UploadIdMarker } = page;
      const isMore = page.IsTruncated === true && KeyMarker !== undefined && UploadIdMarker !== undefined;
      from = isMore ? { KeyMarker, UploadIdMarker } : undefined;
    }
  }

  async close(): Promise<void> {
    (await this.opening?.catch(() => undefined))?.destroy();
  }

  private at(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.address.bucket, Key: key };
  }

  private checksum(bytes: Uint8Array): { ChecksumSHA256: string } | { ContentMD5: string } {
    return this.knows.checksums
      ? { ChecksumSHA256: createHash('sha256').update(bytes).digest('base64') }
      : { ContentMD5: createHash('md5').update(bytes).digest('base64') };
  }

  /**
   * Asks for less from now on if the server did not know what was asked: first without the condition, then without its checksum,
   * which a lock cannot be without. Returns whether to ask again.
   */
  private learnsLess(error: unknown, asked: Knows): boolean {
    if (!isUnsupported(error)) return false;
    // Where another request has learnt it meanwhile, there is less to ask already.
    if (this.knows !== asked) return true;
    const isLeast = !asked.conditions && (!asked.checksums || this.address.lock !== undefined);
    if (!isLeast) this.knows = { conditions: false, checksums: asked.conditions };
    return !isLeast;
  }

  /** A server that knows no locks takes the order for one and does nothing, so the bucket is asked first. */
  private async retention(): Promise<Retention> {
    const { bucket: Bucket, lock } = this.address;
    if (lock === undefined) return {};
    this.lockOffered ??= this.tried((s3) => s3.getObjectLockConfiguration({ Bucket })).then(
      ({ ObjectLockConfiguration: offered }) => {
        if (offered?.ObjectLockEnabled !== 'Enabled') throw new ServerError('objects-lock-missing');
      },
      (error: unknown) => {
        this.lockOffered = undefined;
        const { name, status } = answerIn(error);
        const isMissing = (status === 404 && name !== 'NoSuchBucket') || isUnsupported(error);
        throw isMissing ? new ServerError('objects-lock-missing') : serverErrorOf(error);
      },
    );
    await this.lockOffered;
    const until = new Date(this.now().getTime() + lock.days * DAY_MS);
    return {
      ObjectLockMode: lock.mode === 'governance' ? 'GOVERNANCE' : 'COMPLIANCE',
      ObjectLockRetainUntilDate: until,
    };
  }

  private async asked<R>(ask: (s3: S3) => Promise<R>): Promise<R> {
    return this.tried(ask).catch((error: unknown) => {
      throw serverErrorOf(error);
    });
  }

  private async tried<R>(ask: (s3: S3) => Promise<R>, patienceMs = this.patienceMs): Promise<R> {
    this.opening ??= openClient(this.address);
    const s3 = await this.opening;
    let until: number | undefined;
    for (let repeat = 1; ; repeat++) {
      try {
        return await ask(s3);
      } catch (error) {
        until ??= performance.now() + patienceMs;
        const isAgain = isAway(error) ? performance.now() < until : repeat < REPEATS && isWorthRepeating(error);
        if (!isAgain) throw error;
        const pauseMs = Math.min(LONGEST_PAUSE_MS, REPEAT_PAUSE_MS * 2 ** repeat);
        await new Promise((done) => setTimeout(done, pauseMs * (0.5 + Math.random() / 2)));
      }
    }
  }
}

/** The library is large, so it is loaded by the first call, not at start. */
async function openClient(address: S3Address): Promise<S3> {
  const { S3 } = await import('@aws-sdk/client-s3');
  const s3 = new S3({
    region: address.region,
    forcePathStyle: address.isPathStyle,
    maxAttempts: ATTEMPTS,
    retryMode: 'standard',
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
      // Said here, so that no variable of the environment can switch it off.
      httpsAgent: { keepAlive: true, maxSockets: 16, rejectUnauthorized: true, minVersion: 'TLSv1.2' },
    },
    ...(address.endpoint === undefined ? {} : { endpoint: address.endpoint }),
  });
  s3.middlewareStack.add(
    (next) => (args) => {
      expectSecure(args.request);
      return next(args);
    },
    { name: 'refusePlainText', step: 'finalizeRequest', priority: 'low' },
  );
  return s3;
}

/** The environment or a profile may name an endpoint too; whoever named it, nothing leaves this machine in the clear. */
function expectSecure(request: unknown): void {
  const { hostname = '', protocol } = request as { readonly hostname?: string; readonly protocol?: string };
  if (protocol !== 'https:' && !isLoopback(hostname)) throw new ServerError('objects-url', { reason: 'plain' });
}
