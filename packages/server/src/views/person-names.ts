// What a person is called on a screen: as the business says, else by a name they go by, else by a number or an id.

import { phoneOfName } from '../records/identity.ts';
import type { ViewParts } from './conversation.ts';
import { mergesOf } from './merges.ts';
import { identifiersOf, type Named } from './people.ts';
import { fieldsNow } from './person-fields.ts';

/** The names of these people; nobody of whom nothing is known. */
export async function personNames(parts: ViewParts, people: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (people.length === 0) return new Map();
  const merges = await mergesOf(parts.db);
  const members = [...new Set(people.flatMap((person) => merges.all(person)))];
  const named = await identifiersOf(parts, merges, members);
  const fields = await fieldsNow(parts, people, ['name'], merges);
  const found = new Map<number, string>();
  for (const person of people) {
    const one = merges.one(person);
    const name = fields.get(one)?.get('name')?.[0] ?? calledBy(named.get(one));
    if (name !== undefined) found.set(person, name);
  }
  return found;
}

/** The first of their names that is no number; else whatever names them. */
export function calledBy(named: Named | undefined): string | undefined {
  const name = named?.names.find((one) => phoneOfName(one) === undefined);
  return name ?? named?.phones[0] ?? named?.names[0] ?? named?.known[0]?.value;
}
