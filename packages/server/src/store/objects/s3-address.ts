// Where a bucket is and how it is to be used, as one address: s3://BUCKET/PREFIX?region=…&endpoint=…&pathStyle=true&lock=…&lockDays=…
// It never holds a credential: those come by the standard chain of AWS, and an address that has one is refused unread.

import { ServerError } from '../../server-error.ts';
import { isLoopback } from '../loopback.ts';

/** A retention that is set on each object when it is kept. */
export interface ObjectLock {
  /** `compliance` can be shortened by nobody, `governance` by whoever has a special permission. */
  readonly mode: 'governance' | 'compliance';
  readonly days: number;
}

export interface S3Address {
  readonly bucket: string;
  /** Without slashes at its ends; may be empty. */
  readonly prefix: string;
  readonly region: string;
  /** Where it is not AWS's own. */
  readonly endpoint?: string;
  /** The bucket stands in the path, not in the host's name. */
  readonly isPathStyle: boolean;
  readonly lock?: ObjectLock;
}

const PARAMETERS = new Set(['endpoint', 'region', 'pathStyle', 'lock', 'lockDays']);
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const PREFIX = /^(?!.*(\/\/|\.\.))[\w./=-]*$/;
const REGION = /^[a-z0-9-]{1,40}$/;
const DAYS = /^[1-9]\d{0,4}$/;
const DAYS_MOST = 36_500;

/** Reads an address. Throws `objects-url` with what is wrong, and never with the address itself. */
export function parseS3Address(text: string): S3Address {
  const url = urlOf(text);
  if (url.protocol !== 's3:') refuse('scheme');
  if (url.username !== '' || url.password !== '') refuse('credentials');
  if ([...url.searchParams.keys()].some((name) => !PARAMETERS.has(name))) refuse('parameter');
  if (url.port !== '' || url.hash !== '' || !BUCKET.test(url.hostname)) refuse('bucket');
  const prefix = url.pathname.replace(/^\/|\/$/g, '');
  if (!PREFIX.test(prefix)) refuse('prefix');
  const region = url.searchParams.get('region') ?? '';
  if (!REGION.test(region)) refuse('region');
  const lock = lockIn(url.searchParams);
  const endpoint = url.searchParams.get('endpoint');
  return {
    bucket: url.hostname,
    prefix,
    region,
    isPathStyle: flagIn(url.searchParams, 'pathStyle'),
    ...(endpoint === null ? {} : { endpoint: safeEndpoint(endpoint) }),
    ...(lock === undefined ? {} : { lock }),
  };
}

function urlOf(text: string): URL {
  return URL.parse(text) ?? refuse('scheme');
}

function safeEndpoint(text: string): string {
  const url = URL.parse(text) ?? refuse('endpoint');
  if (url.username !== '' || url.password !== '') refuse('credentials');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') refuse('endpoint');
  if (url.search !== '' || url.hash !== '') refuse('endpoint');
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) refuse('plain');
  return url.href;
}

function flagIn(parameters: URLSearchParams, name: string): boolean {
  const value = parameters.get(name) ?? 'false';
  if (value !== 'true' && value !== 'false') refuse('parameter');
  return value === 'true';
}

function lockIn(parameters: URLSearchParams): ObjectLock | undefined {
  const [mode, days] = [parameters.get('lock'), parameters.get('lockDays')];
  if (mode === null && days === null) return undefined;
  if (mode !== 'governance' && mode !== 'compliance') return refuse('lock');
  const isDays = days !== null && DAYS.test(days) && Number(days) <= DAYS_MOST;
  return isDays ? { mode, days: Number(days) } : refuse('lock');
}

function refuse(reason: string): never {
  throw new ServerError('objects-url', { reason });
}
