// What an S3 server or the way to it says, in our codes. Of an answer only its short code and number are kept: a server's own
// sentence may name keys, requests or other people's buckets.

import { type ErrorDetail, ServerError, type ServerErrorCode } from '../../server-error.ts';

/** What the server or the operating system called it; the HTTP status, or 0 where no answer came. */
export interface S3Answer {
  readonly name: string;
  readonly status: number;
  /** It came out of a call, which had its tries; otherwise the bytes broke off after the answer had begun. */
  readonly isOfCall: boolean;
}

const CODE_NAME = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;
const FULL = new Set(['QuotaExceeded', 'InsufficientStorage', 'StorageFull', 'XMinioStorageFull', 'ServiceFull']);
const NO_CREDENTIALS = new Set(['CredentialsProviderError', 'TokenProviderError']);
/** What arrived was not what was sent, or it was overtaken by itself. */
const MANGLED = new Set([
  'BadDigest',
  'XAmzContentSHA256Mismatch',
  'XAmzContentChecksumMismatch',
  'InvalidDigest',
  'IncompleteBody',
  'RequestTimeout',
  'ConditionalRequestConflict',
]);
const BROKEN_OFF = /^(ECONNRESET|EPIPE|ETIMEDOUT|ERR_STREAM\w+)$/;
const AWAY = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|TimeoutError)$/;
const UNSUPPORTED = new Set(['NotImplemented', 'InvalidArgument', 'UnsupportedHeader']);

/** The short code of a failure. */
export function answerIn(error: unknown): S3Answer {
  if (!(error instanceof Error)) return { name: 'unknown', status: 0, isOfCall: false };
  const metadata = record(Reflect.get(error, '$metadata'));
  const status = typeof metadata['httpStatusCode'] === 'number' ? metadata['httpStatusCode'] : 0;
  const errno = status === 0 && 'code' in error ? String(error.code) : '';
  const name = errno === '' ? error.name : errno;
  return {
    name: CODE_NAME.test(name) ? name : 'unknown',
    status,
    isOfCall: '$metadata' in error,
  };
}

/** Whether the same once more can help where the client library does not try it by itself. */
export function isWorthRepeating(error: unknown): boolean {
  const { isOfCall, name, status } = answerIn(error);
  return MANGLED.has(name) || (!isOfCall && status === 0 && BROKEN_OFF.test(name));
}

/** Whether nobody answers, or somebody who asks to be asked later. */
export function isAway(error: unknown): boolean {
  const { name, status } = answerIn(error);
  return status === 0 ? AWAY.test(name) : status === 429 || (status >= 500 && status !== 501 && status !== 507);
}

/** Whether the server knows something that was asked of it, rather than refusing it in this case. */
export function isUnsupported(error: unknown): boolean {
  const { name, status } = answerIn(error);
  return status === 501 || UNSUPPORTED.has(name);
}

/** Turns a failure into an error of ours; what is one already stays. */
export function serverErrorOf(error: unknown, detail: ErrorDetail = {}): ServerError {
  if (error instanceof ServerError) return error;
  const answer = answerIn(error);
  const cause = new Error(`S3: ${answer.name} (${answer.status})`);
  return new ServerError(codeFor(answer), { ...detail, answer: answer.name }, cause);
}

function codeFor({ name, status }: S3Answer): ServerErrorCode {
  if (name === 'NoSuchBucket') return 'objects-bucket-missing';
  if (name === 'NoSuchKey' || status === 404) return 'object-missing';
  if (status === 401 || status === 403 || NO_CREDENTIALS.has(name)) return 'objects-denied';
  if (FULL.has(name) || status === 507) return 'objects-full';
  if (status === 416) return 'object-damaged';
  if (status === 501) return 'objects-refused';
  if (status === 0 || status === 429 || status >= 500) return 'objects-unreachable';
  return 'objects-refused';
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
