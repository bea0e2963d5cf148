/**
 * Opening whole pages. The page's own hash is checked first; then each strip stands for itself: one without a key is
 * closed, one that its key does not confirm is broken, and neither hides the others. Commitments are not checked here.
 */

import { sameBytes } from '../bytes.ts';
import { LedgerError, type LedgerErrorCode } from '../error.ts';
import type { KeyId, PageRow } from '../store.ts';
import { type PageParts, type PageStrip, pageHash, parsePage, parsePlaces } from './format.ts';
import { SALT_BYTES } from './salts.ts';
import { type OpenStrip, openStrip } from './strip.ts';

/** A record with its place, key and salt (16 bytes). Bytes are views of the strip's buffer. */
export interface Entry {
  readonly seq: number;
  readonly keyId: KeyId;
  readonly salt: Uint8Array;
  readonly record: Uint8Array;
}

/** Entries whose strip cannot be opened though its key is there. */
export interface BrokenStrip {
  readonly seqs: readonly number[];
  readonly keyId: KeyId;
  readonly reason: LedgerErrorCode;
}

/** What a page gives to somebody who holds these keys. Every seq of the page is in exactly one of the four, in order. */
export interface OpenPage {
  readonly entries: readonly Entry[];
  /** No key was given. */
  readonly closed: readonly { readonly seq: number; readonly keyId: KeyId }[];
  /** Seqs whose record was erased from the page. */
  readonly erased: readonly number[];
  readonly broken: readonly BrokenStrip[];
}

/** What one seq of a page holds. */
export type OpenRecord =
  | { readonly state: 'open'; readonly entry: Entry }
  | { readonly state: 'closed'; readonly keyId: KeyId }
  | { readonly state: 'erased' }
  | { readonly state: 'broken'; readonly keyId: KeyId; readonly reason: LedgerErrorCode };

/** What opening needs. */
export interface PageToOpen {
  /** 16 bytes. */
  readonly cellId: Uint8Array;
  readonly page: PageRow;
  /** 32 bytes each. */
  readonly keys: ReadonlyMap<KeyId, Uint8Array>;
}

/** Opens what the keys open. Throws `page-altered` if the page is not what its hash names, `page-malformed`. */
export function openPage({ cellId, page, keys }: PageToOpen): OpenPage {
  const parts = readPage(page);
  const bySlot: (Entry | undefined)[] = new Array(parts.count).fill(undefined);
  const closed: { seq: number; keyId: KeyId }[] = [];
  const broken: BrokenStrip[] = [];
  for (const strip of parts.strips) {
    const { keyId, slots } = strip;
    const seqs = slots.map((slot) => parts.firstSeq + slot);
    const opened = tryOpen({ cellId, parts, strip, key: keys.get(keyId) }, entriesOf);
    if (opened === undefined) closed.push(...seqs.map((seq) => ({ seq, keyId })));
    else if (typeof opened === 'string') broken.push({ seqs, keyId, reason: opened });
    else for (const [index, entry] of opened.entries()) bySlot[slots[index] ?? 0] = entry;
  }
  const entries = bySlot.filter((entry) => entry !== undefined);
  return { entries, closed: closed.sort((a, b) => a.seq - b.seq), erased: erasedSeqs(parts), broken };
}

/** Opens one seq's strip and no other. Throws `seq-not-in-page`, and as `openPage`. */
export function openRecord({ seq, ...from }: PageToOpen & { readonly seq: number }): OpenRecord {
  const parts = readPage(from.page);
  const slot = seq - parts.firstSeq;
  if (!(slot >= 0 && slot < parts.count)) throw new LedgerError('seq-not-in-page', { seq });
  const strip = parts.strips.find(({ slots }) => slots.includes(slot));
  if (strip === undefined) return { state: 'erased' };
  const { keyId, slots } = strip;
  const at = { cellId: from.cellId, parts, strip, key: from.keys.get(keyId) };
  const entry = tryOpen(at, (place, opened) => entryAt(place, opened, slots.indexOf(slot)));
  if (entry === undefined) return { state: 'closed', keyId };
  return typeof entry === 'string' ? { state: 'broken', keyId, reason: entry } : { state: 'open', entry };
}

/** The ids of the keys that a page's strips need, each once. Throws as `openPage`. */
export function pageKeys(page: PageRow): KeyId[] {
  return [...new Set(taken(page, parsePlaces).strips.map(({ keyId }) => keyId))];
}

/** A page taken apart after its hash and first seq were checked. Throws `page-altered`, `page-malformed`. */
export function readPage(page: PageRow): PageParts {
  return taken(page, parsePage);
}

function taken<T extends { readonly firstSeq: number }>(
  { bytes, firstSeq, sha256 }: PageRow,
  parse: (bytes: Uint8Array) => T,
): T {
  if (!sameBytes(pageHash(bytes), sha256)) throw new LedgerError('page-altered', { seq: firstSeq });
  const parts = parse(bytes);
  if (parts.firstSeq !== firstSeq) throw new LedgerError('page-altered', { seq: firstSeq });
  return parts;
}

/** The seqs of a page that lie in no strip, in order. */
export function erasedSeqs({ firstSeq, count, strips }: PageParts): number[] {
  const sealed = new Uint8Array(count);
  for (const { slots } of strips) for (const slot of slots) sealed[slot] = 1;
  const seqs: number[] = [];
  for (let slot = 0; slot < count; slot++) if (sealed[slot] === 0) seqs.push(firstSeq + slot);
  return seqs;
}

interface StripInPage {
  readonly cellId: Uint8Array;
  readonly parts: PageParts;
  readonly strip: PageStrip;
  readonly key: Uint8Array | undefined;
}

/** What is taken from the open strip, undefined without a key, or the code of the fault. */
function tryOpen<T extends object>(
  at: StripInPage,
  take: (at: StripInPage, opened: OpenStrip) => T,
): T | LedgerErrorCode | undefined {
  const { cellId, key, parts, strip } = at;
  if (key === undefined) return undefined;
  const { keyId, sealed, slots } = strip;
  try {
    return take(at, openStrip({ cellId, pageSeq: parts.firstSeq, keyId, slots }, key, sealed));
  } catch (error) {
    if (error instanceof LedgerError) return error.code;
    throw error;
  }
}

function entriesOf({ parts, strip: { keyId, slots } }: StripInPage, opened: OpenStrip): Entry[] {
  return opened.records().map((record, index) => ({
    seq: parts.firstSeq + (slots[index] ?? 0),
    keyId,
    salt: saltAt(opened, index),
    record,
  }));
}

function entryAt({ parts, strip: { keyId, slots } }: StripInPage, opened: OpenStrip, index: number): Entry {
  const seq = parts.firstSeq + (slots[index] ?? 0);
  return { seq, keyId, salt: saltAt(opened, index), record: opened.record(index) };
}

function saltAt({ salts }: OpenStrip, index: number): Uint8Array {
  return salts.subarray(index * SALT_BYTES, (index + 1) * SALT_BYTES);
}
