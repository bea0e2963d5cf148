/**
 * A quick yes for what most messages are: words of somebody and nothing else. It looks at a few characters where a
 * message lies in the text, so that no string is made; whatever hints at more is read in full by `content.ts`.
 */
import { mayBePhrase, mayBePhraseInBytes } from './phrase-filter.ts';
import { isMark, shadowOf } from './shadow.ts';
import { codeAt, openingBefore } from './utf8-code.ts';

/** Where a message lies: from `start` to `end` of a text, its first line up to `lineEnd`. */
export interface SaidPlace {
  readonly text: string;
  readonly start: number;
  readonly lineEnd: number;
  readonly end: number;
}

/** Messages of no more characters are looked at only at their start, where that is ASCII. */
export const shortest = 4;

const SPACE = 32;
const LESS = 60;
const GREATER = 62;
const CLOSE = 41;
const WIDE_CLOSE = 0xff09;

/** Whether the ends of a message hint at nothing more than words. */
export function looksPlain({ text, start, lineEnd, end }: SaidPlace, author: string): boolean {
  const size = end - start;
  const first = text.charCodeAt(start);
  if (size <= shortest) {
    if (size === 0 || shadowOf[first] === SPACE) return false;
    if (first < 128) return !(size === 4 && text.startsWith('null', start));
  }
  let last = text.charCodeAt(end - 1);
  // An emoji may end with what chooses its look.
  if (last >= 0xfe00 && last <= 0xfe0f) last = text.charCodeAt(end - 2);
  if (first === LESS || last === GREATER || isMark(first) || isMark(last)) return false;
  if (last === CLOSE || last === WIDE_CLOSE || mayBePhrase(text, start, end)) return false;
  if (first === author.charCodeAt(0) && author.length <= size && text.startsWith(author, start)) return false;
  if (lineEnd > start && lineEnd < end) {
    const lastOfLine = text.charCodeAt(lineEnd - 1);
    if (lastOfLine === CLOSE || lastOfLine === GREATER || lastOfLine === WIDE_CLOSE || isMark(lastOfLine)) return false;
  }
  return true;
}

/** The same of a message in well-formed UTF-8. */
export interface SaidBytes {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly lineEnd: number;
  readonly end: number;
  /** Code units between them. */
  readonly units: number;
}

/** The same of a message in UTF-8; it may say no where the text would say yes. `author` in UTF-8. */
export function looksPlainInBytes({ bytes, start, lineEnd, end, units }: SaidBytes, author: Uint8Array): boolean {
  const first = bytes[start] ?? 0;
  const code = first < 128 ? first : codeAt(bytes, start);
  if (units <= shortest) {
    if (units === 0 || shadowOf[code] === SPACE) return false;
    if (first < 128) return !(units === 4 && opensWith(bytes, start, nullBytes));
  }
  if (first === LESS || isMark(code)) return false;
  if (hintsAtEnd(bytes, endBeforeLook(bytes, end)) || (lineEnd > start && lineEnd < end && hintsAtEnd(bytes, lineEnd)))
    return false;
  if (mayBePhraseInBytes(bytes, start, end)) return false;
  return first !== author[0] || author.length > end - start || !opensWith(bytes, start, author);
}

/** Whether the character before `end` is a mark or closes something. */
function hintsAtEnd(bytes: Uint8Array, end: number): boolean {
  const last = bytes[end - 1] ?? 0;
  const code = last < 128 ? last : codeAt(bytes, openingBefore(bytes, end));
  return code === GREATER || code === CLOSE || code === WIDE_CLOSE || isMark(code);
}

/** Where a message ends without what chooses an emoji's look (U+FE00 to U+FE0F, EF B8 80 to EF B8 8F). */
function endBeforeLook(bytes: Uint8Array, end: number): number {
  const isLook = bytes[end - 2] === 0xb8 && bytes[end - 3] === 0xef && ((bytes[end - 1] ?? 0) & 0xf0) === 0x80;
  return isLook ? end - 3 : end;
}

const nullBytes = new TextEncoder().encode('null');

function opensWith(bytes: Uint8Array, at: number, opening: Uint8Array): boolean {
  for (let i = 0; i < opening.length; i++) if (bytes[at + i] !== opening[i]) return false;
  return true;
}

const [COLON, SLASH] = [58, 47];
const mapsBytes = new TextEncoder().encode('://maps.');
const squareBytes = new TextEncoder().encode('foursquare.com');

/** {@link hasPlaceLink} of UTF-8. */
export function hasPlaceLinkInBytes({ bytes, start, end }: SaidBytes): boolean {
  let hasLink = false;
  let hasSquare = false;
  for (let at = start; at < end; at++) {
    if (bytes[at] === COLON && bytes[at + 1] === SLASH) {
      if (opensWith(bytes, at, mapsBytes)) return true;
      hasLink ||= bytes[at + 2] === SLASH;
    } else if (bytes[at] === squareBytes[0]) hasSquare ||= opensWith(bytes, at, squareBytes);
  }
  return hasLink && hasSquare;
}

/** Whether a message that is a text of its own holds a mark of the app, or a link as places have. */
export function hasMarkOrPlace(body: string): boolean {
  return body.includes('\u200E') || hasPlaceLink(body);
}

/** Whether a link as places have stands in a text. */
export function hasPlaceLink(body: string): boolean {
  return body.includes('://') && (body.includes('://maps.') || body.includes('foursquare.com'));
}
