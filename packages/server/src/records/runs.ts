// Runs: sets of seqs as flat pairs of (first, count), the form in which records name many entries.

/** Collects seqs in any order of arrival into runs, joining neighbours as they come. */
export class RunList {
  private readonly flat: number[] = [];

  /** Adds one seq (or a marker such as −1, which joins only its like). */
  add(seq: number): void {
    const at = this.flat.length - 2;
    const first = this.flat[at];
    const count = this.flat[at + 1] ?? 0;
    const joins = first !== undefined && (seq < 0 ? first === seq : first >= 0 && first + count === seq);
    if (joins) this.flat[at + 1] = count + 1;
    else this.flat.push(seq, 1);
  }

  get pairs(): number {
    return this.flat.length / 2;
  }

  /** The runs so far; the list is empty afterwards. */
  take(): number[] {
    return this.flat.splice(0);
  }
}

/** Runs of a sorted list of distinct seqs. */
export function runsOf(seqs: readonly number[]): number[] {
  const list = new RunList();
  for (const seq of seqs) list.add(seq);
  return list.take();
}

/** The pairs of a flat list. */
export function pairsOf(runs: readonly number[]): [first: number, count: number][] {
  const pairs: [number, number][] = [];
  for (let at = 0; at + 1 < runs.length; at += 2) pairs.push([runs[at] ?? 0, runs[at + 1] ?? 0]);
  return pairs;
}

/** Every seq of the runs, markers left out. */
export function* seqsOfRuns(runs: readonly number[]): Generator<number> {
  for (const [first, count] of pairsOf(runs)) {
    if (first < 0) continue;
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
