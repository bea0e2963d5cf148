// Who may be the same person as somebody: one line in two writings, or one name. It is only offered, with its reason: the numbers of
// Argentina with and without the 9 may be two people, and so may two of one name.

import { foldedName, lineOf } from '../records/identity.ts';
import { linesTyped } from '../records/typed-number.ts';
import type { ViewParts } from './conversation.ts';
import { mergesOf } from './merges.ts';
import { identifiersOf, type Named, type PersonRow, peopleAt } from './people.ts';
import { loose } from './people-called.ts';

/** Why two may be one: the writing of a country's mobiles, or the same name. */
export type MatchReason = 'line-mx' | 'line-br' | 'line-ar' | 'line' | 'name';

export interface PersonMatch {
  readonly person: PersonRow;
  readonly reason: MatchReason;
  /** What the two have in common, as the other writes it. */
  readonly value: string;
}

const MOST = 5;

/** Those who may be this person and of whom nobody has said that they are not. Our own side is nobody else. */
export async function personMatches(parts: ViewParts, person: number): Promise<PersonMatch[]> {
  const { db } = parts;
  const merges = await mergesOf(db);
  const one = merges.one(person);
  const named = await identifiersOf(parts, merges);
  const self = named.get(one);
  if (self === undefined) return [];
  const rows = await db.selectFrom('apart').select(['person', 'other']).execute();
  const apart = new Set(
    rows
      .map((row) => [merges.one(row.person), merges.one(row.other)] as const)
      .flatMap(([left, right]) => (left === one ? [right] : right === one ? [left] : [])),
  );
  const found: { readonly id: number; readonly reason: MatchReason; readonly value: string }[] = [];
  for (const [id, other] of named) {
    if (id === one || apart.has(id)) continue;
    const match = matchOf(self, other);
    if (match !== undefined) found.push({ id, ...match });
  }
  found.sort((a, b) => Number(a.reason === 'name') - Number(b.reason === 'name') || a.id - b.id);
  const people = new Map((await peopleAt(parts, [one, ...found.map(({ id }) => id)])).map((row) => [row.id, row]));
  const isMe = people.get(one)?.me === true;
  return found
    .flatMap(({ id, reason, value }) => {
      const row = people.get(id);
      return row === undefined || row.me || isMe ? [] : [{ person: row, reason, value }];
    })
    .slice(0, MOST);
}

/** Why these two may be one; undefined where nothing says so. */
export function matchOf(
  one: Pick<Named, 'names' | 'phones'>,
  other: Pick<Named, 'names' | 'phones'>,
): { readonly reason: MatchReason; readonly value: string } | undefined {
  for (const phone of other.phones) {
    const lines = linesTyped(phone);
    if (one.phones.some((own) => own !== phone && lines.has(lineOf(own))))
      return { reason: writingOf(phone), value: phone };
    if (one.phones.includes(phone)) return { reason: 'line', value: phone };
  }
  const names = new Set(one.names.map(comparedName).filter((name) => name.length >= SHORTEST_NAME));
  const name = other.names.find((theirs) => names.has(comparedName(theirs)));
  return name === undefined ? undefined : { reason: 'name', value: name };
}

const SHORTEST_NAME = 3;

function comparedName(name: string): string {
  return loose(foldedName(name));
}

function writingOf(phone: string): MatchReason {
  if (phone.startsWith('+54')) return 'line-ar';
  return phone.startsWith('+55') ? 'line-br' : phone.startsWith('+52') ? 'line-mx' : 'line';
}
