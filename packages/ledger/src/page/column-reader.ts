/**
 * Reads records back from columns (`column-form.ts`), any one of them or all. What it reads was sealed by a holder of the
 * key and is still hostile: every step is bounded, and nothing but the form itself is read.
 */
import { ByteReader } from '../bytes.ts';
import { LedgerError } from '../error.ts';
import { areCanonical } from './column-check.ts';
import {
  ABSENT,
  COLUMN_KINDS,
  type ColumnKind,
  LINE_END,
  MAX_COLUMNS,
  MAX_DIGITS,
  REFERENCE,
  SAME_FOR_ALL,
} from './column-form.ts';
import { writeInteger } from './column-writer.ts';
import type { JoinedRecords } from './member-table.ts';
import { isWallMinute, WALL_TIME_BYTES, writeWallTime } from './wall-minutes.ts';

const [QUOTE, OPEN_BRACE, CLOSE_BRACE] = [0x22, 0x7b, 0x7d];
const [MINUS, ZERO, NINE] = [0x2d, 0x30, 0x39];
const MAX_NUMBER_BYTES = 20;
/** Most records are shorter; a longer one takes a buffer of its own. */
const scratch = Buffer.allocUnsafeSlow(4096);
/** All records of a strip, one strip after another: a buffer for each would cost as much as filling it. */
let joined = Buffer.allocUnsafeSlow(64 * 1024);
/** Strips of ordinary messages need far less; what a larger one needs is let go with it. */
const MAX_KEPT_BYTES = 1024 * 1024;

interface Column {
  readonly kind: ColumnKind;
  readonly isSame: boolean;
  /** A column's number plus one; 0 for none. */
  readonly refersTo: number;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly start: number;
  readonly end: number;
  /** Where the next line begins. */
  at: number;
  /** The present record's line; none where `lineStart` is -1. */
  lineStart: number;
  lineEnd: number;
  /** Of integers: the value of the last line that had one. */
  value: number;
  /** Of others: the line ends that were looked for so far, and how many. Made when a single record is asked for. */
  lineEnds: Uint32Array | undefined;
  linesKnown: number;
}

/** What stands in every record, as bytes of the fixed text, and the column whose value follows if there is one and the record has it. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly column: Column | undefined;
}

interface Layout {
  readonly fixed: Uint8Array;
  readonly parts: readonly Part[];
}

/** The records of one strip. */
export class ColumnReader {
  readonly #raw: Uint8Array;
  readonly #columns: readonly Column[];
  readonly #layout: Layout;
  readonly #count: number;
  readonly #maxBytes: number;
  #out: Buffer<ArrayBuffer> = scratch;
  #at = 0;

  /** `count` records; together they may not be longer than `maxBytes`. Throws `strip-malformed`. */
  constructor(raw: Uint8Array, count: number, maxBytes: number) {
    this.#raw = raw;
    this.#columns = readHead(raw);
    this.#layout = layoutOf(raw, this.#columns);
    this.#count = count;
    this.#maxBytes = maxBytes;
  }

  /** All records in one buffer, which the next call uses again. Throws `strip-malformed`, also for anything behind the last line. */
  all(): JoinedRecords {
    const ends: number[] = [];
    this.#restart(joined);
    for (let record = 0; record < this.#count; record++) {
      this.#step();
      this.#write();
      ends.push(this.#at);
    }
    for (const column of this.#columns) if (column.at !== column.end) throw malformed();
    if (this.#out.length <= MAX_KEPT_BYTES) joined = this.#out;
    return { bytes: this.#taken(), ends };
  }

  /** Whether every record is sure to be canonical, told from the columns; false where only the records can tell. */
  isCanonical(): boolean {
    const raw = this.#raw;
    const named = this.#columns.map(({ end, kind, nameEnd, nameStart, refersTo, start }) => {
      return { kind, refersTo, name: raw.subarray(nameStart, nameEnd), start, end };
    });
    return areCanonical(raw, named);
  }

  /** One record, a buffer of its own. Throws `strip-malformed`. */
  one(index: number): Uint8Array {
    this.#restart(scratch);
    for (const column of this.#columns) if (!column.isSame) this.#skip(column, index);
    this.#step();
    this.#write();
    return Buffer.from(this.#taken());
  }

  /** Begins at the first line, writing to `out`. */
  #restart(out: Buffer<ArrayBuffer>): void {
    this.#out = out;
    this.#at = 0;
    for (const column of this.#columns) {
      column.at = column.start;
      column.lineStart = -1;
      column.value = 0;
    }
  }

  /** What was written; the buffer is let go. */
  #taken(): Buffer {
    const taken = this.#out.subarray(0, this.#at);
    this.#out = scratch;
    return taken;
  }

  /** Passes over lines of a column. */
  #skip(column: Column, lines: number): void {
    if (lines === 0) return;
    if (column.kind === 'integers' || column.kind === 'minutes') {
      for (let line = 0; line < lines; line++) this.#nextLine(column);
    } else {
      if (column.linesKnown < lines) this.#findLines(column, lines);
      column.at = (column.lineEnds?.[lines - 1] ?? 0) + 1;
    }
  }

  /** Looks for the ends of the first lines of a column, behind those that are known. */
  #findLines(column: Column, lines: number): void {
    if (lines > this.#count) throw malformed();
    const raw = this.#raw;
    const { end, lineEnds = new Uint32Array(this.#count) } = column;
    let line = column.linesKnown;
    let at = line === 0 ? column.start : (lineEnds[line - 1] ?? 0) + 1;
    for (; line < lines && at < end; at++) if (raw[at] === LINE_END) lineEnds[line++] = at;
    column.lineEnds = lineEnds;
    column.linesKnown = line;
    if (line < lines) throw malformed();
  }

  /** Moves every column to its next line. */
  #step(): void {
    for (const column of this.#columns) {
      if (column.isSame && column.at !== column.start) continue;
      this.#nextLine(column);
    }
  }

  #nextLine(column: Column): void {
    const raw = this.#raw;
    const { at, end } = column;
    let lineEnd = at;
    while (lineEnd < end && raw[lineEnd] !== LINE_END) lineEnd++;
    if (lineEnd === end) throw malformed();
    const isAbsent = lineEnd === at + 1 && raw[at] === ABSENT;
    column.at = lineEnd + 1;
    column.lineStart = isAbsent ? -1 : at;
    column.lineEnd = lineEnd;
    if (!isAbsent && (column.kind === 'integers' || column.kind === 'minutes')) {
      column.value += readInteger(raw, at, lineEnd);
      if (!Number.isSafeInteger(column.value)) throw malformed();
    }
  }

  /** Writes the record that the present lines make. Each member comes with a comma; the first one's becomes the brace. */
  #write(): void {
    const start = this.#at;
    const { fixed, parts } = this.#layout;
    for (const { column, from, to } of parts) {
      if (column === undefined) {
        this.#reserve(to - from);
        this.#copy(fixed, from, to);
      } else if (column.lineStart >= 0) {
        this.#reserve(to - from + Math.max(column.lineEnd - column.lineStart, MAX_NUMBER_BYTES) + 2);
        this.#copy(fixed, from, to);
        this.#value(column);
      }
    }
    this.#reserve(2);
    if (this.#at === start) this.#at++;
    this.#out[start] = OPEN_BRACE;
    this.#out[this.#at++] = CLOSE_BRACE;
  }

  #value(column: Column): void {
    const { kind, lineEnd, lineStart, value } = column;
    if (kind === 'json') this.#copy(this.#raw, lineStart, lineEnd);
    else if (kind === 'integers') this.#at = writeInteger(this.#out, this.#at, value);
    else {
      if (kind === 'text') this.#text(column);
      else {
        if (!isWallMinute(value)) throw malformed();
        writeWallTime(this.#out, this.#at, value);
        this.#at += WALL_TIME_BYTES;
      }
      this.#out[this.#at++] = QUOTE;
    }
  }

  #text({ lineEnd, lineStart, refersTo }: Column): void {
    const held = refersTo === 0 ? undefined : this.#columns[refersTo - 1];
    if (held === undefined) {
      this.#copy(this.#raw, lineStart, lineEnd);
      return;
    }
    const raw = this.#raw;
    let from = lineStart;
    for (let at = lineStart; at < lineEnd; at++) {
      if (raw[at] !== REFERENCE) continue;
      if (held.lineStart < 0) throw malformed();
      this.#copy(raw, from, at);
      this.#reserve(held.lineEnd - held.lineStart + lineEnd - at + 2);
      this.#copy(raw, held.lineStart, held.lineEnd);
      from = at + 1;
    }
    this.#copy(raw, from, lineEnd);
  }

  #copy(bytes: Uint8Array, start: number, end: number): void {
    const out = this.#out;
    let at = this.#at;
    for (let from = start; from < end; from++) out[at++] = bytes[from] ?? 0;
    this.#at = at;
  }

  #reserve(bytes: number): void {
    if (this.#at + bytes > this.#maxBytes) throw malformed();
    if (this.#at + bytes <= this.#out.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.min(this.#maxBytes, (this.#at + bytes) * 2));
    this.#out.copy(grown, 0, 0, this.#at);
    this.#out = grown;
  }
}

/**
 * The columns as `#write` goes through them: texts that are the same for all are joined to one, each other column has its
 * comma, name and opening quote before it. Throws `strip-malformed`.
 */
function layoutOf(raw: Uint8Array, columns: readonly Column[]): Layout {
  const parts: Part[] = [];
  const fixed = new Uint8Array(columns.reduce((sum, column) => sum + fixedBytes(column), 0));
  let [from, to] = [0, 0];
  // Byte by byte: most of what is appended is shorter than what a call of `set` costs.
  const append = (bytes: Uint8Array, start: number, until: number): void => {
    for (let at = start; at < until; at++) fixed[to++] = bytes[at] ?? 0;
  };
  const end = (column: Column | undefined): void => {
    if (column !== undefined || to > from) parts.push({ from, to, column });
    from = to;
  };
  for (const column of columns) {
    const { isSame, kind, nameEnd, nameStart, refersTo, start } = column;
    const isQuoted = kind === 'text' || kind === 'minutes';
    const hasValue = isSame && refersTo === 0 && (kind === 'json' || kind === 'text') && isOneLine(raw, column);
    if (!hasValue) end(undefined);
    append(BEFORE_NAME, 0, BEFORE_NAME.length);
    append(raw, nameStart, nameEnd);
    append(BEFORE_VALUE, 0, BEFORE_VALUE.length);
    if (isQuoted) fixed[to++] = QUOTE;
    if (!hasValue) end(column);
    else {
      append(raw, start, column.end - 1);
      if (isQuoted) fixed[to++] = QUOTE;
    }
  }
  end(undefined);
  return { fixed, parts };
}

const BEFORE_NAME = Buffer.from(',"');
const BEFORE_VALUE = Buffer.from('":');

/** What a column adds to the fixed text at most. */
function fixedBytes({ end, isSame, nameEnd, nameStart, start }: Column): number {
  return nameEnd - nameStart + BEFORE_NAME.length + BEFORE_VALUE.length + 1 + (isSame ? end - start + 1 : 0);
}

/** True of a column that is one line; false where that line says that the member is absent. */
function isOneLine(raw: Uint8Array, { end, start }: Column): boolean {
  let lineEnd = start;
  while (lineEnd < end && raw[lineEnd] !== LINE_END) lineEnd++;
  if (lineEnd !== end - 1) throw malformed();
  return end !== start + 2 || raw[start] !== ABSENT;
}

function readHead(raw: Uint8Array): Column[] {
  const reader = new ByteReader(raw, 'strip-malformed');
  const count = reader.varint();
  if (count > MAX_COLUMNS) throw reader.fail();
  const heads = Array.from({ length: count }, (_, at) => readColumn(reader, at, count));
  let start = reader.offset;
  const columns = heads.map(({ bodyBytes, isSame, kind, nameEnd, nameStart, refersTo }) => {
    const from = start;
    start += bodyBytes;
    // Member by member: a spread takes several times as long, for every column of every strip.
    return {
      kind,
      isSame,
      refersTo,
      nameStart,
      nameEnd,
      start: from,
      end: start,
      at: from,
      lineStart: -1,
      lineEnd: from,
      value: 0,
      lineEnds: undefined,
      linesKnown: 0,
    };
  });
  if (start !== raw.length) throw reader.fail();
  for (const { refersTo } of columns) {
    const held = columns[refersTo - 1];
    if (held !== undefined && (held.kind !== 'text' || held.refersTo !== 0)) throw reader.fail();
  }
  return columns;
}

function readColumn(
  reader: ByteReader,
  at: number,
  count: number,
): Pick<Column, 'kind' | 'isSame' | 'refersTo' | 'nameStart' | 'nameEnd'> & { readonly bodyBytes: number } {
  const number = reader.u8();
  const isSame = number >= SAME_FOR_ALL;
  const kind = COLUMN_KINDS[isSame ? number - SAME_FOR_ALL : number];
  if (kind === undefined) throw reader.fail();
  const refersTo = kind === 'text' ? reader.varint() : 0;
  if (refersTo > count || (refersTo > 0 && refersTo <= at + 1)) throw reader.fail();
  const nameBytes = reader.varint();
  const nameStart = reader.offset;
  reader.skip(nameBytes);
  return { kind, isSame, refersTo, nameStart, nameEnd: nameStart + nameBytes, bodyBytes: reader.varint() };
}

/** An integer as `writeInteger` spells it; NaN for any other spelling. */
function readInteger(bytes: Uint8Array, start: number, end: number): number {
  const at = bytes[start] === MINUS ? start + 1 : start;
  if (end - at < 1 || end - at > MAX_DIGITS + 1 || (bytes[at] === ZERO && (end - at > 1 || at > start)))
    return Number.NaN;
  let value = 0;
  for (let i = at; i < end; i++) {
    const digit = bytes[i] ?? 0;
    if (digit < ZERO || digit > NINE) return Number.NaN;
    value = value * 10 + digit - ZERO;
  }
  return at > start ? -value : value;
}

function malformed(): LedgerError {
  return new LedgerError('strip-malformed', { what: 'columns' });
}
