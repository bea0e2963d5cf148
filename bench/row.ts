// What a measurement says: one row of the table, beside its peer, with the numbers behind it for programs.

/** One row. The texts are for people; `numbers` says the same, and more, to programs (milliseconds, bytes, counts). */
export interface Row {
  readonly work: string;
  readonly figure: string;
  /** The peer, or the limit, measured in the same run. */
  readonly beside?: string;
  /** How the figure stands to what is beside it. */
  readonly ratio?: string;
  readonly numbers: Readonly<Record<string, number | string>>;
}

const HEAD = { work: 'work', figure: 'figure', beside: 'beside', ratio: 'ratio' };
const COLUMNS = ['work', 'figure', 'beside', 'ratio'] as const;

/** The rows as a table of Markdown whose columns stand in line. */
export function tableOf(rows: readonly Row[]): string {
  const cells = [HEAD, ...rows].map((row) =>
    COLUMNS.map((name) => ('numbers' in row ? (row[name] ?? '') : HEAD[name])),
  );
  const widths = COLUMNS.map((_, at) => Math.max(...cells.map((line) => (line[at] ?? '').length)));
  const lines = cells.map((line) => `| ${line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`);
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

/** Three significant digits, thousands parted. */
export function shownNumber(value: number): string {
  return new Intl.NumberFormat('en', { maximumSignificantDigits: 3 }).format(value);
}

/** A time, in seconds from one second on. */
export function shownMs(ms: number): string {
  return ms >= 1000 ? `${shownNumber(ms / 1000)} s` : `${shownNumber(ms)} ms`;
}

/** The median and the 95th percentile of times. */
export function shownSpread(p50: number, p95: number): string {
  return `p50 ${shownMs(p50)}, p95 ${shownMs(p95)}`;
}

/** So many of something a second. */
export function shownRate(count: number, ms: number, what: string): string {
  return `${shownNumber((count * 1000) / ms)} ${what}/s`;
}

/** Millions of bytes. */
export function shownBytes(bytes: number): string {
  return `${shownNumber(bytes / 1e6)} MB`;
}

/** Bytes for each of so many messages. */
export function shownBytesEach(bytes: number, messages: number): string {
  return `${shownNumber(bytes / messages)} B a message`;
}

/** `2.5×` and of what. */
export function times(value: number, what: string): string {
  return `${shownNumber(value)}× ${what}`;
}
