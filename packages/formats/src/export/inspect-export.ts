/**
 * The inspection of an export: what kind of file it is, how its headers are to be read and why, and counts of what is in
 * it. Decides on the whole file before anything is emitted; never guesses silently.
 */
import { parseIsoDay } from './calendar.ts';
import type { Confidence } from './date-order.ts';
import type { EntryMap } from './entry-map.ts';
import { EntryMapper } from './entry-mapper.ts';
import { fileWarnings } from './file-warnings.ts';
import { type FirstLook, firstLook } from './first-look.ts';
import { habitOf } from './habit.ts';
import type { DayBounds } from './header-day.ts';
import { styleOf } from './header-shape.ts';
import { lineBlocks } from './line-blocks.ts';
import { assemblerFor } from './read-export.ts';
import { orderOfAll } from './read-mapped.ts';
import type { Reading } from './reading.ts';
import { type ExportReport, reportOf, Tally } from './report.ts';
import { type Resolution, resolve } from './resolve.ts';
import type { ExportSource, InspectOptions } from './source.ts';
import { Survey } from './survey.ts';
import { WarningList } from './warnings.ts';

export interface Inspection {
  readonly report: ExportReport;
  readonly reading: Reading;
  readonly confidence: Confidence;
  /** Readings give different dates and nothing proves one: a person has to say which. */
  readonly ambiguous: boolean;
  /** For telling a group from a chat of two: lines that only groups have, and how many write. */
  readonly group: { readonly lines: number; readonly authors: number };
  /** Where the entries are, if that was asked for and the file is of one piece. */
  readonly map?: EntryMap;
}

/** Inspects a source; opens it once, or twice where a file holds more than one plain shape. Throws only what the source throws. */
export async function inspectExport(source: ExportSource, options: InspectOptions): Promise<Inspection> {
  const warnings = new WarningList();
  const bounds: DayBounds = { nowYear: options.now.getUTCFullYear(), lastDay: lastPossibleDay(source, options) };
  const survey = new Survey(bounds);
  const mapper = options.mapsEntries ? new EntryMapper() : undefined;
  const look = await firstLook(source, { survey, warnings, mapper });
  const resolution = resolve(survey, resolveOptions(survey, look, options));
  const reading = readingOf(survey, resolution, { bounds, title: source.titleHint });
  const isRight = countedRight(look, resolution, reading);
  const map = isRight ? mapFor(reading, mapper?.map(look.shape)) : undefined;
  const counted = isRight ? { tally: look.tally, warnings: look.tallyWarnings } : await countAgain(source, reading);
  fileWarnings(warnings, { look, survey, resolution, tally: counted.tally, answer: options.dateOrder });
  // Where nothing is a chat, nothing precedes it.
  if (resolution !== undefined) warnings.merge(counted.warnings);
  const main = resolution?.main;
  return {
    report: reportOf({ platform: reading.platform, lines: look.lines, resolution, tally: counted.tally, warnings }),
    reading,
    confidence: main?.confidence ?? 'none',
    ambiguous: main !== undefined && !main.decided && !main.sameDates && !resolution?.mixed,
    group: { lines: counted.tally.groupLines, authors: counted.tally.authors.size },
    ...(map === undefined ? {} : { map }),
  };
}

/** The first pass's map, where a reading with it gives what one without it gives. */
function mapFor(reading: Reading, map: EntryMap | undefined): EntryMap | undefined {
  return map === undefined || orderOfAll(map, reading) === undefined ? undefined : map;
}

/** Nothing can be later than now, or than the export's making where that is known. A day of grace for time zones. */
function lastPossibleDay(source: ExportSource, options: InspectOptions): number {
  const now = Math.floor(options.now.getTime() / 86_400_000);
  const made = source.madeAt === undefined ? undefined : parseIsoDay(source.madeAt);
  return Math.min(now, made ?? now) + 1;
}

function resolveOptions(survey: Survey, look: FirstLook, options: InspectOptions): Parameters<typeof resolve>[1] {
  const habit = habitOf(survey.runs, look.sample);
  return options.dateOrder === undefined ? { habit } : { habit, answer: options.dateOrder };
}

/** Whether the first pass, which knew nothing yet, read entries and authors as the reading does. */
function countedRight(look: FirstLook, resolution: Resolution | undefined, reading: Reading): boolean {
  if (resolution === undefined) return look.tally.entries === 0;
  return (
    resolution.mainShape === look.shape &&
    reading.segments.length === 1 &&
    !resolution.mixed &&
    reading.longerAuthors.length === 0 &&
    reading.notAuthors.length === 0 &&
    look.tightColons === 0
  );
}

async function countAgain(source: ExportSource, reading: Reading): Promise<{ tally: Tally; warnings: WarningList }> {
  const assembler = assemblerFor(source, reading);
  const warnings = new WarningList();
  const tally = new Tally(warnings);
  for await (const block of lineBlocks(() => source.open())) assembler.feed(block, tally);
  assembler.finish(tally);
  return { tally, warnings };
}

function readingOf(
  survey: Survey,
  resolution: Resolution | undefined,
  from: { readonly bounds: DayBounds; readonly title: string | undefined },
): Reading {
  const findings = survey.authors.findings();
  const style = resolution === undefined ? 0 : styleOf(resolution.mainShape);
  return {
    platform: style === 1 ? 'ios' : style === 2 ? 'old' : 'android',
    segments: resolution?.segments ?? [],
    ...from.bounds,
    authors: findings.known,
    longerAuthors: findings.longer,
    notAuthors: findings.notAuthors,
    ...(from.title === undefined ? {} : { title: from.title }),
  };
}
