/**
 * Day first, month first or year first? Decided on all headers of a shape together, by evidence in this order: a year
 * in front, fields that can only be days, dates in file names, legality (no jumps back, no future), volatility (the
 * faster field is the day), dots. What is left is ambiguous and ranked by habit only.
 */
import { type HeaderRun, orderBit, orders } from './header-run.ts';
import { partsOf } from './header-shape.ts';
import { OrderTrail } from './order-trail.ts';
import type { FieldOrder } from './source.ts';

/** Tokens of `dateOrderBasis`, in the order in which they are weighed. */
export type OrderBasis =
  | 'year-first'
  | 'field>12'
  | 'month-name'
  | 'media-names'
  | 'legality'
  | 'volatility'
  | 'dots'
  | 'locale-shape'
  | 'answer'
  | 'same-dates'
  | 'mixed'
  | 'prior'
  | 'none';

export type Confidence = 'proved' | 'strong' | 'weak' | 'none';

export interface OrderDecision {
  readonly order: FieldOrder;
  /** All readings still possible, likeliest first; `order` is the first. */
  readonly readings: readonly FieldOrder[];
  readonly basis: readonly OrderBasis[];
  readonly confidence: Confidence;
  readonly decided: boolean;
  /** Every reading gives the same dates. */
  readonly sameDates: boolean;
}

interface Score {
  readonly order: FieldOrder;
  readonly trail: OrderTrail;
  readonly names: number;
  /** Weight of dates that cannot be. */
  readonly impossible: number;
  /** Weight of jumps back. */
  readonly jumps: number;
  /** Weight of the steps, and the part of it that says how far the jumps are. */
  readonly steps: number;
  readonly distance: number;
  readonly shape: number;
}

/** Natural logarithm of the odds that count as proof. */
const proof = 6.9;
const stepProof = 9.2;
const impossibleDate = 20;
const nameWeight = 9.3;
const jumpWeight = 7.6;
/** In a file with fewer dates one jump back may be a message that came late, unless everything together weighs this much. */
const datesThatBearAJump = 10;
const loneJumpProof = 14;

/** Decides for headers of one shape. `habit` ranks undecided readings. */
export function decideOrder(runs: readonly HeaderRun[], habit: FieldOrder, answer?: FieldOrder): OrderDecision {
  const total = runs.reduce((sum, run) => sum + run.count, 0);
  const shape = partsOf(runs[0]?.shape ?? 0);
  const possible = possibleOrders(runs, total);
  const only = possible[0];
  if (only !== undefined && possible.length === 1) {
    const yearFirst = shape.yearForm === 'first4' || shape.yearForm === 'firstEra';
    return settled(only, [only], [shape.mark === 4 ? 'month-name' : yearFirst ? 'year-first' : 'field>12'], 'proved');
  }
  if (answer !== undefined && possible.includes(answer)) return settled(answer, [answer], ['answer'], 'proved');
  const scores = scoreAll(possible, runs);
  const ranked = rank(scores, habit);
  const readings = plausible(ranked);
  const [best, second] = ranked;
  if (best === undefined) return settled(habit, [habit], ['none'], 'none');
  const differing = runs.reduce((sum, run) => sum + run.differing, 0);
  if (differing === 0 && shape.mark === 1 && best.order === 'DMY' && !readings.includes('YMD')) {
    return { ...settled('DMY', ['DMY'], ['dots', 'same-dates'], 'proved'), sameDates: true };
  }
  if (differing === 0 && readings.every((order) => order !== 'YMD')) {
    return {
      order: best.order,
      readings,
      basis: ['same-dates'],
      confidence: 'proved',
      decided: false,
      sameDates: true,
    };
  }
  if (second === undefined) return settled(best.order, [best.order], ['field>12'], 'proved');
  return weigh(best, second, { readings, monthFirstImpossible: !possible.includes('MDY') });
}

function settled(
  order: FieldOrder,
  readings: readonly FieldOrder[],
  basis: readonly OrderBasis[],
  confidence: Confidence,
): OrderDecision {
  return { order, readings, basis, confidence, decided: true, sameDates: false };
}

/** Orders in which all dates are dates; where there is none, the one with the fewest exceptions. */
function possibleOrders(runs: readonly HeaderRun[], total: number): FieldOrder[] {
  const fits = (order: FieldOrder): number =>
    runs.reduce((sum, run) => sum + ((run.allowed & orderBit[order]) === 0 ? 0 : run.count), 0);
  const all = orders.filter((order) => fits(order) === total);
  if (all.length > 0) return all;
  const best = orders.toSorted((a, b) => fits(b) - fits(a))[0];
  return best === undefined ? [] : [best];
}

function scoreAll(possible: readonly FieldOrder[], runs: readonly HeaderRun[]): Score[] {
  const trails = possible.map((order) => {
    const trail = new OrderTrail();
    for (const run of runs) trail.append(run.trails[order], run.firstLine);
    return trail;
  });
  const allFuture = trails.every((trail) => trail.future > 0);
  const allAncient = trails.every((trail) => trail.ancient > 0);
  return possible.map((order, index) => {
    const trail = trails[index] ?? new OrderTrail();
    const votes = runs.reduce((sum, run) => sum + run.nameVotes[order], 0);
    const impossible =
      (trail.future > 0 && !allFuture ? impossibleDate : 0) + (trail.ancient > 0 && !allAncient ? impossibleDate : 0);
    const back = jumpWeight * trail.backwardJumps;
    return {
      order,
      trail,
      names: Math.min(votes, 3) * nameWeight,
      impossible: 0 - impossible,
      jumps: 0 - back,
      steps: trail.logLikelihood + back,
      distance: trail.jumpLikelihood + back,
      shape: shapeWeight(order, runs),
    };
  });
}

/** What separators and day periods say: dots are day first; a short year in front is rare outside East Asia. */
function shapeWeight(order: FieldOrder, runs: readonly HeaderRun[]): number {
  const shape = partsOf(runs[0]?.shape ?? 0);
  if (order === 'YMD') return shape.eastern ? (shape.mark === 1 ? 8 : -1) : -10;
  if (order === 'MDY' && shape.mark === 1) return -14;
  return 0;
}

function rank(scores: readonly Score[], habit: FieldOrder): Score[] {
  const clean = cleanOnly(scores);
  const sum = (score: Score): number => weightOf(score, clean) + (score.order === habit ? 0.1 : 0);
  return scores.toSorted((a, b) => sum(b) - sum(a));
}

function weightOf(score: Score, clean: boolean): number {
  return (clean ? score.impossible + score.jumps + score.steps : 0) + score.names + score.shape;
}

/**
 * Steps prove something only in a file that is in order under some reading. A shuffled file has jumps in every reading,
 * and their sizes are noise.
 */
function cleanOnly(scores: readonly Score[]): boolean {
  const most = Math.max(...scores.map((score) => score.trail.backwardJumps));
  return scores.some((score) => isClean(score.trail, most));
}

/** In order but for a line or two that came late, or for old notices at the top, where other readings jump often. */
function isClean(trail: OrderTrail, most: number): boolean {
  if (trail.backwardJumps * 200 <= trail.changes) return true;
  if (trail.backwardJumps === 1 && most >= 5 && trail.changes >= datesThatBearAJump) return true;
  return trail.farJumps === 0 && trail.backwardJumps * 3 <= most;
}

function plausible(ranked: readonly Score[]): FieldOrder[] {
  const clean = cleanOnly(ranked);
  const best = ranked[0] === undefined ? 0 : weightOf(ranked[0], clean);
  const near = ranked
    .filter((score, place) => weightOf(score, clean) > best - stepProof && (place === 0 || !isRareYearFirst(score)))
    .map((score) => score.order);
  return near.length > 0 ? near : ranked.map((score) => score.order);
}

/** How much more the first of two readings has for itself, by kind of evidence. */
interface Margin {
  readonly names: number;
  readonly legality: number;
  readonly steps: number;
  readonly shape: number;
}

function weigh(
  best: Score,
  second: Score,
  context: { readonly readings: readonly FieldOrder[]; readonly monthFirstImpossible: boolean },
): OrderDecision {
  const clean = isClean(best.trail, second.trail.backwardJumps);
  const margin = marginOf(best, second, clean);
  const basis = basisOf(best, second, margin, context.monthFirstImpossible);
  if (!isEnough(margin, basis) || isBareYearFirst(best)) {
    return {
      order: best.order,
      readings: context.readings.length > 1 ? context.readings : [best.order, second.order],
      basis: ['prior'],
      confidence: 'weak',
      decided: false,
      sameDates: false,
    };
  }
  const proved = basis[0] === 'field>12' || basis[0] === 'media-names';
  return settled(best.order, [best.order], basis, proved ? 'proved' : 'strong');
}

function marginOf(best: Score, second: Score, clean: boolean): Margin {
  const doubtful =
    isLoneJump(best.trail, second.trail) && weightOf(best, clean) - weightOf(second, clean) < loneJumpProof;
  const counted = (score: Score): { legality: number; steps: number } => {
    if (!clean) return { legality: 0, steps: 0 };
    if (doubtful) return { legality: score.impossible, steps: score.steps - score.distance };
    return { legality: score.impossible + score.jumps, steps: score.steps };
  };
  return {
    names: best.names - second.names,
    legality: counted(best).legality - counted(second).legality,
    steps: counted(best).steps - counted(second).steps,
    shape: best.shape - second.shape,
  };
}

/** Few dates, and one jump back is all that tells two readings apart by legality. */
function isLoneJump(one: OrderTrail, other: OrderTrail): boolean {
  if (Math.abs(one.backwardJumps - other.backwardJumps) > 1) return false;
  return Math.max(one.changes, other.changes) + 1 < datesThatBearAJump;
}

function basisOf(best: Score, second: Score, margin: Margin, monthFirstImpossible: boolean): OrderBasis[] {
  const basis: OrderBasis[] = [];
  const names: OrderBasis[] = margin.names > 0 ? ['media-names'] : [];
  // The rest then only says that the year does not come first.
  if (monthFirstImpossible && best.order === 'DMY') return ['field>12', ...names];
  basis.push(...names);
  if (margin.legality >= proof) basis.push('legality');
  if (margin.steps >= stepProof && best.trail.changes >= 3) basis.push('volatility');
  if (margin.shape >= proof) {
    if (best.order === 'DMY' && second.order === 'MDY') basis.push('dots');
    else if (basis.length === 0) basis.push('locale-shape');
  }
  return basis;
}

function isEnough(margin: Margin, basis: readonly OrderBasis[]): boolean {
  const certain = margin.names + margin.legality + margin.shape + Math.min(margin.steps, 0);
  if (basis.includes('volatility')) return certain + margin.steps >= stepProof;
  return basis.length > 0 && certain > 0 && certain + margin.steps >= proof;
}

/** A short year in front, outside East Asia: what could be a day is one, as long as another reading is better. */
function isRareYearFirst(score: Score): boolean {
  return score.order === 'YMD' && score.shape < 0;
}

/** One date alone never makes a short year the first field: `10/03/30` may as well lie in the future. */
function isBareYearFirst(score: Score): boolean {
  return isRareYearFirst(score) && score.trail.changes === 0;
}
