/**
 * Most of a chat, taken quickly while its file is read for the first time: entries of one line, on the date of the entry
 * before, by authors met before, that say nothing out of the ordinary. What it counts and maps is what line by line
 * would be counted and mapped; it leaves every other line to that.
 */

import type { AuthorBook, AuthorNote } from './author-book.ts';
import type { Content, ContentContext } from './content-facts.ts';
import type { EntryMapper } from './entry-mapper.ts';
import type { EntrySink } from './entry-sink.ts';
import { secondOf } from './header-fields.ts';
import type { HeaderRun } from './header-run.ts';
import { padsClash } from './header-shape.ts';
import type { LineCursor } from './line-cursor.ts';
import { longestName } from './name-cache.ts';
import { mayCloseWithDate } from './name-date.ts';
import type { PlainHeader } from './plain-header.ts';
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
  /** Where the line at hand starts and where the next one does, in bytes and in text. */
  #byteStart = 0;
  #byteNext = 0;
  #start = 0;
  #next = 0;
  /** What the line at hand says. */
  #note: AuthorNote | undefined;
  #pads = 0;
  #second = 0;
  #contentStart = 0;
  #end = 0;
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
    this.#start = cursor.next;
    let taken = 0;
    for (;;) {
      this.#byteNext = cursor.byteEndOf(taken);
      const content = this.#read(run, taken);
      if (content === undefined || !this.#opensAlike(this.#byteNext, cursor.byteEndOf(taken + 1))) break;
      taken++;
      this.#count(run, content, cursor.line + taken, out);
      this.#byteStart = this.#byteNext;
      this.#start = this.#next;
    }
    if (taken === 0) return 0;
    const more = this.#more;
    more.count = taken;
    more.line = cursor.line + taken;
    more.text = cursor.text;
    this.#survey.goOn(run, more);
    cursor.skip(taken, this.#start, this.#byteStart);
    return taken;
  }

  /** Whether a line opens with the date of the line at hand and a clock of the file's own shape. */
  #opensAlike(byteStart: number, byteNext: number): boolean {
    const { bytes } = this.#cursor.block;
    const header = this.#header;
    return header.goesOn(bytes, byteStart, byteEndIn(bytes, byteNext)) && header.shape === this.#judge.shape;
  }

  /** Reads the line at hand, which lies so many lines ahead of the cursor's next; undefined where it is not plain. */
  #read(run: HeaderRun, ahead: number): Content | undefined {
    const cursor = this.#cursor;
    const { bytes } = cursor.block;
    const header = this.#header;
    const byteEnd = byteEndIn(bytes, this.#byteNext);
    const nameStart = header.contentByte;
    const nameEnd = cursor.nameEndOf(ahead);
    if (nameEnd <= nameStart || nameEnd > nameStart + longestName || nameEnd + 2 >= byteEnd) return undefined;
    if (bytes[nameEnd + 1] !== SPACE || padsClash(run.pads, header.pads)) return undefined;
    const note = this.#authors.usual(bytes, nameStart, nameEnd);
    if (note === undefined || byteEnd - this.#byteStart > longest) return undefined;
    this.#note = note;
    this.#pads = header.pads;
    this.#second = secondOf(header);
    this.#next = cursor.textEndOf(ahead);
    this.#end = this.#next - (this.#byteNext - byteEnd);
    this.#contentStart = this.#start + nameStart - this.#byteStart - header.surplus;
    return this.#content(note, cursor.foundAhead(ahead));
  }

  #content({ author }: AuthorNote, found: number): Content | undefined {
    const usual = this.#usual;
    const { said } = usual;
    said.start = this.#contentStart + author.written.length + 2;
    said.lineEnd = this.#end;
    said.end = this.#end;
    const content = usual.of(author.name, found, this.#context());
    return mayCloseWithDate(said.text, this.#contentStart, this.#end) ? undefined : content;
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
    more.start = this.#contentStart;
    more.end = this.#end;
    this.#mapper?.opensAgain(this.#second, author, this.#usual.said.start - this.#start);
    this.#mapper?.usual(content, this.#byteNext - this.#byteStart, this.#next - this.#start, 1);
    out.count?.(author, content, line, 1);
  }
}

/** Where the content of a line ends, whose bytes end at `next` with or without a line end. */
function byteEndIn(bytes: Uint8Array, next: number): number {
  if (bytes[next - 1] !== LF) return next;
  return bytes[next - 2] === CR ? next - 2 : next - 1;
}
