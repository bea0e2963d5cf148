// What an erasure would take, shown before it is ordered: identifiers, the people who might be meant instead, counts.
// A wrong choice must not erase a stranger.

import { placesAt } from '../projections/tables/places-at.ts';
import { foldedName } from '../records/identity.ts';
import { membership, pairsOf, seqsOfRuns } from '../records/runs.ts';
import type { ViewParts } from './conversation.ts';
import type { ErasurePlan } from './erasure-plan.ts';
import { mergesOf } from './merges.ts';
import { identifiersApart, listPeople, type PersonRow } from './people.ts';
import { standingTitles } from './titles.ts';

export interface ErasurePreview {
  readonly scope: ErasurePlan['target']['scope'];
  readonly ids: readonly number[];
  /** Names, numbers and ids of whom the erasure is about. */
  readonly identifiers: readonly string[];
  /** Everybody whom it is about; `merge` is the record by which somebody is taken for another of them. */
  readonly people: readonly PreviewedPerson[];
  /** People with a like name or number who are not erased. */
  readonly nearMatches: readonly {
    readonly id: number;
    readonly names: readonly string[];
    readonly chats: readonly number[];
  }[];
  readonly chats: readonly { readonly id: number; readonly title: string; readonly entries: number }[];
  readonly records: number;
  readonly entries: number;
  readonly objects: number;
  readonly keysDestroyed: number;
  readonly keysReplaced: number;
}

export interface PreviewedPerson {
  readonly id: number;
  readonly identifiers: readonly string[];
  readonly merge?: number;
}

/** The preview of a plan; nothing is changed. */
export async function previewErasure(parts: ViewParts, plan: ErasurePlan): Promise<ErasurePreview> {
  const people = await listPeople(parts);
  const merges = await mergesOf(parts.db);
  const going = plan.target.scope === 'person' ? plan.target.ids : await peopleIn(parts, plan);
  const meant = new Set(going.map((person) => merges.one(person)));
  const chosen = people.filter(({ id }) => meant.has(id));
  const said = await identifiersApart(parts);
  const chats = await chatsIn(parts, plan.seqs);
  return {
    scope: plan.target.scope,
    ids: plan.target.ids,
    identifiers: [...new Set(going.flatMap((person) => said.get(person) ?? []))],
    people: going.map((person) => {
      const merge = merges.mergeOf(person);
      return { id: person, identifiers: said.get(person) ?? [], ...(merge === undefined ? {} : { merge }) };
    }),
    nearMatches: people
      .filter((one) => !meant.has(one.id) && chosen.some((other) => areNear(one, other)))
      .map(({ chats: wrote, id, names, phones }) => ({ id, names: [...names, ...phones], chats: wrote })),
    chats,
    records: pairsOf(plan.seqs).reduce((sum, [, count]) => sum + count, 0),
    entries: chats.reduce((sum, { entries }) => sum + entries, 0),
    objects: plan.objects.length,
    keysDestroyed: plan.whole.length,
    keysReplaced: plan.replaced.length,
  };
}

/** People whose own records are among what goes. */
async function peopleIn({ db }: ViewParts, plan: ErasurePlan): Promise<number[]> {
  const goes = membership(pairsOf(plan.seqs));
  const people = await db.selectFrom('person').select('id').orderBy('id').execute();
  return people.map(({ id }) => id).filter(goes);
}

const SEQS_A_READ = 65_536;

async function chatsIn({ db, reader }: ViewParts, seqs: readonly number[]) {
  const counts = new Map<number, number>();
  const all = [...seqsOfRuns(seqs)];
  for (let at = 0; at < all.length; at += SEQS_A_READ) {
    for (const { chat } of (await placesAt(db, all.slice(at, at + SEQS_A_READ))).values()) {
      counts.set(chat, (counts.get(chat) ?? 0) + 1);
    }
  }
  const titles = await standingTitles({ db, reader }, [...counts.keys()]);
  return [...counts].map(([id, entries]) => ({ id, title: titles.get(id)?.title ?? '', entries }));
}

const SAME_DIGITS = 8;

/** The same name without regard to case and accents, one name inside the other, or numbers that end alike. */
function areNear(one: PersonRow, other: PersonRow): boolean {
  const names = other.names.map(looseName);
  if (
    one.names
      .map(looseName)
      .some((name) =>
        names.some((theirs) => theirs === name || containsWord(theirs, name) || containsWord(name, theirs)),
      )
  )
    return true;
  const ends = other.phones.map((phone) => phone.slice(-SAME_DIGITS));
  return one.phones.some((phone) => ends.includes(phone.slice(-SAME_DIGITS)));
}

function looseName(name: string): string {
  return foldedName(name).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function containsWord(longer: string, shorter: string): boolean {
  return shorter.length > 2 && ` ${longer} `.includes(` ${shorter} `);
}
