// What is shown of a message that was found: who said it and where, and which of its versions holds the words.

import { toFullPower } from '../projections/tables/query-lists.ts';
import { type EntryRecord, isEntry } from '../records/conversation.ts';
import { matchRanges, type TextRange } from '../search/index.ts';
import type { ResolvedQuery } from '../search/query.ts';
import type { ViewParts } from './conversation.ts';
import { personNames } from './person-names.ts';
import { standingVersions } from './standing.ts';
import { standingTitles } from './titles.ts';

export interface FoundEntry {
  readonly seq: number;
  readonly chat: number;
  /** What the conversation is called, and whether it is one of two. */
  readonly title: string;
  readonly direct: boolean;
  readonly at: string;
  readonly zone?: string;
  readonly author?: string;
  /** As the business calls who wrote it, or as they go by. */
  readonly name?: string;
  readonly person?: number;
  readonly text: string;
  readonly type: string;
  /** The media of the entry, where it has some. */
  readonly media?: { readonly name?: string; readonly state: string; readonly sizeBytes?: number };
  /** The message it belongs to, and which of its versions it is, from 1; absent where there is but one. */
  readonly version?: { readonly of: number; readonly number: number; readonly count: number };
  /** The sender deleted the message afterwards: what it said is kept. */
  readonly deleted?: true;
  /** Where the query matches in the text. */
  readonly ranges: readonly TextRange[];
}

/** The entries at these seqs, in their order; what is erased is passed over. */
export async function foundEntries(
  parts: ViewParts,
  seqs: readonly number[],
  query: ResolvedQuery,
): Promise<FoundEntry[]> {
  const records = await parts.reader.records(seqs);
  const entries = seqs.flatMap((seq) => {
    const record = records.get(seq);
    return record !== undefined && isEntry(record) ? [{ seq, record }] : [];
  });
  const versions = await versionsOf(parts, entries);
  const chats = await chatsOf(parts, [...new Set(entries.map(({ record }) => record.chat))]);
  const names = await personNames(parts, [...new Set(entries.flatMap(({ record }) => record.from ?? []))]);
  return entries.map(({ record, seq }) => {
    const of = record.of ?? seq;
    const all = versions.get(of) ?? [{ seq, kind: record.kind }];
    const chat = chats.get(record.chat) ?? { title: '', direct: false };
    const name = names.get(record.from ?? 0);
    const version = { of, number: all.findIndex((one) => one.seq === seq) + 1, count: all.length };
    return {
      ...saidIn(seq, record),
      ...chat,
      ...(name === undefined ? {} : { name }),
      ...(all.length > 1 && version.number > 0 ? { version } : {}),
      ...(all.at(-1)?.kind === 'deleted' ? { deleted: true as const } : {}),
      ranges: matchRanges(record.text, query),
    };
  });
}

function saidIn(seq: number, { at, author, chat, from, media, text, type, zone }: EntryRecord) {
  const name = media?.name;
  const sizeBytes = media?.content?.sizeBytes;
  return {
    seq,
    chat,
    at,
    text,
    type,
    ...(author === undefined ? {} : { author }),
    ...(zone === undefined ? {} : { zone }),
    ...(from === undefined ? {} : { person: from }),
    ...(media === undefined
      ? {}
      : {
          media: {
            state: media.state,
            ...(name === undefined ? {} : { name }),
            ...(sizeBytes === undefined ? {} : { sizeBytes }),
          },
        }),
  };
}

interface Version {
  readonly seq: number;
  readonly kind: string;
}

/** Every state of the messages that these entries belong to, oldest first; only of those that have more than one. */
async function versionsOf(
  { db, reader }: ViewParts,
  entries: readonly { readonly seq: number; readonly record: EntryRecord }[],
): Promise<ReadonlyMap<number, readonly Version[]>> {
  const roots = [...new Set(entries.map(({ record, seq }) => record.of ?? seq))];
  const standing = await standingVersions(db, 'shown', roots);
  const seqs = [...standing].flatMap(([root, versions]) => [root, ...versions]);
  const records = await reader.records(seqs);
  return new Map(
    [...standing].map(([root, versions]) => [
      root,
      [root, ...versions].flatMap((seq) => {
        const kind = records.get(seq)?.kind;
        return kind === undefined ? [] : [{ seq, kind }];
      }),
    ]),
  );
}

async function chatsOf({ db, reader }: ViewParts, chats: readonly number[]) {
  if (chats.length === 0) return new Map<number, { readonly title: string; readonly direct: boolean }>();
  const rows = await db.selectFrom('chat').select(['id', 'peer']).where('id', 'in', toFullPower(chats)).execute();
  const titles = await standingTitles({ db, reader }, chats);
  return new Map(rows.map(({ id, peer }) => [id, { title: titles.get(id)?.title ?? '', direct: peer !== 0 }]));
}
