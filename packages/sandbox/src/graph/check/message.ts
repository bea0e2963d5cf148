// A whole request to send: the members that every message has, and the content of its type. It judges the form only; whether the
// message may be sent now is a matter of limits and windows.
import { type JsonObject, objectOf } from '../../json.ts';
import { SandboxError } from '../../sandbox-error.ts';
import type { Templates } from '../../world/template.ts';
import { checkContacts, checkMedia, checkPlace, checkReaction, checkText, type FindMedia } from './content.ts';
import type { Form } from './form.ts';
import { checkInteractive } from './interactive.ts';
import { checkTemplate, type FilledTemplate } from './template.ts';

export const messageTypes = [
  'text',
  'image',
  'video',
  'audio',
  'document',
  'sticker',
  'location',
  'contacts',
  'reaction',
  'interactive',
  'template',
] as const;
export type MessageType = (typeof messageTypes)[number];

/** A request that has the right form. */
export interface CheckedMessage {
  readonly type: MessageType;
  readonly content: JsonObject | readonly unknown[];
  /** As it was given, in `to` or `recipient`. */
  readonly address: string;
  readonly isByBsuid: boolean;
  readonly replyTo: string | undefined;
  readonly callback: string | undefined;
  readonly filled: FilledTemplate | undefined;
}

export interface CheckParts {
  readonly templates: Templates;
  readonly findMedia: FindMedia;
}

const maxCallback = 512;
const bsuid = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/;
const phone = /^\+?[\d\s()-]{5,24}$/;

/** @throws SandboxError with the platform's code for the first fault */
export function checkMessage(request: Form, { templates, findMedia }: CheckParts): CheckedMessage {
  const kind = request.optionalText('recipient_type', { max: 20 }) ?? 'individual';
  if (kind === 'group') throw new SandboxError(131009, 'this number has no groups');
  if (kind !== 'individual') request.tooMuch('recipient_type', "must be one of {'individual', 'group'}");
  const { address, isByBsuid } = recipientOf(request);
  const type = request.has('type') ? typeOf(request) : 'text';
  const replyTo = request.optionalInner('context')?.text('message_id', { max: 512 });
  const callback = request.optionalText('biz_opaque_callback_data', { max: maxCallback });
  const filled = checkContent(request, type, { templates, findMedia });
  const content = request.object[type];
  return {
    type,
    content: Array.isArray(content) ? content : (objectOf(content) ?? {}),
    address,
    isByBsuid,
    replyTo,
    callback,
    filled,
  };
}

function typeOf(request: Form): MessageType {
  const type = messageTypes.find((one) => one === request.object['type']);
  return type ?? request.tooMuch('type', `must be one of {${messageTypes.join(', ').toUpperCase()}}`);
}

/** `to` wins where both are given. */
function recipientOf(request: Form): { readonly address: string; readonly isByBsuid: boolean } {
  if (request.has('to')) {
    const address = request.text('to', { max: 140 });
    if (!phone.test(address)) request.wrong('to', 'is no phone number');
    return { address, isByBsuid: false };
  }
  if (!request.has('recipient')) request.missing('to');
  return { address: request.text('recipient', { max: 140, form: bsuid }), isByBsuid: true };
}

function checkContent(request: Form, type: MessageType, parts: CheckParts): FilledTemplate | undefined {
  switch (type) {
    case 'text':
      checkText(request.inner('text'));
      return undefined;
    case 'location':
      checkPlace(request.inner('location'));
      return undefined;
    case 'contacts':
      checkContacts(request);
      return undefined;
    case 'reaction':
      checkReaction(request.inner('reaction'));
      return undefined;
    case 'interactive':
      checkInteractive(request.inner('interactive'), parts.findMedia);
      return undefined;
    case 'template':
      return checkTemplate(request.inner('template'), parts.templates, parts.findMedia);
    default:
      checkMedia(request.inner(type), type, parts.findMedia);
      return undefined;
  }
}
