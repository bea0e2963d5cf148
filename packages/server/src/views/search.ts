// Finding entries: the query's names become ids, the index gives seqs, the pages give the words. Entries of withdrawn or
// unfinished imports are passed over.

import { type Place, placesAt } from '../projections/tables/places-at.ts';
import { foldedTitle } from '../records/identity.ts';
import { parseQuery, resolveQuery, type SearchIndex, type Suggestion } from '../search/index.ts';
import type { Hit } from '../search/shard.ts';
import { chatTitles, type ViewParts } from './conversation.ts';
import { type FoundEntry, foundEntries } from './found-entry.ts';
import { loose, membersCalled } from './people-called.ts';
import { areStanding } from './standing.ts';

export interface SearchAsked {
  readonly query: string;
  readonly limit: number;
  readonly order: 'newest' | 'best';
  /** With `newest`: only what comes behind this. */
  readonly beyond?: Hit;
  /** Everything is counted, as far as this. */
  readonly countTo?: number;
  /** Of these conversations those that may be shown; all where absent. */
  readonly among?: (chats: readonly number[]) => Promise<ReadonlySet<number>>;
}

export interface Found {
  readonly hits: readonly FoundEntry[];
  readonly more: boolean;
  readonly suggestions: readonly Suggestion[];
  /** Where the next page begins, if there is one. */
  readonly next?: Hit;
  /** How many there are, in how many conversations, as far as was counted. */
  readonly counted?: { readonly hits: number; readonly chats: number; readonly isAll: boolean };
}

/** Searches. Throws `SearchError` where the query cannot be understood. */
export async function searchEntries(
  parts: ViewParts & { readonly index: SearchIndex },
  asked: SearchAsked,
): Promise<Found> {
  const query = parseQuery(asked.query);
  const resolved = await resolveQuery(query, {
    people: (value) => membersCalled(parts, value),
    chats: (value) => chatsCalled(parts, value),
  });
  const isCounting = asked.beyond === undefined && asked.order === 'newest' && (asked.countTo ?? 0) > asked.limit;
  const chats = new Map<number, number>();
  const { hits, more, suggestions } = await parts.index.search({
    query: resolved,
    limit: isCounting ? (asked.countTo ?? asked.limit) : asked.limit,
    order: asked.order,
    ...(asked.beyond === undefined ? {} : { beyond: asked.beyond }),
    accept: async (seqs) => {
      const places = await placesAt(parts.db, seqs);
      for (const [seq, { chat }] of places) chats.set(seq, chat);
      return accepted(parts, asked.among, seqs, places);
    },
  });
  const page = hits.slice(0, asked.limit);
  const next = page.length < hits.length || more ? page.at(-1) : undefined;
  return {
    hits: await foundEntries(
      parts,
      page.map(({ seq }) => seq),
      resolved,
    ),
    more: next !== undefined,
    suggestions,
    ...(next === undefined || asked.order !== 'newest' ? {} : { next }),
    ...(isCounting ? { counted: countedOf(hits, chats, !more) } : {}),
  };
}

function countedOf(hits: readonly Hit[], chats: ReadonlyMap<number, number>, isAll: boolean) {
  return { hits: hits.length, chats: new Set(hits.map(({ seq }) => chats.get(seq))).size, isAll };
}

/** Of each seq whether it is shown, to whoever asks. */
async function accepted(
  { db }: Pick<ViewParts, 'db'>,
  among: SearchAsked['among'],
  seqs: readonly number[],
  places: ReadonlyMap<number, Place>,
): Promise<boolean[]> {
  const shown = await areStanding(db, 'shown', seqs, places);
  if (among === undefined) return shown;
  const theirs = await among([...new Set([...places.values()].map(({ chat }) => chat))]);
  return seqs.map((seq, at) => shown[at] === true && theirs.has(places.get(seq)?.chat ?? 0));
}

const ID = /^\d{1,15}$/;

/** Chats of this id or title; failing that, those whose title holds it. */
async function chatsCalled(parts: ViewParts, value: string): Promise<number[]> {
  const chats = await chatTitles(parts);
  if (ID.test(value) && chats.some(({ id }) => id === Number(value))) return [Number(value)];
  const title = loose(foldedTitle(value));
  const exact = chats.filter((chat) => loose(foldedTitle(chat.title)) === title);
  const found = exact.length > 0 ? exact : chats.filter((chat) => loose(foldedTitle(chat.title)).includes(title));
  return found.map(({ id }) => id);
}
