/**
 * From what was surveyed to a decision for the whole file: which stretches of headers are messages, in which date order,
 * and which shape is the file's own.
 */
import { type AcceptedRun, allows, belongs, isPastedTwin } from './belonging.ts';
import { decideOrder, type OrderDecision } from './date-order.ts';
import { type HeaderRun, orders } from './header-run.ts';
import { padsClash, partsOf } from './header-shape.ts';
import { stepLikelihood } from './order-trail.ts';
import type { Segment, ShapeReading } from './reading.ts';
import type { FieldOrder } from './source.ts';
import type { Survey } from './survey.ts';

export interface ResolveOptions {
  readonly answer?: FieldOrder;
  /** The order people of this file's apparent locale use; ranks what stays undecided. */
  readonly habit: FieldOrder;
}

/** A stretch that counts; from `tail.line` on it is read in another order. */
export interface ResolvedRun extends AcceptedRun {
  readonly tail?: { readonly line: number; readonly order: FieldOrder; readonly lastDay: number };
}

export interface Resolution {
  readonly main: OrderDecision;
  readonly mainShape: number;
  readonly segments: readonly Segment[];
  readonly accepted: readonly ResolvedRun[];
  /** Runs that are text. */
  readonly refused: readonly HeaderRun[];
  /** Accepted runs are read in more than one order. */
  readonly mixed: boolean;
}

/** Resolves a survey; undefined where no header is one of a chat. */
export function resolve(survey: Survey, options: ResolveOptions): Resolution | undefined {
  if (survey.runs.length === 0) return undefined;
  const judge = new Judge(survey, options);
  const judged: AcceptedRun[] = [];
  const refused: HeaderRun[] = [];
  survey.runs.forEach((run, index) => {
    const order = judge.orderOf(run, index);
    if (order === undefined) refused.push(run);
    else {
      judged.push({ run, order });
      judge.accept({ run, order });
    }
  });
  if (judged.length === 0) return undefined;
  const mainShape = largestShape(judged.map((one) => one.run));
  const own = judged.filter((one) => one.run.shape === mainShape).map((one) => one.run);
  const main = decideOrder(own, options.habit, options.answer);
  const usual = judge.usualOrder(mainShape);
  // Refused runs no longer weigh: what they left undecided may now be read the other way.
  const settled = judged.map((one) =>
    one.run.shape === mainShape && one.order === usual && allows(one.run, main.order)
      ? { run: one.run, order: main.order }
      : one,
  );
  const accepted = withTails(settled);
  return {
    main,
    mainShape,
    accepted,
    refused,
    segments: segmentsOf(survey, accepted),
    mixed: new Set(accepted.flatMap((one) => [one.order, one.tail?.order ?? one.order])).size > 1,
  };
}

/** The shape of most headers; of equals the first to appear. */
function largestShape(runs: readonly HeaderRun[]): number {
  const totals = new Map<number, number>();
  for (const run of runs) totals.set(run.shape, (totals.get(run.shape) ?? 0) + run.count);
  let best = runs[0]?.shape ?? 0;
  for (const [shape, total] of totals) if (total > (totals.get(best) ?? 0)) best = shape;
  return best;
}

/** What is known of all headers of one shape. */
interface ShapeFacts {
  readonly decision: OrderDecision;
  readonly total: number;
  readonly islands: number;
  /** Padding of its largest run. */
  readonly pads: number;
}

class Judge {
  readonly #runs: readonly HeaderRun[];
  readonly #options: ResolveOptions;
  readonly #facts = new Map<number, ShapeFacts>();
  readonly #counting = new Set<number>();
  readonly #countingRuns = new Set<number>();
  readonly #authors = new Set<string>();
  readonly #largest: number;
  #before: AcceptedRun | undefined;
  #headers = 0;

  constructor(survey: Survey, options: ResolveOptions) {
    this.#runs = survey.runs;
    this.#options = options;
    for (const [shape, runs] of Map.groupBy(survey.runs, (run) => run.shape)) {
      const largest = runs.reduce((a, b) => (b.count > a.count ? b : a));
      this.#facts.set(shape, {
        decision: decideOrder(withoutStrays(runs, largest), options.habit, options.answer),
        total: runs.reduce((sum, run) => sum + run.count, 0),
        islands: survey.runs.filter((run, index) => run.shape === shape && survey.runs[index - 1]?.shape !== shape)
          .length,
        pads: largest.pads,
      });
    }
    this.#largest = Math.max(...[...this.#facts.values()].map((facts) => facts.total));
  }

  accept(accepted: AcceptedRun): void {
    this.#before = accepted;
    this.#counting.add(accepted.run.shape);
    this.#countingRuns.add(accepted.run.index);
    this.#headers += accepted.run.count;
    for (const name of accepted.run.authors) this.#authors.add(name);
  }

  usualOrder(shape: number): FieldOrder | undefined {
    return this.#facts.get(shape)?.decision.order;
  }

  /** The order to read a run in, or undefined when it is text. */
  orderOf(run: HeaderRun, index: number): FieldOrder | undefined {
    const facts = this.#facts.get(run.shape);
    const before = this.#before;
    if (facts === undefined) return undefined;
    const usual = facts.decision.order;
    if (before === undefined) return allows(run, usual) ? usual : this.#likeliestOrder(run, undefined, undefined);
    const after = this.#next(index);
    if (this.#counting.has(run.shape) && allows(run, usual)) {
      return isPastedTwin(run, usual, { before, after, pads: facts.pads }) ? undefined : usual;
    }
    const order = facts.decision.decided && allows(run, usual) ? usual : this.#likeliestOrder(run, before, after);
    if (order === undefined) return undefined;
    const around = {
      before,
      after,
      headersBefore: this.#headers,
      shapeTotal: facts.total,
      shapeIslands: facts.islands,
      largestTotal: this.#largest,
      knowsAuthors: run.authored === 0 ? run.ofTheApp : this.#knowsAuthorOf(run),
    };
    return belongs(run, order, around) ? order : undefined;
  }

  #knowsAuthorOf(run: HeaderRun): boolean {
    for (const name of run.authors) if (this.#authors.has(name)) return true;
    for (const index of run.authorsSince) if (this.#countingRuns.has(index)) return true;
    return false;
  }

  /** The next run in a shape that already counts, read in its usual order. */
  #next(index: number): AcceptedRun | undefined {
    for (let i = index + 1; i < this.#runs.length; i++) {
      const run = this.#runs[i];
      if (run === undefined || !this.#counting.has(run.shape)) continue;
      const order = this.#facts.get(run.shape)?.decision.order;
      if (order !== undefined && allows(run, order)) return { run, order };
    }
    return undefined;
  }

  #yearMayLead(run: HeaderRun): boolean {
    return partsOf(run.shape).yearForm !== 'last2' || this.#facts.get(run.shape)?.decision.order === 'YMD';
  }

  /** The order in which an undecided run fits its neighbours best. */
  #likeliestOrder(
    run: HeaderRun,
    before: AcceptedRun | undefined,
    after: AcceptedRun | undefined,
  ): FieldOrder | undefined {
    // `31/02/22` is no day of 2031 because it can be no other: a short year comes first only where the whole shape says so.
    const possible = orders.filter((order) => allows(run, order) && (order !== 'YMD' || this.#yearMayLead(run)));
    const answer = this.#options.answer;
    if (answer !== undefined && possible.includes(answer)) return answer;
    const habit = before?.order ?? this.#options.habit;
    const alone = decideOrder([run], habit);
    if (alone.decided && possible.includes(alone.order)) return alone.order;
    const score = (order: FieldOrder): number => {
      const trail = run.trails[order];
      let sum =
        trail.logLikelihood - (trail.future > 0 ? 20 : 0) + (order === 'YMD' ? -9 : 0) + (order === habit ? 0.5 : 0);
      if (before !== undefined) sum += edge(trail.firstDay - before.run.trails[before.order].lastDay);
      if (after !== undefined) sum += edge(after.run.trails[after.order].firstDay - trail.lastDay);
      return sum;
    };
    return possible.toSorted((a, b) => score(b) - score(a))[0];
  }
}

/** Few headers that are padded unlike the rest say nothing about the order of the rest. */
function withoutStrays(runs: readonly HeaderRun[], largest: HeaderRun): readonly HeaderRun[] {
  const total = runs.reduce((sum, run) => sum + run.count, 0);
  const rest = runs.filter((run) => run.count > 2 || run.count * 20 > total || !padsClash(run.pads, largest.pads));
  return rest.length === 0 ? runs : rest;
}

function edge(days: number): number {
  return days === 0 ? 0 : stepLikelihood(days);
}

/**
 * Where a run of one proven order is followed by one of another in the same shape, the change may have come earlier than
 * the first date that proves it. At the end of a file the evidence has to be overwhelming.
 */
function withTails(judged: readonly AcceptedRun[]): ResolvedRun[] {
  return judged.map((one, index) => {
    const { run, order } = one;
    if (order === 'YMD') return one;
    const other = order === 'DMY' ? 'MDY' : 'DMY';
    if (allows(run, other)) return one;
    const next = judged[index + 1];
    const watch = run.watches[order];
    const turns = next !== undefined && next.run.shape === run.shape && next.order === other && watch.weight >= 6.9;
    const ends = next === undefined && watch.weight >= 14 && watch.changes >= 3;
    if ((!turns && !ends) || watch.line <= run.firstLine) return one;
    return { ...one, tail: { line: watch.line, order: other, lastDay: watch.lastDay } };
  });
}

function segmentsOf(survey: Survey, accepted: readonly ResolvedRun[]): Segment[] {
  const byRun = new Map(accepted.map((one) => [one.run, one]));
  const segments: Segment[] = [];
  const push = (fromLine: number, accepts: readonly ShapeReading[]): void => {
    const last = segments.at(-1);
    if (last !== undefined && sameReadings(last.accepts, accepts)) return;
    segments.push({ fromLine: segments.length === 0 ? 1 : fromLine, accepts });
  };
  for (const run of survey.runs) {
    const one = byRun.get(run);
    push(run.firstLine, one === undefined ? [] : [{ shape: run.shape, order: one.order }]);
    if (one?.tail !== undefined) push(one.tail.line, [{ shape: run.shape, order: one.tail.order }]);
  }
  if (survey.overflowLine > 0) {
    const shapes = new Map<number, ShapeReading>();
    for (const { run, order } of accepted)
      if (!shapes.has(run.shape)) shapes.set(run.shape, { shape: run.shape, order });
    push(survey.overflowLine, [...shapes.values()]);
  }
  return segments;
}

function sameReadings(one: readonly ShapeReading[], other: readonly ShapeReading[]): boolean {
  return (
    one.length === other.length &&
    one.every((reading, index) => reading.shape === other[index]?.shape && reading.order === other[index]?.order)
  );
}
