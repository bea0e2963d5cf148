// The body of a request to `POST /{phone_number_id}/messages`. It writes what is asked, and refuses what the platform is known to
// refuse; whether it may be sent at all is a question of policy and not of form.
import { FormatsError } from '../../formats-error.ts';
import { checkOutgoing } from './check-outgoing.ts';
import { interactiveRequest } from './interactive-request.ts';
import { mediaRequest, placeRequest } from './media-and-place.ts';
import type {
  OutgoingAddress,
  OutgoingContact,
  OutgoingMedia,
  OutgoingMessage,
  OutgoingRecipient,
} from './outgoing-message.ts';
import { present, type RequestObject } from './present.ts';
import { templateRequest } from './template-request.ts';

/**
 * Writes the request that sends a message.
 * @returns a JSON object, to be sent as it is
 * @throws FormatsError `outgoing-invalid` if `checkOutgoing` finds a fault
 */
export function cloudRequest(message: OutgoingMessage): RequestObject {
  if (checkOutgoing(message).length > 0) throw new FormatsError('outgoing-invalid');
  const { to, replyTo, callback, type } = message;
  return present({
    messaging_product: 'whatsapp',
    ...recipientOf(to),
    context: replyTo === undefined ? undefined : { message_id: replyTo },
    type,
    [type]: contentOf(message),
    biz_opaque_callback_data: callback,
  });
}

/** Writes the request that marks a message, and those before it, as read; and, if asked, shows that somebody is typing (25 s at most). */
export function readReceipt(wamid: string, { isTyping = false }: { readonly isTyping?: boolean } = {}): RequestObject {
  return present({
    messaging_product: 'whatsapp',
    status: 'read',
    message_id: wamid,
    typing_indicator: isTyping ? { type: 'text' } : undefined,
  });
}

/** A business-scoped id goes into `recipient`; `to` would win if both were there. */
function recipientOf(to: OutgoingRecipient): RequestObject {
  if ('group' in to) return { recipient_type: 'group', to: to.group };
  return 'bsuid' in to
    ? { recipient_type: 'individual', recipient: to.bsuid }
    : { recipient_type: 'individual', to: to.waId };
}

function contentOf(message: OutgoingMessage): unknown {
  switch (message.type) {
    case 'text':
      return present({ body: message.body, preview_url: message.previewUrl });
    case 'location':
      return placeRequest(message);
    case 'contacts':
      return message.contacts.map(contactRequest);
    case 'reaction':
      return { message_id: message.target, emoji: message.emoji };
    case 'interactive':
      return interactiveRequest(message.interactive);
    case 'template':
      return templateRequest(message.template);
    default:
      return mediaContent(message);
  }
}

function mediaContent({ media, caption, filename, voice }: OutgoingMedia): RequestObject {
  return present({ ...mediaRequest(media), caption, filename, voice });
}

function contactRequest({
  name,
  phones,
  emails,
  urls,
  addresses,
  organisation,
  birthday,
}: OutgoingContact): RequestObject {
  return present({
    name: present({
      formatted_name: name.formatted,
      first_name: name.first,
      middle_name: name.middle,
      last_name: name.last,
      prefix: name.prefix,
      suffix: name.suffix,
    }),
    phones: phones?.map(({ phone, type, waId }) => present({ phone, type, wa_id: waId })),
    emails: emails?.map(({ email, type }) => present({ email, type })),
    urls: urls?.map(({ url, type }) => present({ url, type })),
    addresses: addresses?.map(addressRequest),
    org: organisation && present({ ...organisation }),
    birthday,
  });
}

function addressRequest({ countryCode, ...address }: OutgoingAddress): RequestObject {
  return present({ ...address, country_code: countryCode });
}
