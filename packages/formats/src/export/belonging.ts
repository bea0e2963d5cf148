/**
 * Whether a stretch of headers belongs to the chat or is text that somebody pasted. What was pasted into a message cannot
 * be later than that message, nor longer than a message can be; what was joined to a file comes in blocks, and opens like
 * a chat.
 */
import { type HeaderRun, orderBit } from './header-run.ts';
import { padsClash, partsOf, styleOf } from './header-shape.ts';
import type { FieldOrder } from './source.ts';

export interface AcceptedRun {
  readonly run: HeaderRun;
  readonly order: FieldOrder;
}

export interface Surroundings {
  /** The last run that counts before this one. */
  readonly before: AcceptedRun;
  /** The next run in a shape that counts. */
  readonly after: AcceptedRun | undefined;
  /** How many headers count so far. */
  readonly headersBefore: number;
  /** Headers of this run's shape in all, and in how many stretches they come. */
  readonly shapeTotal: number;
  readonly shapeIslands: number;
  /** Headers of the commonest shape. */
  readonly largestTotal: number;
  readonly knowsAuthors: boolean;
}

/** The longest message WhatsApp sends, in code units. */
const messageLimit = 65_536;
const day = 86_400;

/** Whether a run in another shape than its neighbours, or another order, is made of messages. */
export function belongs(run: HeaderRun, order: FieldOrder, around: Surroundings): boolean {
  if (run.introduced) return false;
  if (run.endsAt - run.startsAt > messageLimit) return true;
  const step = stepInto(run, order, around);
  if (around.after === undefined && isPlan(run, around)) return false;
  if (step === 'follows') return true;
  if (around.after !== undefined) return belongsInside(run, order, around, step);
  if (step === 'fits' && ((run.count >= 2 && run.authored > 0) || around.knowsAuthors)) return true;
  if (run.opensChat || run.count >= 60) return true;
  return around.knowsAuthors && run.count >= 3 && run.count * 2 >= around.headersBefore;
}

/** A few lines behind everything, by nobody who ever wrote: a change of settings keeps the authors, a pasted plan does not. */
function isPlan(run: HeaderRun, around: Surroundings): boolean {
  return !around.knowsAuthors && !run.opensChat && run.count < 60 && run.count < around.headersBefore;
}

/** Between messages of other shapes that go on behind it. */
function belongsInside(run: HeaderRun, order: FieldOrder, around: Surroundings, step: Step): boolean {
  const { before, after } = around;
  const several = run.count >= 3 && run.authored > 0;
  if (step === 'fits' && (several || around.knowsAuthors) && sameStyle(run, before.run)) return true;
  // Two telephones' exports merged line by line: neither is an exception in the other.
  const turns = around.shapeIslands >= 3 && around.shapeTotal >= 10 && around.shapeTotal * 5 >= around.largestTotal;
  if (turns && step !== 'back') return true;
  if (after === undefined) return false;
  const gap = after.run.firstAt(after.order) - before.run.lastAt(before.order);
  const unbroken = gap >= 0 && gap <= 2 * day;
  const older = run.lastAt(order) < before.run.lastAt(before.order);
  // The chat goes on around it as if it were not there.
  if (unbroken && older) return false;
  return run.count >= 60 || (run.opensChat && run.count >= 3);
}

type Step = 'follows' | 'fits' | 'back';

/** How the run's times lie between its neighbours': later than the message before, at the same time, or before it. */
function stepInto(run: HeaderRun, order: FieldOrder, around: Surroundings): Step {
  const { before, after } = around;
  const unit = partsOf(run.shape).seconds && partsOf(before.run.shape).seconds ? 1 : 60;
  const from = Math.floor(before.run.lastAt(before.order) / unit);
  const first = Math.floor(run.firstAt(order) / unit);
  if (first < from) return 'back';
  const inTime = after === undefined || run.lastAt(order) <= after.run.firstAt(after.order) + 600;
  if (!inTime) return 'back';
  if (first === from) return 'fits';
  // A dated list without authors is somebody's plan for later.
  const spoken = run.authored > 0 || run.ofTheApp;
  return around.knowsAuthors || (spoken && (run.count >= 2 || sameStyle(run, before.run))) ? 'follows' : 'fits';
}

function sameStyle(one: HeaderRun, other: HeaderRun): boolean {
  return styleOf(one.shape) === styleOf(other.shape);
}

/**
 * A few headers in the chat's own shape but padded unlike it, a jump of more than a day back that the next header undoes:
 * pasted. Without such a difference nothing tells pasted lines from late ones, and no message may be lost.
 */
export function isPastedTwin(
  run: HeaderRun,
  order: FieldOrder,
  around: { readonly before: AcceptedRun; readonly after: AcceptedRun | undefined; readonly pads: number },
): boolean {
  if (run.count > 3 || !padsClash(run.pads, around.pads)) return false;
  const last = around.before.run.lastAt(around.before.order);
  if (last - run.firstAt(order) <= day) return false;
  return around.after === undefined || around.after.run.firstAt(around.after.order) >= last - day;
}

/** Whether a run allows an order. */
export function allows(run: HeaderRun, order: FieldOrder): boolean {
  return (run.allowed & orderBit[order]) !== 0;
}
