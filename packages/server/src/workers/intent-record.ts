// The record of a message that is to be sent: an entry of its conversation, or a reaction on another message. Pure.

import { cloudRequest, type OutgoingMessage, type RequestObject, textOfOutgoing } from '@acta/formats';
import type { EntryRecord, IntentSaid, MediaFact } from '../records/conversation.ts';
import type { KeyScope } from '../records/key-scope.ts';
import type { ReactionRecord } from '../records/platform.ts';
import { monthOf, type NewRecord } from '../records/record.ts';
import { wallText } from '../records/wall-time.ts';
import type { Recipient } from '../views/recipient.ts';
import type { SendPlace } from '../views/send-place.ts';
import type { OrderedMessage, SendOrder } from './send-order.ts';

export type SentRecord = (EntryRecord | ReactionRecord) & { readonly intent: IntentSaid };

/** What the record of an order is made of. */
export interface IntentDraft {
  readonly order: SendOrder;
  readonly place: SendPlace;
  readonly message: OutgoingMessage;
  /** The rule that let it go. */
  readonly rule: string;
  /** Person and name of our own side. */
  readonly ours: { readonly person: number; readonly name: string };
  readonly now: Date;
}

const TEXT_LENGTH = 12_000;

/** The message with its address. The person's number is used where it is known. */
export function addressed(
  message: OrderedMessage,
  { bsuid, group, waId }: Recipient,
  callback: string,
): OutgoingMessage {
  const to = group !== undefined ? { group } : waId !== undefined ? { waId } : { bsuid: bsuid ?? '' };
  return { ...message, to, callback } as OutgoingMessage;
}

/** The record, under the key of whom it is for. Throws `outgoing-invalid` where the form of the message is wrong. */
export function intentRecord(draft: IntentDraft): NewRecord {
  const { message, now, ours, place } = draft;
  const at = wallText(Math.floor(now.getTime() / 1000));
  const intent = intentOf(draft);
  const scope = { subject: place.peer, conversation: place.chat, month: monthOf(at) };
  if (message.type !== 'reaction') return { ...scope, record: entryOf(draft, intent, at) };
  const { emoji, target } = message;
  const set = emoji === '' ? {} : { emoji };
  const base = { at, chat: place.chat, ...set, from: ours.person, intent, kind: 'reaction' } as const;
  return { ...scope, record: { ...base, raw: '', target, v: 1, wamid: '' } };
}

function intentOf({ message, order, place, rule }: IntentDraft): IntentSaid {
  const { actor, category, file, idempotency, optIn, override } = order;
  return {
    actor,
    callback: message.callback ?? '',
    ...(category === undefined ? {} : { category }),
    channel: place.channel,
    ...(idempotency === undefined ? {} : { idempotency }),
    ...(file === undefined ? {} : { mime: file.mime }),
    ...(optIn === undefined ? {} : { optIn }),
    ...(override === undefined ? {} : { overridden: override.reason }),
    request: JSON.stringify(cloudRequest(message)),
    rule,
  };
}

function entryOf({ message, order, ours, place }: IntentDraft, intent: IntentSaid, at: string): EntryRecord {
  const text = textOfOutgoing(message, order.words).toWellFormed();
  const media = mediaOf(message, order);
  return {
    at,
    author: ours.name,
    chat: place.chat,
    from: ours.person,
    import: place.channel,
    intent,
    kind: 'message',
    line: 0,
    ...(message.type === 'location' ? { location: placeOf(message) } : {}),
    ...(media === undefined ? {} : { media }),
    origin: 'sent',
    ...(message.replyTo === undefined ? {} : { replyTo: message.replyTo }),
    text: text.length <= TEXT_LENGTH ? text : text.slice(0, TEXT_LENGTH).toWellFormed(),
    type: message.type,
    v: 1,
    zone: 'UTC',
  };
}

function placeOf({ address, latitude, longitude, name }: Extract<OutgoingMessage, { readonly type: 'location' }>) {
  const called = [name, address].filter((part) => part !== undefined && part !== '').join(', ');
  return { latitude, longitude, ...(called === '' ? {} : { name: called }) };
}

/** A file that was not handed over lies elsewhere, and only the platform ever sees it. */
function mediaOf(message: OutgoingMessage, { file }: SendOrder): MediaFact | undefined {
  if (!('media' in message)) return undefined;
  const filename = message.type === 'document' ? message.filename : undefined;
  const name = file?.name ?? filename;
  const called = name === undefined ? {} : { name };
  return file === undefined ? { ...called, state: 'missing' } : { content: file.content, ...called, state: 'present' };
}

/** The scope under which everything that becomes of a sent message is recorded: that of the message itself. */
export function scopeOfSent({ at }: Pick<SentRecord, 'at'>, { chat, peer }: SendPlace): KeyScope {
  return { subject: peer, conversation: chat, month: monthOf(at) };
}

/** Whether a record that stands is what the same order would become, whoever it is addressed to by now. */
export function isSameOrder({ intent, ...record }: SentRecord, draft: IntentDraft): boolean {
  const file = 'media' in record ? record.media?.content?.sha256 : undefined;
  const isSameFile = file === draft.order.file?.content.sha256;
  return isSameFile && record.chat === draft.place.chat && said(intent.request) === said(intentOf(draft).request);
}

function said(request: string): string {
  const {
    biz_opaque_callback_data: _callback,
    recipient: _recipient,
    to: _to,
    ...rest
  } = JSON.parse(request) as RequestObject;
  return JSON.stringify(rest);
}
