/**
 * The first pass over a file: headers to the survey, damage to the warnings, and counts under the assumption that the
 * shape of the first header is the file's only one.
 */
import { Assembler } from './assembler.ts';
import type { ContentContext } from './content-facts.ts';
import { isWellFormed, textOf } from './encoding.ts';
import type { EntryMapper } from './entry-mapper.ts';
import { type LineBlock, lineBlocks } from './line-blocks.ts';
import { LineCursor } from './line-cursor.ts';
import { PlainStretch } from './plain-stretch.ts';
import { Tally } from './report.ts';
import type { ExportSource } from './source.ts';
import type { Survey } from './survey.ts';
import { SurveyJudge } from './survey-judge.ts';
import { WarningList } from './warnings.ts';

export interface FirstLook {
  readonly bytes: number;
  readonly lines: number;
  readonly damagedLines: number;
  readonly controlLines: number;
  readonly utf16: boolean;
  /** The start of the file, for telling its language roughly. */
  readonly sample: string;
  /** The shape that was taken for the file's own, or -1. */
  readonly shape: number;
  /** Counts of the first pass, and what they warn about. */
  readonly tally: Tally;
  readonly tallyWarnings: WarningList;
  /** Authors were read as well as they ever will be, if no name holds a colon and no line of the app looks authored. */
  readonly tightColons: number;
}

export interface LookParts {
  readonly survey: Survey;
  readonly warnings: WarningList;
  readonly mapper: EntryMapper | undefined;
}

/** Reads the whole source once. */
export async function firstLook(source: ExportSource, { mapper, survey, warnings }: LookParts): Promise<FirstLook> {
  const judge = new SurveyJudge(survey);
  const context = { platform: judge.platform, mediaNames: source.mediaNames, title: source.titleHint };
  const contextNow = (): ContentContext => {
    context.platform = judge.platform;
    return context;
  };
  const assembler = new Assembler({
    judge,
    authors: survey.authors,
    context: contextNow,
    mapper,
    stretchOf: (lines) => new PlainStretch({ ...lines, judge, survey, context: contextNow, mapper }),
  });
  const tallyWarnings = new WarningList();
  const tally = new Tally(tallyWarnings);
  const damage = new Damage(warnings);
  let bytes = 0;
  let utf16 = false;
  let sample = '';
  for await (const block of lineBlocks(() => source.open())) {
    if (bytes === 0) sample = textOf(block.bytes, block.encoding).slice(0, 20_000);
    bytes += block.bytes.length;
    if (block.encoding !== 'utf-8') utf16 = true;
    const linesBefore = assembler.lines;
    assembler.feed(block, tally);
    damage.check(block, linesBefore, assembler.cursor);
    survey.textBefore += assembler.cursor.units;
  }
  const lastRun = survey.runs.at(-1);
  if (lastRun !== undefined) lastRun.endsAt = survey.textBefore;
  assembler.finish(tally);
  return {
    bytes,
    lines: assembler.lines,
    damagedLines: damage.damagedLines,
    controlLines: damage.controlLines,
    utf16,
    sample,
    shape: judge.shape,
    tally,
    tallyWarnings,
    tightColons: survey.authors.tightColons,
  };
}

/** Looks for bytes that are no text. Only blocks that hold some are walked line by line. */
class Damage {
  damagedLines = 0;
  controlLines = 0;
  readonly #warnings: WarningList;
  readonly #cursor = new LineCursor();

  constructor(warnings: WarningList) {
    this.#warnings = warnings;
  }

  /** Looks through a block that `linesBefore` lines precede and that `seen` went through. */
  check(block: LineBlock, linesBefore: number, seen: LineCursor): void {
    const mayHold = block.encoding === 'utf-8' ? seen.hasControls : controls.test(seen.text);
    if (!seen.isDamaged && !mayHold) return;
    const cursor = this.#cursor;
    cursor.load(block);
    cursor.line = linesBefore;
    while (cursor.step()) this.#line();
  }

  #line(): void {
    const cursor = this.#cursor;
    const text = cursor.text.slice(cursor.start, cursor.end);
    if (controls.test(text)) {
      this.controlLines++;
      this.#warnings.add('control-characters', cursor.line);
    }
    const { block, byteNext, byteStart, isDamaged } = cursor;
    if (!isDamaged || !text.includes('\uFFFD')) return;
    if (block.encoding === 'utf-8' && isWellFormed(block.bytes.subarray(byteStart, byteNext), 'utf-8')) return;
    this.damagedLines++;
    this.#warnings.add('invalid-utf8', cursor.line);
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;
