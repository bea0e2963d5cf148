/**
 * Most of a chat, taken quickly while its file is read for the first time: entries on the date of the entry before, by
 * authors met before, that say nothing out of the ordinary. What it counts and maps is what line by line
 * would be counted and mapped; it leaves every other line to that.
 */

import type { AuthorBook, AuthorNote } from './author-book.ts';
import type { Content, ContentContext } from './content-facts.ts';
import { textOf } from './encoding.ts';
import type { EntryMapper } from './entry-mapper.ts';
import type { EntrySink } from './entry-sink.ts';
import { secondOf } from './header-fields.ts';
import type { HeaderRun } from './header-run.ts';
import { padsClash } from './header-shape.ts';
import { mayOpenHeaderInBytes } from './header-start.ts';
import type { LineCursor } from './line-cursor.ts';
import { longestName } from './name-cache.ts';
import { mayCloseWithDateInBytes } from './name-date.ts';
import type { PlainHeader } from './plain-header.ts';
import type { SaidBytes } from './plain-text.ts';
import type { MoreHeaders, Survey } from './survey.ts';
import type { SurveyJudge } from './survey-judge.ts';
import type { Mutable } from './timed-entry.ts';
import type { UsualContent } from './usual-content.ts';

const LF = 10;
const CR = 13;
const SPACE = 32;
/** Longer lines are rare. */
const longest = 65_536;

/** Where entries are looked for, and how what they say is told. */
export interface StretchLines {
  readonly cursor: LineCursor;
  readonly usual: UsualContent;
}

export interface StretchParts extends StretchLines {
  readonly judge: SurveyJudge;
  readonly survey: Survey;
  readonly context: () => ContentContext;
  readonly mapper: EntryMapper | undefined;
}

export class PlainStretch {
  readonly #cursor: LineCursor;
  readonly #usual: UsualContent;
  readonly #judge: SurveyJudge;
  readonly #survey: Survey;
  readonly #authors: AuthorBook;
  readonly #context: () => ContentContext;
  readonly #mapper: EntryMapper | undefined;
  /** Of the line at hand, until the one after it is asked about. */
  readonly #header: PlainHeader;
  #run: HeaderRun | undefined;
  /** Where the entry at hand starts and where the next one does: in bytes, and in code units of the block. */
  #byteStart = 0;
  #byteNext = 0;
  #start = 0;
  #next = 0;
  /** Its lines, and what the scan found in them. */
  #lines = 1;
  #found = 0;
  /** What it says. */
  #note: AuthorNote | undefined;
  #pads = 0;
  #second = 0;
  /** Where its content starts and ends in bytes, and how many code units precede what was said. */
  #contentByte = 0;
  #contentEnd = 0;
  #saidStart = 0;
  readonly #said: Mutable<SaidBytes> = { bytes: new Uint8Array(0), start: 0, lineEnd: 0, end: 0, units: 0 };
  readonly #more: Mutable<MoreHeaders> = { count: 0, line: 0, second: 0, text: '', start: 0, end: 0 };

  constructor({ context, cursor, judge, mapper, survey, usual }: StretchParts) {
    this.#cursor = cursor;
    this.#usual = usual;
    this.#judge = judge;
    this.#survey = survey;
    this.#authors = survey.authors;
    this.#context = context;
    this.#mapper = mapper;
    this.#header = judge.scanner.plain;
  }

  /** Whether the cursor's next line opens an entry with a header like that of the last one: then a stretch may start there. */
  isNext(): boolean {
    const cursor = this.#cursor;
    this.#run = undefined;
    if (!cursor.isSound || cursor.nextContinues) return false;
    if (!this.#opensAlike(cursor.byteNext, cursor.byteEndOf(0))) return false;
    this.#run = this.#survey.runGoingOn(this.#header);
    return this.#run !== undefined;
  }

  /** Takes entries as long as they are plain and whole, where {@link isNext}; returns how many. None is open before or after. */
  take(out: EntrySink): number {
    const cursor = this.#cursor;
    const run = this.#run;
    if (run === undefined) return 0;
    this.#byteStart = cursor.byteNext;
    this.#start = cursor.textAt + cursor.next;
    this.#said.bytes = cursor.block.bytes;
    let taken = 0;
    let lines = 0;
    for (;;) {
      const content = this.#readHeader(run, lines) && this.#reachesNext(lines) ? this.#content() : undefined;
      if (content === undefined) break;
      this.#count(run, content, cursor.line + lines + 1, out);
      taken++;
      lines += this.#lines;
      this.#byteStart = this.#byteNext;
      this.#start = this.#next;
    }
    if (taken === 0) return 0;
    const more = this.#more;
    more.count = taken;
    more.text = textOf(cursor.block.bytes.subarray(more.start, more.end), 'utf-8');
    more.end = more.text.length;
    more.start = 0;
    this.#survey.goOn(run, more);
    cursor.skip(lines);
    return taken;
  }

  /** Whether a line opens with the date of the line at hand and a clock of the file's own shape. */
  #opensAlike(byteStart: number, byteNext: number): boolean {
    const { bytes } = this.#cursor.block;
    const header = this.#header;
    return header.goesOn(bytes, byteStart, byteEndIn(bytes, byteNext)) && header.shape === this.#judge.shape;
  }

  /** Reads the first line of the entry at hand, so many lines ahead of the cursor's next; false where it is not plain. */
  #readHeader(run: HeaderRun, ahead: number): boolean {
    const cursor = this.#cursor;
    const { bytes } = cursor.block;
    const header = this.#header;
    const byteEnd = byteEndIn(bytes, cursor.byteEndOf(ahead));
    const nameStart = header.contentByte;
    const nameEnd = cursor.nameEndOf(ahead);
    if (nameEnd <= nameStart || nameEnd > nameStart + longestName || nameEnd + 2 >= byteEnd) return false;
    if (bytes[nameEnd + 1] !== SPACE || padsClash(run.pads, header.pads)) return false;
    const note = this.#authors.usual(bytes, nameStart, nameEnd);
    if (note === undefined || mayCloseWithDateInBytes(bytes, nameStart, byteEnd)) return false;
    this.#note = note;
    this.#pads = header.pads;
    this.#second = secondOf(header);
    this.#contentByte = nameStart;
    this.#contentEnd = byteEnd;
    this.#saidStart = nameStart - this.#byteStart - header.surplus + note.author.written.length + 2;
    this.#said.start = nameEnd + 2;
    return true;
  }

  /** Goes on to where the next header like this one opens; false where something comes before it that may be another. */
  #reachesNext(ahead: number): boolean {
    const cursor = this.#cursor;
    const { bytes } = cursor.block;
    let lines = 1;
    this.#found = cursor.foundAhead(ahead);
    this.#byteNext = cursor.byteEndOf(ahead);
    for (; this.#byteNext < bytes.length; lines++) {
      const byteNext = cursor.byteEndOf(ahead + lines);
      if (this.#opensAlike(this.#byteNext, byteNext)) {
        this.#lines = lines;
        this.#next = cursor.textEndOf(ahead + lines - 1);
        return this.#byteNext - this.#byteStart <= longest;
      }
      if (mayOpenHeaderInBytes(bytes, this.#byteNext, byteEndIn(bytes, byteNext))) return false;
      this.#found |= cursor.foundAhead(ahead + lines);
      this.#byteNext = byteNext;
    }
    return false;
  }

  #content(): Content | undefined {
    const said = this.#said;
    const end = byteEndIn(said.bytes, this.#byteNext);
    said.lineEnd = this.#contentEnd;
    said.end = end;
    said.units = this.#next - (this.#byteNext - end) - this.#start - this.#saidStart;
    const name = this.#note?.nameBytes;
    return name === undefined ? undefined : this.#usual.inBytes(said, name, this.#found, this.#context());
  }

  #count(run: HeaderRun, content: Content, line: number, out: EntrySink): void {
    const note = this.#note;
    if (note === undefined) return;
    const { author } = note;
    const more = this.#more;
    note.count++;
    run.pads |= this.#pads;
    run.meets(note.since);
    more.second = this.#second;
    more.line = line;
    more.start = this.#contentByte;
    more.end = this.#contentEnd;
    this.#mapper?.opensAgain(this.#second, author, this.#saidStart);
    this.#mapper?.usual(content, this.#byteNext - this.#byteStart, this.#next - this.#start, this.#lines);
    out.count?.(author, content, line, this.#lines);
  }
}

/** Where the content of a line ends, whose bytes end at `next` with or without a line end. */
function byteEndIn(bytes: Uint8Array, next: number): number {
  if (bytes[next - 1] !== LF) return next;
  return bytes[next - 2] === CR ? next - 2 : next - 1;
}
