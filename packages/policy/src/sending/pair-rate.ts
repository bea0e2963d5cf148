// How fast one person may be written to: one message in 6 seconds, and up to 45 at once, borrowed from what comes after. The
// loan is counted as a debt in time (the generic cell rate algorithm). Source: Meta, Cloud API, pair rate limits.

const SLOT_MS = 6_000;
const BURST = 45;

/**
 * From when on the next message may go to this person, ms since 1970; long ago where nothing is owed. `sentMs` are the
 * earlier messages in any order: the debt is counted as far as they reach back.
 */
export function pairFreeFrom(sentMs: readonly number[]): number {
  let paidAt = Number.NEGATIVE_INFINITY;
  for (const at of sentMs.toSorted((one, other) => one - other)) paidAt = Math.max(paidAt, at) + SLOT_MS;
  return paidAt - (BURST - 1) * SLOT_MS;
}
