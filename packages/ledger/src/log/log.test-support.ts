/** A log over a memory store with keys at hand, for tests of everything that needs a filled one. */
import { randomBytes } from 'node:crypto';
import { formatVkey, type NoteKey } from '@acta/verifier';
import { sha256 } from '../hashing.ts';
import { MemoryStore } from '../memory-store.test-support.ts';
import type { Draft } from '../page/seal.ts';
import type { KeyId } from '../store.ts';
import { Log } from './log.ts';
import { logKeyOf } from './signed-checkpoint.ts';
import { type LogSigner, signerOf } from './signer.ts';

export const cellId: Uint8Array = Uint8Array.from({ length: 16 }, (_, i) => 0xf0 - i);
export const origin = 'acta.local/test';
export const signer: LogSigner = signerOf(origin, new Uint8Array(32).fill(7));
export const vkey: string = formatVkey(sha256, origin, signer.publicKey);
export const logKey: NoteKey = logKeyOf(signer);

/** A log, its store, its keys by id, and a clock that stands until it is moved. */
export interface TestLog {
  readonly log: Log;
  readonly store: MemoryStore;
  readonly keys: Map<KeyId, Uint8Array>;
  readonly clock: { ms: number };
}

export async function openLog(
  store: MemoryStore = new MemoryStore(),
  keys: Map<KeyId, Uint8Array> = new Map(),
): Promise<TestLog> {
  const clock = { ms: 1_000_000 };
  const log = await Log.open({ cellId, origin, store, reader: store, signer, randomBytes, nowMs: () => clock.ms });
  return { log, store, keys, clock };
}

/** Drafts of `count` small records spread over `keyCount` keys in turn; the keys are made where they are not there yet. */
export function draftsFor(
  keys: Map<KeyId, Uint8Array>,
  count: number,
  { firstLine = 0, keyCount = 3 }: { readonly firstLine?: number; readonly keyCount?: number } = {},
): Draft[] {
  return Array.from({ length: count }, (_, i) => {
    const keyId = ((firstLine + i) % keyCount) + 1;
    if (!keys.has(keyId)) keys.set(keyId, randomBytes(32));
    return {
      keyId,
      record: Buffer.from(JSON.stringify({ kind: 'message', line: firstLine + i, text: `text ${i}`, v: 1 })),
    };
  });
}

/** Appends `sizes` one after another and publishes. */
export async function fill(test: TestLog, sizes: readonly number[], keyCount = 3): Promise<void> {
  for (const size of sizes) {
    const firstLine = await test.log.size();
    await test.log.append({
      drafts: draftsFor(test.keys, size, { firstLine, keyCount }),
      keyOf: (id) => test.keys.get(id),
    });
  }
  await test.log.publish({ force: true });
}
