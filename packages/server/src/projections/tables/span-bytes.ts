// The entries of one span as bytes: column after column, each told as differences from what could be foreseen. Entries of
// one person have seqs that follow each other (a commit stands in the order of its keys), lines follow each other in
// their file, times go forward. Only numbers; up to 256 entries.

import { ServerError } from '../../server-error.ts';
import { type EntryColumns, emptyColumns } from './entry-columns.ts';
import { SeriesReader, SeriesWriter, unzigzag, zigzag } from './series.ts';

/** Entries in one span at most. */
export const SPAN_ENTRIES = 256;

const MINUTE_SECONDS = 60;

const writer = new SeriesWriter();
const scratch = new Float64Array(SPAN_ENTRIES);

/** Writes columns that stand in order, 1 to 256 entries. */
export function spanBytes(columns: EntryColumns): Uint8Array {
  const { count } = columns;
  if (count < 1 || count > SPAN_ENTRIES) throw new RangeError(`a span of ${count} entries`);
  writeTimes(columns);
  const people = writeGroups(columns.person, count);
  writeSeqs(columns, people);
  writer.series(columns.kind, count);
  const imports = writeGroups(columns.import, count);
  writeWithin(columns.line, imports);
  for (let i = 0; i < count; i++) scratch[i] = differing(columns.of[i] ?? 0, columns.seq[i] ?? 0);
  writer.series(scratch, count);
  return writer.take();
}

/** Reads what `spanBytes` wrote. Throws `vault-damaged`. */
export function spanColumns(bytes: Uint8Array, count: number): EntryColumns {
  if (!(count >= 1 && count <= SPAN_ENTRIES)) throw new ServerError('vault-damaged', { file: 'projections.db' });
  const reader = new SeriesReader(bytes);
  const columns = emptyColumns(count);
  readTimes(reader, columns.at);
  const people = readGroups(reader, columns.person);
  readSeqs(reader, columns.seq, people);
  reader.series(columns.kind);
  const imports = readGroups(reader, columns.import);
  readWithin(reader, columns.line, imports);
  reader.series(columns.of);
  reader.end();
  for (let i = 0; i < count; i++) {
    const told = columns.of[i] ?? 0;
    columns.of[i] = told === 0 ? 0 : (columns.seq[i] ?? 0) - unzigzag(told - 1);
  }
  return columns;
}

/** 0 for none, so that a span without versions says so in three bytes. */
function differing(of: number, seq: number): number {
  return of === 0 ? 0 : zigzag(seq - of) + 1;
}

/** Times go forward; where all are whole minutes, minutes are counted. */
function writeTimes({ at, count }: EntryColumns): void {
  let unit = MINUTE_SECONDS;
  // A remainder of numbers with a point takes five times as long.
  for (let i = 0; i < count; i++) if (Math.floor((at[i] ?? 0) / MINUTE_SECONDS) * MINUTE_SECONDS !== at[i]) unit = 1;
  let last = (at[0] ?? 0) / unit;
  writer.whole(unit);
  writer.signed(last);
  for (let i = 0; i < count; i++) {
    const now = (at[i] ?? 0) / unit;
    scratch[i] = now - last;
    last = now;
  }
  writer.series(scratch, count);
}

function readTimes(reader: SeriesReader, at: Float64Array): void {
  const unit = reader.whole();
  let now = reader.signed();
  reader.series(at);
  for (let i = 0; i < at.length; i++) {
    now += at[i] ?? 0;
    at[i] = now * unit;
  }
}

/** Which of a span's few people (or imports) each entry is of, as numbers from 0 in the order of their first entries. */
interface Groups {
  readonly of: Uint8Array;
  readonly ids: readonly number[];
}

function writeGroups(values: Float64Array, count: number): Groups {
  const known = new Map<number, number>();
  const of = new Uint8Array(count);
  let last = Number.NaN;
  let group = 0;
  for (let i = 0; i < count; i++) {
    const id = values[i] ?? 0;
    if (id !== last) {
      last = id;
      group = known.get(id) ?? known.size;
      if (group === known.size) known.set(id, group);
    }
    of[i] = group;
  }
  const ids = [...known.keys()];
  writer.whole(ids.length - 1);
  for (const [at, id] of ids.entries()) writer.signed(id - (ids[at - 1] ?? 0));
  if (ids.length > 1) writer.series(of, count);
  return { of, ids };
}

function readGroups(reader: SeriesReader, into: Float64Array): Groups {
  const ids: number[] = [];
  const groups = reader.whole() + 1;
  if (groups > into.length) throw new ServerError('vault-damaged', { file: 'projections.db' });
  for (let id = 0; ids.length < groups; ids.push(id)) id += reader.signed();
  const of = new Uint8Array(into.length);
  if (groups > 1) reader.series(of);
  for (let i = 0; i < into.length; i++) into[i] = ids[of[i] ?? 0] ?? 0;
  return { of, ids };
}

/** Each value as what it differs from one more than the last of its group; the first of each group stands before. */
function writeWithin(values: Float64Array, { ids, of }: Groups): void {
  const next = new Float64Array(ids.length).fill(-1);
  let before = 0;
  for (let i = 0; i < of.length; i++) {
    const group = of[i] ?? 0;
    const value = values[i] ?? 0;
    if (next[group] === -1) {
      writer.signed(value - before);
      before = value;
      scratch[i] = 0;
    } else scratch[i] = zigzag(value - (next[group] ?? 0));
    next[group] = value + 1;
  }
  writer.series(scratch, of.length);
}

function readWithin(reader: SeriesReader, values: Float64Array, { ids, of }: Groups): void {
  const next = new Float64Array(ids.length);
  for (let group = 0, before = 0; group < ids.length; group++) {
    before += reader.signed();
    next[group] = before;
  }
  reader.series(values);
  for (let i = 0; i < of.length; i++) {
    const group = of[i] ?? 0;
    const value = (next[group] ?? 0) + unzigzag(values[i] ?? 0);
    values[i] = value;
    next[group] = value + 1;
  }
}

/** Seqs follow each other within a person where each has a key, and over all where a key is the whole conversation's. */
function writeSeqs({ count, seq }: EntryColumns, people: Groups): void {
  const byPerson = people.ids.length + breaksWithin(seq, people) < breaksWithin(seq, alone(count));
  writer.whole(byPerson ? 1 : 0);
  writeWithin(seq, byPerson ? people : alone(count));
}

function readSeqs(reader: SeriesReader, seq: Float64Array, people: Groups): void {
  readWithin(reader, seq, reader.whole() === 1 ? people : alone(seq.length));
}

const ALONE = new Uint8Array(SPAN_ENTRIES);

function alone(count: number): Groups {
  return { of: ALONE.subarray(0, count), ids: [0] };
}

function breaksWithin(seq: Float64Array, { ids, of }: Groups): number {
  const next = new Float64Array(ids.length).fill(-1);
  let breaks = 0;
  for (let i = 0; i < of.length; i++) {
    const group = of[i] ?? 0;
    const value = seq[i] ?? 0;
    if (next[group] !== -1 && next[group] !== value) breaks++;
    next[group] = value + 1;
  }
  return breaks;
}
