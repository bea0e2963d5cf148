// The people who are known: every name, number and id with the record that said so, and where they wrote. Those who were taken
// for one are shown as one.

import { toFullPower } from '../projections/tables/query-lists.ts';
import type { AliasRecord, PersonRecord } from '../records/conversation.ts';
import type { ViewParts } from './conversation.ts';
import { type Merges, mergesOf } from './merges.ts';
import { shownTallies } from './shown-tallies.ts';

export type IdentifierKind = 'name' | 'phone' | 'wa_id' | 'bsuid' | 'parent_bsuid' | 'username';

/** One way of naming somebody. A username is a label: it identifies nobody. */
export interface Identifier {
  readonly kind: IdentifierKind;
  readonly value: string;
  /** Seq of the record that said so first. */
  readonly evidence: number;
  /** The business account inside which a business-scoped id counts. */
  readonly account?: string;
  /** The conversation inside which a name counts. */
  readonly chat?: number;
}

/** Somebody who is the same person, by a merge that can be undone. */
export interface MergedPerson {
  readonly person: number;
  readonly merge: number;
}

export interface PersonRow {
  readonly id: number;
  readonly me: boolean;
  readonly names: readonly string[];
  readonly phones: readonly string[];
  readonly known: readonly Identifier[];
  readonly merged: readonly MergedPerson[];
  readonly chats: readonly number[];
  readonly entries: number;
}

/** Everybody who wrote something that is shown, or is the other side of a chat that shows something, in the order in which they came to be known. */
export async function listPeople(parts: ViewParts): Promise<PersonRow[]> {
  const rows = await parts.db.selectFrom('person').select(['id', 'me']).orderBy('id').execute();
  return rowsOf(parts, rows, await mergesOf(parts.db));
}

/** The same for these people alone; who was taken for another is none of them. */
export async function peopleAt(parts: ViewParts, ids: readonly number[]): Promise<PersonRow[]> {
  return ids.length === 0 ? [] : peopleAmong(parts, ids, await mergesOf(parts.db));
}

export interface PeoplePage {
  readonly people: readonly PersonRow[];
  /** The next page begins behind this one, if there is one. */
  readonly next?: number;
}

/** The people behind `after`, at most `limit`: reads these alone, however many there are. */
export async function peoplePage(
  parts: ViewParts,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<PeoplePage> {
  const merges = await mergesOf(parts.db);
  const found: PersonRow[] = [];
  for (let from = after; ; ) {
    const ids = await idsBehind(parts, from, limit + 1);
    found.push(...(await peopleAmong(parts, ids, merges)));
    const last = found[limit - 1];
    if (last !== undefined && found.length > limit) return { people: found.slice(0, limit), next: last.id };
    from = ids.at(-1) ?? from;
    if (ids.length <= limit) return { people: found };
  }
}

async function idsBehind({ db }: ViewParts, after: number, limit: number): Promise<number[]> {
  const rows = await db.selectFrom('person').select('id').where('id', '>', after).orderBy('id').limit(limit).execute();
  return rows.map(({ id }) => id);
}

async function peopleAmong(parts: ViewParts, ids: readonly number[], merges: Merges): Promise<PersonRow[]> {
  if (ids.length === 0) return [];
  const rows = await parts.db.selectFrom('person').select(['id', 'me']).where('id', 'in', ids).orderBy('id').execute();
  const members = rows.flatMap(({ id }) => (merges.one(id) === id ? merges.all(id) : []));
  return members.length === 0 ? [] : rowsOf(parts, rows, merges, members);
}

/** Rows of these people. `members` are they and everybody who was taken for one of them; without it everybody is read. */
async function rowsOf(
  parts: ViewParts,
  people: readonly { readonly id: number; readonly me: number }[],
  merges: Merges,
  members?: readonly number[],
): Promise<PersonRow[]> {
  const faced = await facedBy(parts, members);
  const { shown, written } = await entriesByPerson(parts, members, faced);
  const said = await identifiersOf(parts, merges, members);
  return people.flatMap(({ id, me }) => {
    if (merges.one(id) !== id) return [];
    const all = merges.all(id);
    const wrote = all.flatMap((one) => written.get(one) ?? []);
    const facing = all.flatMap((one) => faced.get(one) ?? []);
    const chats = new Set([...wrote.flatMap((one) => [...one.chats]), ...facing.filter((chat) => shown.has(chat))]);
    if (chats.size === 0) return [];
    return [
      {
        id,
        me: me === 1,
        ...(said.get(id) ?? NOTHING_SAID),
        merged: all.flatMap((person) => {
          const merge = merges.mergeOf(person);
          return merge === undefined ? [] : [{ person, merge }];
        }),
        chats: [...chats].sort((a, b) => a - b),
        entries: wrote.reduce((sum, { entries }) => sum + entries, 0),
      },
    ];
  });
}

/** Chats by the person on their other side. */
async function facedBy(
  { db }: ViewParts,
  members?: readonly number[],
): Promise<ReadonlyMap<number, readonly number[]>> {
  const rows = await db
    .selectFrom('chat')
    .select(['id', 'peer'])
    .where('peer', '<>', 0)
    .$if(members !== undefined, (query) => query.where('peer', 'in', members ?? []))
    .execute();
  const byPeer = Map.groupBy(rows, ({ peer }) => peer);
  return new Map([...byPeer].map(([peer, chats]) => [peer, chats.map(({ id }) => id)]));
}

interface Written {
  entries: number;
  readonly chats: Set<number>;
}

/** What each wrote, and which chats show something. */
async function entriesByPerson(
  { db }: ViewParts,
  members: readonly number[] | undefined,
  faced: ReadonlyMap<number, readonly number[]>,
): Promise<{ readonly written: ReadonlyMap<number, Written>; readonly shown: ReadonlySet<number> }> {
  const among = members === undefined ? undefined : { people: members, chats: [...faced.values()].flat() };
  const written = new Map<number, Written>();
  const shown = new Set<number>();
  for (const { chat, count, person, version } of (await shownTallies(db, among)).tallies) {
    if (version !== 0) continue;
    shown.add(chat);
    const known = written.get(person) ?? { entries: 0, chats: new Set() };
    known.entries += count;
    known.chats.add(chat);
    written.set(person, known);
  }
  return { written, shown };
}

/** Every way of naming somebody. */
export type Named = Pick<PersonRow, 'known' | 'names' | 'phones'>;

const NOTHING_SAID: Named = { names: [], phones: [], known: [] };

/** Everybody's names, numbers and ids, shown or not, under the one who stands for them; or those of `members` alone. */
export async function identifiersOf(
  parts: ViewParts,
  merges: Merges,
  members?: readonly number[],
): Promise<ReadonlyMap<number, Named>> {
  const found = await saidOf(parts, (person) => merges.one(person), members);
  return new Map([...found].map(([person, said]) => [person, namedBy(said)]));
}

/** What each person is called, as if nobody had been taken for another. */
export async function identifiersApart(parts: ViewParts): Promise<ReadonlyMap<number, readonly string[]>> {
  const found = await saidOf(parts, (person) => person);
  return new Map([...found].map(([person, said]) => [person, [...new Set(said.map(({ value }) => value))]]));
}

async function saidOf(
  { db, reader }: ViewParts,
  standsFor: (person: number) => number,
  members?: readonly number[],
): Promise<ReadonlyMap<number, Identifier[]>> {
  const rows = await db
    .selectFrom('identifier')
    .select(['person', 'seq'])
    .distinct()
    .$if(members !== undefined, (query) => query.where('person', 'in', toFullPower(members ?? [])))
    .orderBy('seq')
    .execute();
  const records = await reader.records(rows.map(({ seq }) => seq));
  const found = new Map<number, Identifier[]>();
  for (const { person, seq } of rows) {
    const record = records.get(seq);
    if (record?.kind !== 'person' && record?.kind !== 'alias') continue;
    const one = standsFor(person);
    const said = found.get(one);
    if (said === undefined) found.set(one, saidIn(record, seq));
    else said.push(...saidIn(record, seq));
  }
  return found;
}

/** What one record says. */
function saidIn(record: PersonRecord | AliasRecord, evidence: number): Identifier[] {
  const { bsuid, chat, name, parentBsuid, phone, portfolio, username, waId } = record;
  const account = portfolio === undefined || portfolio === '' ? {} : { account: portfolio };
  const put = (kind: IdentifierKind, value: string | undefined, more: Partial<Identifier> = {}): Identifier[] =>
    value === undefined ? [] : [{ kind, value, evidence, ...more }];
  return [
    ...put('name', name, chat === undefined ? {} : { chat }),
    ...put('phone', phone),
    ...put('wa_id', waId),
    ...put('bsuid', bsuid, account),
    ...put('parent_bsuid', parentBsuid),
    ...put('username', username),
  ];
}

function namedBy(said: readonly Identifier[]): Named {
  const known = [
    ...new Map(
      said.toReversed().map((one) => [`${one.kind}/${one.account ?? ''}/${one.chat ?? ''}/${one.value}`, one]),
    ).values(),
  ].toReversed();
  const values = (kind: IdentifierKind): string[] => [
    ...new Set(known.filter((one) => one.kind === kind).map(({ value }) => value)),
  ];
  return { names: values('name'), phones: values('phone'), known };
}
