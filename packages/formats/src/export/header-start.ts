/** A quick no for lines that cannot open with a header: most lines of text are told by one or two characters. */
import { isDigit, OPEN, SPACE } from './header-text.ts';
import { mayOpenMonth } from './month-names.ts';
import { shadowOf } from './shadow.ts';
import { codeAt, sizeOf } from './utf8-code.ts';

/** 民 令 平 中 open an era year. */
const eraStarts: ReadonlySet<number> = new Set([0x6c11, 0x4ee4, 0x5e73, 0x4e2d]);

/** Marks looked through in front of a header. */
const leadingMarks = 16;

/** Whether the line from `start` to `end` may open with a header. */
export function mayOpenHeader(text: string, start: number, end: number): boolean {
  let at = start;
  let code = text.charCodeAt(at);
  const limit = Math.min(end, start + leadingMarks);
  while (at < limit && code > 0xac && shadowOf[code] === 0) code = text.charCodeAt(++at);
  if (at >= limit) return false;
  if (code < 128) return asciiOpens(text, at, end);
  const shadow = shadowOf[code] ?? 0;
  // A surrogate may be half of a far digit.
  return isDigit(shadow) || shadow === OPEN || eraStarts.has(code) || (code >= 0xd801 && code <= 0xdbff);
}

function asciiOpens(text: string, at: number, end: number): boolean {
  const code = text.charCodeAt(at);
  if (isDigit(code) || code === OPEN) return true;
  const next = shadowOf[text.charCodeAt(at + 1)] ?? 0;
  if (code === SPACE) return next === OPEN;
  // R4/3/27, H31/4/30
  if ((code === 82 || code === 72) && isDigit(next)) return true;
  // AP 1401/1/7, AH 1443/8/24
  if (code === 65 && (next === 80 || next === 72) && hasDigit(text, at, end)) return true;
  return code > 64 && next > 64 && mayOpenMonth(code, next) && hasDigit(text, at, end);
}

/** The same of a line in well-formed UTF-8; it may say yes where the text would say no. */
export function mayOpenHeaderInBytes(bytes: Uint8Array, start: number, end: number): boolean {
  if (start >= end) return false;
  const code = codeAt(bytes, start);
  const shadow = code > 0xffff ? 0 : (shadowOf[code] ?? 0);
  // A mark, which is looked through, or half of a far digit.
  if (shadow === 0 || isDigit(shadow) || shadow === OPEN || shadow === SPACE) return true;
  if (code > 127) return eraStarts.has(code);
  const next = bytes[start + 1] ?? 0;
  const may = next > 127 || isDigit(next) || (code === 65 && (next === 80 || next === 72)) || mayOpenMonth(code, next);
  return code > 64 && may && mayHoldDigit(bytes, start, end);
}

function mayHoldDigit(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  for (let units = 0; at < end && units < 14; units++) {
    const code = codeAt(bytes, at);
    if (code > 0xffff || isDigit(shadowOf[code] ?? 0)) return true;
    at += sizeOf(bytes[at] ?? 0);
  }
  return false;
}

/** A month's name is followed by a number within a few characters. */
function hasDigit(text: string, start: number, end: number): boolean {
  for (let at = start + 2; at < end && at < start + 14; at++) {
    if (isDigit(shadowOf[text.charCodeAt(at)] ?? 0)) return true;
  }
  return false;
}
