/**
 * Who decides where entries begin, and who takes them when they are complete: the two ends of assembling.
 */
import type { Author } from './author-reader.ts';
import type { Content } from './content-facts.ts';
import type { ExportEntry } from './entry.ts';
import type { HeaderScanner } from './header-scanner.ts';
import type { LineCursor } from './line-cursor.ts';
import type { WallClock } from './wall-time.ts';

/** Decides which lines start entries, and what time it then is. */
export interface HeaderJudge {
  /** Describes the header of the last line that opened an entry. */
  readonly scanner: HeaderScanner;
  readonly clock: WallClock;
  opensEntry(cursor: LineCursor): boolean;
}

/** Takes entries as they are complete. */
export interface EntrySink {
  add(entry: ExportEntry): void;
  /** Takes an entry that is somebody's and says one of the usual things, for those who need no more of it than this. */
  count?(author: Author, content: Content, line: number, lines: number): void;
}
