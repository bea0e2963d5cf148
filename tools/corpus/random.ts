// A small seeded generator (mulberry32), so that the corpus is the same bytes on every machine.
// Not for secrets.

export type Random = {
  /** An integer in [low, high], both included. */
  readonly between: (low: number, high: number) => number;
  /** One element; throws on an empty list. */
  readonly pick: <T>(list: readonly T[]) => T;
};

/** A generator that depends on nothing but the seed text. */
export function randomFrom(seed: string): Random {
  let state = 0x9e3779b9;
  for (const char of seed) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  return {
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (list) => {
      const chosen = list[Math.floor(next() * list.length)];
      if (chosen === undefined) throw new RangeError('nothing to pick from');
      return chosen;
    },
  };
}
