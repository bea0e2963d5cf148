// Reads one message or status once more, for who looks at it. Tolerant: what cannot be read is absent, and nothing is thrown.

import type { CloudMedia } from '../fact/cloud-media.ts';
import { exactNumber } from '../webhook/body-text.ts';
import { type Draft, flagOf, type Loose, listOf, objectOf, ownOf, secondsOf, textOf } from '../webhook/loose-json.ts';
import { marksOf } from '../webhook/read-marks.ts';
import { mediaOf } from '../webhook/read-media.ts';
import { conversationOf, pricingOf } from '../webhook/read-status.ts';
import type {
  CloudDetails,
  ContactCard,
  ContextDetails,
  OrderDetailsRead,
  ProductDetails,
  ReferralDetails,
  ReplyDetails,
} from './cloud-details.ts';

/** @param raw the text of a piece of `readWebhook` that is one message or one status */
export function detailsOf(raw: string): CloudDetails {
  const piece = parsed(raw);
  if (piece === undefined) return {};
  const details: Draft<CloudDetails> = {};
  const context = contextOf(objectOf(piece['context']));
  const referral = referralOf(objectOf(piece['referral']));
  const order = orderOf(objectOf(piece['order']));
  const cards = listOf(piece['contacts']).map(cardOf);
  const cardOrigin = textOf(piece['origin']);
  const reply = replyOf(piece);
  const unsupported = textOf(objectOf(piece['unsupported'])?.['type']);
  const pricing = pricingOf(objectOf(piece['pricing']));
  const media = mediaIn(piece) ?? mediaIn(objectOf(objectOf(piece['edit'])?.['message']));
  const conversation = conversationOf(objectOf(piece['conversation']));
  if (context !== undefined) details.context = context;
  if (referral !== undefined) details.referral = referral;
  if (order !== undefined) details.order = order;
  if (cards.length > 0) details.cards = cards;
  if (cardOrigin !== undefined) details.cardOrigin = cardOrigin;
  if (reply !== undefined) details.reply = reply;
  if (unsupported !== undefined) details.unsupported = unsupported;
  if (media !== undefined) details.media = media;
  if (pricing !== undefined) details.pricing = pricing;
  if (conversation !== undefined) details.conversation = conversation;
  return details;
}

function mediaIn(message: Loose | undefined): CloudMedia | undefined {
  const type = textOf(message?.['type']);
  const content = message === undefined || type === undefined ? undefined : objectOf(ownOf(message, type));
  return content === undefined ? undefined : mediaOf(content);
}

/** Takes texts under new names. @returns an object of those that are there */
function texts<Name extends string>(
  object: Loose | undefined,
  names: Readonly<Record<Name, string>>,
): Partial<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {};
  for (const name of Object.keys(names) as Name[]) {
    const text = textOf(object?.[names[name]]);
    if (text !== undefined) found[name] = text;
  }
  return found;
}

const product = { catalogId: 'catalog_id', productId: 'product_retailer_id' } as const;

function contextOf(object: Loose | undefined): ContextDetails | undefined {
  if (object === undefined) return undefined;
  const context: Draft<ContextDetails> = texts(object, { id: 'id' });
  const from = marksOf(object['from'], object['from_user_id'], object['from_parent_user_id']);
  const forwarded = flagOf(object['forwarded']);
  const oftenForwarded = flagOf(object['frequently_forwarded']);
  const referred = objectOf(object['referred_product']);
  if (from !== undefined) context.from = from;
  if (forwarded !== undefined) context.forwarded = forwarded;
  if (oftenForwarded !== undefined) context.oftenForwarded = oftenForwarded;
  if (referred !== undefined) context.product = texts(referred, product) satisfies ProductDetails;
  return context;
}

function referralOf(object: Loose | undefined): ReferralDetails | undefined {
  if (object === undefined) return undefined;
  const welcome = textOf(objectOf(object['welcome_message'])?.['text']);
  return {
    ...texts(object, {
      sourceUrl: 'source_url',
      sourceId: 'source_id',
      sourceType: 'source_type',
      headline: 'headline',
      body: 'body',
      mediaType: 'media_type',
      imageUrl: 'image_url',
      videoUrl: 'video_url',
      thumbnailUrl: 'thumbnail_url',
      clickId: 'ctwa_clid',
    }),
    ...(welcome !== undefined && { welcome }),
  };
}

function orderOf(object: Loose | undefined): OrderDetailsRead | undefined {
  if (object === undefined) return undefined;
  const names = {
    productId: 'product_retailer_id',
    quantity: 'quantity',
    price: 'item_price',
    currency: 'currency',
  } as const;
  const items = listOf(object['product_items']).map((item) => texts(objectOf(item), names));
  return { ...texts(object, { catalogId: 'catalog_id', text: 'text' }), items };
}

function cardOf(value: unknown): ContactCard {
  const card = objectOf(value);
  const rows = (key: string): readonly (Loose | undefined)[] => listOf(card?.[key]).map(objectOf);
  return {
    ...texts(objectOf(card?.['name']), {
      name: 'formatted_name',
      firstName: 'first_name',
      middleName: 'middle_name',
      lastName: 'last_name',
      prefix: 'prefix',
      suffix: 'suffix',
    }),
    ...texts(objectOf(card?.['org']), { company: 'company', department: 'department', title: 'title' }),
    ...texts(card, { birthday: 'birthday', vcard: 'vcard' }),
    phones: rows('phones').map((row) => texts(row, { phone: 'phone', waId: 'wa_id', type: 'type' })),
    emails: rows('emails').map((row) => texts(row, { email: 'email', type: 'type' })),
    urls: rows('urls').map((row) => texts(row, { url: 'url', type: 'type' })),
    addresses: rows('addresses').map((row) =>
      texts(row, {
        street: 'street',
        city: 'city',
        state: 'state',
        zip: 'zip',
        country: 'country',
        countryCode: 'country_code',
        type: 'type',
      }),
    ),
  };
}

function replyOf(piece: Loose): ReplyDetails | undefined {
  const interactive = objectOf(piece['interactive']);
  const quick = objectOf(piece['button']);
  const button = objectOf(interactive?.['button_reply']);
  const list = objectOf(interactive?.['list_reply']);
  const flow = objectOf(interactive?.['nfm_reply']);
  const call = objectOf(interactive?.['call_permission_reply']);
  if (quick) return { kind: 'quick-reply', ...texts(quick, { title: 'text', payload: 'payload' }) };
  if (button) return { kind: 'button', ...texts(button, { id: 'id', title: 'title' }) };
  if (list) return { kind: 'list', ...texts(list, { id: 'id', title: 'title', description: 'description' }) };
  if (flow)
    return { kind: 'flow', ...texts(flow, { name: 'name', title: 'body' }), answers: answersOf(flow['response_json']) };
  return call && callReply(call);
}

function callReply(call: Loose): ReplyDetails {
  const reply: Draft<ReplyDetails> = { kind: 'call-permission', ...texts(call, { response: 'response' }) };
  const isPermanent = flagOf(call['is_permanent']);
  const expiresAt = secondsOf(call['expiration_timestamp']);
  if (isPermanent !== undefined) reply.isPermanent = isPermanent;
  if (expiresAt !== undefined) reply.expiresAt = expiresAt;
  return reply;
}

/** The form's answers are JSON within a string, written by whoever made the form and filled by a stranger. */
function answersOf(written: unknown): NonNullable<ReplyDetails['answers']> {
  const answers = typeof written === 'string' ? parsed(written) : objectOf(written);
  return Object.entries(answers ?? {}).map(([name, value]) => ({
    name: name.toWellFormed(),
    value: answerText(value),
  }));
}

function answerText(value: unknown): string {
  if (typeof value === 'string') return value.toWellFormed();
  try {
    return JSON.stringify(value).toWellFormed();
  } catch {
    // Nested deeper than the stack reaches.
    return '';
  }
}

function parsed(text: string): Loose | undefined {
  try {
    return objectOf(JSON.parse(text, exactNumber));
  } catch {
    return undefined;
  }
}
