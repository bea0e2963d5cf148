// An order about the keys of programs, handed to the running writer by a command beside it. Who may open the vault's folder may
// give it; still nothing in it is taken without its form.

import type { ApiKeyRecord, ApiKeyRevokedRecord } from '../records/platform.ts';
import { isKeyScope } from './scopes.ts';

/** The record that the writer is to append. */
export type KeyOrder = ApiKeyRecord | ApiKeyRevokedRecord;

/** The same before it is said who gives it. */
export type KeyWish = Omit<ApiKeyRecord, 'actor'> | Omit<ApiKeyRevokedRecord, 'actor'>;

const LONGEST = 200;
const DIGEST = /^[0-9a-f]{64}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** The order that was said, with nothing else in it; undefined where it is none. */
export function keyOrderIn(said: Readonly<Record<string, unknown>>): KeyOrder | undefined {
  const { actor, recordedAt } = said as Readonly<Partial<Record<'actor' | 'recordedAt', unknown>>>;
  if (!isShort(actor) || !isInstant(recordedAt)) return undefined;
  const about = { actor, recordedAt, v: 1 } as const;
  if (said['kind'] === 'api-key') return created(said, about);
  const key = said['key'];
  if (said['kind'] !== 'api-key-revoked' || typeof key !== 'number' || !Number.isSafeInteger(key)) return undefined;
  return { actor, key, kind: 'api-key-revoked', recordedAt, v: 1 };
}

function created(
  { digest, expiresAt, name, scopes }: Readonly<Partial<Record<'digest' | 'expiresAt' | 'name' | 'scopes', unknown>>>,
  { actor, recordedAt, v }: Pick<ApiKeyRecord, 'actor' | 'recordedAt' | 'v'>,
): ApiKeyRecord | undefined {
  if (typeof digest !== 'string' || !DIGEST.test(digest) || !isShort(name)) return undefined;
  if (!Array.isArray(scopes) || scopes.length === 0 || !scopes.every((one) => isShort(one) && isKeyScope(one)))
    return undefined;
  if (expiresAt !== undefined && !isInstant(expiresAt)) return undefined;
  const until = expiresAt === undefined ? {} : { expiresAt };
  return { actor, digest, ...until, kind: 'api-key', name, recordedAt, scopes: [...new Set(scopes)], v };
}

function isShort(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST && value.isWellFormed();
}

function isInstant(value: unknown): value is string {
  return typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value));
}
