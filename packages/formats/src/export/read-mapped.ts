/**
 * The second reading of a file whose entries are mapped: its bytes are decoded and cut, and nothing is looked for but
 * what the map says has to be read from the text. Gives what a reading without the map gives.
 */
import type { Author } from './author-reader.ts';
import { isoDay, noDay } from './calendar.ts';
import { readContent } from './content.ts';
import type { Content, ContentContext } from './content-facts.ts';
import { ContentMemo } from './content-memo.ts';
import type { EntryPlace, ExportEntry, TimedEntry } from './entry.ts';
import {
  authorShift,
  contentMask,
  contentShift,
  type EntryMap,
  isPreamble,
  newDateBit,
  saidShift,
  secondMask,
  severalLinesBit,
  sizeMask,
  unitsMask,
} from './entry-map.ts';
import { headerDay } from './header-day.ts';
import { partsOf } from './header-shape.ts';
import { blockBytes, MappedBlocks, MapWords } from './mapped-blocks.ts';
import type { Reading } from './reading.ts';
import type { ExportSource, FieldOrder } from './source.ts';
import { bodyEnd, bodyOf, type Mutable, preambleEntry, timedEntry, words } from './timed-entry.ts';
import { timeOfDay } from './wall-time.ts';

/** The order in which all dates of a mapped file are read; undefined where they are not all dates in one order. */
export function orderOfAll(map: EntryMap, reading: Reading): FieldOrder | undefined {
  const [segment, ...more] = reading.segments;
  const [accepted, ...others] = segment?.accepts ?? [];
  if (accepted === undefined || more.length + others.length > 0 || accepted.shape !== map.shape) return undefined;
  const { order } = accepted;
  return map.dates.every((date) => headerDay(date, order, reading) !== noDay) ? order : undefined;
}

/** Reads all entries. Throws `source-changed` where the bytes are not those that were mapped. */
export async function* readMapped(
  source: ExportSource,
  reading: Reading,
  map: EntryMap,
): AsyncGenerator<readonly ExportEntry[], void, undefined> {
  const order = orderOfAll(map, reading);
  if (order === undefined) throw new Error('a map is of one shape and of one order of dates');
  const cutter = new MappedBlocks(map);
  const reader = new MappedReader({ source, reading, map, order });
  for await (const chunk of source.open()) {
    // A chunk is sliced so that one huge chunk does not become one huge string.
    for (let at = 0; at < chunk.length; at += blockBytes) {
      cutter.hold(chunk.subarray(at, at + blockBytes));
      if (cutter.holdsBlock) yield* reader.read(cutter.take(), cutter.count);
    }
  }
  if (cutter.holdsAny) yield* reader.read(cutter.take(), cutter.count);
  cutter.finish();
}

const entriesAtOnce = 64;

interface MappedParts {
  readonly source: ExportSource;
  readonly reading: Reading;
  readonly map: EntryMap;
  readonly order: FieldOrder;
}

/** Walks entries; its fields describe the one at hand. */
class MappedReader {
  readonly #map: EntryMap;
  readonly #reading: Reading;
  readonly #order: FieldOrder;
  readonly #withSeconds: boolean;
  readonly #context: ContentContext;
  readonly #memo = new ContentMemo();
  readonly #words: MapWords;
  #text = '';
  /** Where the entry lies in the text, and where what was said starts. */
  #start = 0;
  #from = 0;
  #end = 0;
  #line = 1;
  #lines = 1;
  #offset = 0;
  #sizeBytes = 0;
  #dates = 0;
  #date = '';
  #midnight = 0;
  #second = -1;
  #at = '';

  constructor({ map, order, reading, source }: MappedParts) {
    this.#map = map;
    this.#reading = reading;
    this.#order = order;
    this.#withSeconds = partsOf(map.shape).seconds;
    this.#context = { platform: reading.platform, mediaNames: source.mediaNames, title: reading.title };
    this.#words = new MapWords(map);
  }

  /** The next entries, which are all of a text, few at a time: those that are done with are gone before others are made. */
  *read(text: string, count: number): Generator<readonly ExportEntry[], void, void> {
    this.#text = text;
    this.#end = 0;
    for (let left = count; left > 0; left -= entriesAtOnce) yield this.#some(Math.min(left, entriesAtOnce));
  }

  #some(count: number): readonly ExportEntry[] {
    const entries: ExportEntry[] = [];
    for (let i = 0; i < count; i++) {
      entries.push(this.#next());
      this.#line += this.#lines;
      this.#offset += this.#sizeBytes;
    }
    return entries;
  }

  #next(): ExportEntry {
    const at = this.#words.next();
    const { span } = this.#words;
    const what = span[at] ?? 0;
    const where = span[at + 1] ?? 0;
    const who = span[at + 2] ?? 0;
    this.#start = this.#end;
    this.#from = this.#start + (where >>> saidShift);
    this.#end = this.#start + (where & unitsMask);
    this.#sizeBytes = what & sizeMask;
    this.#lines = (what & severalLinesBit) === 0 ? 1 : linesIn(this.#text, this.#start, this.#end);
    if ((what & newDateBit) !== 0) this.#nextDate();
    const second = who & secondMask;
    if (second !== this.#second) this.#readClock(second);
    const author = this.#map.authors[(who >>> authorShift) - 1];
    const number = (what >>> contentShift) & contentMask;
    const content = this.#map.contents[number];
    if (content === undefined || author === undefined) return this.#other(number, author);
    return this.#usual(content, author);
  }

  /** Somebody's words, or a file left out: most entries. */
  #usual(content: Content, author: Author): TimedEntry {
    const text = this.#text;
    const from = this.#from;
    const entry: Mutable<TimedEntry> = {
      line: this.#line,
      lines: this.#lines,
      offset: this.#offset,
      sizeBytes: this.#sizeBytes,
      raw: text.slice(this.#start, this.#end),
      kind: content.kind,
      type: content.type,
      at: this.#at,
      atSeconds: this.#midnight + this.#second,
      author: author.name,
      text: content === words ? text.slice(from, bodyEnd(text, from, this.#end)) : content.text,
    };
    if (content.media !== undefined) entry.media = content.media;
    if (author.phone !== undefined) entry.authorPhone = author.phone;
    return entry;
  }

  #other(number: number, author: Author | undefined): ExportEntry {
    const place: EntryPlace = {
      line: this.#line,
      lines: this.#lines,
      offset: this.#offset,
      sizeBytes: this.#sizeBytes,
      raw: this.#text.slice(this.#start, this.#end),
    };
    if (number === isPreamble) return preambleEntry(place);
    const body = bodyOf(place.raw, this.#from - this.#start);
    const content = readContent(body, author?.name, this.#context, this.#memo);
    return timedEntry(place, { at: this.#at, atSeconds: this.#midnight + this.#second, author }, content);
  }

  #nextDate(): void {
    const date = this.#map.dates[this.#dates++];
    const day = date === undefined ? noDay : headerDay(date, this.#order, this.#reading);
    this.#date = isoDay(day);
    this.#midnight = day * 86_400;
    this.#second = -1;
  }

  #readClock(second: number): void {
    this.#second = second;
    this.#at = this.#date + timeOfDay(second, this.#withSeconds);
  }
}

/** Physical lines from `start` to `end`, where an entry ends. */
function linesIn(text: string, start: number, end: number): number {
  let lines = 1;
  for (let at = text.indexOf('\n', start) + 1; at > 0 && at < end; at = text.indexOf('\n', at) + 1) lines++;
  return lines;
}
