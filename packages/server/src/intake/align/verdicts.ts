// The outcome of an alignment, entry by entry and counted: what each pair means, and what each side lacks.

import type { AlignmentCounts, Decision, Lacks, VersionReason } from './message-fact.ts';
import { PAIRED, type Pairing } from './pairing.ts';
import { judge } from './transitions.ts';

const NEW = 0;
const EXACT = 1;
const WITHIN_MINUTE = 2;
const CROSSED = 3;
/** From here on: a new version, for the reason at this distance. */
const FIRST_REASON = 4;
const REASONS: readonly VersionReason[] = [
  'deleted',
  'edited',
  'before-deletion',
  'before-edit',
  'media',
  'other-media',
  'caption',
];

export class Verdicts {
  readonly counts: AlignmentCounts;
  readonly lacks: Lacks;
  readonly #steps: Uint8Array;
  readonly #refs: Float64Array;

  /** `crossed`: by entry, whether it was paired through an offset or another name. */
  constructor(pairing: Pairing, crossed: Uint8Array | undefined) {
    const size = pairing.incoming.count;
    this.#steps = new Uint8Array(size);
    this.#refs = new Float64Array(size);
    for (let row = 0; row < size; row++) {
      const heldRow = pairing.partner[row] ?? -1;
      if (heldRow < 0) continue;
      this.#refs[row] = pairing.held.ref[heldRow] ?? 0;
      this.#steps[row] = stepOf(pairing, row, crossed?.[row] === 1);
    }
    this.counts = countSteps(this.#steps);
    this.lacks = countLacks(pairing);
  }

  /** Throws RangeError if the file has no such entry. */
  at(entry: number): Decision {
    const step = this.#steps[entry];
    if (step === undefined) throw new RangeError(`the file has no entry ${entry}`);
    if (step === NEW) return { step: 'new' };
    const of = this.#refs[entry] ?? 0;
    const why = REASONS[step - FIRST_REASON];
    return why === undefined ? { step: 'duplicate', of, exact: step === EXACT } : { step: 'new-version', of, why };
  }
}

function stepOf(pairing: Pairing, row: number, crossed: boolean): number {
  const outcome = outcomeOf(pairing, row);
  if (outcome !== 'duplicate') return FIRST_REASON + REASONS.indexOf(outcome);
  if (crossed) return CROSSED;
  return pairing.how[row] === PAIRED.nearby ? WITHIN_MINUTE : EXACT;
}

/** An entry that one of the message's versions already shows adds nothing; else its own partner decides. */
function outcomeOf({ held, incoming, partner }: Pairing, row: number): 'duplicate' | VersionReason {
  const heldRow = partner[row] ?? 0;
  const message = held.message[heldRow];
  let first = heldRow;
  while (first > 0 && held.message[first - 1] === message) first--;
  let outcome = judge({ held, heldRow, incoming, incomingRow: row });
  for (let version = first; held.message[version] === message && version < held.count; version++) {
    const other = judge({ held, heldRow: version, incoming, incomingRow: row });
    if (other === 'duplicate') return 'duplicate';
    if (other === 'other-media') outcome = other;
  }
  if (outcome === 'different') throw new Error(`entry ${row} was paired with a message it cannot be`);
  return outcome;
}

function countSteps(steps: Uint8Array): AlignmentCounts {
  const tally = [0, 0, 0, 0, 0];
  for (const step of steps) {
    const slot = Math.min(step, FIRST_REASON);
    tally[slot] = (tally[slot] ?? 0) + 1;
  }
  const [added = 0, exact = 0, withinMinute = 0, crossed = 0, newVersions = 0] = tally;
  return { exact, withinMinute, crossed, newVersions, added };
}

function countLacks({ held, incoming, openHeld, openIncoming }: Pairing): Lacks {
  const [heldFirst, heldLast] = spanOf(held.at, held.count);
  const [incomingFirst, incomingLast] = spanOf(incoming.at, incoming.count);
  const isShared = (at: number): boolean =>
    at >= Math.max(heldFirst, incomingFirst) - 60 && at <= Math.min(heldLast, incomingLast) + 60;
  let heldInOverlap = 0;
  for (const row of openIncoming) if (isShared(incoming.at[row] ?? 0)) heldInOverlap++;
  let missing = 0;
  for (const row of openHeld) if (held.isCurrent(row) && isShared(held.at[row] ?? 0)) missing++;
  return { held: openIncoming.length, heldInOverlap, incoming: missing };
}

function spanOf(times: Float64Array, count: number): [number, number] {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < count; row++) {
    const at = times[row] ?? 0;
    if (at < first) first = at;
    if (at > last) last = at;
  }
  return [first, last];
}
