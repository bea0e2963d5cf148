// Writes the spans: entries are put where they stand in their conversation, a span that grows over 256 entries is parted,
// the newest one is filled to the brim. Entries that go, or that become another's version, rewrite only the spans they
// stand in. It holds a few spans at a time, however many a conversation has.

import { setImmediate } from 'node:timers/promises';
import type { ChatEntries } from './entry-batch.ts';
import type { FoldContext } from './fold-context.ts';
import { chosen, countBefore, type EntryColumns, inOrder, joined, part, positionAt } from './tables/entry-columns.ts';
import { toFullPower } from './tables/query-lists.ts';
import { SPAN_ENTRIES, spanBytes, spanColumns } from './tables/span-bytes.ts';
import type { SpanTable } from './tables.ts';

type Transaction = FoldContext['tx'];

const SPANS_A_READ = 32;
const SPAN_COLUMNS = ['id', 'chat', 'at', 'import', 'line', 'seq', 'last', 'low', 'high', 'count', 'entries'] as const;

type SpanRow = readonly (number | Uint8Array)[];

const CHATS_A_READ = 128;

/**
 * Puts entries where they stand in their chats. What is newer than all of its chat, as most is, takes one question for many chats;
 * what is the first of a chat that is `begun` here takes none of its own.
 */
export async function insertEntries(
  tx: Transaction,
  chats: readonly ChatEntries[],
  begun: ReadonlySet<number>,
): Promise<void> {
  const ids = await newIds(tx);
  for (let from = 0; from < chats.length; from += CHATS_A_READ) {
    if (from > 0) await setImmediate();
    const some = chats.slice(from, from + CHATS_A_READ);
    const lasts = await lastSpans(
      tx,
      some.map(({ chat }) => chat),
    );
    const written: SpanWrites = { gone: [], made: [] };
    const others: ChatEntries[] = [];
    for (const { chat, entries } of some) {
      const last = lasts.get(chat);
      const ordered = inOrder(entries);
      const isBehind = last !== undefined && countBefore(ordered, last) === 0;
      if (isBehind) mergeOne(last, ordered, { isLast: true }, { chat, ids, ...written });
      else if (begun.has(chat)) part256(ordered, { chat, ids, ...written }, []);
      else others.push({ chat, entries: ordered });
    }
    await write(tx, written);
    for (const { chat, entries } of others) await insertAmong(tx, { chat, ids }, entries);
  }
}

/** The last span of each of these chats that the tables have already, and that has one. */
async function lastSpans(tx: Transaction, chats: readonly number[]): Promise<ReadonlyMap<number, SpanTable>> {
  const rows = await tx.db
    .selectFrom('span')
    .select(SPAN_COLUMNS)
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('chat')
        .where('chat.id', 'in', toFullPower(chats))
        .select((of) =>
          of
            .selectFrom('span as later')
            .select('later.id')
            .whereRef('later.chat', '=', 'chat.id')
            .orderBy('later.at', 'desc')
            .orderBy('later.import', 'desc')
            .orderBy('later.line', 'desc')
            .orderBy('later.seq', 'desc')
            .limit(1)
            .as('last'),
        ),
    )
    .execute();
  return new Map(rows.map((row) => [row.chat, row]));
}

/** Puts ordered entries of one chat where they stand. */
async function insertAmong(
  tx: Transaction,
  { chat, ids }: Pick<SpanChanges, 'chat' | 'ids'>,
  entries: EntryColumns,
): Promise<void> {
  let rest = entries;
  while (rest.count > 0) {
    const spans = await spansAround(tx, chat, rest);
    const changes: SpanChanges = { chat, ids, gone: [], made: [] };
    rest = mergeInto(spans, rest, changes);
    await write(tx, changes);
    if (rest.count > 0) await setImmediate();
  }
}

/** Spans from the one in which the first entry would stand; one more than are changed, unless the chat has no more. */
async function spansAround(tx: Transaction, chat: number, entries: EntryColumns): Promise<SpanTable[]> {
  const { at, import: brought, line, seq } = positionAt(entries, 0);
  const before = await tx.db
    .selectFrom('span')
    .select(['at', 'import', 'line', 'seq'])
    .where('chat', '=', chat)
    .where(({ eb, refTuple, tuple }) =>
      eb(refTuple('at', 'import', 'line', 'seq'), '<=', tuple(at, brought, line, seq)),
    )
    .orderBy('at', 'desc')
    .orderBy('import', 'desc')
    .orderBy('line', 'desc')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  let query = tx.db
    .selectFrom('span')
    .select(SPAN_COLUMNS)
    .where('chat', '=', chat)
    .orderBy('at')
    .orderBy('import')
    .orderBy('line')
    .orderBy('seq')
    .limit(SPANS_A_READ + 1);
  if (before !== undefined) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('at', 'import', 'line', 'seq'), '>=', tuple(before.at, before.import, before.line, before.seq)),
    );
  }
  return query.execute();
}

interface SpanWrites {
  readonly gone: number[];
  readonly made: SpanRow[];
}

interface SpanChanges extends SpanWrites {
  readonly chat: number;
  readonly ids: { next: number };
}

/** Merges entries into the spans as far as these reach. Returns the entries that stand behind the last but one of many. */
function mergeInto(spans: readonly SpanTable[], entries: EntryColumns, changes: SpanChanges): EntryColumns {
  if (spans.length === 0) {
    part256(entries, changes, []);
    return part(entries, entries.count, entries.count);
  }
  const isMore = spans.length > SPANS_A_READ;
  const reached = isMore ? spans.length - 1 : spans.length;
  let rest = entries;
  for (let index = 0; index < reached && rest.count > 0; index++) {
    const span = spans[index];
    const next = spans[index + 1];
    const stop = next === undefined ? rest.count : countBefore(rest, next);
    if (span === undefined || stop === 0) continue;
    mergeOne(span, part(rest, 0, stop), { isLast: next === undefined }, changes);
    rest = part(rest, stop, rest.count);
  }
  return rest;
}

/** Merges entries into the one span; behind a full one that ends before them they stand by themselves. */
function mergeOne(
  span: SpanTable,
  entries: EntryColumns,
  { isLast }: { readonly isLast: boolean },
  changes: SpanChanges,
): void {
  const isBehind = span.count >= SPAN_ENTRIES && (entries.at[0] ?? 0) > span.last;
  const ids = isBehind ? [] : [span.id];
  const merged = isBehind ? entries : inOrder(joined(spanColumns(span.entries, span.count), entries));
  changes.gone.push(...ids);
  if (isLast) part256(merged, changes, ids);
  else partEvenly(merged, changes, ids);
}

/** As many full spans as there can be; for the end of a conversation, where more will come. */
function part256(entries: EntryColumns, changes: SpanChanges, ids: readonly number[]): void {
  for (let from = 0, made = 0; from < entries.count; from += SPAN_ENTRIES, made++) {
    changes.made.push(spanRow(part(entries, from, Math.min(entries.count, from + SPAN_ENTRIES)), changes, ids[made]));
  }
}

/** As few spans as can hold them, of about one size; for the middle, where each has room then. */
function partEvenly(entries: EntryColumns, changes: SpanChanges, ids: readonly number[]): void {
  const spans = Math.ceil(entries.count / SPAN_ENTRIES);
  for (let made = 0; made < spans; made++) {
    const from = Math.floor((entries.count * made) / spans);
    const to = Math.floor((entries.count * (made + 1)) / spans);
    changes.made.push(spanRow(part(entries, from, to), changes, ids[made]));
  }
}

function spanRow(entries: EntryColumns, { chat, ids }: Pick<SpanChanges, 'chat' | 'ids'>, id?: number): SpanRow {
  const { at, import: brought, line, seq } = positionAt(entries, 0);
  let [low, high] = [seq, seq];
  for (const one of entries.seq) {
    if (one < low) low = one;
    if (one > high) high = one;
  }
  const last = entries.at[entries.count - 1] ?? at;
  return [id ?? ids.next++, chat, at, brought, line, seq, last, low, high, entries.count, spanBytes(entries)];
}

async function newIds(tx: Transaction): Promise<{ next: number }> {
  const row = await tx.db
    .selectFrom('span')
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirst();
  return { next: Number(row?.id ?? 0) + 1 };
}

async function write(tx: Transaction, { gone, made }: SpanWrites): Promise<void> {
  await tx.removeRuns(
    'span',
    'id',
    gone.map((id) => [id, 1] as const),
  );
  await tx.insertMany('span', SPAN_COLUMNS, made);
}

/** What becomes of entries of a chat. */
export interface EntryChange {
  readonly chat: number;
  /** Sorted seqs of all entries that are changed or go. */
  readonly seqs: readonly number[];
  /** The new `of` of an entry that stays; undefined for one that goes. */
  readonly ofOf: (seq: number) => number | undefined;
  /** Learns of each entry that changes, as it stood. */
  readonly changed: (entries: EntryColumns, i: number, of: number | undefined) => void;
}

/** Rewrites the spans in which these entries stand. */
export async function changeEntries(tx: Transaction, change: EntryChange): Promise<void> {
  const { chat, seqs } = change;
  const [low, high] = [seqs[0] ?? 0, seqs.at(-1) ?? -1];
  const wanted = new Set(seqs);
  let after = 0;
  for (;;) {
    const spans = await tx.db
      .selectFrom('span')
      .select(SPAN_COLUMNS)
      .where('chat', '=', chat)
      .where('id', '>', after)
      .where('low', '<=', high)
      .where('high', '>=', low)
      .orderBy('id')
      .limit(SPANS_A_READ)
      .execute();
    const last = spans.at(-1);
    if (last === undefined) return;
    after = last.id;
    const changes: SpanChanges = { chat, ids: { next: 0 }, gone: [], made: [] };
    for (const span of spans) if (touches(span, seqs)) rewrite(span, wanted, change, changes);
    await write(tx, changes);
    await setImmediate();
  }
}

/** Whether one of the sorted seqs can stand in the span. */
function touches({ high, low }: SpanTable, seqs: readonly number[]): boolean {
  let from = 0;
  let to = seqs.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((seqs[middle] ?? 0) < low) from = middle + 1;
    else to = middle;
  }
  return (seqs[from] ?? Number.POSITIVE_INFINITY) <= high;
}

function rewrite(span: SpanTable, wanted: ReadonlySet<number>, change: EntryChange, changes: SpanChanges): void {
  const entries = spanColumns(span.entries, span.count);
  const staying: number[] = [];
  let isChanged = false;
  for (let i = 0; i < entries.count; i++) {
    const seq = entries.seq[i] ?? 0;
    if (!wanted.has(seq)) {
      staying.push(i);
      continue;
    }
    const of = change.ofOf(seq);
    change.changed(entries, i, of);
    isChanged = true;
    if (of === undefined) continue;
    entries.of[i] = of;
    staying.push(i);
  }
  if (!isChanged) return;
  changes.gone.push(span.id);
  if (staying.length > 0) changes.made.push(spanRow(chosen(entries, staying), changes, span.id));
}
