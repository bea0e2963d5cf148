// Reads the entries of a conversation in their order, span by span, in either direction, from any time on. Beside a writer
// who rewrites spans meanwhile no entry is met twice and none that stood before is passed over.

import type { ReadonlyKysely } from 'kysely/readonly';
import {
  comparePositions,
  countBefore,
  type EntryColumns,
  type Position,
  part,
  positionAt,
} from '../projections/tables/entry-columns.ts';
import { spanColumns } from '../projections/tables/span-bytes.ts';
import type { SpanTable, Tables } from '../projections/tables.ts';

export interface TimeWindow {
  readonly chat: number;
  /** Wall seconds; inclusive. */
  readonly after?: number;
  /** Wall seconds; exclusive. */
  readonly before?: number;
  /** Forward: entries behind this one only. */
  readonly behind?: Position;
  /** Backward: entries before this one only. */
  readonly ahead?: Position;
}

const SPANS_A_READ = 16;
/** A page of entries mostly lies in one span or two. */
const FIRST_SPANS = 2;
const HEAD = ['at', 'import', 'line', 'seq'] as const;
const SPAN = [...HEAD, 'count', 'entries'] as const;
type Span = Pick<SpanTable, (typeof SPAN)[number]>;

/** Before every entry of this time. */
const atTime = (at: number): Position => ({ at, import: -1, line: -1, seq: -1 });
const EVER_SECONDS = 1e15;

/** Entries from the earliest on, some at a time, never none. */
export async function* entriesForward(db: ReadonlyKysely<Tables>, window: TimeWindow): AsyncGenerator<EntryColumns> {
  const stop = atTime(window.before ?? EVER_SECONDS);
  let from = window.behind === undefined ? atTime(window.after ?? -EVER_SECONDS) : behind(window.behind);
  // Before the first entry nothing stands.
  let isCovered = window.after !== undefined || window.behind !== undefined;
  for (let limit = FIRST_SPANS; ; limit = SPANS_A_READ) {
    const spans = await spansFrom(db, window.chat, { from, stop, limit, isCovered });
    isCovered = true;
    for (const span of spans) {
      const entries = clipped(spanColumns(span.entries, span.count), from, stop);
      if (entries.count === 0) continue;
      yield entries;
      from = behind(positionAt(entries, entries.count - 1));
    }
    if (spans.length < limit) return;
  }
}

/** Entries from the latest back, some at a time, never none; each batch in the order of time. */
export async function* entriesBackward(db: ReadonlyKysely<Tables>, window: TimeWindow): AsyncGenerator<EntryColumns> {
  const from = atTime(window.after ?? -EVER_SECONDS);
  let stop = window.ahead ?? atTime(window.before ?? EVER_SECONDS);
  for (let limit = FIRST_SPANS; ; limit = SPANS_A_READ) {
    const spans = await spansBefore(db, window.chat, { stop, limit });
    for (const span of spans) {
      const entries = clipped(spanColumns(span.entries, span.count), from, stop);
      if (entries.count > 0) yield entries;
      if (comparePositions(span, stop) < 0) stop = positionOf(span);
    }
    if (spans.length < limit || comparePositions(stop, from) <= 0) return;
  }
}

interface Stretch {
  readonly from: Position;
  readonly stop: Position;
  /** Whether `from` may lie within a span. */
  readonly isCovered: boolean;
}

/** From the span in which `from` would stand. */
async function spansFrom(
  db: ReadonlyKysely<Tables>,
  chat: number,
  { from, isCovered, limit, stop }: Stretch & { readonly limit: number },
): Promise<Span[]> {
  const [covering] = isCovered ? await spansBefore(db, chat, { stop: from, limit: 1 }) : [];
  const start = covering ?? from;
  return db
    .selectFrom('span')
    .select(SPAN)
    .where('chat', '=', chat)
    .where('at', '<', stop.at)
    .where(({ eb, refTuple, tuple }) =>
      eb(refTuple(...HEAD), '>=', tuple(start.at, start.import, start.line, start.seq)),
    )
    .orderBy('at')
    .orderBy('import')
    .orderBy('line')
    .orderBy('seq')
    .limit(limit)
    .execute();
}

/** Spans that begin before `stop`, the latest first. */
function spansBefore(
  db: ReadonlyKysely<Tables>,
  chat: number,
  { limit, stop }: { readonly stop: Position; readonly limit: number },
): Promise<Span[]> {
  return db
    .selectFrom('span')
    .select(SPAN)
    .where('chat', '=', chat)
    .where(({ eb, refTuple, tuple }) => eb(refTuple(...HEAD), '<', tuple(stop.at, stop.import, stop.line, stop.seq)))
    .orderBy('at', 'desc')
    .orderBy('import', 'desc')
    .orderBy('line', 'desc')
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
}

function clipped(entries: EntryColumns, from: Position, stop: Position): EntryColumns {
  return part(entries, countBefore(entries, from), countBefore(entries, stop));
}

/** Right behind an entry: seqs are whole numbers. */
function behind(position: Position): Position {
  return { ...position, seq: position.seq + 1 };
}

function positionOf({ at, import: brought, line, seq }: Position): Position {
  return { at, import: brought, line, seq };
}
