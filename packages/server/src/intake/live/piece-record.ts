// What a piece of a delivery becomes: one record, under the key of whom it is about. Pure.

import type { CloudEdit, CloudFact, CloudMessage, CloudReaction, CloudRevoke, CloudStatus } from '@acta/formats';
import type { EntryRecord, MediaFact, ObjectRef } from '../../records/conversation.ts';
import type { KeyScope } from '../../records/key-scope.ts';
import { type LedgerRecord, monthOf } from '../../records/record.ts';
import { wallText } from '../../records/wall-time.ts';
import type { LiveChannel } from './live-desk.ts';

/** The bytes of a piece as they stand in a record: all of them, or their start and where the whole lies. */
export interface PieceBytes {
  readonly oversize?: ObjectRef;
  readonly raw: string;
}

/** Where a fact belongs. */
export interface FactPlace {
  /** Person whom it is about; 0 for none. */
  readonly person: number;
  readonly channel?: LiveChannel;
  /** Who speaks in an entry. */
  readonly author?: { readonly person: number; readonly name: string };
  /** Seconds since 1970 of the delivery, for what says no time of its own. */
  readonly receivedAt: number;
}

/** A record with the scope of its key. */
export interface PieceDraft {
  readonly scope: KeyScope;
  readonly record: LedgerRecord;
}

/** Longest text of a record, in UTF-16 units; the whole stands in the piece's bytes. */
const TEXT_LENGTH = 12_000;
const LAST_SECOND = 253_402_300_799;

/** The record of a fact. An entry needs its channel. */
export function pieceDraft(fact: CloudFact, place: FactPlace, bytes: PieceBytes): PieceDraft {
  const at = timeOf(fact, place);
  const record = recordOf(fact, place, { ...bytes, at });
  const month = monthOf(at);
  return { scope: { subject: place.person, conversation: place.channel?.chat ?? 0, month }, record };
}

type Said = PieceBytes & { readonly at: string };

function recordOf(fact: CloudFact, place: FactPlace, said: Said): LedgerRecord {
  const { at, ...bytes } = said;
  const person = place.person === 0 ? {} : { person: place.person };
  switch (fact.fact) {
    case 'message':
    case 'edit':
    case 'revoke':
      return entryOf(fact, place, said);
    case 'identity':
      return {
        ...entryBase(place, said),
        kind: 'system',
        system: fact.type,
        text: cut(fact.text),
        type: 'system',
        v: 1,
        ...optional('wamid', fact.wamid),
        zone: 'UTC',
        origin: 'live',
      };
    case 'reaction':
      return reactionOf(fact, place, said);
    case 'status':
      return statusOf(fact, place, said);
    case 'contact':
      return { kind: 'contact', person: place.person, ...bytes, v: 1 };
    case 'preference':
      return {
        at,
        category: fact.category,
        kind: 'preference',
        person: place.person,
        ...bytes,
        v: 1,
        value: fact.value,
      };
    case 'payment':
      return {
        at,
        field: 'messages',
        kind: 'event',
        known: true,
        name: `payment:${fact.state}`,
        ...person,
        portfolio: fact.channel.account,
        ...bytes,
        v: 1,
      };
    case 'event':
      return {
        at,
        ...optional('called', fact.isIncomingCall === true ? fact.channel.number : undefined),
        field: fact.field,
        kind: 'event',
        known: fact.isKnown,
        name: fact.name,
        ...person,
        portfolio: fact.channel.account,
        ...bytes,
        v: 1,
      };
  }
}

function entryOf(fact: CloudMessage | CloudEdit | CloudRevoke, place: FactPlace, said: Said): EntryRecord {
  const base = { ...entryBase(place, said), origin: fact.origin, v: 1, wamid: fact.wamid, zone: 'UTC' } as const;
  if (fact.fact === 'revoke') return { ...base, kind: 'deleted', target: fact.target, text: '', type: 'revoke' };
  const { location, media, replyTo, text, type } = fact;
  return {
    ...base,
    kind: 'message',
    ...(fact.fact === 'edit' ? { edited: true as const, target: fact.target } : {}),
    ...(location === undefined ? {} : { location: placeOf(location) }),
    ...(media === undefined ? {} : { media: mediaOf(media.filename) }),
    ...optional('replyTo', replyTo),
    text: cut(text),
    type,
  };
}

function entryBase({ author, channel }: FactPlace, { at, ...bytes }: Said) {
  const from = author === undefined || author.person === 0 ? {} : { from: author.person };
  const name = author === undefined ? {} : { author: author.name.toWellFormed() };
  return { at, ...name, chat: channel?.chat ?? 0, ...from, import: channel?.id ?? 0, line: 0, ...bytes };
}

function reactionOf(fact: CloudReaction, { author, channel }: FactPlace, { at, ...bytes }: Said): LedgerRecord {
  const from = author === undefined || author.person === 0 ? {} : { from: author.person };
  const { emoji, target, wamid } = fact;
  return {
    at,
    chat: channel?.chat ?? 0,
    ...optional('emoji', emoji),
    ...from,
    kind: 'reaction',
    ...bytes,
    target,
    v: 1,
    wamid,
  };
}

function statusOf(fact: CloudStatus, place: FactPlace, { at, ...bytes }: Said): LedgerRecord {
  const { callback, errors, state, wamid } = fact;
  return {
    at,
    ...optional('callback', callback),
    ...optional('chat', place.channel?.chat),
    ...optional('code', whole(errors?.[0]?.code)),
    kind: 'status',
    ...bytes,
    state,
    ...(place.person === 0 ? {} : { to: place.person }),
    v: 1,
    wamid,
  };
}

function placeOf({ address, latitude, longitude, name, url }: NonNullable<CloudMessage['location']>) {
  const called = [name, address].filter((part) => part !== undefined && part !== '').join(', ');
  return {
    ...optional('latitude', latitude),
    ...optional('longitude', longitude),
    ...optional('name', called === '' ? undefined : called),
    ...optional('url', url),
  };
}

/** Until it is fetched. */
function mediaOf(filename: string | undefined): MediaFact {
  return { ...optional('name', filename), state: 'omitted' };
}

/** UTC wall time. What says none, or one that no calendar has, gets that of its delivery. */
function timeOf(fact: CloudFact, { receivedAt }: FactPlace): string {
  const at = 'at' in fact ? fact.at : undefined;
  return wallText(at !== undefined && at > 0 && at <= LAST_SECOND ? Math.floor(at) : receivedAt);
}

function cut(text: string): string {
  return text.length <= TEXT_LENGTH ? text : text.slice(0, TEXT_LENGTH).toWellFormed();
}

function whole(code: number | undefined): number | undefined {
  return code !== undefined && Number.isSafeInteger(code) ? code : undefined;
}

/** The member where it has a value, nothing where it has none. */
function optional<Name extends string, T>(name: Name, value: T | undefined): { readonly [K in Name]?: T } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [K in Name]?: T };
}
