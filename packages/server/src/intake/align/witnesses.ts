// Finds how an export's clock and names relate to a chat's: texts of 12 characters or more that are unique on each
// side bear witness to a time offset and to who is who. Five witnesses make an offset; less proves nothing.

import { type Columns, type Dictionary, MEDIA_STATES, STATE } from './columns.ts';
import type { TimeStretch } from './message-fact.ts';
import { FARTHEST_OFFSET_SECONDS } from './message-fact.ts';

/** Zones differ by multiples of this. */
const ZONE_STEP_MINUTES = 15;
const OFFSET_WITNESSES = 5;
/** A run of fewer witnesses inside another run is chance. */
const STRETCH_WITNESSES = 2;

/** A text both sides hold once: where, and how much later the chat's clock shows it, in whole zone steps. */
export interface Witness {
  readonly incomingRow: number;
  readonly heldRow: number;
  readonly minutes: number;
}

interface Sides {
  readonly held: Columns;
  readonly incoming: Columns;
  readonly dictionary: Dictionary;
}

const NONE = -1;
const SEVERAL = -2;

/** Every text that may bear witness, in file order, whatever offset it speaks for. */
export function findWitnesses({ held, incoming, dictionary }: Sides): Witness[] {
  const heldRows = uniqueRows(held, dictionary);
  const incomingRows = uniqueRows(incoming, dictionary);
  const witnesses: Witness[] = [];
  for (let row = 0; row < incoming.count; row++) {
    const text = incoming.text[row] ?? 0;
    const heldRow = heldRows[text] ?? NONE;
    if (incomingRows[text] !== row || heldRow < 0) continue;
    const apart = held.minute(heldRow) - incoming.minute(row);
    const minutes = Math.round(apart / ZONE_STEP_MINUTES) * ZONE_STEP_MINUTES + 0;
    if (Math.abs(apart - minutes) > 1 || Math.abs(minutes) * 60 > FARTHEST_OFFSET_SECONDS) continue;
    witnesses.push({ incomingRow: row, heldRow, minutes });
  }
  return witnesses;
}

/** By text: its only row on this side, NONE or SEVERAL. Versions of one message count once. */
function uniqueRows(side: Columns, dictionary: Dictionary): Int32Array {
  const rows = new Int32Array(dictionary.texts.count).fill(NONE);
  for (let row = 0; row < side.count; row++) {
    const text = side.text[row] ?? 0;
    if (!dictionary.isLong(text) || (side.state(row) & (STATE.text | MEDIA_STATES)) === 0) continue;
    const known = rows[text] ?? NONE;
    if (known === NONE) rows[text] = row;
    else if (known >= 0 && side.message[known] !== side.message[row]) rows[text] = SEVERAL;
  }
  return rows;
}

/**
 * The stretches of the file with one offset each, in file order, from the first witness of an offset to its last. None
 * if no offset has five witnesses. Between two stretches the clock changed.
 */
export function findStretches(witnesses: readonly Witness[]): TimeStretch[] {
  const byOffset = new Map<number, number>();
  for (const { minutes } of witnesses) byOffset.set(minutes, (byOffset.get(minutes) ?? 0) + 1);
  const believed = witnesses.filter(({ minutes }) => (byOffset.get(minutes) ?? 0) >= OFFSET_WITNESSES);
  const runs = joinRuns(
    believed.map((witness) => ({
      minutes: witness.minutes,
      firstEntry: witness.incomingRow,
      lastEntry: witness.incomingRow,
      witnesses: 1,
    })),
  );
  return joinRuns(runs.filter((run) => run.witnesses >= STRETCH_WITNESSES));
}

function joinRuns(runs: readonly TimeStretch[]): TimeStretch[] {
  const joined: TimeStretch[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last?.minutes !== run.minutes) joined.push(run);
    else joined[joined.length - 1] = { ...last, lastEntry: run.lastEntry, witnesses: last.witnesses + run.witnesses };
  }
  return joined;
}

/** The witnesses that speak for the offset of their own stretch; without stretches, those for offset 0. */
export function agreeing(witnesses: readonly Witness[], stretches: readonly TimeStretch[]): Witness[] {
  if (stretches.length === 0) return witnesses.filter(({ minutes }) => minutes === 0);
  let index = 0;
  return witnesses.filter(({ incomingRow, minutes }) => {
    while (index < stretches.length - 1 && incomingRow > (stretches[index]?.lastEntry ?? 0)) index++;
    const stretch = stretches[index];
    const inside = stretch !== undefined && incomingRow >= stretch.firstEntry && incomingRow <= stretch.lastEntry;
    return inside && stretch.minutes === minutes;
  });
}
