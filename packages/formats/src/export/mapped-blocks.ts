/**
 * The bytes of a mapped file into texts of whole entries. Only the map says where entries end; what stands in them is
 * not looked at.
 */
import { FormatsError } from '../formats-error.ts';
import { type EntryMap, sizeMask, spanEntries, unitsMask, wordsEach } from './entry-map.ts';

/** Blocks are small: their texts then lie among the short-lived objects, which cost least. */
export const blockBytes = 32_768;

/** The words of a map, entry by entry. */
export class MapWords {
  /** Entries gone through. */
  number = 0;
  /** Words of many entries, the last one's among them. */
  span: Uint32Array = new Uint32Array(0);
  readonly #map: EntryMap;

  constructor(map: EntryMap) {
    this.#map = map;
  }

  /** Index of the next entry's words in {@link span}. */
  next(): number {
    const place = this.number & (spanEntries - 1);
    if (place === 0) this.span = this.#map.spans[this.number / spanEntries] ?? this.span;
    this.number++;
    return place * wordsEach;
  }
}

export class MappedBlocks {
  /** Entries of the stretch taken last. */
  count = 0;
  readonly #map: EntryMap;
  readonly #words: MapWords;
  #buffer: Uint8Array = new Uint8Array(blockBytes * 3);
  #size = 0;
  /** Whole entries among the bytes held, how far they reach, and the code units they are. */
  #whole = 0;
  #wholeBytes = 0;
  #wholeUnits = 0;
  /** Where the entry that is not yet whole ends. */
  #nextEnd = 0;
  #nextUnits = 0;
  #taken = 0;
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  constructor(map: EntryMap) {
    this.#map = map;
    this.#words = new MapWords(map);
    this.#goOn();
  }

  hold(chunk: Uint8Array): void {
    const size = this.#size + chunk.length;
    if (size > this.#buffer.length) {
      const wider = new Uint8Array(size * 2);
      wider.set(this.#buffer.subarray(0, this.#size));
      this.#buffer = wider;
    }
    this.#buffer.set(chunk, this.#size);
    this.#size = size;
    while (this.#nextEnd <= size) {
      this.#whole++;
      this.#wholeBytes = this.#nextEnd;
      this.#wholeUnits += this.#nextUnits;
      this.#goOn();
    }
  }

  get holdsBlock(): boolean {
    return this.#wholeBytes >= blockBytes;
  }

  get holdsAny(): boolean {
    return this.#whole > 0;
  }

  /** The text of the whole entries held. Throws `source-changed` where it is not as long as the map says. */
  take(): string {
    const text = this.#decoder.decode(this.#buffer.subarray(0, this.#wholeBytes));
    if (text.length !== this.#wholeUnits) throw this.#changed();
    this.count = this.#whole;
    this.#taken += this.#wholeBytes;
    this.#buffer.copyWithin(0, this.#wholeBytes, this.#size);
    this.#size -= this.#wholeBytes;
    this.#nextEnd -= this.#wholeBytes;
    this.#whole = 0;
    this.#wholeBytes = 0;
    this.#wholeUnits = 0;
    return text;
  }

  /** The source is at its end. Throws `source-changed` where the map is not, or is before it. */
  finish(): void {
    if (this.#taken !== this.#map.sizeBytes || this.#size > 0) throw this.#changed();
  }

  #changed(): FormatsError {
    return new FormatsError('source-changed', { offset: this.#taken });
  }

  #goOn(): void {
    if (this.#words.number === this.#map.count) {
      this.#nextEnd = Number.POSITIVE_INFINITY;
      return;
    }
    const at = this.#words.next();
    const { span } = this.#words;
    this.#nextEnd += (span[at] ?? 0) & sizeMask;
    this.#nextUnits = (span[at + 1] ?? 0) & unitsMask;
  }
}
