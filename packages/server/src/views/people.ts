// The people who are known: every name, number and id with the record that said so, and where they wrote. Those who were taken
// for one are shown as one.

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
  const people = await parts.db.selectFrom('person').select(['id', 'me']).orderBy('id').execute();
  const merges = await mergesOf(parts.db);
  const written = await entriesByPerson(parts);
  const faced = Map.groupBy(
    await parts.db.selectFrom('chat').select(['id', 'peer']).where('peer', '<>', 0).execute(),
    ({ peer }) => peer,
  );
  const said = await identifiersOf(parts, merges);
  const shown = new Set([...written.values()].flatMap(({ chats }) => chats));
  return people.flatMap(({ id, me }) => {
    if (merges.one(id) !== id) return [];
    const all = merges.all(id);
    const wrote = all.flatMap((one) => written.get(one) ?? []);
    const facing = all.flatMap((one) => faced.get(one) ?? []).map((chat) => chat.id);
    const chats = new Set([...wrote.flatMap((one) => one.chats), ...facing.filter((chat) => shown.has(chat))]);
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

async function entriesByPerson({ db }: ViewParts): Promise<Map<number, { entries: number; chats: number[] }>> {
  const found = new Map<number, { entries: number; chats: number[] }>();
  for (const { chat, count, person, version } of (await shownTallies(db)).tallies) {
    if (version !== 0) continue;
    const known = found.get(person) ?? { entries: 0, chats: [] };
    known.entries += count;
    if (!known.chats.includes(chat)) known.chats.push(chat);
    found.set(person, known);
  }
  return found;
}

/** Every way of naming somebody. */
export type Named = Pick<PersonRow, 'known' | 'names' | 'phones'>;

const NOTHING_SAID: Named = { names: [], phones: [], known: [] };

/** Everybody's names, numbers and ids, shown or not, under the one who stands for them. */
export async function identifiersOf(parts: ViewParts, merges: Merges): Promise<ReadonlyMap<number, Named>> {
  const found = await saidOf(parts, (person) => merges.one(person));
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
): Promise<ReadonlyMap<number, Identifier[]>> {
  const rows = await db.selectFrom('identifier').select(['person', 'seq']).distinct().orderBy('seq').execute();
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
