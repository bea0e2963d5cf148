/**
 * Dates in the names that WhatsApp gives to files: `IMG-20220327-WA0001.jpg`, `00000042-PHOTO-2022-03-27-21-41-55.jpg`.
 * They tell the true day whatever order the headers use.
 */
import { dayNumber, isoDay } from './calendar.ts';

const android = /[A-Z]{2,4}-(20\d\d)([01]\d)([0-3]\d)-WA\d/;
const ios = /-[A-Z]{3,12}-(20\d\d)-([01]\d)-([0-3]\d)-\d\d-\d\d-\d\d\./;

/** The day number in a file name within `text`, or undefined. */
function nameDay(text: string): number | undefined {
  const match = android.exec(text) ?? ios.exec(text);
  if (match === null) return undefined;
  const day = dayNumber(Number(match[1]), Number(match[2]), Number(match[3]));
  return isoDay(day) === `${match[1]}-${match[2]}-${match[3]}` ? day : undefined;
}

const reach = 300;
/** Bytes of UTF-8 that a code unit can be. */
const mostBytesEach = 3;

/** The day number in a file name that a line's content from `start` to `end` may close with, or undefined. */
export function closingNameDay(text: string, start: number, end: number): number | undefined {
  return mayCloseWithDate(text, start, end) ? nameDay(text.slice(start, Math.min(end, start + reach))) : undefined;
}

/** The same of what lies in UTF-8; it looks a little farther. */
export function mayCloseWithDateInBytes(bytes: Uint8Array, start: number, end: number): boolean {
  const last = bytes[end - 1];
  // What closes a name is ASCII, or ends with one of these bytes.
  if (last !== 41 && last !== 62 && last !== 0x89 && last !== 0x8e && last !== 0x8f) return false;
  const limit = Math.min(end, start + reach * mostBytesEach);
  for (let at = start + 2; at < limit; at++) {
    if (bytes[at] === 48 && bytes[at - 1] === 50 && bytes[at - 2] === 45) return true;
  }
  return false;
}

/** Whether such a name may hold a date: all have `-20` in them, and something behind them closes the line. */
export function mayCloseWithDate(text: string, start: number, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  if (last !== 41 && last !== 62 && last !== 0xff09 && last !== 0x200e && last !== 0x200f) return false;
  const limit = Math.min(end, start + reach);
  for (let at = start + 2; at < limit; at++) {
    if (text.charCodeAt(at) === 48 && text.charCodeAt(at - 1) === 50 && text.charCodeAt(at - 2) === 45) return true;
  }
  return false;
}
