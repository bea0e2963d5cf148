/**
 * Whether records in columns are canonical JSON, told column by column: what stands once for all records is looked at once.
 * It says no more than it can be sure of; a doubtful column leaves the question to each record.
 */
import { isCanonicalMember, isCanonicalText } from '@acta/verifier';
import { ABSENT, type ColumnKind, LINE_END, REFERENCE } from './column-form.ts';

const [QUOTE, BACKSLASH] = [0x22, 0x5c];

/** Of a column, what its check needs. */
export interface ColumnToCheck {
  readonly kind: ColumnKind;
  readonly refersTo: number;
  readonly name: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/** True only if every record that these columns make is canonical. Numbers and times are, by how they are written. */
export function areCanonical(raw: Uint8Array, columns: readonly ColumnToCheck[]): boolean {
  for (const [at, column] of columns.entries()) {
    const previous = columns[at - 1];
    if (!isPlainName(column.name) || (previous !== undefined && Buffer.compare(previous.name, column.name) >= 0))
      return false;
    if (column.kind === 'text' ? !areTexts(raw, column) : column.kind === 'json' && !areValues(raw, column))
      return false;
  }
  return true;
}

/** Printable ASCII without escapes: its bytes are in the order of its UTF-16 code units. */
function isPlainName(name: Uint8Array): boolean {
  return name.every((byte) => byte >= 0x20 && byte < 0x7f && byte !== QUOTE && byte !== BACKSLASH);
}

/** Every stretch of a line, references apart, is the inside of a string; so are they joined. */
function areTexts(raw: Uint8Array, { end, refersTo, start }: ColumnToCheck): boolean {
  let from = start;
  for (let at = start; at < end; at++) {
    const byte = raw[at] ?? 0;
    if (byte >= 0x20) continue;
    const isAbsent =
      byte === ABSENT && at === from && raw[at + 1] === LINE_END && (at === start || raw[at - 1] === LINE_END);
    if (byte !== LINE_END && !isAbsent && !(byte === REFERENCE && refersTo > 0)) return false;
    if (!isText(raw, from, at)) return false;
    from = at + 1;
  }
  return from === end;
}

function isText(raw: Uint8Array, start: number, end: number): boolean {
  return start === end || isCanonicalText(raw, start, end);
}

/** Every line is a canonical value, also inside its record. */
function areValues(raw: Uint8Array, { end, start }: ColumnToCheck): boolean {
  for (let from = start; from < end; ) {
    const at = raw.indexOf(LINE_END, from);
    if (at < 0 || at >= end) return false;
    const isAbsent = at === from + 1 && raw[from] === ABSENT;
    if (!isAbsent && !isCanonicalMember(raw.subarray(from, at))) return false;
    from = at + 1;
  }
  return true;
}
