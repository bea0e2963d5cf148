/**
 * The judge of the first pass: every header goes to the survey, and headers of the shape that came first open entries
 * for the time being. Where the survey then finds that only this shape counts, the entries need no second look.
 */
import type { HeaderJudge } from './entry-sink.ts';
import { HeaderScanner } from './header-scanner.ts';
import { styleOf } from './header-shape.ts';
import type { LineCursor } from './line-cursor.ts';
import type { Survey } from './survey.ts';
import { WallClock } from './wall-time.ts';

export class SurveyJudge implements HeaderJudge {
  readonly scanner: HeaderScanner = new HeaderScanner();
  readonly clock: WallClock = new WallClock({ nowYear: 0, lastDay: 0 });
  /** The shape taken for the file's own so far, or -1. */
  shape = -1;
  readonly #other = new HeaderScanner();
  readonly #survey: Survey;

  constructor(survey: Survey) {
    this.#survey = survey;
  }

  get platform(): 'android' | 'ios' | 'old' {
    const style = this.shape < 0 ? 0 : styleOf(this.shape);
    return style === 1 ? 'ios' : style === 2 ? 'old' : 'android';
  }

  opensEntry(cursor: LineCursor): boolean {
    const scanner = this.scanner;
    if (!scanner.scanLine(cursor)) return false;
    if (!this.#survey.header(scanner, cursor, this.#other)) return false;
    if (this.shape < 0) this.shape = scanner.shape;
    return scanner.shape === this.shape;
  }
}
