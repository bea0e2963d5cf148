/**
 * Resealing: the only thing that rewrites a page. Chosen records leave it, survivors of a key that is to be destroyed
 * move under a new one with the salts they had, so commitments hold; every other strip stays as it is, byte for byte.
 */
import { LedgerError } from '../error.ts';
import type { RandomBytes } from '../randomness.ts';
import type { KeyId, PageRow } from '../store.ts';
import { encodePage, type PageParts, type PageStrip, pageHash } from './format.ts';
import { spansOf } from './member-table.ts';
import { readPage } from './open.ts';
import { SALT_BYTES } from './salts.ts';
import { openStrip, sealStrip } from './strip.ts';

/** A key that takes the survivors of another. */
export interface NewKey {
  readonly keyId: KeyId;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

/** What resealing needs. */
export interface PageToReseal {
  /** 16 bytes. */
  readonly cellId: Uint8Array;
  readonly page: PageRow;
  /** Seqs whose records leave; those outside the page or erased already are passed over. */
  readonly drop: ReadonlySet<number>;
  /** The old keys of those to be replaced. */
  readonly keys: ReadonlyMap<KeyId, Uint8Array>;
  /** By old key id. */
  readonly replacement: ReadonlyMap<KeyId, NewKey>;
  /** Keys that are gone: all their slots become erased. */
  readonly erasedKeys?: ReadonlySet<KeyId>;
  readonly randomBytes: RandomBytes;
}

/**
 * The page without what was to leave. Throws `key-not-replaced` if a record is to leave whose key is neither replaced nor
 * erased, since that key would still open older copies; `key-missing`, `strip-altered`, `strip-malformed`, and as `openPage`.
 */
export function resealPage(work: PageToReseal): PageRow {
  const parts = readPage(work.page);
  const strips = parts.strips.flatMap((strip) => resealStrip(work, parts, strip));
  strips.sort((a, b) => (a.slots[0] ?? 0) - (b.slots[0] ?? 0));
  const bytes = encodePage({ ...parts, strips });
  return { firstSeq: parts.firstSeq, bytes, sha256: pageHash(bytes) };
}

/** The strip that takes this one's place, or none. */
function resealStrip(work: PageToReseal, parts: PageParts, strip: PageStrip): PageStrip[] {
  if (work.erasedKeys?.has(strip.keyId) === true) return [];
  const next = work.replacement.get(strip.keyId);
  const kept = strip.slots.flatMap((slot, index) => (work.drop.has(parts.firstSeq + slot) ? [] : [index]));
  if (next === undefined) {
    if (kept.length === strip.slots.length) return [strip];
    throw new LedgerError('key-not-replaced', { keyId: strip.keyId, seq: parts.firstSeq });
  }
  return kept.length === 0 ? [] : [moveStrip({ work, parts, strip, kept, next })];
}

function moveStrip(move: {
  readonly work: PageToReseal;
  readonly parts: PageParts;
  readonly strip: PageStrip;
  /** Which of the strip's records stay, by their place in it. */
  readonly kept: readonly number[];
  readonly next: NewKey;
}): PageStrip {
  const { work, parts, strip, kept, next } = move;
  const { cellId, randomBytes } = work;
  const key = work.keys.get(strip.keyId);
  if (key === undefined) throw new LedgerError('key-missing', { keyId: strip.keyId, seq: parts.firstSeq });
  const pageSeq = parts.firstSeq;
  const opened = openStrip({ cellId, pageSeq, keyId: strip.keyId, slots: strip.slots }, key, strip.sealed);
  const records = opened.records();
  const slots = kept.map((index) => strip.slots[index] ?? 0);
  const salts = kept.map((index) => opened.salts.subarray(index * SALT_BYTES, (index + 1) * SALT_BYTES));
  const sealed = sealStrip({
    place: { cellId, pageSeq, keyId: next.keyId, slots },
    key: next.key,
    records: spansOf(kept.map((index) => records[index] ?? new Uint8Array(0))),
    salts: { form: 'explicit', bytes: Buffer.concat(salts) },
    randomBytes,
  });
  return { keyId: next.keyId, slots, sealed };
}
