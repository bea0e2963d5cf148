/**
 * Opening strips for a deep check: each gives the commitments of its records anew and says which of them are canonical JSON. Plain data
 * in and out, so that another thread may do it; it remembers nothing and decides nothing.
 */
import type { KeyObject } from 'node:crypto';
import { Committer, isCanonical } from '@acta/verifier';
import { LedgerError } from '../error.ts';
import { HASH_BYTES, sha256, sha256Into } from '../hashing.ts';
import { openStrip } from '../page/strip.ts';
import type { KeyId } from '../store.ts';

/** A sealed strip, what it is bound to, and its key. */
export interface StripToOpen {
  readonly pageSeq: number;
  readonly keyId: KeyId;
  readonly slots: readonly number[];
  readonly sealed: Uint8Array;
  readonly key: KeyObject;
}

/** Strips of one cell. */
export interface StripsToOpen {
  /** 16 bytes. */
  readonly cellId: Uint8Array;
  readonly strips: readonly StripToOpen[];
}

/** What the strips gave, one after another, a record for each slot. */
export interface OpenedStrips {
  /** One byte a strip: 0 if its key does not confirm it, or its inside is no strip. */
  readonly opened: Uint8Array;
  /** 32 bytes a record; zeros where the strip did not open. */
  readonly commitments: Uint8Array;
  /** One byte a record: 1 if it is canonical. */
  readonly canonical: Uint8Array;
}

/** Whoever opens strips. Resolves when the next ones may be given, which may be before these are open. */
export type StripOpener = (strips: StripsToOpen) => Promise<{ readonly opened: Promise<OpenedStrips> }>;

/** Opens strips here and now. */
export function openStrips({ cellId, strips }: StripsToOpen): OpenedStrips {
  const records = strips.reduce((sum, { slots }) => sum + slots.length, 0);
  const commitments = Buffer.alloc(records * HASH_BYTES);
  const given = { opened: new Uint8Array(strips.length), commitments, canonical: new Uint8Array(records) };
  const committer = new Committer({ sha256, cellId });
  let first = 0;
  for (const [at, strip] of strips.entries()) {
    if (tryRecords({ cellId, strip, committer, first, given })) given.opened[at] = 1;
    first += strip.slots.length;
  }
  committer.wipe();
  return given;
}

interface StripAt {
  readonly cellId: Uint8Array;
  readonly strip: StripToOpen;
  readonly committer: Committer;
  /** The place of the strip's first record. */
  readonly first: number;
  readonly given: { readonly commitments: Buffer; readonly canonical: Uint8Array };
}

/** False if the strip does not open; what it wrote of it is not looked at then. */
function tryRecords({ cellId, committer, first, given, strip }: StripAt): boolean {
  const { key, keyId, pageSeq, sealed, slots } = strip;
  try {
    const opened = openStrip({ cellId, pageSeq, keyId, slots }, key, sealed);
    const { bytes, ends } = opened.joined();
    const areCanonical = opened.isCanonical();
    const out = given.commitments.subarray(first * HASH_BYTES, (first + ends.length) * HASH_BYTES);
    committer.commitJoined({ salts: opened.salts, bytes, ends, out }, (data, _, offset) =>
      sha256Into(data, out, offset),
    );
    for (const [index, end] of ends.entries()) {
      const isSo = areCanonical || isCanonical(bytes.subarray(ends[index - 1] ?? 0, end));
      given.canonical[first + index] = isSo ? 1 : 0;
    }
    return true;
  } catch (error) {
    if (error instanceof LedgerError) return false;
    throw error;
  }
}
