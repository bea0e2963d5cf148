// Which media lies still with the platform, what is known of it, and whether the same bytes are held already.

import type { CloudMedia } from '@acta/formats';
import { detailsOf } from '@acta/formats';
import { sql } from 'kysely';
import { MEDIA_WANTED } from '../projections/tables/platform-tables.ts';
import type { BlindIndex } from '../records/blind-index.ts';
import { type EntryRecord, isEntry } from '../records/conversation.ts';
import { contentDigest } from '../records/identity.ts';
import type { KeyScope } from '../records/key-scope.ts';
import type { MediaRecord } from '../records/platform.ts';
import { monthOf } from '../records/record.ts';
import type { ViewParts } from './conversation.ts';
import { channelAt, type SendPlace } from './send-place.ts';

/** A message whose media can be fetched. */
export interface NeededMedia {
  readonly entry: EntryRecord;
  /** Absent where the message does not say which object it is. */
  readonly media?: CloudMedia;
  readonly place: SendPlace;
  /** The key's scope of the message and of everything that becomes of its media. */
  readonly scope: KeyScope;
  /** The newest word on it. */
  readonly last?: MediaRecord;
}

/** What the worker that fetches may ask, bound to one vault. */
export interface MediaLook {
  /** Entries whose media is to be fetched, after the entry `after`, in order. */
  readonly wanted: (after: number, limit: number) => Promise<readonly number[]>;
  readonly needed: (entry: number) => Promise<NeededMedia | undefined>;
  /** What is held of the same bytes in the same conversation. */
  readonly same: (sha256: string, chat: number) => Promise<MediaRecord | undefined>;
}

export function mediaLook(parts: ViewParts, blind: BlindIndex): MediaLook {
  return {
    wanted: (after, limit) => wantedMedia(parts, after, limit),
    needed: (entry) => neededMedia(parts, entry),
    same: (sha256, chat) => sameContent(parts, contentDigest(blind, sha256), chat),
  };
}

async function wantedMedia({ db }: ViewParts, after: number, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('media')
    .select('of')
    // A number that stands in the statement: only then the index over what is wanted answers.
    .where('present', '=', sql.lit(MEDIA_WANTED))
    .where('of', '>', after)
    .orderBy('of')
    .limit(limit)
    .execute();
  return rows.map(({ of }) => of);
}

async function neededMedia(parts: ViewParts, seq: number): Promise<NeededMedia | undefined> {
  const record = await parts.reader.record(seq);
  if (record === undefined || !isEntry(record) || record.media?.state !== 'omitted') return undefined;
  const place = await channelAt(parts, record.import);
  if (place === undefined) return undefined;
  const rows = await parts.db
    .selectFrom('media')
    .select('seq')
    .where('of', '=', seq)
    .where('present', '<>', MEDIA_WANTED)
    .orderBy('seq', 'desc')
    .limit(1)
    .execute();
  const last = rows[0] === undefined ? undefined : await parts.reader.record(rows[0].seq);
  const { media } = detailsOf(record.raw ?? '');
  return {
    entry: record,
    place,
    scope: await scopeOf(parts, record, place),
    ...(media === undefined ? {} : { media }),
    ...(last?.kind === 'media' ? { last } : {}),
  };
}

/** In a group a message is about its author; our own side is nobody's subject. */
async function scopeOf({ db }: ViewParts, { at, chat, from }: EntryRecord, { peer }: SendPlace): Promise<KeyScope> {
  const month = monthOf(at);
  if (peer !== 0 || from === undefined) return { subject: peer, conversation: chat, month };
  const row = await db.selectFrom('person').select('me').where('id', '=', from).executeTakeFirst();
  return { subject: row?.me === 1 ? 0 : from, conversation: chat, month };
}

const CANDIDATES = 16;

async function sameContent(
  { db, reader }: ViewParts,
  digest: Uint8Array,
  chat: number,
): Promise<MediaRecord | undefined> {
  const rows = await db
    .selectFrom('media')
    .select('seq')
    .where('content', '=', digest)
    .where(sql<boolean>`length(content) > 0`)
    .orderBy('seq', 'desc')
    .limit(CANDIDATES)
    .execute();
  for (const { seq } of rows) {
    const record = await reader.record(seq);
    if (record?.kind !== 'media' || record.content === undefined) continue;
    const entry = await reader.record(record.of);
    if (entry !== undefined && isEntry(entry) && entry.chat === chat) return record;
  }
  return undefined;
}
