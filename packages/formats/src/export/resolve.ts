/**
 * From what was surveyed to a reading: which shape is the file's own, which stretches of other shapes are messages too
 * (settings changed, files joined) and which are pasted text. The rule behind it: what was pasted into a message cannot
 * be later than that message; what was joined comes in blocks.
 */
import { decideOrder, type OrderDecision } from './date-order.ts';
import { type HeaderRun, orderBit, orders } from './header-run.ts';
import { partsOf, padsClash, styleOf } from './header-shape.ts';
import { stepLikelihood } from './order-trail.ts';
import type { Segment, ShapeReading } from './reading.ts';
import type { FieldOrder } from './source.ts';
import type { Survey } from './survey.ts';

export interface ResolveOptions {
  readonly answer?: FieldOrder;
  /** The order people of this file's apparent locale use; ranks what stays undecided. */
  readonly habit: FieldOrder;
}

export interface AcceptedRun {
  readonly run: HeaderRun;
  readonly order: FieldOrder;
}

export interface Resolution {
  readonly main: OrderDecision;
  readonly mainShape: number;
  readonly segments: readonly Segment[];
  readonly accepted: readonly AcceptedRun[];
  /** Runs that are text. */
  readonly refused: readonly HeaderRun[];
  /** Accepted runs are read in more than one order. */
  readonly mixed: boolean;
}

/** Resolves a survey with at least one header. */
export function resolve(survey: Survey, options: ResolveOptions): Resolution {
  const mainShape = shapeOfMost(survey.runs);
  const own = survey.runs.filter((run) => run.shape === mainShape);
  const main = decideOrder(withoutStrays(own), options.habit, options.answer);
  const judge = new Judge(survey, mainShape, main.order, options);
  const accepted: AcceptedRun[] = [];
  const refused: HeaderRun[] = [];
  survey.runs.forEach((run, index) => {
    const order = judge.orderOf(run, index, accepted.at(-1));
    if (order === undefined) refused.push(run);
    else accepted.push({ run, order });
  });
  return {
    main,
    mainShape,
    accepted,
    refused,
    segments: segmentsOf(survey, accepted, { shape: mainShape, order: main.order }),
    mixed: new Set(accepted.map((one) => one.order)).size > 1,
  };
}

/** The shape of most headers; of equals the first to appear. */
function shapeOfMost(runs: readonly HeaderRun[]): number {
  const totals = new Map<number, number>();
  for (const run of runs) totals.set(run.shape, (totals.get(run.shape) ?? 0) + run.count);
  let best = runs[0]?.shape ?? 0;
  for (const [shape, total] of totals) if (total > (totals.get(best) ?? 0)) best = shape;
  return best;
}

/** Few headers that are padded unlike the rest, or impossible in the order of the rest, say nothing about the order. */
function withoutStrays(own: readonly HeaderRun[]): readonly HeaderRun[] {
  const largest = own.reduce((a, b) => (b.count > a.count ? b : a));
  const total = own.reduce((sum, run) => sum + run.count, 0);
  const strays = own.filter((run) => run.count <= 2 && run.count * 20 <= total && padsClash(run.pads, largest.pads));
  return strays.length === own.length ? own : own.filter((run) => !strays.includes(run));
}

class Judge {
  readonly #survey: Survey;
  readonly #mainShape: number;
  readonly #mainOrder: FieldOrder;
  readonly #options: ResolveOptions;
  readonly #totals = new Map<number, number>();
  readonly #islands = new Map<number, number>();
  readonly #mainPads: number;

  constructor(survey: Survey, mainShape: number, mainOrder: FieldOrder, options: ResolveOptions) {
    this.#survey = survey;
    this.#mainShape = mainShape;
    this.#mainOrder = mainOrder;
    this.#options = options;
    let last = -1;
    let pads = 0;
    let most = 0;
    for (const run of survey.runs) {
      this.#totals.set(run.shape, (this.#totals.get(run.shape) ?? 0) + run.count);
      if (run.shape !== last) this.#islands.set(run.shape, (this.#islands.get(run.shape) ?? 0) + 1);
      last = run.shape;
      if (run.shape === mainShape && run.count > most) {
        most = run.count;
        pads = run.pads;
      }
    }
    this.#mainPads = pads;
  }

  /** The order to read a run in, or undefined when it is text. */
  orderOf(run: HeaderRun, index: number, before: AcceptedRun | undefined): FieldOrder | undefined {
    const after = this.#nextOwn(index);
    const inMainOrder = run.shape === this.#mainShape && (run.allowed & orderBit[this.#mainOrder]) !== 0;
    if (inMainOrder) {
      return this.#isPastedTwin(run, before, after) ? undefined : this.#mainOrder;
    }
    const order = this.#likeliestOrder(run, before, after);
    return this.#belongs(run, order, before, after) ? order : undefined;
  }

  #nextOwn(index: number): HeaderRun | undefined {
    for (let i = index + 1; i < this.#survey.runs.length; i++) {
      const run = this.#survey.runs[i];
      if (run?.shape === this.#mainShape && (run.allowed & orderBit[this.#mainOrder]) !== 0) return run;
    }
    return undefined;
  }

  /** Same shape, but padded unlike the file, and a jump of more than a day back that the next header undoes. */
  #isPastedTwin(run: HeaderRun, before: AcceptedRun | undefined, after: HeaderRun | undefined): boolean {
    if (before === undefined || run.count > 3 || !padsClash(run.pads, this.#mainPads)) return false;
    const back = before.run.lastAt(before.order) - run.firstAt(this.#mainOrder);
    if (back <= 86_400) return false;
    return after === undefined || after.firstAt(this.#mainOrder) >= before.run.lastAt(before.order) - 86_400;
  }

  /** The order in which a run of another shape fits its neighbours best. */
  #likeliestOrder(run: HeaderRun, before: AcceptedRun | undefined, after: HeaderRun | undefined): FieldOrder {
    const possible = orders.filter((order) => (run.allowed & orderBit[order]) !== 0);
    const answer = this.#options.answer;
    if (answer !== undefined && possible.includes(answer)) return answer;
    const alone = decideOrder([run], this.#mainOrder);
    if (alone.decided) return alone.order;
    const score = (order: FieldOrder): number => {
      const trail = run.trails[order];
      let sum = trail.logLikelihood - (trail.future > 0 ? 20 : 0) + (order === 'YMD' ? -9 : 0);
      if (before !== undefined) sum += edge(trail.firstDay - before.run.trails[before.order].lastDay);
      if (after !== undefined) sum += edge(after.trails[this.#mainOrder].firstDay - trail.lastDay);
      if (order === this.#mainOrder) sum += 0.5;
      if (order === this.#options.habit) sum += 0.1;
      return sum;
    };
    return possible.reduce((best, order) => (score(order) > score(best) ? order : best), possible[0] ?? this.#mainOrder);
  }

  #belongs(run: HeaderRun, order: FieldOrder, before: AcceptedRun | undefined, after: HeaderRun | undefined): boolean {
    if (run.introduced) return false;
    if (before === undefined) return true;
    const total = this.#totals.get(run.shape) ?? 0;
    const main = this.#totals.get(this.#mainShape) ?? 1;
    if (run.opensChat && (run.count >= 2 || after === undefined)) return true;
    // Two telephones' exports merged line by line: neither is an exception in the other.
    if ((this.#islands.get(run.shape) ?? 0) >= 3 && total >= 10 && total * 5 >= main) return true;
    const follows = this.#follows(run, order, before, after);
    if (styleOf(run.shape) === styleOf(this.#mainShape)) {
      if (follows && (run.count >= 3 || after === undefined || this.#knowsAuthors(run))) return true;
    } else if (follows && run.count >= 2 && this.#knowsAuthors(run)) return true;
    if (after !== undefined) return run.count >= 60 && run.count * 5 >= main;
    return (run.count >= 3 && run.count * 2 >= main) || (run.count >= 60 && run.count * 5 >= main);
  }

  /** Later than the message before and not later than the next one: no pasted text can be that. */
  #follows(run: HeaderRun, order: FieldOrder, before: AcceptedRun, after: HeaderRun | undefined): boolean {
    const coarse = partsOf(run.shape).seconds && partsOf(before.run.shape).seconds ? 1 : 60;
    const from = Math.floor(before.run.lastAt(before.order) / coarse);
    const first = Math.floor(run.firstAt(order) / coarse);
    if (first < from) return false;
    if (first === from && run.count < 3 && !this.#knowsAuthors(run)) return false;
    if (after === undefined) return true;
    return run.lastAt(order) <= after.firstAt(this.#mainOrder) + 600;
  }

  #knowsAuthors(run: HeaderRun): boolean {
    if (run.authored === 0) return true;
    const known = new Set<string>();
    for (const other of this.#survey.runs) if (other.shape === this.#mainShape) for (const name of other.authors) known.add(name);
    for (const name of run.authors) if (known.has(name)) return true;
    return false;
  }
}

function edge(days: number): number {
  return days === 0 ? 0 : stepLikelihood(days);
}

function segmentsOf(survey: Survey, accepted: readonly AcceptedRun[], main: ShapeReading): Segment[] {
  const orderOf = new Map(accepted.map((one) => [one.run, one.order]));
  const segments: Segment[] = [];
  for (const run of survey.runs) {
    const order = orderOf.get(run);
    const accepts = order === undefined ? [] : [{ shape: run.shape, order }];
    const last = segments.at(-1);
    if (last !== undefined && sameReadings(last.accepts, accepts)) continue;
    segments.push({ fromLine: segments.length === 0 ? 1 : run.firstLine, accepts });
  }
  if (survey.overflowLine > 0) {
    const shapes = new Map<number, ShapeReading>();
    for (const one of accepted) if (!shapes.has(one.run.shape)) shapes.set(one.run.shape, { shape: one.run.shape, order: one.order });
    shapes.set(main.shape, main);
    segments.push({ fromLine: survey.overflowLine, accepts: [...shapes.values()] });
  }
  return segments;
}

function sameReadings(one: readonly ShapeReading[], other: readonly ShapeReading[]): boolean {
  return one.length === other.length && one.every((reading, index) => reading.shape === other[index]?.shape && reading.order === other[index]?.order);
}
