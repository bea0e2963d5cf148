// The entries of a span as rows, for comparing two foldings: into which spans a conversation is parted may differ.

import { rowAt } from './tables/entry-columns.ts';
import { spanColumns } from './tables/span-bytes.ts';
import type { SpanTable } from './tables.ts';

/** The entries of a span one by one: seq, chat, person, at, kind, import, line, of. */
export function entryRows({ chat, count, entries }: Pick<SpanTable, 'chat' | 'count' | 'entries'>): number[][] {
  const columns = spanColumns(entries, count);
  return Array.from({ length: count }, (_, i) => {
    const { at, import: brought, kind, line, of, person, seq } = rowAt(columns, i);
    return [seq, chat, person, at, kind, brought, line, of];
  });
}
