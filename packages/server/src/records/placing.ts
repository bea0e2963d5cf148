// Where records that were gathered in one order are to stand. Numbers only.

/** Record number `i` of those that were gathered gets the seq `firstSeq + places[i]`; every place is taken once. */
export interface Placing {
  readonly firstSeq: number;
  readonly places: Uint32Array;
}

/** The order in which some of the records stand, which have these numbers: places in `numbers`. */
export function inPlace(numbers: ArrayLike<number>, { places }: Placing): Uint32Array {
  const rowAt = new Int32Array(places.length).fill(-1);
  for (let row = 0; row < numbers.length; row++) rowAt[places[numbers[row] ?? 0] ?? 0] = row;
  const rows = new Uint32Array(numbers.length);
  let at = 0;
  for (const row of rowAt) if (row >= 0) rows[at++] = row;
  return rows;
}

/** The seq of the record with this number. */
export function seqOf(number: number, { firstSeq, places }: Placing): number {
  return firstSeq + (places[number] ?? 0);
}
