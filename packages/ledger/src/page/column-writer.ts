/**
 * Writes records in columns (`column-form.ts`): first where each member's value stands, then column by column. It takes
 * canonical bytes as they are and says no to whatever would not come back to the byte.
 */
import { writeVarint } from '../bytes.ts';
import { ABSENT, COLUMN_KINDS, type ColumnKind, LINE_END, MAX_DIGITS, REFERENCE, SAME_FOR_ALL } from './column-form.ts';
import { MemberTable, type RecordSpans } from './member-table.ts';
import { readWallTime } from './wall-minutes.ts';

/** A reference saves nothing in shorter values. */
const MIN_REFERRED_BYTES = 4;
/** Records looked at to see whether a text holds another. */
const RECORDS_TRIED = 8;
/** What may stand behind the value referred to: nothing, or an escaped line feed. */
const TAILS = [0, 2];
/** Of the head, for each column beside its name. */
const MOST_BESIDE_NAME = 20;
const MAX_INTEGER_LINE_BYTES = MAX_DIGITS + 3;

interface Column {
  readonly member: number;
  readonly kind: ColumnKind;
  readonly isSame: boolean;
  /** A column's number plus one; 0 for none. */
  refersTo: number;
}

/**
 * The records in columns; undefined where they do not fit that form. They stand in memory that the next call uses again, for whoever
 * wipes it.
 */
export function writeColumns(records: RecordSpans): Uint8Array | undefined {
  const members = MemberTable.of(records);
  if (members === undefined) return undefined;
  const order = members.inOrder();
  const columns = order.map((member) => columnOf(members, member));
  for (let at = columns.length - 2; at >= 0; at--) refer(members, columns, at);
  const written = new ColumnWriter(members, columns).write();
  members.release();
  return written;
}

/** Larger buffers are not kept from one strip to the next. */
const MAX_KEPT_BYTES = 256 * 1024;
/** Where columns are written. Writing never waits, so that one is enough: new memory for each strip would make the engine collect. */
let scratch: Buffer = Buffer.alloc(0);

function scratchOf(bytes: number): Buffer {
  if (bytes <= scratch.length) return scratch;
  const made = Buffer.allocUnsafeSlow(bytes);
  if (bytes <= MAX_KEPT_BYTES) scratch = made;
  return made;
}

function columnOf(members: MemberTable, member: number): Column {
  const isSame = members.isSameForAll(member);
  return { member, kind: members.kindOf(member), isSame, refersTo: 0 };
}

/** Notes the later text column whose value ends this one's, as the first records show it. */
function refer(members: MemberTable, columns: readonly Column[], at: number): void {
  const column = columns[at];
  if (column === undefined || column.kind !== 'text' || column.isSame) return;
  for (let later = at + 1; later < columns.length; later++) {
    const other = columns[later];
    if (other?.kind !== 'text' || other.refersTo > 0) continue;
    for (let record = 0; record < Math.min(RECORDS_TRIED, members.count); record++) {
      if (tailBehind(members, { record, holder: column.member, held: other.member }) < 0) continue;
      column.refersTo = later + 1;
      return;
    }
  }
}

/** How many bytes of the holder's value stand behind the held one; -1 where it does not hold it. */
function tailBehind(
  { bytes, count, ends, starts }: MemberTable,
  { held, holder, record }: { readonly record: number; readonly holder: number; readonly held: number },
): number {
  const [start, end] = [starts[held * count + record] ?? -1, ends[held * count + record] ?? -1];
  const length = end - start;
  const holderStart = starts[holder * count + record] ?? -1;
  if (start < 0 || holderStart < 0 || length < MIN_REFERRED_BYTES) return -1;
  for (const tail of TAILS) {
    const holderEnd = (ends[holder * count + record] ?? 0) - tail;
    if (holderEnd - length < holderStart) continue;
    let at = 1;
    while (at <= length && bytes[holderEnd - at] === bytes[end - at]) at++;
    if (at > length) return tail;
  }
  return -1;
}

class ColumnWriter {
  readonly #members: MemberTable;
  readonly #columns: readonly Column[];
  readonly #out: Buffer;
  /** Bodies are written behind the room for the head, of which they tell how long it is. */
  readonly #headRoom: number;
  #at: number;

  constructor(members: MemberTable, columns: readonly Column[]) {
    this.#members = members;
    this.#columns = columns;
    this.#headRoom = columns.reduce(
      (sum, { member }) => sum + members.nameOf(member).length + MOST_BESIDE_NAME,
      MOST_BESIDE_NAME,
    );
    this.#at = this.#headRoom;
    this.#out = scratchOf(this.#at + members.byteCount + columns.length * members.count * MAX_INTEGER_LINE_BYTES);
  }

  write(): Uint8Array {
    const ends = this.#columns.map((column) => {
      this.#body(column);
      return this.#at;
    });
    const headBytes = this.#head(ends);
    const start = this.#headRoom - headBytes;
    this.#out.copyWithin(start, 0, headBytes);
    return this.#out.subarray(start, this.#at);
  }

  /** Writes it at the start of the room; returns how long it is. */
  #head(ends: readonly number[]): number {
    const head = this.#out;
    let at = writeVarint(head, 0, this.#columns.length);
    let from = this.#headRoom;
    for (const [index, { isSame, kind, member, refersTo }] of this.#columns.entries()) {
      const name = this.#members.nameOf(member);
      const end = ends[index] ?? from;
      head[at++] = COLUMN_KINDS.indexOf(kind) + (isSame ? SAME_FOR_ALL : 0);
      if (kind === 'text') at = writeVarint(head, at, refersTo);
      at = writeVarint(head, at, name.length);
      head.set(name, at);
      at = writeVarint(head, at + name.length, end - from);
      from = end;
    }
    return at;
  }

  #body(column: Column): void {
    const records = column.isSame ? 1 : this.#members.count;
    if (column.kind === 'integers' || column.kind === 'minutes') this.#numbers(column, records);
    else for (let record = 0; record < records; record++) this.#line(column, record);
  }

  #line({ kind, member, refersTo }: Column, record: number): void {
    const { bytes, count, ends, starts } = this.#members;
    const start = starts[member * count + record] ?? -1;
    const end = ends[member * count + record] ?? -1;
    if (start < 0) this.#out[this.#at++] = ABSENT;
    else if (kind === 'json') {
      const quotes = this.#members.isText(member, record) ? 1 : 0;
      this.#copy(bytes, start - quotes, end + quotes);
    } else {
      const held = refersTo === 0 ? undefined : this.#columns[refersTo - 1]?.member;
      const tail = held === undefined ? -1 : tailBehind(this.#members, { record, holder: member, held });
      if (tail < 0 || held === undefined) this.#copy(bytes, start, end);
      else {
        const length = (ends[held * count + record] ?? 0) - (starts[held * count + record] ?? 0);
        this.#copy(bytes, start, end - tail - length);
        this.#out[this.#at++] = REFERENCE;
        this.#copy(bytes, end - tail, end);
      }
    }
    this.#out[this.#at++] = LINE_END;
  }

  #numbers({ kind, member }: Column, records: number): void {
    const { bytes, count, ends, starts } = this.#members;
    let previous = 0;
    for (let record = 0; record < records; record++) {
      const start = starts[member * count + record] ?? -1;
      const end = ends[member * count + record] ?? -1;
      if (start < 0) this.#out[this.#at++] = ABSENT;
      else {
        const value = kind === 'minutes' ? readWallTime(bytes, start, end) : readInteger(bytes, start, end);
        this.#at = writeInteger(this.#out, this.#at, value - previous);
        previous = value;
      }
      this.#out[this.#at++] = LINE_END;
    }
  }

  #copy(bytes: Uint8Array, start: number, end: number): void {
    let at = this.#at;
    for (let from = start; from < end; from++) this.#out[at++] = bytes[from] ?? 0;
    this.#at = at;
  }
}

function readInteger(bytes: Uint8Array, start: number, end: number): number {
  const isNegative = bytes[start] === 0x2d;
  let value = 0;
  for (let at = isNegative ? start + 1 : start; at < end; at++) value = value * 10 + (bytes[at] ?? 0) - 0x30;
  return isNegative ? -value : value;
}

/** Writes a safe integer as decimal digits; returns the offset behind it. */
export function writeInteger(target: Uint8Array, offset: number, value: number): number {
  let at = offset;
  let rest = value;
  if (rest < 0) {
    target[at++] = 0x2d;
    rest = -rest;
  }
  let digits = 1;
  for (let bound = 10; bound <= rest; bound *= 10) digits++;
  for (let place = digits - 1; place >= 0; place--) {
    const quotient = Math.floor(rest / 10);
    target[at + place] = 0x30 + rest - quotient * 10;
    rest = quotient;
  }
  return at + digits;
}
