/**
 * Where the author of a line ends. Pure positions; who counts as an author is decided elsewhere.
 */

/** Longest author looked for, in code units. */
export const authorLimit = 300;

const COLON = 58;

/** Index of the colon that ends the next possible author at or after `from`, or -1. A space or the line's end follows it. */
export function authorEnd(text: string, from: number, start: number, end: number): number {
  const limit = Math.min(end, start + authorLimit);
  // By index and not by `indexOf`, which would look through the whole block where a line has no colon.
  for (let at = Math.max(from, start + 1); at < limit; at++) {
    if (text.charCodeAt(at) === COLON && endsAuthor(text, at, end)) return at;
  }
  return -1;
}

/** Whether an author may end with the colon at `at`. */
function endsAuthor(text: string, at: number, end: number): boolean {
  if (at + 1 >= end) return true;
  const next = text.charCodeAt(at + 1);
  return next === 32 || next === 0xa0 || next === 0x202f;
}

/** Whether the line's content opens with `name` and a colon that ends an author. */
export function isAuthorOf(name: string, text: string, start: number, end: number): boolean {
  const at = start + name.length;
  return at < end && text.charCodeAt(at) === COLON && text.startsWith(name, start) && endsAuthor(text, at, end);
}

/** Index of the first colon that something other than a space follows, or -1: `John Doe:.` */
export function tightAuthorEnd(text: string, start: number, end: number): number {
  const limit = Math.min(end, start + authorLimit);
  for (let at = start + 1; at < limit; at++) if (text.charCodeAt(at) === COLON) return at;
  return -1;
}

const openers = '"“„«‘「『《‹';
const closers = '"”“»’」』》›';

/** Whether a quotation opens in `name` and does not close there: then the colon stands inside a group's quoted title. */
export function hasOpenQuote(name: string): boolean {
  for (let at = 0; at < name.length; at++) {
    const kind = openers.indexOf(name.charAt(at));
    if (kind < 0) continue;
    // An apostrophe-like quote inside a word is none.
    if (kind === 4 && at > 0 && name.charCodeAt(at - 1) !== 32) continue;
    const close = name.indexOf(closers.charAt(kind), at + 1);
    const other = kind === 1 || kind === 2 ? name.indexOf('”', at + 1) : -1;
    if (close < 0 && other < 0) return true;
    at = Math.max(close, other);
  }
  return false;
}
