/**
 * Whether records in columns are canonical JSON, told column by column: what stands once for all records is looked at once.
 * It says no more than it can be sure of; a doubtful column leaves the question to each record.
 */
import { isUtf8 } from 'node:buffer';
import { isCanonicalMember, isCanonicalText } from '@acta/verifier';
import { ABSENT, type ColumnKind, LINE_END, REFERENCE } from './column-form.ts';

const [QUOTE, BACKSLASH, LETTER_U] = [0x22, 0x5c, 0x75];
const SHORT_ESCAPE_BYTES = 2;
const LONG_ESCAPE_BYTES = 6;

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
  // A loop: `every` with a function takes several times as long, for every column of every strip.
  for (const byte of name) {
    if (byte < 0x20 || byte >= 0x7f || byte === QUOTE || byte === BACKSLASH) return false;
  }
  return true;
}

/**
 * Every stretch between marks and escapes is the inside of a string; so are they joined. Lines begin and end in ASCII, so
 * that all of them are UTF-8 if the body is: what is left are the characters that a string must escape.
 */
function areTexts(raw: Uint8Array, { end, refersTo, start }: ColumnToCheck): boolean {
  if (!isUtf8(raw.subarray(start, end))) return false;
  let lineStart = start;
  for (let at = start; at < end; at++) {
    const byte = raw[at] ?? 0;
    if (byte > BACKSLASH || (byte >= 0x20 && byte !== QUOTE && byte !== BACKSLASH)) continue;
    if (byte === LINE_END) lineStart = at + 1;
    else if (byte === BACKSLASH) {
      at = escapeEnd(raw, at, end) - 1;
      if (at < 0) return false;
    } else if (!isMark(raw, at, { lineStart, refersTo })) return false;
  }
  return lineStart === end;
}

/** The offset behind the escape at `at`, or -1 if canonical JSON has none such. */
function escapeEnd(raw: Uint8Array, at: number, end: number): number {
  const behind = at + (raw[at + 1] === LETTER_U ? LONG_ESCAPE_BYTES : SHORT_ESCAPE_BYTES);
  return behind <= end && isCanonicalText(raw, at, behind) ? behind : -1;
}

/** Whether the control character at `at` is one of the form's own, in its place. */
function isMark(
  raw: Uint8Array,
  at: number,
  { lineStart, refersTo }: { readonly lineStart: number; readonly refersTo: number },
): boolean {
  if (raw[at] === REFERENCE) return refersTo > 0;
  return raw[at] === ABSENT && at === lineStart && raw[at + 1] === LINE_END;
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
