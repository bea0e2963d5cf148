// The entries of one conversation as columns of numbers: what the tables keep of them, and the form in which they are
// handed from thread to thread. The order of a conversation is that of (at, import, line, seq).

/** Columns of equal length; entry `i` has the values at `i` of each. */
export interface EntryColumns {
  readonly count: number;
  readonly seq: Float64Array;
  /** Person ids; 0 for none. */
  readonly person: Float64Array;
  /** Local wall time in seconds as if UTC. */
  readonly at: Float64Array;
  /** 0 message, 1 system, 2 call, 3 deleted. */
  readonly kind: Uint8Array;
  readonly import: Float64Array;
  /** Its line in the file, which orders what was said at the same time. */
  readonly line: Float64Array;
  /** The entry this is a new version of; 0 for none. */
  readonly of: Float64Array;
}

/** One entry of the columns. */
export type EntryRow = { readonly [name in Exclude<keyof EntryColumns, 'count'>]: number };

/** Where an entry stands in its conversation. */
export type Position = Pick<EntryRow, 'at' | 'import' | 'line' | 'seq'>;

/** Columns with room for `count` entries, all zero, in one buffer: seven would take several times as long to make. */
export function emptyColumns(count: number): EntryColumns {
  const buffer = new ArrayBuffer(count * (6 * NUMBER_BYTES + 1));
  const numbers = (nth: number): Float64Array => new Float64Array(buffer, nth * count * NUMBER_BYTES, count);
  return {
    count,
    seq: numbers(0),
    person: numbers(1),
    at: numbers(2),
    kind: new Uint8Array(buffer, 6 * count * NUMBER_BYTES, count),
    import: numbers(3),
    line: numbers(4),
    of: numbers(5),
  };
}

const NUMBER_BYTES = 8;

/** The entries from `from` to before `to`, in the same memory. */
export function part(columns: EntryColumns, from: number, to: number): EntryColumns {
  if (from === 0 && to === columns.count) return columns;
  return {
    count: to - from,
    seq: columns.seq.subarray(from, to),
    person: columns.person.subarray(from, to),
    at: columns.at.subarray(from, to),
    kind: columns.kind.subarray(from, to),
    import: columns.import.subarray(from, to),
    line: columns.line.subarray(from, to),
    of: columns.of.subarray(from, to),
  };
}

/** The entries at these places, in this order, in memory of their own. */
export function chosen(columns: EntryColumns, places: ArrayLike<number>): EntryColumns {
  const made = emptyColumns(places.length);
  for (let to = 0; to < places.length; to++) {
    const from = places[to] ?? 0;
    made.seq[to] = columns.seq[from] ?? 0;
    made.person[to] = columns.person[from] ?? 0;
    made.at[to] = columns.at[from] ?? 0;
    made.kind[to] = columns.kind[from] ?? 0;
    made.import[to] = columns.import[from] ?? 0;
    made.line[to] = columns.line[from] ?? 0;
    made.of[to] = columns.of[from] ?? 0;
  }
  return made;
}

/** Both, one after the other, in memory of their own. */
export function joined(first: EntryColumns, second: EntryColumns): EntryColumns {
  const made = emptyColumns(first.count + second.count);
  for (const name of ['seq', 'person', 'at', 'kind', 'import', 'line', 'of'] as const) {
    made[name].set(first[name]);
    made[name].set(second[name], first.count);
  }
  return made;
}

/** Entry `i` as one object. */
export function rowAt(columns: EntryColumns, i: number): EntryRow {
  return {
    seq: columns.seq[i] ?? 0,
    person: columns.person[i] ?? 0,
    at: columns.at[i] ?? 0,
    kind: columns.kind[i] ?? 0,
    import: columns.import[i] ?? 0,
    line: columns.line[i] ?? 0,
    of: columns.of[i] ?? 0,
  };
}

/** Where entry `i` stands. */
export function positionAt({ at, import: brought, line, seq }: EntryColumns, i: number): Position {
  return { at: at[i] ?? 0, import: brought[i] ?? 0, line: line[i] ?? 0, seq: seq[i] ?? 0 };
}

/** Below 0 where `one` stands before `other`, 0 where they are the same. */
export function comparePositions(one: Position, other: Position): number {
  return one.at - other.at || one.import - other.import || one.line - other.line || one.seq - other.seq;
}

/** How many entries of columns in order stand before the position. */
export function countBefore(columns: EntryColumns, position: Position): number {
  let low = 0;
  let high = columns.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (comparePositions(positionAt(columns, middle), position) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Columns in the order of the conversation, whatever order they come in. */
export function inOrder(columns: EntryColumns): EntryColumns {
  if (isInOrder(columns)) return columns;
  let places: Float64Array = new Float64Array(columns.count);
  for (let i = 0; i < places.length; i++) places[i] = i;
  // The least telling first: each later sort keeps what the earlier ones found among equals.
  for (const name of ['seq', 'line', 'import', 'at'] as const) places = sortedBy(columns[name], places);
  return chosen(columns, places);
}

function isInOrder({ at, count, import: brought, line, seq }: EntryColumns): boolean {
  for (let i = 1; i < count; i++) {
    const later =
      (at[i] ?? 0) - (at[i - 1] ?? 0) ||
      (brought[i] ?? 0) - (brought[i - 1] ?? 0) ||
      (line[i] ?? 0) - (line[i - 1] ?? 0) ||
      (seq[i] ?? 0) - (seq[i - 1] ?? 0);
    if (later < 0) return false;
  }
  return true;
}

/** Values below this and their places share one number that sorts without a comparing function. */
const ROOM = 2 ** 53;
/** Values that take at most so many places for each are counted out. */
const COUNTED_PLACES = 8;

/** The places in the order of their values, equal ones as they stood. */
function sortedBy(values: Float64Array, places: Float64Array): Float64Array {
  const { length } = places;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  let isSorted = true;
  let last = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < length; i++) {
    const value = values[places[i] ?? 0] ?? 0;
    if (value < least) least = value;
    if (value > most) most = value;
    if (value < last) isSorted = false;
    last = value;
  }
  if (isSorted) return places;
  const range = most - least + 1;
  if (range <= length * COUNTED_PLACES) return counted(values, places, { least, range });
  if (range * length >= ROOM) return compared(values, places);
  const sorted = new Float64Array(length);
  for (let i = 0; i < length; i++) sorted[i] = ((values[places[i] ?? 0] ?? 0) - least) * length + i;
  sorted.sort();
  for (let i = 0; i < length; i++) sorted[i] = places[(sorted[i] ?? 0) % length] ?? 0;
  return sorted;
}

/** By counting: lines of one commit lie close together. */
function counted(
  values: Float64Array,
  places: Float64Array,
  { least, range }: { readonly least: number; readonly range: number },
): Float64Array {
  const starts = new Uint32Array(range + 1);
  const { length } = places;
  for (let i = 0; i < length; i++) {
    const after = (values[places[i] ?? 0] ?? 0) - least + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let i = 1; i <= range; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const sorted = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    const place = places[i] ?? 0;
    const value = (values[place] ?? 0) - least;
    const to = starts[value] ?? 0;
    starts[value] = to + 1;
    sorted[to] = place;
  }
  return sorted;
}

/** For values too far apart for anything else; no export has such. */
function compared(values: Float64Array, places: Float64Array): Float64Array {
  const valueAt = (rank: number): number => values[places[rank] ?? 0] ?? 0;
  const ranks = Array.from(places.keys()).sort((a, b) => valueAt(a) - valueAt(b) || a - b);
  return Float64Array.from(ranks, (rank) => places[rank] ?? 0);
}
