// Opens a cell's keys on a key server, for the tests of that place.

import { randomBytes } from 'node:crypto';
import type { TestContext } from 'node:test';
import { ServerError } from '../../server-error.ts';
import type { PostgresKeyStore } from './key-store.ts';
import { PostgresKeyHouse, type PostgresKeyPlace } from './key-store-house.ts';

export const ROOT: Uint8Array = randomBytes(32);
export const CELL: Uint8Array = randomBytes(16);

export const scope = (subject: number): { subject: number; conversation: number; month: number } => ({
  subject,
  conversation: 1,
  month: 0,
});

export const scopes = (count: number): ReturnType<typeof scope>[] =>
  Array.from({ length: count }, (_, at) => scope(at + 1));

/** Whether an error is of this code, and names this. */
export function refusal(code: string, name?: string): (error: unknown) => boolean {
  return (error) =>
    error instanceof ServerError && error.code === code && (name === undefined || error.detail['name'] === name);
}

/** The keys for writing, closed when the test ends. */
export async function keysAt(
  t: TestContext,
  place: Omit<PostgresKeyPlace, 'cellId'>,
  root: Uint8Array = ROOT,
): Promise<PostgresKeyStore> {
  const keys = await new PostgresKeyHouse({ ...place, cellId: CELL }).open({ root, readonly: false });
  t.after(() => keys.close());
  return keys;
}
