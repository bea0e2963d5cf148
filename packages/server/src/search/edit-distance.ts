/** How many letters apart two words are (optimal string alignment: insert, drop, change, swap neighbours). */

const width = 80;
const rows = [new Uint8Array(width), new Uint8Array(width), new Uint8Array(width)] as const;

/** The distance, or `most + 1` if it is more than that. Words of up to 79 code units; longer ones are far apart. */
export function editDistance(one: string, other: string, most: number): number {
  const far = most + 1;
  if (Math.abs(one.length - other.length) > most || other.length >= width) return far;
  let [before, last, row]: readonly [Uint8Array, Uint8Array, Uint8Array] = rows;
  for (let j = 0; j <= other.length; j++) last[j] = j;
  for (let i = 1; i <= one.length; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= other.length; j++) {
      const same = one.charCodeAt(i - 1) === other.charCodeAt(j - 1);
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped =
        i > 1 &&
        j > 1 &&
        one.charCodeAt(i - 1) === other.charCodeAt(j - 2) &&
        one.charCodeAt(i - 2) === other.charCodeAt(j - 1);
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > most) return far;
    [before, last, row] = [last, row, before];
  }
  return Math.min(last[other.length] ?? far, far);
}
