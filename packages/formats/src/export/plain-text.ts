/**
 * A quick yes for what most messages are: words of somebody and nothing else. It looks at a few characters where a
 * message lies in the text, so that no string is made; whatever hints at more is read in full by `content.ts`.
 */
import { mayBePhrase } from './phrase-filter.ts';
import { isMark } from './shadow.ts';

/** Where a message lies: from `start` to `end` of a text, its first line up to `lineEnd`. */
export interface SaidPlace {
  readonly text: string;
  readonly start: number;
  readonly lineEnd: number;
  readonly end: number;
}

/** Messages of no more characters are looked at only at their start. */
export const shortest = 4;

const GREATER = 62;
const CLOSE = 41;
const WIDE_CLOSE = 0xff09;

/** Whether the ends of a message hint at nothing more than words. */
export function looksPlain({ text, start, lineEnd, end }: SaidPlace, author: string): boolean {
  const size = end - start;
  const first = text.charCodeAt(start);
  if (size <= shortest) return size > 0 && first < 128 && !(size === 4 && text.startsWith('null', start));
  let last = text.charCodeAt(end - 1);
  // An emoji may end with what chooses its look.
  if (last >= 0xfe00 && last <= 0xfe0f) last = text.charCodeAt(end - 2);
  if (first === 60 || last === GREATER || isMark(first) || isMark(last)) return false;
  if (last === CLOSE || last === WIDE_CLOSE || mayBePhrase(text, start, end)) return false;
  if (first === author.charCodeAt(0) && author.length <= size && text.startsWith(author, start)) return false;
  if (lineEnd > start && lineEnd < end) {
    const lastOfLine = text.charCodeAt(lineEnd - 1);
    if (lastOfLine === CLOSE || lastOfLine === GREATER || lastOfLine === WIDE_CLOSE || isMark(lastOfLine)) return false;
  }
  return true;
}

/** Whether a message that is a text of its own holds a mark of the app, or a link as places have. */
export function hasMarkOrPlace(body: string): boolean {
  return body.includes('\u200E') || hasPlaceLink(body);
}

/** Whether a link as places have stands in a text. */
export function hasPlaceLink(body: string): boolean {
  return body.includes('://') && (body.includes('://maps.') || body.includes('foursquare.com'));
}
