// Runs: sets of seqs as flat pairs of (first, count), the form in which records name many entries.

/** Runs of a sorted list of distinct seqs. */
export function runsOf(seqs: readonly number[]): number[] {
  const flat: number[] = [];
  let next = -1;
  for (const seq of seqs) {
    if (seq === next) flat.push((flat.pop() ?? 0) + 1);
    else flat.push(seq, 1);
    next = seq + 1;
  }
  return flat;
}

/** The pairs of a flat list. */
export function pairsOf(runs: readonly number[]): [first: number, count: number][] {
  const pairs: [number, number][] = [];
  for (let at = 0; at + 1 < runs.length; at += 2) pairs.push([runs[at] ?? 0, runs[at + 1] ?? 0]);
  return pairs;
}

/** Every seq of the runs. */
export function* seqsOfRuns(runs: readonly number[]): Generator<number> {
  for (const [first, count] of pairsOf(runs)) {
    for (let seq = first; seq < first + count; seq++) yield seq;
  }
}

/** A test for membership in many runs, by binary search. */
export function membership(pairs: readonly (readonly [first: number, count: number])[]): (seq: number) => boolean {
  const sorted = [...pairs].sort((a, b) => a[0] - b[0]);
  const firsts = Float64Array.from(sorted, ([first]) => first);
  const ends = Float64Array.from(sorted, ([first, count]) => first + count);
  for (let at = 1; at < ends.length; at++) ends[at] = Math.max(ends[at] ?? 0, ends[at - 1] ?? 0);
  return (seq) => {
    let low = 0;
    let high = firsts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((firsts[middle] ?? 0) <= seq) low = middle + 1;
      else high = middle;
    }
    return low > 0 && seq < (ends[low - 1] ?? 0);
  };
}
