/**
 * Where the members of records stand in their canonical bytes: a plain table of offsets, filled in one pass. It reads
 * only what the column form can hold: flat objects of canonical JSON with plain names; anything else is turned away.
 */
import { type ColumnKind, MAX_COLUMNS, MAX_DIGITS } from './column-form.ts';
import { readWallTime } from './wall-minutes.ts';

const [QUOTE, COMMA, COLON, BACKSLASH] = [0x22, 0x2c, 0x3a, 0x5c];
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d];
const [SPACE, MINUS, ZERO, NINE] = [0x20, 0x2d, 0x30, 0x39];
const NO_MEMBER = -1;

/** Records in one buffer: record i is `bytes` from `starts[i]` to `ends[i]`. */
export interface RecordSpans {
  readonly bytes: Uint8Array;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Records one behind another, each up to its end. */
export interface JoinedRecords {
  readonly bytes: Uint8Array;
  readonly ends: readonly number[];
}

/** Records joined in one buffer. */
export function spansOf(records: readonly Uint8Array[]): RecordSpans {
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const { length } of records) {
    starts.push(at);
    at += length;
    ends.push(at);
  }
  return { bytes: Buffer.concat(records), starts, ends };
}

/** Members of a new table; it grows for more. */
const FIRST_MEMBERS = 16;

interface Offsets {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Those of the last table that was done with: memory outside the heap, of which much that is new makes the engine collect. */
let spare: Offsets | undefined;

function takeOffsets(count: number): Offsets {
  const taken = spare;
  spare = undefined;
  if (taken !== undefined && taken.starts.length >= count) return taken;
  return { starts: new Int32Array(count), ends: new Int32Array(count) };
}

/** What the values of a member have been so far. */
const [ANY, TEXT, INTEGER] = [0, 1, 2];

/** Members by number, in the order in which they were met; offsets of their values by member, then record. */
export class MemberTable {
  readonly bytes: Uint8Array;
  readonly count: number;
  /** Where values begin, inside the quotes of a string; -1 where a record has no such member. */
  starts: Int32Array;
  ends: Int32Array;
  /** Bytes of all records. */
  byteCount = 0;
  readonly #nameStarts: number[] = [];
  readonly #nameEnds: number[] = [];
  readonly #types: number[] = [];
  /** The member that came after this one last time; at 0 the first one of a record. */
  readonly #next: number[] = [NO_MEMBER];

  private constructor(bytes: Uint8Array, count: number) {
    this.bytes = bytes;
    this.count = count;
    const { ends, starts } = takeOffsets(FIRST_MEMBERS * count);
    this.starts = starts.fill(-1);
    this.ends = ends;
  }

  /** The table of these records, or undefined where one does not fit. */
  static of({ bytes, ends, starts }: RecordSpans): MemberTable | undefined {
    const table = new MemberTable(bytes, starts.length);
    for (let record = 0; record < starts.length; record++) {
      const [start, end] = [starts[record] ?? 0, ends[record] ?? 0];
      if (!table.#add(record, start, end)) return undefined;
      table.byteCount += end - start;
    }
    return table;
  }

  /** Ends the table's use: the next one takes its memory. */
  release(): void {
    spare = { starts: this.starts, ends: this.ends };
  }

  /** All members in the order of their names. */
  inOrder(): number[] {
    return this.#types.map((_, member) => member).sort((a, b) => this.#compareNames(a, b));
  }

  nameOf(member: number): Uint8Array {
    return this.bytes.subarray(this.#nameStarts[member], this.#nameEnds[member]);
  }

  /** The narrowest kind that holds every value of a member. */
  kindOf(member: number): ColumnKind {
    const type = this.#types[member];
    if (type === TEXT) return this.#isWallTimes(member) ? 'minutes' : 'text';
    return type === INTEGER ? 'integers' : 'json';
  }

  /** Whether a value is a string, of which the table holds the inside. */
  isText(member: number, record: number): boolean {
    return this.bytes[(this.starts[member * this.count + record] ?? 0) - 1] === QUOTE;
  }

  /** Whether every record has the member, always with the same bytes. */
  isSameForAll(member: number): boolean {
    const first = member * this.count;
    const [start, end] = [this.starts[first] ?? -1, this.ends[first] ?? -1];
    if (start < 0) return false;
    for (let record = 1; record < this.count; record++) {
      const [from, to] = [this.starts[first + record] ?? -1, this.ends[first + record] ?? -1];
      // With the byte before it, which tells a string from a number.
      if (from < 0 || to - from !== end - start || this.#differ(start - 1, from - 1, end - start + 1)) return false;
    }
    return true;
  }

  #isWallTimes(member: number): boolean {
    for (let at = member * this.count; at < (member + 1) * this.count; at++) {
      const start = this.starts[at] ?? -1;
      if (start >= 0 && Number.isNaN(readWallTime(this.bytes, start, this.ends[at] ?? 0))) return false;
    }
    return true;
  }

  /** Notes the members of one record; false where it does not fit. */
  #add(record: number, start: number, end: number): boolean {
    const { bytes } = this;
    if (bytes[start] !== OPEN_BRACE || bytes[end - 1] !== CLOSE_BRACE) return false;
    let previous = NO_MEMBER;
    let at = start + 1;
    if (at === end - 1) return true;
    for (;;) {
      const member = this.#member(at, end, previous);
      if (member === NO_MEMBER) return false;
      at += (this.#nameEnds[member] ?? 0) - (this.#nameStarts[member] ?? 0) + 3;
      const after =
        bytes[at] === QUOTE ? this.#text(member, record, at + 1, end) : this.#other(member, record, at, end);
      if (after < 0) return false;
      previous = member;
      at = after + 1;
      if (bytes[after] === CLOSE_BRACE) return after === end - 1;
      if (bytes[after] !== COMMA || after >= end) return false;
    }
  }

  /** The member whose name begins at `at`, with quotes and colon; it must come after `previous`. */
  #member(at: number, end: number, previous: number): number {
    const expected = this.#next[previous + 1] ?? NO_MEMBER;
    return expected !== NO_MEMBER && this.#isNamed(expected, at) ? expected : this.#otherMember(at, end, previous);
  }

  /** One that has not come after `previous` last time. */
  #otherMember(at: number, end: number, previous: number): number {
    let nameEnd = at + 1;
    while (nameEnd < end && isPlain(this.bytes[nameEnd] ?? 0)) nameEnd++;
    if (this.bytes[at] !== QUOTE || this.bytes[nameEnd] !== QUOTE || this.bytes[nameEnd + 1] !== COLON)
      return NO_MEMBER;
    let member = this.#types.findIndex((_, known) => this.#isNamed(known, at));
    if (member < 0) member = this.#newMember(at + 1, nameEnd);
    if (member !== NO_MEMBER && previous !== NO_MEMBER && this.#compareNames(previous, member) >= 0) return NO_MEMBER;
    if (member !== NO_MEMBER) this.#next[previous + 1] = member;
    return member;
  }

  #newMember(nameStart: number, nameEnd: number): number {
    const member = this.#types.length;
    if (member === MAX_COLUMNS) return NO_MEMBER;
    this.#types.push(-1);
    this.#nameStarts.push(nameStart);
    this.#nameEnds.push(nameEnd);
    if ((member + 1) * this.count > this.starts.length) this.#grow();
    return member;
  }

  #grow(): void {
    const [starts, ends] = [this.starts, this.ends];
    this.starts = new Int32Array(starts.length * 2).fill(-1);
    this.ends = new Int32Array(ends.length * 2);
    this.starts.set(starts);
    this.ends.set(ends);
  }

  /** Notes a string whose inside begins at `at`; returns the offset behind its quote, -1 where it does not fit. */
  #text(member: number, record: number, at: number, end: number): number {
    const quote = stringEnd(this.bytes, at, end);
    if (quote < 0) return -1;
    this.#note(member, record, at, quote);
    this.#narrow(member, TEXT);
    return quote + 1;
  }

  /** Notes any other value; returns the offset behind it, -1 where it does not fit. */
  #other(member: number, record: number, at: number, end: number): number {
    const { bytes } = this;
    const first = bytes[at];
    const after =
      first === OPEN_BRACE || first === OPEN_BRACKET ? nestedEnd(bytes, at, end) : literalEnd(bytes, at, end);
    if (after <= at) return -1;
    this.#note(member, record, at, after);
    this.#narrow(member, isInteger(bytes, at, after) ? INTEGER : ANY);
    return after;
  }

  #note(member: number, record: number, start: number, end: number): void {
    const place = member * this.count + record;
    this.starts[place] = start;
    this.ends[place] = end;
  }

  #narrow(member: number, type: number): void {
    const known = this.#types[member] ?? -1;
    if (known !== type) this.#types[member] = known === -1 ? type : ANY;
  }

  #isNamed(member: number, at: number): boolean {
    const { bytes } = this;
    const start = this.#nameStarts[member] ?? 0;
    const length = (this.#nameEnds[member] ?? 0) - start;
    // The name is followed by its quote and a colon wherever it stands.
    for (let i = -1; i < length + 2; i++) if (bytes[start + i] !== bytes[at + 1 + i]) return false;
    return true;
  }

  #compareNames(a: number, b: number): number {
    const [startA, endA] = [this.#nameStarts[a] ?? 0, this.#nameEnds[a] ?? 0];
    const [startB, endB] = [this.#nameStarts[b] ?? 0, this.#nameEnds[b] ?? 0];
    const shorter = Math.min(endA - startA, endB - startB);
    for (let i = 0; i < shorter; i++) {
      const difference = (this.bytes[startA + i] ?? 0) - (this.bytes[startB + i] ?? 0);
      if (difference !== 0) return difference;
    }
    return endA - startA - (endB - startB);
  }

  #differ(a: number, b: number, length: number): boolean {
    for (let i = 0; i < length; i++) if (this.bytes[a + i] !== this.bytes[b + i]) return true;
    return false;
  }
}

/** Printable ASCII that a name holds unescaped: its bytes are then in the order of its UTF-16 code units. */
function isPlain(byte: number): boolean {
  return byte >= SPACE && byte < 0x7f && byte !== QUOTE && byte !== BACKSLASH;
}

/** By byte: 1 for what does not stand for itself inside a string. One look a byte, where comparing would be guessed wrong at each space. */
const IS_SPECIAL = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < SPACE || byte === QUOTE || byte === BACKSLASH ? 1 : 0,
);

/** Where the string that begins at `at` has its closing quote; -1 where it has none or holds a control character. */
function stringEnd(bytes: Uint8Array, at: number, end: number): number {
  for (let i = at; i < end; i++) {
    const byte = bytes[i] ?? 0;
    if (IS_SPECIAL[byte] === 0) continue;
    if (byte === QUOTE) return i;
    if (byte < SPACE || (bytes[++i] ?? 0) < SPACE) return -1;
  }
  return -1;
}

/** The offset behind the object or array at `at`; -1 where it does not end or holds a control character. */
function nestedEnd(bytes: Uint8Array, at: number, end: number): number {
  let depth = 0;
  for (let i = at; i < end; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < SPACE) return -1;
    if (byte === QUOTE) {
      i = stringEnd(bytes, i + 1, end);
      if (i < 0) return -1;
    } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) depth++;
    else if ((byte === CLOSE_BRACE || byte === CLOSE_BRACKET) && --depth === 0) return i + 1;
  }
  return -1;
}

/** The offset behind a number, `true`, `false` or `null`. */
function literalEnd(bytes: Uint8Array, at: number, end: number): number {
  let i = at;
  while (i < end && isPlain(bytes[i] ?? 0) && bytes[i] !== COMMA && bytes[i] !== CLOSE_BRACE) i++;
  return i;
}

/** Whether the bytes spell an integer canonically, with few enough digits. */
function isInteger(bytes: Uint8Array, start: number, end: number): boolean {
  const at = bytes[start] === MINUS ? start + 1 : start;
  const digits = end - at;
  if (digits < 1 || digits > MAX_DIGITS) return false;
  if (bytes[at] === ZERO) return digits === 1 && at === start;
  for (let i = at; i < end; i++) if ((bytes[i] ?? 0) < ZERO || (bytes[i] ?? 0) > NINE) return false;
  return true;
}
