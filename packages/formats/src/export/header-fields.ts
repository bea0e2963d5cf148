/** What a recognised header says: numbers as written, the time of day as meant. */
import type { Era } from './date-words.ts';
import type { FieldOrder } from './source.ts';

export interface HeaderFields {
  /** The three numbers of the date as written, in file order, and their digits. */
  first: number;
  second: number;
  third: number;
  firstWidth: number;
  thirdWidth: number;
  era: Era;
  /** Orders of the numbers that an era or a month's name leaves, if not all. */
  only: FieldOrder | 'year-first' | 'year-last' | undefined;
  /** 0–23, day period applied. */
  hour: number;
  minute: number;
  /** -1 when the header has none. */
  seconds: number;
  /** What the header looks like, without its values; see header-shape. */
  shape: number;
  /** How small numbers are padded; see header-shape. */
  pads: number;
  /** Index in the text where the content starts. */
  contentStart: number;
  /** The same in the block's bytes, or -1 where it is not known. */
  contentByte: number;
  /** A word stands where a day period stands, and is none that is known. */
  unknownPeriod: boolean;
}

/** The second of the day that a header means. */
export function secondOf({ hour, minute, seconds }: Pick<HeaderFields, 'hour' | 'minute' | 'seconds'>): number {
  return hour * 3600 + minute * 60 + (seconds < 0 ? 0 : seconds);
}
