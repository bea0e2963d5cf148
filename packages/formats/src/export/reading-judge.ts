/** Which headers open entries under a decided reading. */
import type { HeaderJudge } from './entry-sink.ts';
import { HeaderScanner } from './header-scanner.ts';
import type { LineCursor } from './line-cursor.ts';
import type { Reading, ShapeReading } from './reading.ts';
import { WallClock } from './wall-time.ts';

export class ReadingJudge implements HeaderJudge {
  readonly scanner: HeaderScanner = new HeaderScanner();
  readonly clock: WallClock;
  readonly #reading: Reading;
  #segment = 0;
  #accepts: readonly ShapeReading[];
  /** Line from which the segment after the current one applies. */
  #nextFrom: number;

  constructor(reading: Reading) {
    this.#reading = reading;
    this.clock = new WallClock(reading);
    this.#accepts = reading.segments[0]?.accepts ?? [];
    this.#nextFrom = reading.segments[1]?.fromLine ?? Number.POSITIVE_INFINITY;
  }

  opensEntry(cursor: LineCursor): boolean {
    const scanner = this.scanner;
    if (!scanner.scanLine(cursor)) return false;
    if (cursor.line >= this.#nextFrom) this.#advance(cursor.line);
    for (const accepted of this.#accepts) {
      if (accepted.shape === scanner.shape) return this.clock.read(scanner, accepted.order);
    }
    return false;
  }

  #advance(line: number): void {
    const segments = this.#reading.segments;
    while (line >= this.#nextFrom) {
      this.#segment++;
      this.#nextFrom = segments[this.#segment + 1]?.fromLine ?? Number.POSITIVE_INFINITY;
    }
    this.#accepts = segments[this.#segment]?.accepts ?? [];
  }
}
