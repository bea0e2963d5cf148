// Shows an incoming file's times on the chat's clock. Where two stretches of different offset meet (daylight saving
// began or ended in one of the zones), the change is set where most entries find a partner.

import type { Columns } from './columns.ts';
import { KeyTable } from './key-table.ts';
import type { TimeStretch } from './message-fact.ts';
import type { Seed } from './text-table.ts';

interface Change {
  readonly held: Columns;
  readonly incoming: Columns;
  readonly stretches: readonly TimeStretch[];
  readonly seed: Seed;
}

/** Moves every time of `incoming` by the offset of its stretch. Returns the stretches, extended until they meet. */
export function applyOffsets({ held, incoming, stretches, seed }: Change): TimeStretch[] {
  const places = stretches.length > 1 ? placesOf(held, seed) : undefined;
  const extended: TimeStretch[] = [];
  let firstEntry = 0;
  for (const [index, stretch] of stretches.entries()) {
    const next = stretches[index + 1];
    const lastEntry =
      next === undefined || places === undefined
        ? incoming.count - 1
        : findChange({ incoming, places, before: stretch, after: next });
    for (let row = firstEntry; row <= lastEntry; row++)
      incoming.at[row] = (incoming.at[row] ?? 0) + stretch.minutes * 60;
    extended.push({ ...stretch, firstEntry, lastEntry });
    firstEntry = lastEntry + 1;
  }
  return extended;
}

/** Which texts the chat holds at which minute. Names are unknown yet, so authors do not count. */
function placesOf(held: Columns, seed: Seed): KeyTable {
  const places = new KeyTable(seed, held.count);
  for (let row = 0; row < held.count; row++) places.intern(held.text[row] ?? 0, 0, held.minute(row));
  return places;
}

interface Boundary {
  readonly incoming: Columns;
  readonly places: KeyTable;
  readonly before: TimeStretch;
  readonly after: TimeStretch;
}

/** The last entry of `before`: the split of the entries between both stretches that finds most partners. */
function findChange({ incoming, places, before, after }: Boundary): number {
  let lastEntry = before.lastEntry;
  let balance = 0;
  let best = 0;
  for (let row = before.lastEntry + 1; row < after.firstEntry; row++) {
    const text = incoming.text[row] ?? 0;
    const minute = incoming.minute(row);
    const fitsBefore = places.find(text, 0, minute + before.minutes) >= 0 ? 1 : 0;
    const fitsAfter = places.find(text, 0, minute + after.minutes) >= 0 ? 1 : 0;
    balance += fitsBefore - fitsAfter;
    if (balance < best || (balance === best && fitsBefore === 0)) continue;
    best = balance;
    lastEntry = row;
  }
  return lastEntry;
}
