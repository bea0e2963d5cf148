// Whence an identifier is known and since when it is on record: by the import or the delivery that brought its record, and when
// somebody was first and last heard in a conversation of two.

import type { LedgerRecord } from '../records/record.ts';
import { wallText } from '../records/wall-time.ts';
import type { ViewParts } from './conversation.ts';
import type { PersonRow } from './people.ts';

export type EvidenceSource = 'export' | 'webhook';

export interface Evidence {
  readonly source: EvidenceSource;
  /** When it came onto record; absent where what brought it is erased. */
  readonly at?: string;
}

/** Of each record that names somebody, what brought it. */
export async function evidenceOf(parts: ViewParts, seqs: readonly number[]): Promise<ReadonlyMap<number, Evidence>> {
  const records = await parts.reader.records([...new Set(seqs)]);
  const found = new Map<number, Evidence>();
  for (const [seq, record] of records) {
    const brought = await broughtBy(parts, seq, kindsOf(record));
    found.set(seq, brought ?? { source: isOfPlatform(record) ? 'webhook' : 'export' });
  }
  return found;
}

const SOURCES = { imported: 'export', delivery: 'webhook' } as const;

/** What may have brought a record: an id of the platform comes from there; a name comes from either. */
function kindsOf(record: LedgerRecord): readonly (keyof typeof SOURCES)[] {
  return isOfPlatform(record) ? ['delivery'] : ['imported', 'delivery'];
}

function isOfPlatform(record: LedgerRecord): boolean {
  if (record.kind !== 'person' && record.kind !== 'alias') return false;
  return record.waId !== undefined || record.bsuid !== undefined || record.portfolio !== undefined;
}

/** An import or a delivery is closed behind what it brought: the first one behind it is the one. */
async function broughtBy(
  { db, reader }: ViewParts,
  seq: number,
  kinds: readonly (keyof typeof SOURCES)[],
): Promise<Evidence | undefined> {
  const row = await db
    .selectFrom('other')
    .select('seq')
    .where('kind', 'in', kinds)
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  const record = row === undefined ? undefined : await reader.record(row.seq);
  if (record?.kind === 'imported') return { source: SOURCES.imported, at: record.recordedAt };
  return record?.kind === 'delivery' ? { source: SOURCES.delivery, at: record.receivedAt } : undefined;
}

/** When something was first and last said in a conversation of two with somebody: wall times, `Z` behind those of the platform. */
export interface ContactTimes {
  readonly first: string;
  readonly last: string;
}

/** By person. Whoever was met in groups alone is none of them. */
export async function contactTimes(
  { db }: ViewParts,
  people: readonly Pick<PersonRow, 'chats' | 'id'>[],
): Promise<ReadonlyMap<number, ContactTimes>> {
  const chats = [...new Set(people.flatMap((person) => person.chats))];
  const direct = new Set<number>();
  const ends = new Map<number, { readonly first: number; readonly last: number }>();
  for (let at = 0; at < chats.length; at += IN_ONE_QUERY) {
    const some = chats.slice(at, at + IN_ONE_QUERY);
    const rows = await db.selectFrom('chat').select('id').where('id', 'in', some).where('peer', '<>', 0).execute();
    for (const { id } of rows) direct.add(id);
    const spans = await db
      .selectFrom('span')
      .select(({ fn }) => ['chat', fn.min('at').as('first'), fn.max('last').as('last')])
      .where('chat', 'in', some)
      .groupBy('chat')
      .execute();
    for (const { chat, first, last } of spans) ends.set(chat, { first: Number(first), last: Number(last) });
  }
  const live = new Set((await db.selectFrom('channel').select('chat').distinct().execute()).map(({ chat }) => chat));
  const written = (seconds: number, chat: number): string => `${wallText(seconds)}${live.has(chat) ? 'Z' : ''}`;
  const found = new Map<number, ContactTimes>();
  for (const { chats: met, id } of people) {
    const own = met.flatMap((chat) => {
      const end = direct.has(chat) ? ends.get(chat) : undefined;
      return end === undefined ? [] : [{ chat, ...end }];
    });
    const [first] = own.toSorted((a, b) => a.first - b.first);
    const [last] = own.toSorted((a, b) => b.last - a.last);
    if (first !== undefined && last !== undefined)
      found.set(id, { first: written(first.first, first.chat), last: written(last.last, last.chat) });
  }
  return found;
}

const IN_ONE_QUERY = 500;
