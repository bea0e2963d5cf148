// Whom somebody means who types a name, a number or an id. A typed number finds every writing of its line; several may be meant.

import { foldedName, lineOf } from '../records/identity.ts';
import { linesTyped } from '../records/typed-number.ts';
import type { ViewParts } from './conversation.ts';
import { type Merges, mergesOf } from './merges.ts';
import { identifiersOf } from './people.ts';

const ID = /^\d{1,15}$/;
const BETWEEN_DIGITS = /[\s().-]/gu;
const PART_OF_NUMBER = /^\d{4,15}$/;

/** People of this id, number or name; failing that, those whose name holds it or whose number ends so. Who stands for each. */
export async function peopleCalled(parts: ViewParts, value: string): Promise<number[]> {
  return calledAmong(await mergesOf(parts.db), parts, value);
}

/** The same, with everybody who was taken for one of them: whoever of them wrote something is meant. */
export async function membersCalled(parts: ViewParts, value: string): Promise<number[]> {
  const merges = await mergesOf(parts.db);
  return (await calledAmong(merges, parts, value)).flatMap((person) => merges.all(person));
}

async function calledAmong(merges: Merges, parts: ViewParts, value: string): Promise<number[]> {
  const people = [...(await identifiersOf(parts, merges))].map(([id, said]) => ({ id, ...said }));
  if (ID.test(value)) {
    const one = merges.one(Number(value));
    if (people.some(({ id }) => id === one)) return [one];
  }
  const lines = linesTyped(value);
  const name = loose(foldedName(value));
  const isCalled = (known: string): boolean => loose(foldedName(known)) === name;
  const hasLine = (known: string): boolean => lines.has(lineOf(known));
  const exact = people.filter(
    ({ known, names, phones }) =>
      names.some(isCalled) || phones.some(hasLine) || known.some((one) => one.kind !== 'name' && one.value === value),
  );
  if (exact.length > 0) return exact.map(({ id }) => id);
  const digits = value.replace(BETWEEN_DIGITS, '');
  const ends = (known: string): boolean => PART_OF_NUMBER.test(digits) && known.endsWith(digits);
  const holds = (known: string): boolean => loose(foldedName(known)).includes(name);
  return people.filter(({ names, phones }) => names.some(holds) || phones.some(ends)).map(({ id }) => id);
}

/** A text without regard to case and accents. */
export function loose(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
