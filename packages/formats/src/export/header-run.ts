/**
 * A stretch of headers of one shape and one possible date order, and what it says about the order. A file is a short
 * list of runs; most files are one.
 */
import { OrderTrail } from './order-trail.ts';
import type { FieldOrder } from './source.ts';
import { SwitchWatch } from './switch-watch.ts';

const sinceLimit = 16;
/** Headers of a run whose authors are kept, and how many of them. */
const firstHeaders = 60;
const firstAuthors = 4;

export const orders: readonly FieldOrder[] = ['DMY', 'MDY', 'YMD'];
/** Bits of the orders a run allows. */
export const orderBit: Readonly<Record<FieldOrder, number>> = { DMY: 1, MDY: 2, YMD: 4 };

export class HeaderRun {
  /** Its place among the runs of the file. */
  readonly index: number;
  readonly shape: number;
  readonly firstLine: number;
  /** Code units of the file before the run, and before the run that follows it. */
  readonly startsAt: number;
  endsAt: number = Number.POSITIVE_INFINITY;
  lastLine: number;
  pads = 0;
  /** Orders in which every date of the run is a date. */
  allowed: number;
  count = 0;
  /** Headers whose day differs between two allowed orders. */
  differing = 0;
  /** Headers followed by an author. */
  authored = 0;
  /** Times of day of the first and last header, in seconds, and whether they had seconds. */
  firstTime = 0;
  lastTime = 0;
  readonly trails: Readonly<Record<FieldOrder, OrderTrail>> = {
    DMY: new OrderTrail(),
    MDY: new OrderTrail(),
    YMD: new OrderTrail(),
  };
  /** For a day-first run, where month first would begin to fit better; and the other way round. */
  readonly watches: Readonly<Record<'DMY' | 'MDY', SwitchWatch>> = { DMY: new SwitchWatch(), MDY: new SwitchWatch() };
  /** Votes of dates in file names, for the orders they single out. */
  readonly nameVotes: Record<FieldOrder, number> = { DMY: 0, MDY: 0, YMD: 0 };
  /** The message before quotes a header of this shape in its first line: a pasted conversation follows. */
  introduced = false;
  /** The run opens with the notice that opens a chat. */
  opensChat = false;
  /** The run opens with a line that the app is known to write. */
  ofTheApp = false;
  /** Some first authors of the run. */
  readonly authors: Set<string> = new Set();
  /** Earlier runs where authors of this one stood first, as far as they are kept. */
  readonly authorsSince: Set<number> = new Set();

  constructor(
    shape: number,
    place: { readonly index: number; readonly line: number; readonly at: number },
    allowed: number,
  ) {
    const line = place.line;
    this.index = place.index;
    this.startsAt = place.at;
    this.shape = shape;
    this.firstLine = line;
    this.lastLine = line;
    this.allowed = allowed;
  }

  /** Whether authors of the run are still kept. */
  get keepsAuthors(): boolean {
    return this.count < firstHeaders && this.authors.size < firstAuthors;
  }

  /** An author who stood first in the run `since` writes in this one. */
  meets(since: number): void {
    if (since < this.index && this.authorsSince.size < sinceLimit) this.authorsSince.add(since);
  }

  /** Seconds since 1970 of the first header read in an order. */
  firstAt(order: FieldOrder): number {
    return this.trails[order].firstDay * 86_400 + this.firstTime;
  }

  lastAt(order: FieldOrder): number {
    return this.trails[order].lastDay * 86_400 + this.lastTime;
  }
}
