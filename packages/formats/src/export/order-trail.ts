/**
 * How plausible a sequence of dates is under one order of its fields: the likelihood of the steps between them, the
 * backward jumps, and dates that cannot be. Notices that open a chat stand aside: their dates prove nothing by order.
 */

/** Day numbers in file order under one reading; later trails of the same reading can be appended. */
export class OrderTrail {
  firstDay: number = Number.NaN;
  lastDay: number = Number.NaN;
  /** Natural logarithm, relative to a chat where every message is of the same day. */
  logLikelihood = 0;
  /** The part of it that backward jumps make. */
  jumpLikelihood = 0;
  changes = 0;
  backwardJumps = 0;
  /** Those farther than a message can come late, the first two steps of a file aside: notices there may be older. */
  farJumps = 0;
  future = 0;
  ancient = 0;
  /** The first few lines where each of these was seen. */
  readonly backwardLines: number[] = [];
  readonly futureLines: number[] = [];
  readonly ancientLines: number[] = [];
  /** The first and last day that steps lead from and to. */
  #from: number = Number.NaN;
  #to: number = Number.NaN;

  /** The day of the header on a line. */
  add(day: number, line: number, lastPossible: number): void {
    if (Number.isNaN(this.#from)) this.#from = day;
    else if (day !== this.#to) this.#step(day - this.#to, line);
    this.#to = day;
    this.addAside(day, line, lastPossible);
  }

  /** The day of a notice: it has to be possible, but may be older or newer than what stands around it. */
  addAside(day: number, line: number, lastPossible: number): void {
    if (Number.isNaN(this.firstDay)) this.firstDay = day;
    this.lastDay = day;
    this.repeat(line, lastPossible);
  }

  /** Whether the day reached lies ahead, or before WhatsApp. */
  isOdd(lastPossible: number): boolean {
    return this.lastDay > lastPossible || this.lastDay < firstWhatsApp;
  }

  /** Another header of the same day. */
  repeat(line: number, lastPossible: number): void {
    if (this.lastDay > lastPossible) {
      if (this.future++ < lineLimit) this.futureLines.push(line);
    } else if (this.lastDay < firstWhatsApp && this.ancient++ < lineLimit) this.ancientLines.push(line);
  }

  /** Takes over a trail whose first header is on `line`. */
  append(later: OrderTrail, line: number): void {
    if (Number.isNaN(later.firstDay)) return;
    if (Number.isNaN(this.firstDay)) this.firstDay = later.firstDay;
    this.lastDay = later.lastDay;
    if (Number.isNaN(this.#from)) this.#from = later.#from;
    else if (later.#from !== this.#to && !Number.isNaN(later.#from)) this.#step(later.#from - this.#to, line);
    if (!Number.isNaN(later.#to)) this.#to = later.#to;
    this.logLikelihood += later.logLikelihood;
    this.jumpLikelihood += later.jumpLikelihood;
    this.changes += later.changes;
    this.backwardJumps += later.backwardJumps;
    this.farJumps += later.farJumps;
    this.future += later.future;
    this.ancient += later.ancient;
    this.backwardLines.push(...later.backwardLines);
    this.futureLines.push(...later.futureLines);
    this.ancientLines.push(...later.ancientLines);
  }

  #step(days: number, line: number): void {
    this.changes++;
    const likelihood = stepLikelihood(days);
    this.logLikelihood += likelihood;
    if (days < -latestArrival && this.changes > 2) this.farJumps++;
    if (days >= -1) return;
    this.jumpLikelihood += likelihood;
    if (this.backwardJumps++ < lineLimit) this.backwardLines.push(line);
  }
}

/** Lines kept of each oddity. */
const lineLimit = 8;

/** Days that a message waits for a telephone that is off. */
const latestArrival = 31;

/** 1 January 2009, the year WhatsApp began. */
export const firstWhatsApp = 14_245;

/** A gap of n days is about n^-1.3 as likely as one of a day; going back is rare, and rarer the farther. */
export function stepLikelihood(days: number): number {
  if (days > 0) return -1.3 * Math.log(days);
  if (days === -1) return -3.5;
  return -7.6 - 1.3 * Math.log(-days);
}
