// Finding entries: the query's names become ids, the index gives seqs, the pages give the words. Entries of withdrawn or
// unfinished imports are passed over.

import { isEntry } from '../records/conversation.ts';
import { foldedTitle } from '../records/identity.ts';
import {
  matchRanges,
  parseQuery,
  resolveQuery,
  type SearchIndex,
  type Suggestion,
  type TextRange,
} from '../search/index.ts';
import { areShown, chatTitles, type ViewParts } from './conversation.ts';
import { loose, membersCalled } from './people-called.ts';

export interface SearchAsked {
  readonly query: string;
  readonly limit: number;
  readonly order: 'newest' | 'best';
}

export interface FoundEntry {
  readonly seq: number;
  readonly chat: number;
  readonly at: string;
  readonly author?: string;
  readonly text: string;
  readonly type: string;
  /** The media of the entry, where it has some. */
  readonly media?: { readonly name?: string; readonly state: string };
  /** Where the query matches in the text. */
  readonly ranges: readonly TextRange[];
}

export interface Found {
  readonly hits: readonly FoundEntry[];
  readonly more: boolean;
  readonly suggestions: readonly Suggestion[];
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
  const { hits, more, suggestions } = await parts.index.search({
    query: resolved,
    limit: asked.limit,
    order: asked.order,
    accept: (seqs) => areShown(parts.db, seqs),
  });
  const records = await parts.reader.records(hits.map(({ seq }) => seq));
  const found = hits.flatMap(({ seq }) => {
    const record = records.get(seq);
    if (record === undefined || !isEntry(record)) return [];
    const said = {
      seq,
      chat: record.chat,
      at: record.at,
      text: record.text,
      type: record.type,
      ranges: matchRanges(record.text, resolved),
      ...(record.author === undefined ? {} : { author: record.author }),
    };
    if (record.media === undefined) return [said];
    const { name, state } = record.media;
    return [{ ...said, media: { state, ...(name === undefined ? {} : { name }) } }];
  });
  return { hits: found, more, suggestions };
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
