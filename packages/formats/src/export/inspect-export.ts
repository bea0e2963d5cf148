/**
 * The first reading of an export: what kind of file it is, how its headers are to be read and why, and counts of what is
 * in it. Decides on the whole file before anything is emitted; never guesses silently.
 */
import { Assembler } from './assembler.ts';
import { parseIsoDay } from './calendar.ts';
import type { Confidence } from './date-order.ts';
import type { ExportEntry } from './entry.ts';
import { habitOf } from './habit.ts';
import { HeaderScanner } from './header-scanner.ts';
import { partsOf, styleOf } from './header-shape.ts';
import { isWellFormed, lineBlocks, type LineBlock } from './line-blocks.ts';
import { LineCursor } from './line-cursor.ts';
import type { Reading } from './reading.ts';
import { type DateOrder, type ExportReport, type ReadingRange, Tally } from './report.ts';
import { type Resolution, resolve } from './resolve.ts';
import type { ExportSource, FieldOrder, InspectOptions } from './source.ts';
import { Survey } from './survey.ts';
import { wallTime } from './wall-time.ts';
import { WarningList } from './warnings.ts';

export interface Inspection {
  readonly report: ExportReport;
  readonly reading: Reading;
  readonly confidence: Confidence;
  /** Readings give different dates and nothing proves one: a person has to say which. */
  readonly ambiguous: boolean;
  /** For telling a group from a chat of two. */
  readonly group: { readonly lines: number; readonly authors: number };
}

/** Inspects a source; reads it at most twice. Throws only what the source throws. */
export async function inspectExport(source: ExportSource, options: InspectOptions): Promise<Inspection> {
  const warnings = new WarningList();
  const nowDay = Math.floor(options.now.getTime() / 86_400_000);
  const madeDay = source.madeAt === undefined ? undefined : parseIsoDay(source.madeAt);
  // A day of grace: time zones, and file times without one.
  const lastPossible = Math.min(nowDay, madeDay ?? nowDay) + 1;
  const survey = new Survey(options.now.getUTCFullYear(), lastPossible);
  const look = new FirstLook(survey, warnings);
  for await (const block of lineBlocks(() => source.open())) look.feed(block);
  const resolution = survey.runs.length === 0 ? undefined : resolve(survey, resolveOptions(survey, look.sample, options));
  const reading = readingOf(survey, resolution, source, options);
  const tally = new Tally(warnings, lastPossible);
  if (resolution !== undefined) await count(source, reading, tally);
  else tally.linesAccounted = look.lines;
  warnFile(warnings, { look, survey, resolution, tally, answer: options.dateOrder });
  return inspectionOf({ look, reading, resolution, tally, warnings });
}

function resolveOptions(
  survey: Survey,
  sample: string,
  options: InspectOptions,
): { readonly habit: FieldOrder; readonly answer?: FieldOrder } {
  const habit = habitOf(survey.runs, sample);
  return options.dateOrder === undefined ? { habit } : { habit, answer: options.dateOrder };
}

async function count(source: ExportSource, reading: Reading, tally: Tally): Promise<void> {
  const assembler = new Assembler(reading, source.mediaNames);
  const entries: ExportEntry[] = [];
  for await (const block of lineBlocks(() => source.open())) {
    entries.length = 0;
    assembler.feed(block, entries);
    for (const entry of entries) tally.add(entry);
  }
  entries.length = 0;
  assembler.finish(entries);
  for (const entry of entries) tally.add(entry);
}

function readingOf(
  survey: Survey,
  resolution: Resolution | undefined,
  source: ExportSource,
  options: InspectOptions,
): Reading {
  const findings = survey.authors.findings();
  const style = resolution === undefined ? 0 : styleOf(resolution.mainShape);
  return {
    platform: style === 1 ? 'ios' : style === 2 ? 'old' : 'android',
    segments: resolution?.segments ?? [],
    nowYear: options.now.getUTCFullYear(),
    authors: findings.known,
    longerAuthors: findings.longer,
    notAuthors: findings.notAuthors,
    ...(source.titleHint === undefined ? {} : { title: source.titleHint }),
  };
}

/** The pass over the lines: headers to the survey, damage to the warnings. */
class FirstLook {
  bytes = 0;
  damagedLines = 0;
  controlLines = 0;
  utf16 = false;
  /** The start of the file, for telling its language roughly. */
  sample = '';
  readonly #survey: Survey;
  readonly #warnings: WarningList;
  readonly #cursor = new LineCursor();
  readonly #scanner = new HeaderScanner();
  readonly #other = new HeaderScanner();
  readonly #strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

  constructor(survey: Survey, warnings: WarningList) {
    this.#survey = survey;
    this.#warnings = warnings;
  }

  get lines(): number {
    return this.#cursor.line;
  }

  feed(block: LineBlock): void {
    if (this.bytes === 0) this.sample = block.text.slice(0, 20_000);
    this.bytes += block.bytes.length;
    if (block.encoding !== 'utf-8') this.utf16 = true;
    const cursor = this.#cursor;
    const odd = block.damaged || controls.test(block.text);
    cursor.load(block);
    while (cursor.step()) {
      if (odd) this.#checkLine();
      if (!cursor.continues && this.#scanner.scan(cursor.text, cursor.start, cursor.end)) {
        this.#survey.header(this.#scanner, cursor.text, cursor.end, cursor.line, this.#other);
      }
    }
  }

  #checkLine(): void {
    const cursor = this.#cursor;
    const text = cursor.text.slice(cursor.start, cursor.end);
    if (controls.test(text)) {
      this.controlLines++;
      this.#warnings.add('control-characters', cursor.line);
    }
    const block = cursor.block;
    if (!block.damaged || !text.includes('\uFFFD')) return;
    if (block.encoding === 'utf-8' && isWellFormed(this.#strict, block.bytes.subarray(cursor.byteStart, cursor.byteNext))) return;
    this.damagedLines++;
    this.#warnings.add('invalid-utf8', cursor.line);
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

interface Found {
  readonly look: FirstLook;
  readonly survey: Survey;
  readonly resolution: Resolution | undefined;
  readonly tally: Tally;
  readonly answer: FieldOrder | undefined;
}

function warnFile(warnings: WarningList, found: Found): void {
  const { look, survey, resolution, tally } = found;
  if (look.bytes === 0) warnings.add('empty', 0);
  if (look.utf16) warnings.add('utf-16', 0);
  if (resolution === undefined) {
    if (look.damagedLines + look.controlLines > look.lines * 0.1 && look.lines > 0) warnings.add('binary', 0);
    warnings.add('not-a-chat', 0);
    return;
  }
  for (const run of resolution.refused) warnings.add('pasted-header', run.firstLine);
  for (const header of survey.impossible) if (header.shape === resolution.mainShape) warnings.add('impossible-date', header.line);
  if (resolution.mixed) warnings.add('date-order-mixed', 0);
  else if (!resolution.main.decided && !resolution.main.sameDates) warnings.add('date-order-ambiguous', 0);
  if (found.answer !== undefined && found.answer !== resolution.main.order) warnings.add('answer-contradicted', 0);
  if (partsOf(resolution.mainShape).period === 3) warnings.add('unknown-day-period', resolution.accepted[0]?.run.firstLine ?? 0);
  if (survey.foreignLine > 0) warnings.add('calendar-converted', survey.foreignLine);
  if (tally.possiblyTruncated()) warnings.add('possibly-truncated', 0);
}

interface Parts {
  readonly look: FirstLook;
  readonly reading: Reading;
  readonly resolution: Resolution | undefined;
  readonly tally: Tally;
  readonly warnings: WarningList;
}

function inspectionOf({ look, reading, resolution, tally, warnings }: Parts): Inspection {
  const main = resolution?.main;
  const ambiguous = main !== undefined && !main.decided && !main.sameDates && !resolution?.mixed;
  const report: ExportReport = {
    platform: reading.platform,
    dateOrder: dateOrderOf(resolution),
    dateOrderBasis: resolution?.mixed ? 'mixed' : (main?.basis.join(',') ?? 'none'),
    readings: readingsOf(resolution, tally),
    lines: look.lines,
    linesAccounted: tally.linesAccounted,
    entries: tally.entries,
    authorless: tally.authorless,
    authors: tally.authorList(),
    system: tally.system,
    media: { present: tally.present, omitted: tally.omitted, missing: tally.missing },
    deleted: tally.deleted,
    edited: tally.edited,
    polls: tally.polls,
    locations: tally.locations,
    contacts: tally.contacts,
    calls: tally.calls,
    first: tally.first,
    last: tally.last,
    possiblyTruncated: tally.possiblyTruncated(),
    warnings: warnings.list(),
  };
  return {
    report,
    reading,
    confidence: main?.confidence ?? 'none',
    ambiguous,
    group: { lines: tally.groupLines, authors: tally.authors.size },
  };
}

function dateOrderOf(resolution: Resolution | undefined): DateOrder {
  if (resolution === undefined) return 'NONE';
  if (resolution.mixed) return 'MIXED';
  return resolution.main.decided ? resolution.main.order : 'AMBIGUOUS';
}

function readingsOf(resolution: Resolution | undefined, tally: Tally): ReadingRange[] {
  if (resolution === undefined || tally.first === null || tally.last === null) return [];
  if (resolution.mixed) return [{ order: 'MIXED', first: tally.first, last: tally.last }];
  const first = resolution.accepted[0]?.run;
  const last = resolution.accepted.at(-1)?.run;
  if (first === undefined || last === undefined) return [];
  return resolution.main.readings.map((order) => ({
    order,
    first: wallTime(first.firstAt(order), tally.first?.length === 19),
    last: wallTime(last.lastAt(order), tally.last?.length === 19),
  }));
}
