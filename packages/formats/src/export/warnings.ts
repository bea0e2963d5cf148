/**
 * What is worth telling a person about a file, with the line. Bounded: the first few of each code, then one that says
 * how many there were.
 */

export type ExportWarningCode =
  | 'empty'
  | 'not-a-chat'
  | 'binary'
  | 'utf-16'
  | 'invalid-utf8'
  | 'control-characters'
  | 'preamble'
  | 'pasted-header'
  | 'impossible-date'
  | 'date-before-2009'
  | 'date-in-future'
  | 'date-order-ambiguous'
  | 'date-order-mixed'
  | 'answer-contradicted'
  | 'calendar-converted'
  | 'unknown-day-period'
  | 'backward-jump'
  | 'oversize-text'
  | 'many-authors'
  | 'possibly-truncated';

export interface ExportWarning {
  readonly code: ExportWarningCode;
  /** Physical line from 1; 0 where the whole file is meant. */
  readonly line: number;
  /** On the last warning of a code that occurred more often than is listed: how often in all. */
  readonly count?: number;
}

const listed = 8;

export class WarningList {
  readonly #lines = new Map<ExportWarningCode, number[]>();
  readonly #counts = new Map<ExportWarningCode, number>();

  add(code: ExportWarningCode, line: number): void {
    const count = this.#counts.get(code) ?? 0;
    this.#counts.set(code, count + 1);
    if (count >= listed) return;
    const lines = this.#lines.get(code);
    if (lines === undefined) this.#lines.set(code, [line]);
    else lines.push(line);
  }

  /** Some lines of a code and how often it occurred in all. */
  addAll(code: ExportWarningCode, lines: readonly number[], count: number): void {
    for (const line of lines) this.add(code, line);
    this.#counts.set(code, (this.#counts.get(code) ?? 0) + Math.max(0, count - lines.length));
  }

  /** Takes over another list. */
  merge(other: WarningList): void {
    for (const [code, lines] of other.#lines) this.addAll(code, lines, other.#counts.get(code) ?? 0);
  }

  /** All, by code in order of first appearance, lines ascending as they were added. */
  list(): ExportWarning[] {
    const all: ExportWarning[] = [];
    for (const [code, lines] of this.#lines) {
      const count = this.#counts.get(code) ?? 0;
      lines.forEach((line, index) => {
        all.push(index === lines.length - 1 && count > lines.length ? { code, line, count } : { code, line });
      });
    }
    return all;
  }
}
