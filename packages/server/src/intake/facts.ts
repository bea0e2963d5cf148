// Entries as alignment compares them: held ones from their records, incoming ones from the export. A person who is
// known counts by id, whatever name a file writes; somebody unknown counts by the name.

import type { TimedEntry } from '@acta/formats';
import type { EntryRecord } from '../records/conversation.ts';
import { foldedName } from '../records/identity.ts';
import { normaliseText } from '../records/normalise.ts';
import { type ZoneClock, zoneClock } from '../records/zone-clock.ts';
import type { MessageFact } from './align/message-fact.ts';
import type { HeldEntry } from './known.ts';

/** An author as alignment compares them. */
export function authorKey(person: number | undefined, author: string | undefined): string {
  if (person !== undefined && person !== 0) return `#${person}`;
  return author === undefined ? '' : foldedName(author);
}

/** A conversation to which a channel of the platform leads: its clock shows UTC, that of a file the zone of a phone. */
export interface LiveClock {
  /** Seq of the channel's record. */
  readonly since: number;
  readonly phone: ZoneClock;
}

/** The fact of a held entry or of one of its versions. */
export function heldFact(held: HeldEntry, live?: LiveClock): MessageFact {
  const { record } = held;
  const system = systemOf(record);
  return {
    ref: held.entry,
    at: live === undefined ? held.at : held.at - minutesOf(held, live) * 60,
    seconds: record.at.length > 16,
    author: authorKey(held.person, record.author),
    kind: record.kind,
    media: record.media?.state ?? '',
    edited: record.edited === true,
    text: normaliseText(record.text, record.media?.name ?? ''),
    mediaName: record.media?.name ?? '',
    ...(system === undefined ? {} : { system }),
  };
}

/** Minutes that the clock of what brought an entry is ahead of UTC: a file that came before the channel did shows a phone's. */
function minutesOf({ at, record }: HeldEntry, { phone, since }: LiveClock): number {
  if (record.zone === 'UTC' || record.import >= since) return 0;
  return (record.zone === undefined ? phone : zoneClock(record.zone)).offsetAtWall(at);
}

/** The fact of entry number `ref` of a file. */
export function incomingFact(
  entry: TimedEntry,
  ref: number,
  { live, person }: { readonly person: number | undefined; readonly live?: LiveClock | undefined },
): MessageFact {
  const system = systemOf(entry);
  return {
    ref,
    at: entry.atSeconds - (live === undefined ? 0 : live.phone.offsetAtWall(entry.atSeconds) * 60),
    seconds: entry.at.length > 16,
    author: authorKey(person, entry.author),
    kind: entry.kind,
    media: entry.media?.state ?? '',
    edited: entry.edited === true,
    text: normaliseText(entry.text, entry.media?.name ?? ''),
    mediaName: entry.media?.name ?? '',
    ...(system === undefined ? {} : { system }),
  };
}

function systemOf(entry: Pick<EntryRecord, 'call' | 'system'>): string | undefined {
  return entry.call === undefined ? entry.system : `${entry.call.outcome}-${entry.call.medium}`;
}
