/**
 * The outer form of a page, version 2: which entries it holds, which strip each lies in, and the sealed strips. Numbers
 * are unsigned LEB128.
 *
 *     u8 2 ‖ first seq ‖ u8 count - 1 ‖ strips ‖ (key id ‖ sealed length)* ‖ runs* ‖ sealed strips*
 *     run: strip number << 1 | (longer than 1) ‖ [length - 2]      strip number 0 is "erased", k is the k-th strip
 *
 * Runs give each entry its slot, in order, until the count is reached; strips are numbered by their first slot. There is
 * one spelling of a page, and no byte beyond it; a page of any other version is malformed.
 */
import { ByteReader, varintBytes, writeVarint } from '../bytes.ts';
import { taggedSha256 } from '../hashing.ts';
import type { KeyId } from '../store.ts';

/** Entries in a full page; a page never crosses a multiple of it. */
export const PAGE_ENTRIES = 256;
/** The most records in a strip. */
export const STRIP_RECORDS = 128;
/** Records in a strip that the sealer calls full: half the most, because whoever wants one record opens its whole strip. */
export const FULL_STRIP_RECORDS = 64;

const VERSION = 2;
const PAGE_TAG = 'acta/page/v2\n';

/** A sealed strip and the slots of its records in the page, in order. */
export interface PageStrip {
  readonly keyId: KeyId;
  readonly slots: readonly number[];
  readonly sealed: Uint8Array;
}

/** A page taken apart. A slot that no strip names is erased. */
export interface PageParts {
  readonly firstSeq: number;
  readonly count: number;
  readonly strips: readonly PageStrip[];
}

interface Run {
  readonly strip: number;
  readonly length: number;
}

/** A page's own hash, under which its row is kept. */
export function pageHash(bytes: Uint8Array): Uint8Array {
  return taggedSha256(PAGE_TAG, bytes);
}

/** Writes a page; strips must be in the order of their first slots. */
export function encodePage({ firstSeq, count, strips }: PageParts): Uint8Array {
  const runs = runsOf(count, strips);
  const bytes = Buffer.allocUnsafe(encodedBytes(firstSeq, strips, runs));
  bytes[0] = VERSION;
  let at = writeVarint(bytes, 1, firstSeq);
  bytes[at] = count - 1;
  at = writeVarint(bytes, at + 1, strips.length);
  for (const { keyId, sealed } of strips) {
    at = writeVarint(bytes, at, keyId);
    at = writeVarint(bytes, at, sealed.length);
  }
  for (const run of runs) {
    at = writeVarint(bytes, at, run.strip * 2 + (run.length > 1 ? 1 : 0));
    if (run.length > 1) at = writeVarint(bytes, at, run.length - 2);
  }
  for (const { sealed } of strips) {
    bytes.set(sealed, at);
    at += sealed.length;
  }
  return bytes;
}

/** Takes a page apart; `sealed` are views. The bytes are hostile. Throws `page-malformed`. */
export function parsePage(bytes: Uint8Array): PageParts {
  const { count, firstSeq, stripOf, strips } = parsePlaces(bytes);
  const slots: number[][] = strips.map(() => []);
  for (const [slot, number] of stripOf.entries()) slots[number - 1]?.push(slot);
  return {
    firstSeq,
    count,
    strips: strips.map(({ from, keyId, to }, index) => ({
      keyId,
      slots: slots[index] ?? [],
      sealed: bytes.subarray(from, to),
    })),
  };
}

/** Where the parts of a page are, for whoever wants few of them. */
export interface PagePlaces {
  readonly firstSeq: number;
  readonly count: number;
  /** By slot the strip's number plus one; 0 for erased. */
  readonly stripOf: Uint16Array;
  /** Sealed strips as [from, to) of the page's bytes. */
  readonly strips: readonly { readonly keyId: KeyId; readonly from: number; readonly to: number }[];
}

/** The same without taking the strips apart. Throws as `parsePage`. */
export function parsePlaces(bytes: Uint8Array): PagePlaces {
  const reader = new ByteReader(bytes, 'page-malformed');
  if (reader.u8() !== VERSION) throw reader.fail();
  const firstSeq = reader.varint();
  const count = reader.u8() + 1;
  if ((firstSeq % PAGE_ENTRIES) + count > PAGE_ENTRIES || firstSeq + count > Number.MAX_SAFE_INTEGER)
    throw reader.fail();
  const headings = parseHeadings(reader, count);
  const stripOf = parseRuns(reader, count, headings.length);
  let to = reader.offset;
  const strips = headings.map(({ keyId, sealedBytes }) => {
    to += sealedBytes;
    return { keyId, from: to - sealedBytes, to };
  });
  if (to !== bytes.length) throw reader.fail();
  return { firstSeq, count, stripOf, strips };
}

function parseHeadings(reader: ByteReader, count: number): { readonly keyId: KeyId; readonly sealedBytes: number }[] {
  const strips = reader.varint();
  if (strips > count) throw reader.fail();
  const headings: { keyId: KeyId; sealedBytes: number }[] = [];
  for (let i = 0; i < strips; i++) {
    const keyId = reader.varint();
    if (keyId === 0) throw reader.fail();
    headings.push({ keyId, sealedBytes: reader.varint() });
  }
  return headings;
}

/**
 * The strip of each slot, plus one. A run that could have been joined to the one before, a strip out of order, with too many records
 * or with none is refused.
 */
function parseRuns(reader: ByteReader, count: number, strips: number): Uint16Array {
  const stripOf = new Uint16Array(count);
  const records = new Uint16Array(strips + 1);
  let known = 0;
  let previous = -1;
  for (let slot = 0; slot < count; ) {
    const word = reader.varint();
    const strip = Math.floor(word / 2);
    const length = word % 2 === 0 ? 1 : reader.varint() + 2;
    if (strip > strips || strip > known + 1 || strip === previous || slot + length > count) throw reader.fail();
    known = Math.max(known, strip);
    const held = (records[strip] ?? 0) + length;
    if (strip > 0 && held > STRIP_RECORDS) throw reader.fail();
    records[strip] = held;
    stripOf.fill(strip, slot, slot + length);
    slot += length;
    previous = strip;
  }
  if (known < strips) throw reader.fail();
  return stripOf;
}

function runsOf(count: number, strips: readonly PageStrip[]): Run[] {
  const stripOf = new Uint16Array(count);
  for (const [index, strip] of strips.entries()) for (const slot of strip.slots) stripOf[slot] = index + 1;
  const runs: Run[] = [];
  for (let start = 0; start < count; ) {
    const strip = stripOf[start] ?? 0;
    let end = start + 1;
    while (end < count && stripOf[end] === strip) end++;
    runs.push({ strip, length: end - start });
    start = end;
  }
  return runs;
}

function encodedBytes(firstSeq: number, strips: readonly PageStrip[], runs: readonly Run[]): number {
  let bytes = 2 + varintBytes(firstSeq) + varintBytes(strips.length);
  for (const { keyId, sealed } of strips) bytes += varintBytes(keyId) + varintBytes(sealed.length) + sealed.length;
  for (const { strip, length } of runs) bytes += varintBytes(strip * 2) + (length > 1 ? varintBytes(length - 2) : 0);
  return bytes;
}
