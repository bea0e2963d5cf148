// Lists of values in queries. A list whose length is a power of two makes few different statements, which stay compiled.

/** The list, its last value repeated until its length is a power of two; for `in`, where that changes nothing. */
export function toFullPower<T>(values: readonly T[]): readonly T[] {
  const last = values.at(-1);
  if (last === undefined) return values;
  const length = 2 ** Math.ceil(Math.log2(values.length));
  return [...values, ...Array.from({ length: length - values.length }, () => last)];
}
