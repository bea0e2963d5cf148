/**
 * The page rows of a log in order, past rows that the medium refuses: those are met one by one, and the entries they held
 * are passed over seq by seq. Each row comes parsed, or with the reason why it cannot be.
 */
import { LedgerError } from '../error.ts';
import type { PageParts } from '../page/format.ts';
import { readPage } from '../page/open.ts';
import type { LogReader, PageRow } from '../store.ts';
import type { AlteredReason } from './report.ts';

const ROWS_PER_READ = 64;

/** What stands where a page begins. */
export type PageItem =
  | { readonly kind: 'page'; readonly seq: number; readonly parts: PageParts }
  | { readonly kind: 'altered'; readonly seq: number; readonly reason: AlteredReason }
  /** The page that holds this seq cannot be read. */
  | { readonly kind: 'unreadable'; readonly seq: number };

/** All pages that begin before `size`, each once, in order. */
export async function* pageRows(reader: LogReader, size: number): AsyncGenerator<PageItem, void, undefined> {
  let last = -1;
  let carefully = 0;
  for (let from = 0; from < size; ) {
    const limit = carefully > 0 ? 1 : ROWS_PER_READ;
    const rows = await readRows(reader, from, limit);
    if (rows === undefined) {
      if (limit === 1) yield { kind: 'unreadable', seq: from++ };
      else carefully = ROWS_PER_READ;
      continue;
    }
    carefully = Math.max(0, carefully - 1);
    const fresh = rows.filter(({ firstSeq }) => firstSeq > last && firstSeq < size);
    if (fresh.length === 0 && rows.length < limit) return;
    let end = from + 1;
    for (const row of fresh) {
      const item = readItem(row);
      yield item;
      last = row.firstSeq;
      end = item.kind === 'page' && limit === 1 ? Math.max(end, last + item.parts.count) : Math.max(end, last + 1);
    }
    from = fresh.length === 0 && limit > 1 ? size : end;
  }
}

async function readRows(reader: LogReader, from: number, limit: number): Promise<readonly PageRow[] | undefined> {
  try {
    return await reader.pages(from, limit);
  } catch (error) {
    if (error instanceof LedgerError && error.code === 'unreadable') return undefined;
    throw error;
  }
}

function readItem(row: PageRow): PageItem {
  const seq = row.firstSeq;
  try {
    return { kind: 'page', seq, parts: readPage(row) };
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    return { kind: 'altered', seq, reason: error.code === 'page-altered' ? 'page-hash-differs' : 'malformed' };
  }
}
