// People by a part of a name, a number, or what the business keeps of them: for a list that is narrowed while somebody types.

import { foldedName, lineOf } from '../records/identity.ts';
import { linesTyped } from '../records/typed-number.ts';
import type { ViewParts } from './conversation.ts';
import { mergesOf } from './merges.ts';
import { identifiersOf, type PeoplePage, type PersonRow, peopleAt } from './people.ts';
import { loose } from './people-called.ts';
import { fieldsNow } from './person-fields.ts';

const BETWEEN_DIGITS = /[\s().+-]/gu;
const DIGITS = /^\d{3,15}$/;

/** The people behind `after` who are called so, at most `limit`. */
export async function peopleFound(
  parts: ViewParts,
  { after, called, limit }: { readonly called: string; readonly after: number; readonly limit: number },
): Promise<PeoplePage> {
  const merges = await mergesOf(parts.db);
  const named = await identifiersOf(parts, merges);
  const written = await fieldsNow(parts, await peopleWithFields(parts));
  const name = loose(foldedName(called));
  const digits = called.replace(BETWEEN_DIGITS, '');
  const lines = linesTyped(called);
  const holds = (value: string): boolean => loose(foldedName(value)).includes(name);
  const isNumber = (phone: string): boolean =>
    lines.has(lineOf(phone)) || (DIGITS.test(digits) && phone.replace(BETWEEN_DIGITS, '').includes(digits));
  const ids = [...named.keys()].sort((one, other) => one - other);
  const meant = ids.filter((id) => {
    const said = named.get(id);
    const values = [...(written.get(id)?.values() ?? [])].flat();
    return id > after && (said?.names.some(holds) || said?.phones.some(isNumber) || values.some(holds));
  });
  const found: PersonRow[] = [];
  for (let at = 0; at < meant.length && found.length <= limit; at += limit + 1)
    found.push(...(await peopleAt(parts, meant.slice(at, at + limit + 1))));
  const last = found[limit - 1];
  if (found.length <= limit || last === undefined) return { people: found };
  return { people: found.slice(0, limit), next: last.id };
}

async function peopleWithFields({ db }: ViewParts): Promise<number[]> {
  const rows = await db.selectFrom('person_field').select('person').distinct().execute();
  return rows.map(({ person }) => person);
}
