// What an erasure will take, worked out before anything is ordered: keys, entries, objects, and the digests under which
// what was erased stays away. It reads only; the order that follows is complete in itself.

import type { ReadonlyKysely } from 'kysely/readonly';
import { placesAt } from '../projections/tables/places-at.ts';
import type { Tables } from '../projections/tables.ts';
import { membership, pairsOf, runsOf } from '../records/runs.ts';
import { erasureGaps } from './erasure-gaps.ts';
import { type SuppressingParts, suppressionsOf } from './erasure-suppressions.ts';
import { mergesOf } from './merges.ts';
import { isStandingState, vouchersOf } from './standing.ts';
import { entriesForward } from './timeline.ts';

/** What is to be erased. */
export type ErasureTarget =
  | { readonly scope: 'person'; readonly ids: readonly number[] }
  | { readonly scope: 'chat'; readonly ids: readonly number[] }
  | { readonly scope: 'entries'; readonly ids: readonly number[] }
  | { readonly scope: 'withdrawal'; readonly ids: readonly number[] };

export interface ErasurePlan {
  readonly target: ErasureTarget;
  /** Keys that go with all that lies under them. */
  readonly whole: readonly number[];
  /** Keys that go although entries under them stay. */
  readonly replaced: readonly number[];
  /** Runs of every entry that goes. */
  readonly seqs: readonly number[];
  /** Versions that take the place of an entry that goes, as pairs of (entry, version). */
  readonly heirs: readonly number[];
  /** Where conversations that stay will have gaps, as triples of conversation, entry before it, and how many are gone. */
  readonly gaps: readonly number[];
  readonly objects: readonly string[];
  readonly suppress: readonly Uint8Array[];
  /** The ledger's size when this was worked out: what came later is not in it. */
  readonly size: number;
}

/** What planning reads. */
export interface PlanningParts extends SuppressingParts {
  readonly size: () => Promise<number>;
  readonly keysOfSubject: (person: number) => Promise<readonly { readonly id: number }[]>;
  readonly keysOfConversation: (chat: number) => Promise<readonly { readonly id: number }[]>;
  /** Every entry under these keys, as sorted seqs. */
  readonly entriesUnder: (keys: ReadonlySet<number>) => Promise<number[]>;
  /** Keys of these runs' entries under which others stay. */
  readonly keysToReplace: (seqs: readonly number[], whole: ReadonlySet<number>) => Promise<number[]>;
}

/** Works out what the target takes. An empty plan means that nothing is held. Whoever was taken for a person goes with them. */
export async function planErasure(parts: PlanningParts, asked: ErasureTarget): Promise<ErasurePlan> {
  const size = await parts.size();
  const target = await wholePeople(parts.db, asked);
  const { keys, seqs: chosen } = await extentOf(parts, target);
  const whole = [...keys].sort((a, b) => a - b);
  const under = keys.size === 0 ? [] : await parts.entriesUnder(keys);
  const seqs = runsOf([...new Set([...under, ...chosen])].sort((a, b) => a - b));
  const heirs = await heirsOf(parts.db, seqs);
  return {
    target,
    whole,
    replaced: chosen.length === 0 ? [] : await parts.keysToReplace(runsOf(chosen), keys),
    seqs,
    heirs,
    gaps: await erasureGaps(parts.db, seqs, heirs),
    objects: await objectsIn(parts.db, seqs),
    suppress: await suppressionsOf(parts, target, seqs),
    size,
  };
}

async function wholePeople(db: ReadonlyKysely<Tables>, target: ErasureTarget): Promise<ErasureTarget> {
  if (target.scope !== 'person') return target;
  const merges = await mergesOf(db);
  return { ...target, ids: [...new Set(target.ids.flatMap((person) => merges.all(person)))] };
}

/** Keys that go whole, and entries (sorted) that go from under others. */
interface Extent {
  readonly keys: ReadonlySet<number>;
  readonly seqs: readonly number[];
}

async function extentOf(parts: PlanningParts, target: ErasureTarget): Promise<Extent> {
  switch (target.scope) {
    case 'person':
      return { keys: await keysOfPeople(parts, target.ids), seqs: [] };
    case 'chat':
      return chatExtent(parts, target.ids);
    case 'entries':
      return { keys: new Set(), seqs: await withCompanions(parts.db, target.ids) };
    case 'withdrawal':
      return withdrawalExtent(parts, target.ids[0] ?? 0);
  }
}

async function keysOfPeople(parts: PlanningParts, people: readonly number[]): Promise<Set<number>> {
  // Nobody is 0: it stands for what is about no person, such as the records of erasures.
  const keys = await Promise.all(people.filter((id) => id > 0).map((person) => parts.keysOfSubject(person)));
  return new Set(keys.flat().map(({ id }) => id));
}

/** A conversation goes with those who were met nowhere else. */
async function chatExtent(parts: PlanningParts, chats: readonly number[]): Promise<Extent> {
  const keys = (await Promise.all(chats.map((chat) => parts.keysOfConversation(chat)))).flat();
  const people = await keysOfPeople(parts, await metOnlyIn(parts.db, chats));
  return { keys: new Set([...keys.map(({ id }) => id), ...people]), seqs: [] };
}

/** What only this import brought, with those whom nothing else names. A conversation that then holds nothing goes with it. */
async function withdrawalExtent(parts: PlanningParts, importId: number): Promise<Extent> {
  const { db } = parts;
  const chat = await db.selectFrom('import').select('chat').where('id', '=', importId).executeTakeFirst();
  if (chat === undefined) return { keys: new Set(), seqs: [] };
  const other = await db
    .selectFrom('import')
    .select('id')
    .where('chat', '=', chat.chat)
    .where('id', '<>', importId)
    .limit(1)
    .executeTakeFirst();
  if (other === undefined) return chatExtent(parts, [chat.chat]);
  const entries = await broughtOnlyBy(db, chat.chat, importId);
  const rest = await db.selectFrom('other').select('seq').where('import', '=', importId).execute();
  const people = await writingOnly(db, entries);
  return {
    keys: await keysOfPeople(parts, people),
    seqs: [...entries, ...rest].map(({ seq }) => seq).sort((a, b) => a - b),
  };
}

/** Entries of the chat that this import brought or vouches for, and no other import that stands. */
async function broughtOnlyBy(
  db: ReadonlyKysely<Tables>,
  chat: number,
  importId: number,
): Promise<{ readonly seq: number; readonly person: number }[]> {
  const imports = await db.selectFrom('import').select(['id', 'state']).where('chat', '=', chat).execute();
  const stand = ({ id, state }: { id: number; state: number }): boolean =>
    id !== importId && isStandingState('held', state);
  const others = new Set(imports.filter(stand).map(({ id }) => id));
  const found: { seq: number; person: number }[] = [];
  for await (const entries of entriesForward(db, { chat })) {
    const rest: number[] = [];
    for (let i = 0; i < entries.count; i++) if (!others.has(entries.import[i] ?? 0)) rest.push(i);
    if (rest.length === 0) continue;
    const vouchers = await vouchersOf(
      db,
      rest.map((i) => entries.seq[i] ?? 0),
    );
    for (const i of rest) {
      const [seq = 0, person = 0] = [entries.seq[i], entries.person[i]];
      const by = vouchers(seq);
      const isBrought = entries.import[i] === importId || by.some((one) => one.import === importId);
      if (isBrought && !by.some((one) => others.has(one.import))) found.push({ seq, person });
    }
  }
  return found;
}

/** People of these conversations who are met in no other, with whoever was taken for them; our own side stays. */
async function metOnlyIn(db: ReadonlyKysely<Tables>, chats: readonly number[]): Promise<number[]> {
  const here = [...chats];
  const people = await db
    .selectFrom('person')
    .select('id')
    .where('me', '=', 0)
    .where(({ eb, or, selectFrom }) =>
      or([
        eb('chat', 'in', here),
        eb('id', 'in', selectFrom('tally').select('tally.person').distinct().where('tally.chat', 'in', here)),
        eb('id', 'in', selectFrom('chat').select('chat.peer').where('chat.id', 'in', here)),
      ]),
    )
    .execute();
  const wrote = await db.selectFrom('tally').select('person').distinct().where('chat', 'not in', here).execute();
  const faced = await db.selectFrom('chat').select('peer as person').where('id', 'not in', here).execute();
  const merges = await mergesOf(db);
  const elsewhere = new Set([...wrote, ...faced].map(({ person }) => merges.one(person)));
  const only = new Set(people.map(({ id }) => merges.one(id)).filter((one) => !elsewhere.has(one)));
  return [...only].flatMap((one) => merges.all(one));
}

/** People all of whose entries are among these, and who are the other side of no conversation; our own side stays. */
async function writingOnly(
  db: ReadonlyKysely<Tables>,
  entries: readonly { readonly person: number }[],
): Promise<number[]> {
  const counts = new Map<number, number>();
  for (const { person } of entries) counts.set(person, (counts.get(person) ?? 0) + 1);
  const all = await db
    .selectFrom('tally')
    .innerJoin('person', 'person.id', 'tally.person')
    .select(({ fn }) => ['tally.person as person', fn.sum<number>('tally.count').as('entries')])
    .where('person.me', '=', 0)
    .where('tally.person', 'not in', db.selectFrom('chat').select('peer'))
    .groupBy('tally.person')
    .execute();
  return all.filter(({ entries: total, person }) => counts.get(person) === Number(total)).map(({ person }) => person);
}

/** What is no entry and can be named for erasing by itself: what somebody sent, never what was decided about it. */
const ERASABLE = ['attachment', 'piece', 'quarantine'];

/** An entry goes with its versions and with every other writing of it. */
async function withCompanions(db: ReadonlyKysely<Tables>, ids: readonly number[]): Promise<number[]> {
  const chosen = [...ids];
  const named = await placesAt(db, chosen);
  const known = await db.selectFrom('version').select(['seq', 'of']).where('seq', 'in', chosen).execute();
  const ofOf = new Map(known.map(({ of, seq }) => [seq, of]));
  const others = await db
    .selectFrom('other')
    .select('seq')
    .where('seq', 'in', chosen)
    .where('kind', 'in', ERASABLE)
    .execute();
  const roots = [...new Set([...named.keys()].map((seq) => ofOf.get(seq) ?? seq))];
  const versions = await db.selectFrom('version').select('seq').where('of', 'in', roots).execute();
  const all = [...roots, ...[...versions, ...others].map(({ seq }) => seq)];
  const pieces = await db.selectFrom('other').select('seq').where('of', 'in', all).where('of', '<>', 0).execute();
  const goes = new Set([...all, ...pieces.map(({ seq }) => seq)]);
  return [...goes].sort((a, b) => a - b);
}

/** For each entry that goes while versions of it stay, the first of these: it stands in its place. */
async function heirsOf(db: ReadonlyKysely<Tables>, runs: readonly number[]): Promise<number[]> {
  const goes = membership(pairsOf(runs));
  const versions = await db.selectFrom('version').select(['seq', 'of']).orderBy('seq').execute();
  const heirs = new Map<number, number>();
  for (const { of, seq } of versions) if (goes(of) && !goes(seq) && !heirs.has(of)) heirs.set(of, seq);
  return [...heirs].flat();
}

async function objectsIn(db: ReadonlyKysely<Tables>, runs: readonly number[]): Promise<string[]> {
  const goes = membership(pairsOf(runs));
  const rows = await db.selectFrom('object').select(['name', 'seq']).execute();
  const staying = new Set(rows.filter(({ seq }) => !goes(seq)).map(({ name }) => name));
  const names = rows.filter(({ name, seq }) => goes(seq) && !staying.has(name)).map(({ name }) => name);
  return [...new Set(names)].sort();
}
