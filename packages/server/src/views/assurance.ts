// What makes the rest believable: how much there is of everything, what stands in quarantine, what was erased by order.
// No content is shown here except the names of quarantined files, which their own command asks for.

import { ENTRY_KINDS } from '../projections/tables.ts';
import { membership } from '../records/runs.ts';
import type { ViewParts } from './conversation.ts';
import { shownTallies } from './shown-tallies.ts';

export interface Stats {
  readonly records: number;
  readonly messages: number;
  readonly statuses: number;
  /** What the platform reported beside messages and statuses. */
  readonly events: number;
  readonly deliveries: number;
  readonly channels: number;
  readonly chats: number;
  readonly people: number;
  /** Export files and deliveries. */
  readonly captures: number;
  readonly quarantined: number;
  readonly erased: number;
  readonly kinds: Readonly<Record<string, number>>;
}

/** Counts over the whole vault; entries that are not shown (withdrawn, unfinished) do not count as messages. */
export async function countAll({ db }: ViewParts, records: number): Promise<Stats> {
  const kinds = await kindCounts({ db });
  const { tallies: shown } = await shownTallies(db);
  const messages = shown.filter(({ kind, version }) => version === 0 && kind !== ENTRY_KINDS.indexOf('system'));
  const kindOf = (name: string): number => kinds[name] ?? 0;
  const quarantined = await db
    .selectFrom('quarantine')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('released', '=', 0)
    .executeTakeFirstOrThrow();
  return {
    records,
    messages: messages.reduce((sum, { count }) => sum + count, 0),
    statuses: kindOf('status'),
    events: kindOf('event'),
    deliveries: kindOf('delivery'),
    channels: kindOf('channel'),
    chats: new Set(shown.map(({ chat }) => chat)).size,
    people: await countPeople({ db }),
    captures: kindOf('import') + kindOf('delivery'),
    quarantined: quarantined.n,
    erased: await countErased({ db }),
    kinds,
  };
}

/** Everybody known; those who are one count once. */
async function countPeople({ db }: Pick<ViewParts, 'db'>): Promise<number> {
  const all = await db
    .selectFrom('person')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  const merged = await db
    .selectFrom('merge')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('split', '=', 0)
    .executeTakeFirstOrThrow();
  return Number(all.n) - Number(merged.n);
}

async function kindCounts({ db }: Pick<ViewParts, 'db'>): Promise<Record<string, number>> {
  const entries = await db
    .selectFrom('tally')
    .select(({ fn }) => ['kind', fn.sum<number>('count').as('n')])
    .groupBy('kind')
    .execute();
  const others = await db
    .selectFrom('other')
    .select(({ fn }) => ['kind', fn.countAll<number>().as('n')])
    .groupBy('kind')
    .execute();
  const named = [
    ...entries.map(({ kind, n }) => [ENTRY_KINDS[kind] ?? 'unknown', Number(n)] as const),
    ...others.map(({ kind, n }) => [kind, n] as const),
  ];
  return Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function erasedRuns({ db }: Pick<ViewParts, 'db'>) {
  return db.selectFrom('erased').select(['first', 'count']).orderBy('first').execute();
}

/** How many entries were erased by order. */
export async function countErased(parts: Pick<ViewParts, 'db'>): Promise<number> {
  return (await erasedRuns(parts)).reduce((sum, { count }) => sum + count, 0);
}

/** Whether an entry was erased by an order that stands in the ledger. */
export async function erasedByOrder(parts: Pick<ViewParts, 'db'>): Promise<(seq: number) => boolean> {
  return membership((await erasedRuns(parts)).map(({ count, first }) => [first, count]));
}

/** Orders that were not carried out to the end. */
export async function unfinishedErasures({ db }: Pick<ViewParts, 'db'>): Promise<number[]> {
  const rows = await db.selectFrom('erasure').select('order').where('done', '=', 0).orderBy('order').execute();
  return rows.map(({ order }) => order);
}

/** Orders after `seq`, carried out or not. */
export async function erasuresAfter({ db }: Pick<ViewParts, 'db'>, seq: number): Promise<number[]> {
  const rows = await db.selectFrom('erasure').select('order').where('order', '>', seq).orderBy('order').execute();
  return rows.map(({ order }) => order);
}

/** Seq of the newest erasure order; 0 if there was none. */
export async function lastErasure({ db }: Pick<ViewParts, 'db'>): Promise<number> {
  const row = await db
    .selectFrom('erasure')
    .select(({ fn }) => fn.max('order').as('order'))
    .executeTakeFirst();
  return Number(row?.order ?? 0);
}

/** The state of an import, as the tables number it; undefined if there is none. */
export async function importState({ db }: Pick<ViewParts, 'db'>, id: number): Promise<number | undefined> {
  return (await db.selectFrom('import').select('state').where('id', '=', id).executeTakeFirst())?.state;
}

/** Withdrawn imports with the second (since 1970) from which each is erased. */
export async function withdrawnImports({
  db,
}: Pick<ViewParts, 'db'>): Promise<readonly { readonly id: number; readonly eraseFrom: number }[]> {
  return db
    .selectFrom('import')
    .select(['id', 'erase_from as eraseFrom'])
    .where('state', '=', 2)
    .orderBy('id')
    .execute();
}

export interface QuarantineRow {
  readonly id: number;
  readonly file: string;
  readonly reason: string;
  readonly line: number;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly recordedAt: string;
}

/** What stands in quarantine. */
export async function listQuarantine({ db, reader }: ViewParts): Promise<QuarantineRow[]> {
  const rows = await db.selectFrom('quarantine').select('seq').where('released', '=', 0).orderBy('seq').execute();
  const records = await reader.records(rows.map(({ seq }) => seq));
  return rows.flatMap(({ seq }) => {
    const record = records.get(seq);
    if (record?.kind !== 'quarantine') return [];
    const { content, file, line, reason, recordedAt } = record;
    return [{ id: seq, file, reason, line, sizeBytes: content.sizeBytes, sha256: content.sha256, recordedAt }];
  });
}
