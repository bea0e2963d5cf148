/**
 * Where every entry of a file stands and what the first pass saw of it, so that a second pass looks for nothing again:
 * three words an entry, and lists of the authors, dates and contents that the words name by number. It holds no message.
 *
 * Word 0: bytes (20 bits), content (9), another date than before (1), several lines (1).
 * Word 1: code units (20), code units before what was said (12). Word 2: second of the day (17), author from 1 (15).
 */
import type { Author } from './author-reader.ts';
import type { WrittenDate } from './calendar.ts';
import type { Content } from './content-facts.ts';

export const wordsEach = 3;
/** Entries a span of words holds. */
export const spanEntries = 16_384;

export const sizeMask = 0xf_ffff;
export const contentShift = 20;
export const contentMask = 0x1ff;
export const newDateBit: number = 1 << 29;
export const severalLinesBit: number = 1 << 30;
export const unitsMask = 0xf_ffff;
export const saidShift = 20;
export const saidMask = 0xfff;
export const secondMask = 0x1_ffff;
export const authorShift = 17;
export const authorMask = 0x7fff;

/** Contents that are no content: to be read from the text, and lines before the first header. */
export const readAgain = 0;
export const isPreamble = 1;

/** Belongs to the source it was made of, with the same files beside it. */
export interface EntryMap {
  readonly count: number;
  /** Of the whole file: entries tile it. */
  readonly sizeBytes: number;
  /** The shape of all headers that start entries. */
  readonly shape: number;
  readonly spans: readonly Uint32Array[];
  readonly authors: readonly Author[];
  /** In file order, each as often as it comes after another one. */
  readonly dates: readonly WrittenDate[];
  /** By number, from 2. */
  readonly contents: readonly (Content | undefined)[];
}
