// Names for what acts say by number: who it was, which conversations and people. Only for whoever may see the conversation or person.

import { maySee } from '../../access/may-see.ts';
import type { Act } from '../../views/acts.ts';
import { listApiKeys } from '../../views/api-keys.ts';
import { peopleAt } from '../../views/people.ts';
import { standingTitles } from '../../views/titles.ts';
import { seenPlaces } from '../../views/work.ts';
import type { Caller } from './caller.ts';
import type { ApiParts } from './parts.ts';

/** So many of each are named in a row; the rest is a number. */
const NAMED = 5;
const NOBODY = { assignee: undefined, team: undefined };

export interface NamedActor {
  readonly id: string;
  readonly name?: string;
}

interface Named {
  readonly id: number;
  readonly name?: string;
}

/** An act with names, and how many it names in all. */
export interface ShownAct extends Omit<Act, 'actor' | 'chats' | 'people'> {
  readonly actor: NamedActor;
  readonly conversations: readonly Named[];
  readonly people: readonly Named[];
  readonly about: { readonly conversations: number; readonly people: number; readonly entries: number };
}

/** Names of members and of keys, by actor. */
export async function actorNames(parts: ApiParts): Promise<(actor: string) => NamedActor> {
  const members = (await parts.people?.accounts.accounts()) ?? [];
  const keys = await listApiKeys(parts.views, parts.now());
  const names = new Map<string, string>([
    ...members.map(({ id, name }) => [`user:${id}`, name] as const),
    ...keys.map(({ id, name }) => [`api-key:${id}`, name] as const),
  ]);
  return (id) => {
    const name = names.get(id);
    return { id, ...(name === undefined ? {} : { name }) };
  };
}

/** These acts as they are shown to a caller. */
export async function actsShown(parts: ApiParts, caller: Caller, acts: readonly Act[]): Promise<ShownAct[]> {
  const nameOf = await actorNames(parts);
  const titles = await titlesFor(parts, caller, listed(acts, 'chats'));
  const names = await namesFor(parts, caller, listed(acts, 'people'));
  return acts.map(({ actor, chats, entries, people, ...act }) => ({
    ...act,
    actor: nameOf(actor),
    conversations: chats.slice(0, NAMED).map((id) => named(id, titles)),
    people: people.slice(0, NAMED).map((id) => named(id, names)),
    entries: entries.slice(0, NAMED),
    about: { conversations: chats.length, people: people.length, entries: entries.length },
  }));
}

function listed(acts: readonly Act[], what: 'chats' | 'people'): readonly number[] {
  return [...new Set(acts.flatMap((act) => act[what].slice(0, NAMED)))];
}

function named(id: number, names: ReadonlyMap<number, string>): Named {
  const name = names.get(id);
  return { id, ...(name === undefined ? {} : { name }) };
}

async function titlesFor(parts: ApiParts, { viewer }: Caller, ids: readonly number[]): Promise<Map<number, string>> {
  const nowMs = parts.now().getTime();
  const places = await seenPlaces(parts.views.db, ids);
  const seen = ids.filter(
    (id) => maySee(viewer, { scope: 'read:conversations', place: places.get(id) ?? NOBODY, nowMs }).may,
  );
  return new Map([...(await standingTitles(parts.views, seen))].map(([id, { title }]) => [id, title]));
}

async function namesFor(parts: ApiParts, { viewer }: Caller, ids: readonly number[]): Promise<Map<number, string>> {
  if (!maySee(viewer, { scope: 'read:people', nowMs: parts.now().getTime() }).may) return new Map();
  const people = await peopleAt(parts.views, ids);
  return new Map(people.map(({ id, names, phones }) => [id, names[0] ?? phones[0] ?? ''] as const));
}
