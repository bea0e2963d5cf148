/**
 * The first reading of a file: which lines look like headers, in which shapes and stretches, and what speaks for which
 * date order. Memory is bounded by the number of runs and authors, never by the file.
 */
import { AuthorBook } from './author-book.ts';
import { isForeignYear, noDay, type WrittenDate } from './calendar.ts';
import { type DayBounds, headerDay } from './header-day.ts';
import { secondOf } from './header-fields.ts';
import { HeaderRun, orderBit, orders } from './header-run.ts';
import type { HeaderScanner } from './header-scanner.ts';
import { padsClash } from './header-shape.ts';
import type { LineCursor } from './line-cursor.ts';
import { closingNameDay } from './name-date.ts';
import { afterAuthor, OpeningLines, topicAt } from './opening-lines.ts';
import { opensChat } from './phrases-system.ts';
import type { PlainHeader } from './plain-header.ts';

const runLimit = 4096;
const noteLimit = 64;

/** A header-shaped line whose numbers are no date in any order. */
export interface ImpossibleHeader {
  readonly line: number;
  readonly shape: number;
}

/** Headers that came one after another, and what the last one says. */
export interface MoreHeaders {
  readonly count: number;
  readonly line: number;
  readonly second: number;
  /** Its content. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export class Survey {
  readonly runs: HeaderRun[] = [];
  readonly authors: AuthorBook = new AuthorBook();
  readonly impossible: ImpossibleHeader[] = [];
  /** More runs than are kept apart: from this line on shapes are told by their majority only. */
  overflowLine = 0;
  /** Code units of the blocks before the current one. */
  textBefore = 0;
  headers = 0;
  /** First line with a word for the time of day that is not known, or 0. */
  unknownPeriodLine = 0;
  /** First line whose year belongs to another calendar, or 0. */
  foreignLine = 0;
  readonly #bounds: DayBounds;
  readonly #opening = new OpeningLines();
  #aside = false;
  #days: readonly number[] = [];
  #allowed = 0;
  /** The day lies ahead or before WhatsApp in some order. */
  #odd = false;
  #current: HeaderRun | undefined;
  #first = -1;
  #second = -1;
  #third = -1;
  #widths = -1;
  #era = '';
  #only: string | undefined;
  #beforeText = '';
  #beforeStart = 0;
  #beforeEnd = 0;

  constructor(bounds: DayBounds) {
    this.#bounds = bounds;
  }

  /** A line that `scanner` just recognised; content runs to `end`. False where its numbers are no date. */
  header(scanner: HeaderScanner, cursor: LineCursor, other: HeaderScanner): boolean {
    const { text, end, line } = cursor;
    const changed = this.#readDate(scanner);
    if (this.#allowed === 0) {
      if (this.impossible.length < noteLimit) this.impossible.push({ line, shape: scanner.shape });
      return false;
    }
    this.headers++;
    if (scanner.unknownPeriod && this.unknownPeriodLine === 0) this.unknownPeriodLine = line;
    if (changed && this.foreignLine === 0 && isForeign(scanner, this.#allowed, this.#bounds.nowYear))
      this.foreignLine = line;
    const run = this.#runFor(scanner, cursor, other);
    const fresh = run.count === 0;
    const aside = this.#opening.stepsAside(text, scanner.contentStart, end, changed);
    if (fresh || changed || this.#current !== run || aside !== this.#aside) this.#addDay(run, line, aside);
    else this.#countDay(run, line);
    this.#aside = aside;
    this.#current = run;
    const time = secondOf(scanner);
    if (fresh) run.firstTime = time;
    run.lastTime = time;
    run.lastLine = line;
    run.count++;
    run.allowed &= this.#allowed;
    run.pads |= scanner.pads;
    if (this.#days[0] !== this.#days[1]) run.differing++;
    this.#content(run, scanner, cursor);
    this.#rememberContent(text, scanner.contentStart, end);
    return true;
  }

  /**
   * The run of the header counted last, where another one of this shape and date has nothing to say but its clock and
   * its author; undefined where it has to be looked at.
   */
  runGoingOn(header: PlainHeader): HeaderRun | undefined {
    const run = this.#current;
    if (run === undefined || run !== this.runs.at(-1) || run.shape !== header.shape) return undefined;
    const isPast = !(this.#aside || this.#odd || run.keepsAuthors) && this.#opening.areOver;
    return isPast && (run.allowed & this.#allowed) !== 0 && this.#isDateOf(header) ? run : undefined;
  }

  /** Counts headers of a run that went on, each with an author, as many as `more` says; the rest describes the last of them. */
  goOn(run: HeaderRun, more: MoreHeaders): void {
    this.headers += more.count;
    run.count += more.count;
    run.authored += more.count;
    run.lastTime = more.second;
    run.lastLine = more.line;
    if (this.#days[0] !== this.#days[1]) run.differing += more.count;
    this.#rememberContent(more.text, more.start, more.end);
  }

  #rememberContent(text: string, start: number, end: number): void {
    this.#beforeText = text;
    this.#beforeStart = start;
    this.#beforeEnd = end;
  }

  #readDate(scanner: HeaderScanner): boolean {
    if (this.#isDateOf(scanner)) return false;
    this.#first = scanner.first;
    this.#second = scanner.second;
    this.#third = scanner.third;
    this.#widths = widthsOf(scanner);
    this.#era = scanner.era;
    this.#only = scanner.only;
    this.#days = orders.map((order) => headerDay(scanner, order, this.#bounds));
    this.#allowed = 0;
    orders.forEach((order, index) => {
      if (this.#days[index] !== noDay) this.#allowed |= orderBit[order];
    });
    return true;
  }

  #isDateOf(date: WrittenDate): boolean {
    return (
      date.first === this.#first &&
      date.second === this.#second &&
      date.third === this.#third &&
      widthsOf(date) === this.#widths &&
      date.era === this.#era &&
      date.only === this.#only
    );
  }

  #runFor(scanner: HeaderScanner, cursor: LineCursor, other: HeaderScanner): HeaderRun {
    const { text, textAt, start, end, line } = cursor;
    const current = this.runs.at(-1);
    if (current !== undefined && fits(current, scanner, this.#allowed)) return current;
    if (this.runs.length >= runLimit) {
      if (this.overflowLine === 0) this.overflowLine = line;
      const same = this.runs.findLast((run) => fits(run, scanner, this.#allowed));
      if (same !== undefined) return same;
      if (current !== undefined) return current;
    }
    const run = new HeaderRun(
      scanner.shape,
      { index: this.runs.length, line, at: this.textBefore + textAt + start },
      this.#allowed,
    );
    if (current !== undefined) current.endsAt = run.startsAt;
    const before = afterAuthor(this.#beforeText, this.#beforeStart, this.#beforeEnd);
    run.introduced = other.scan(this.#beforeText, before, this.#beforeEnd) && other.shape === scanner.shape;
    const topic = topicAt(text, scanner.contentStart, end);
    run.opensChat = opensChat(topic);
    run.ofTheApp = topic !== undefined;
    this.runs.push(run);
    return run;
  }

  #addDay(run: HeaderRun, line: number, aside: boolean): void {
    const [dayFirst = noDay, monthFirst = noDay] = this.#days;
    if (aside) {
      run.watches.DMY.addAside(monthFirst);
      run.watches.MDY.addAside(dayFirst);
    } else {
      run.watches.DMY.add(dayFirst, monthFirst, line);
      run.watches.MDY.add(monthFirst, dayFirst, line);
    }
    const lastDay = this.#bounds.lastDay;
    for (let i = 0; i < orders.length; i++) {
      const order = orders[i] ?? 'DMY';
      const day = this.#days[i] ?? noDay;
      if (day === noDay || (run.allowed & orderBit[order]) === 0) continue;
      if (aside) run.trails[order].addAside(day, line, lastDay);
      else run.trails[order].add(day, line, lastDay);
    }
    this.#odd = orders.some((order) => run.trails[order].isOdd(lastDay));
  }

  /** A day that can be in every order has nothing to be counted again. */
  #countDay(run: HeaderRun, line: number): void {
    if (this.#odd) for (const order of orders) run.trails[order].repeat(line, this.#bounds.lastDay);
  }

  #content(run: HeaderRun, scanner: HeaderScanner, cursor: LineCursor): void {
    const { text, end } = cursor;
    const start = scanner.contentStart;
    const since = this.authors.note(cursor, scanner, run.index);
    if (since >= 0) {
      run.authored++;
      run.meets(since);
      if (run.keepsAuthors) run.authors.add(text.slice(start, afterAuthor(text, start, end) - 2));
    }
    const day = closingNameDay(text, start, end);
    if (day === undefined) return;
    let voted = 0;
    orders.forEach((order, index) => {
      if (Math.abs((this.#days[index] ?? noDay) - day) <= 1) voted |= orderBit[order];
    });
    orders.forEach((order) => {
      if (voted === orderBit[order]) run.nameVotes[order]++;
    });
  }
}

function widthsOf({ firstWidth, thirdWidth }: WrittenDate): number {
  return firstWidth * 8 + thirdWidth;
}

function isForeign(scanner: HeaderScanner, allowed: number, nowYear: number): boolean {
  return orders.every((order) => (allowed & orderBit[order]) === 0 || isForeignYear(scanner, order, nowYear));
}

function fits(run: HeaderRun, scanner: HeaderScanner, allowed: number): boolean {
  return run.shape === scanner.shape && (run.allowed & allowed) !== 0 && !padsClash(run.pads, scanner.pads);
}
