// Reads one message, of whichever list it stands in: `messages[]`, `message_echoes[]`, a thread of `history`. What has no id is no
// message; what has one is a message whatever else is wrong with it, because it opens a window and somebody may have to answer.
import type { CloudFact } from '../fact/cloud-fact.ts';
import type { CloudLocation, CloudMessage } from '../fact/cloud-message.ts';
import { type Draft, flagOf, type Loose, objectOf, ownOf, secondsOf, textOf } from './loose-json.ts';
import type { MessageHead } from './message-head.ts';
import { sideOf } from './message-side.ts';
import { messageText } from './message-text.ts';
import { originOf, type PieceContext, unknownEvent } from './piece-context.ts';
import { errorsOf } from './read-errors.ts';
import { mediaOf } from './read-media.ts';
import { readSystem } from './read-system.ts';

const contentTypes = [
  'text',
  'image',
  'video',
  'audio',
  'voice',
  'document',
  'sticker',
  'location',
  'contacts',
  'interactive',
  'button',
  'order',
  'reaction',
  'system',
  'edit',
  'revoke',
  'unsupported',
  'template',
];
const mediaTypes: ReadonlySet<string> = new Set(['image', 'video', 'audio', 'voice', 'document', 'sticker']);

/** @returns a message, a reaction, an edit, a revocation or a change of identity; an event that is not known if it fits none */
export function readMessage(value: unknown, context: PieceContext): CloudFact {
  const message = objectOf(value);
  const wamid = textOf(message?.['id']);
  if (message === undefined || wamid === undefined) return unreadable(message, context);
  const head = headOf(message, wamid, context);
  const type = typeOf(message);
  switch (type) {
    case 'reaction':
    case 'revoke':
    case 'edit':
      return readMark(type, message, head) ?? unreadable(message, context);
    case 'system':
      return readSystem(message, head) ?? { fact: 'message', ...head, ...contentOf(type, message) };
    default:
      return { fact: 'message', ...head, ...contentOf(type, message) };
  }
}

function unreadable(message: Loose | undefined, context: PieceContext): CloudFact {
  const event = unknownEvent(context);
  const at = secondsOf(message?.['timestamp']);
  const person = message && sideOf(message, context).person;
  if (at !== undefined) event.at = at;
  if (person !== undefined) event.person = person;
  return event;
}

function headOf(message: Loose, wamid: string, context: PieceContext): MessageHead {
  const { direction, person } = sideOf(message, context);
  const head: Draft<MessageHead> = {
    channel: context.channel,
    wamid,
    at: secondsOf(message['timestamp']) ?? 0,
    direction,
    origin: originOf(context),
  };
  const group = textOf(message['group_id']);
  const state = textOf(objectOf(message['history_context'])?.['status']);
  if (person !== undefined) head.person = person;
  if (group !== undefined) head.group = group;
  if (state !== undefined) head.state = state;
  return head;
}

/** A message without a type is of the type whose content it has. */
const typeOf = (message: Loose): string =>
  textOf(message['type']) ?? contentTypes.find((type) => Object.hasOwn(message, type)) ?? 'unknown';

/** Reads what stands on another message. @returns nothing if it does not say on which */
function readMark(type: 'reaction' | 'revoke' | 'edit', message: Loose, head: MessageHead): CloudFact | undefined {
  const content = objectOf(message[type]);
  const target = textOf(content?.[type === 'reaction' ? 'message_id' : 'original_message_id']);
  if (content === undefined || target === undefined) return undefined;
  if (type === 'revoke') return { fact: 'revoke', ...head, target };
  if (type === 'reaction') {
    const emoji = textOf(content['emoji']);
    return { fact: 'reaction', ...head, target, ...(emoji !== undefined && { emoji }) };
  }
  const now = objectOf(content['message']) ?? {};
  return { fact: 'edit', ...head, target, ...contentOf(typeOf(now), now) };
}

type Content = Omit<CloudMessage, 'fact' | keyof MessageHead>;

/** @returns what a message says, after its head */
function contentOf(type: string, message: Loose): Content {
  const content: Draft<Content> = { type, text: messageText(type, message) };
  const object = objectOf(ownOf(message, type));
  if (object !== undefined) addObject(content, type, object);
  const context = objectOf(message['context']);
  if (context !== undefined) addContext(content, context);
  const errors = errorsOf(message['errors']);
  if (errors !== undefined) content.errors = errors;
  const unsupported = textOf(objectOf(message['unsupported'])?.['type']);
  if (unsupported !== undefined) content.unsupported = unsupported;
  return content;
}

function addObject(content: Draft<Content>, type: string, object: Loose): void {
  if (type === 'location') content.location = locationOf(object);
  else if (mediaTypes.has(type) || Object.hasOwn(object, 'mime_type')) {
    const media = mediaOf(object);
    if (media !== undefined) content.media = media;
  }
}

function locationOf(object: Loose): CloudLocation {
  const location: Draft<CloudLocation> = {};
  for (const name of ['latitude', 'longitude', 'name', 'address', 'url'] as const) {
    const text = textOf(object[name]);
    if (text !== undefined) location[name] = text;
  }
  return location;
}

function addContext(content: Draft<Content>, context: Loose): void {
  const replyTo = textOf(context['id']) ?? textOf(context['message_id']);
  if (replyTo !== undefined) content.replyTo = replyTo;
  if (flagOf(context['frequently_forwarded'])) content.forwarded = 'often';
  else if (flagOf(context['forwarded'])) content.forwarded = 'forwarded';
}
