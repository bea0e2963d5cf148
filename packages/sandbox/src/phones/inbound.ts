// A message from a phone as the webhook tells it: type, content, and the members that stand beside them.
import type { Chance } from '../chance.ts';
import { type JsonObject, present } from '../json.ts';
import { SandboxError } from '../sandbox-error.ts';
import type { World } from '../world/world.ts';
import type { MediaKind, PhoneAct } from './phone-act.ts';
import { unsupportedMembers } from './unsupported.ts';

type Writing = Extract<
  PhoneAct,
  { readonly act: 'text' | 'media' | 'location' | 'contact' | 'advertisement' | 'order' | 'unsupported' }
>;

export interface Inbound {
  readonly act: Writing['act'];
  readonly type: string;
  readonly content: JsonObject | readonly unknown[];
  readonly text: string;
  readonly context?: JsonObject;
  readonly more?: JsonObject;
  readonly isFromAdvertisement?: boolean;
}

const longestText = 65_536;
const megabyte = 1_048_576;
/** What a phone can send of each kind. */
const largest: Readonly<Record<MediaKind, number>> = {
  image: 16 * megabyte,
  video: 64 * megabyte,
  audio: 16 * megabyte,
  document: 100 * megabyte,
  sticker: megabyte,
};

/** @throws SandboxError `bad-request` or `unknown-number` */
export function inboundOf(act: Writing, world: World, chance: Chance): Inbound {
  const { phone } = world.number(act.number);
  switch (act.act) {
    case 'text':
      return textInbound(act, phone);
    case 'media':
      return mediaInbound(act, world, chance, phone);
    case 'location':
      return locationInbound(act);
    case 'contact':
      return contactInbound(act);
    case 'order':
      return orderInbound(act);
    case 'advertisement':
      return advertisementInbound(act);
    case 'unsupported':
      return unsupportedInbound(act);
  }
}

function textInbound({ act, body, replyTo, forwarded }: Extract<Writing, { act: 'text' }>, phone: string): Inbound {
  checkText(body);
  const context = contextOf(phone, replyTo, forwarded);
  return { act, type: 'text', content: { body }, text: body, ...(context && { context }) };
}

function contextOf(phone: string, replyTo: string | undefined, forwarded?: boolean): JsonObject | undefined {
  if (replyTo !== undefined) return { from: phone, id: replyTo };
  return forwarded === true ? { forwarded: true } : undefined;
}

function checkText(body: string): void {
  if (body.trim() === '' || body.length > longestText || !body.isWellFormed())
    throw new SandboxError('bad-request', 'a text has 1 to 65,536 characters');
}

function mediaInbound(act: Extract<Writing, { act: 'media' }>, world: World, chance: Chance, phone: string): Inbound {
  const { kind, bytes, mime, filename, caption, voice, replyTo } = act;
  if (bytes.length === 0 || bytes.length > largest[kind]) throw new SandboxError('bad-request', `${kind}: size`);
  const object = world.media.add(bytes, mime, 'person');
  const content = present({
    caption: kind === 'audio' || kind === 'sticker' ? undefined : caption,
    filename: kind === 'document' ? filename : undefined,
    mime_type: mime,
    sha256: object.sha256.toString(chance.happens(world.habits.hexHash) ? 'hex' : 'base64'),
    id: object.id,
    voice: kind === 'audio' ? voice === true : undefined,
    animated: kind === 'sticker' ? false : undefined,
  });
  const context = contextOf(phone, replyTo);
  return { act: 'media', type: kind, content, text: caption ?? '', ...(context && { context }) };
}

function locationInbound({ act, latitude, longitude, name, address }: Extract<Writing, { act: 'location' }>): Inbound {
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180))
    throw new SandboxError('bad-request', 'a place lies on the globe');
  const content = present({ latitude, longitude, name, address });
  return { act, type: 'location', content, text: [name, address].filter(Boolean).join(', ') };
}

function contactInbound({ act, name, phone }: Extract<Writing, { act: 'contact' }>): Inbound {
  const [first = name] = name.split(' ');
  const card = { name: { formatted_name: name, first_name: first }, phones: [{ phone, type: 'CELL' }] };
  return { act, type: 'contacts', content: [card], text: `${name}, ${phone}` };
}

function orderInbound({ act, items, text = '' }: Extract<Writing, { act: 'order' }>): Inbound {
  if (items.length === 0) throw new SandboxError('bad-request', 'an order has items');
  const products = items.map(({ id, quantity, price, currency }) => ({
    product_retailer_id: id,
    quantity,
    item_price: price,
    currency,
  }));
  return { act, type: 'order', content: { catalog_id: '194836987003835', text, product_items: products }, text };
}

function advertisementInbound({
  act,
  body,
  headline = 'Casa Luna',
}: Extract<Writing, { act: 'advertisement' }>): Inbound {
  checkText(body);
  const referral = {
    source_url: 'https://fb.example/ad',
    source_id: '120226305854810726',
    source_type: 'ad',
    headline,
    body: headline,
    media_type: 'image',
    image_url: 'https://fb.example/ad.jpg',
    ctwa_clid: 'Aff-n8ZTODiE79d22KtAwQKj9e_mIEOOj27vDVwFjN80dp4',
  };
  return { act, type: 'text', content: { body }, text: body, more: { referral }, isFromAdvertisement: true };
}

function unsupportedInbound({ act, kind }: Extract<Writing, { act: 'unsupported' }>): Inbound {
  const { errors } = unsupportedMembers(kind);
  return { act, type: 'unsupported', content: { type: kind }, text: '', more: { errors } };
}
