/** Entries as objects: what a header says, where the entry stands and what its content was found to be, put together. */
import type { Author } from './author-reader.ts';
import type { Content } from './content-facts.ts';
import type { EntryPlace, PreambleEntry, TimedEntry } from './entry.ts';

export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What is said when. */
export interface Said {
  readonly at: string;
  readonly atSeconds: number;
  readonly author: Author | undefined;
}

/** An entry whose content was read from the text itself. */
export function timedEntry(place: EntryPlace, { at, atSeconds, author }: Said, content: Content): TimedEntry {
  const entry: Mutable<TimedEntry> = {
    line: place.line,
    lines: place.lines,
    offset: place.offset,
    sizeBytes: place.sizeBytes,
    raw: place.raw,
    kind: content.kind,
    type: content.type,
    at,
    atSeconds,
    text: content.text,
  };
  if (author !== undefined) {
    entry.author = author.name;
    if (author.phone !== undefined) entry.authorPhone = author.phone;
  }
  if (place.rawBytes !== undefined) entry.rawBytes = place.rawBytes;
  if (place.oversize) entry.oversize = true;
  if (content.edited) entry.edited = true;
  if (content.media !== undefined) entry.media = content.media;
  if (content.system !== undefined) entry.system = content.system;
  if (content.call !== undefined) entry.call = content.call;
  if (content.poll !== undefined) entry.poll = content.poll;
  if (content.location !== undefined) entry.location = content.location;
  return entry;
}

export function preambleEntry(place: EntryPlace): PreambleEntry {
  return { ...place, kind: 'preamble', text: bodyOf(place.raw, 0) };
}

/** Words and nothing else; which ones stands in the file. */
export const words: Content = { kind: 'message', type: 'text', text: '' };

/** What was said: from `start`, without the last line end, CRLF as LF. */
export function bodyOf(raw: string, start: number): string {
  const body = raw.slice(start, bodyEnd(raw, start, raw.length));
  return body.includes('\r') ? body.replaceAll('\r\n', '\n') : body;
}

/** Where what stands in `text` from `start` to `end` ends without its last line end. */
export function bodyEnd(text: string, start: number, end: number): number {
  if (end <= start || text.charCodeAt(end - 1) !== 10) return end;
  return end - 1 > start && text.charCodeAt(end - 2) === 13 ? end - 2 : end - 1;
}
