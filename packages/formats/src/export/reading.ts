/**
 * How a file is to be read, decided once for the whole of it: which header shapes count from which line on, in which
 * date order, and who is an author. Plain data: it can be stored and gives the same entries every time.
 */
import type { FieldOrder } from './source.ts';

export interface ShapeReading {
  readonly shape: number;
  readonly order: FieldOrder;
}

/** From `fromLine` up to the next segment, lines with one of these shapes start entries; all others are text. */
export interface Segment {
  readonly fromLine: number;
  readonly accepts: readonly ShapeReading[];
}

export interface Reading {
  readonly platform: 'android' | 'ios' | 'old';
  readonly segments: readonly Segment[];
  readonly nowYear: number;
  /** The last day (since 1970) that a short year in front may give. */
  readonly lastDay: number;
  /** Every author, without marks. */
  readonly authors: readonly string[];
  /** First parts of names that hold a colon → the whole name, both as written. */
  readonly longerAuthors: readonly (readonly [string, string])[];
  /** What looks like an author and is part of a line of the app, as written. */
  readonly notAuthors: readonly string[];
  /** The chat's title, when known: iOS signs lines of the app with it. */
  readonly title?: string;
}
