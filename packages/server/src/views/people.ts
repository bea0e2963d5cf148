// The people who are known: every name and number with the record that said so, and where they wrote.

import type { ViewParts } from './conversation.ts';
import { shownTallies } from './shown-tallies.ts';

export interface PersonRow {
  readonly id: number;
  readonly me: boolean;
  readonly names: readonly string[];
  readonly phones: readonly string[];
  readonly chats: readonly number[];
  readonly entries: number;
}

/** Everybody who wrote something that is shown, or is the other side of a chat that shows something, in the order in which they came to be known. */
export async function listPeople(parts: ViewParts): Promise<PersonRow[]> {
  const people = await parts.db.selectFrom('person').select(['id', 'me']).orderBy('id').execute();
  const written = await entriesByPerson(parts);
  const faced = Map.groupBy(
    await parts.db.selectFrom('chat').select(['id', 'peer']).where('peer', '<>', 0).execute(),
    ({ peer }) => peer,
  );
  const said = await identifiersOf(parts);
  const shown = new Set([...written.values()].flatMap(({ chats }) => chats));
  return people.flatMap(({ id, me }) => {
    const wrote = written.get(id) ?? { entries: 0, chats: [] };
    const facing = (faced.get(id) ?? []).map((chat) => chat.id).filter((chat) => shown.has(chat));
    const chats = [...new Set([...wrote.chats, ...facing])].sort((a, b) => a - b);
    if (chats.length === 0) return [];
    const { names = [], phones = [] } = said.get(id) ?? {};
    return [{ id, me: me === 1, names, phones, chats, entries: wrote.entries }];
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

/** Everybody's names and numbers, shown or not. */
export async function identifiersOf({
  db,
  reader,
}: ViewParts): Promise<ReadonlyMap<number, { readonly names: string[]; readonly phones: string[] }>> {
  const rows = await db.selectFrom('identifier').select(['person', 'seq']).distinct().orderBy('seq').execute();
  const records = await reader.records(rows.map(({ seq }) => seq));
  const found = new Map<number, { names: string[]; phones: string[] }>();
  for (const { person, seq } of rows) {
    const record = records.get(seq);
    if (record?.kind !== 'person' && record?.kind !== 'alias') continue;
    const known = found.get(person) ?? { names: [], phones: [] };
    if (record.name !== undefined && !known.names.includes(record.name)) known.names.push(record.name);
    if (record.phone !== undefined && !known.phones.includes(record.phone)) known.phones.push(record.phone);
    found.set(person, known);
  }
  return found;
}
