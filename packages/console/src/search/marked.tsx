// A text with what was found in it marked, cut around the first of it. Text alone: what people write is never markup.

import type { ReactNode } from 'react';

interface Range {
  readonly start: number;
  readonly end: number;
}

const BEFORE = 60;
const MOST = 280;

/** The text around its first mark. */
export function Marked({ text, ranges }: { readonly text: string; readonly ranges: readonly Range[] }): ReactNode {
  const [first] = ranges;
  const start = first === undefined || first.start <= BEFORE ? 0 : wordBefore(text, first.start - BEFORE);
  const end = Math.min(text.length, start + MOST);
  const parts: ReactNode[] = [];
  let at = start;
  for (const range of ranges) {
    if (range.start < at || range.end > end) continue;
    parts.push(text.slice(at, range.start), <mark key={range.start}>{text.slice(range.start, range.end)}</mark>);
    at = range.end;
  }
  return (
    <span dir="auto">
      {start > 0 && '…'}
      {parts}
      {text.slice(at, end)}
      {end < text.length && '…'}
    </span>
  );
}

function wordBefore(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at);
  return space < 0 || at - space > BEFORE ? at : space + 1;
}

/** The words that were found, as they are written. */
export function markedWords({ text, ranges }: { readonly text: string; readonly ranges: readonly Range[] }): string[] {
  return [...new Set(ranges.map(({ end, start }) => text.slice(start, end)))];
}
