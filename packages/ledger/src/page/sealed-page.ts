/**
 * A page as a reader of single records sees it: which strip holds a seq, and that strip opened. What opens is true without
 * the page's own hash, because a strip is bound to its place; that a seq is erased is true only of a page that is whole.
 */
import type { AeadKey } from '../aead.ts';
import { sameBytes } from '../bytes.ts';
import { LedgerError } from '../error.ts';
import type { KeyId, PageRow } from '../store.ts';
import { type PagePlaces, pageHash, parsePlaces } from './format.ts';
import type { Entry } from './open.ts';
import { SALT_BYTES } from './salts.ts';
import { type OpenStrip, openStrip } from './strip.ts';

/** Where a record lies in its page: a strip by its number, and the record's place in it. */
export interface RecordPlace {
  readonly strip: number;
  readonly index: number;
  readonly keyId: KeyId;
}

/** A page taken apart, its strips closed. It is kept for long, by the hundred: of its slots one small array. */
export class SealedPage {
  readonly firstSeq: number;
  /** The seq behind the last. */
  readonly next: number;
  readonly #row: PageRow;
  readonly #strips: PagePlaces['strips'];
  readonly #stripOf: Uint16Array;
  #whole: boolean | undefined;

  /** Throws `page-malformed`, `page-altered` if the row is another page's. */
  constructor(row: PageRow) {
    const { count, firstSeq, stripOf, strips } = parsePlaces(row.bytes);
    if (firstSeq !== row.firstSeq) throw new LedgerError('page-altered', { seq: row.firstSeq });
    this.firstSeq = firstSeq;
    this.next = firstSeq + count;
    this.#row = row;
    this.#strips = strips;
    this.#stripOf = stripOf;
  }

  /** Bytes of the page as it is stored. */
  get sizeBytes(): number {
    return this.#row.bytes.length;
  }

  /** Whether the page is what its own hash names. */
  get isWhole(): boolean {
    this.#whole ??= sameBytes(pageHash(this.#row.bytes), this.#row.sha256);
    return this.#whole;
  }

  /** Where the record of a seq of this page lies; undefined if the page says that it is erased: see `isWhole`. */
  placeOf(seq: number): RecordPlace | undefined {
    const slot = seq - this.firstSeq;
    const number = this.#stripOf[slot] ?? 0;
    const strip = this.#strips[number - 1];
    if (strip === undefined) return undefined;
    let index = 0;
    for (let before = 0; before < slot; before++) if (this.#stripOf[before] === number) index++;
    return { strip: number - 1, index, keyId: strip.keyId };
  }

  /** Opens a strip by its number. Throws `strip-altered`, `strip-malformed`, `out-of-range`. */
  open(number: number, { cellId, key }: { readonly cellId: Uint8Array; readonly key: AeadKey }): OpenStrip {
    const strip = this.#strips[number];
    if (strip === undefined) throw new LedgerError('out-of-range', { what: 'strip', index: number });
    const { from, keyId, to } = strip;
    const slots: number[] = [];
    for (let slot = 0; slot < this.#stripOf.length; slot++) if (this.#stripOf[slot] === number + 1) slots.push(slot);
    return openStrip({ cellId, pageSeq: this.firstSeq, keyId, slots }, key, this.#row.bytes.subarray(from, to));
  }
}

/** The entry at a place of an open strip. Throws `strip-malformed`. */
export function entryIn(opened: OpenStrip, seq: number, { index, keyId }: RecordPlace): Entry {
  const salt = opened.salts.subarray(index * SALT_BYTES, (index + 1) * SALT_BYTES);
  return { seq, keyId, salt, record: opened.record(index) };
}
