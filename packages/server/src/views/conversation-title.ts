// What a conversation is called on a screen: a group by its present title; somebody as the business calls them, else by the present
// title, unless that is a bare number and a name is known.

import { phoneOfName } from '../records/identity.ts';
import type { ViewParts } from './conversation.ts';
import { mergesOf } from './merges.ts';
import { fieldsNow } from './person-fields.ts';
import { personNames } from './person-names.ts';
import { standingTitles } from './titles.ts';

/** A conversation and the person on its other side; 0 for a group. */
export interface TitledChat {
  readonly id: number;
  readonly peer: number;
}

/** The titles of these conversations. */
export async function titlesOf(parts: ViewParts, chats: readonly TitledChat[]): Promise<ReadonlyMap<number, string>> {
  const standing = await standingTitles(
    parts,
    chats.map(({ id }) => id),
  );
  const merges = await mergesOf(parts.db);
  const given = await fieldsNow(
    parts,
    chats.flatMap(({ peer }) => (peer === 0 ? [] : [peer])),
    ['name'],
  );
  const titles = new Map<number, string>();
  const numbers: TitledChat[] = [];
  for (const chat of chats) {
    const title = standing.get(chat.id)?.title ?? '';
    const name = chat.peer === 0 ? undefined : given.get(merges.one(chat.peer))?.get('name')?.[0];
    titles.set(chat.id, name ?? title);
    if (name === undefined && chat.peer !== 0 && phoneOfName(title) !== undefined) numbers.push(chat);
  }
  const names = await personNames(
    parts,
    numbers.map(({ peer }) => peer),
  );
  for (const { id, peer } of numbers) titles.set(id, names.get(peer) ?? titles.get(id) ?? '');
  return titles;
}
