// How names, titles and numbers are folded before they are compared or blinded: the same person written with other
// invisible marks, spaces or case of a push-name mark is the same; nothing else is.

import type { BlindIndex } from './blind-index.ts';
import { normaliseAuthor } from './normalise.ts';

const PHONE = /^\+\d{7,15}$/;

/** A name as it is compared: NFC, invisible marks and the mark of a push name off, spaces unified; a number as + and digits. */
export function foldedName(name: string): string {
  return normaliseAuthor(name);
}

/** The phone number that a name is, as `+` and ASCII digits; undefined if the name is a name. */
export function phoneOfName(name: string): string | undefined {
  const folded = normaliseAuthor(name);
  return PHONE.test(folded) ? folded : undefined;
}

const MEXICAN_MOBILE = /^\+521(\d{10})$/;
const BRAZILIAN_MOBILE = /^(\+55\d{2})9([6-9]\d{7})$/;

/**
 * The line that a number reaches, for comparing: WhatsApp writes Mexican mobiles with or without the 1 after the country's
 * code, and Brazilian ones with or without the ninth digit. Takes and gives `+` and digits.
 */
export function lineOf(phone: string): string {
  return phone.replace(MEXICAN_MOBILE, '+52$1').replace(BRAZILIAN_MOBILE, '$1$2');
}

const WA_ID = /^\d{7,15}$/;

/** The number that a platform's `wa_id` is, as `+` and digits; undefined if it is none. Stored as it came all the same. */
export function phoneOfWaId(waId: string): string | undefined {
  return WA_ID.test(waId) ? `+${waId}` : undefined;
}

/** A conversation's title as it is compared: as a name, without regard to case. */
export function foldedTitle(title: string): string {
  return foldedName(title).toLowerCase();
}

/** Digest of a name that counts inside one chat (0: anywhere). */
export function nameDigest(blind: BlindIndex, chat: number, name: string): Uint8Array {
  return blind('name', chat, foldedName(name));
}

/** Digest of a phone number, given as `+` and digits. */
export function phoneDigest(blind: BlindIndex, phone: string): Uint8Array {
  return blind('phone', lineOf(phone));
}

/** Digest of an id that the platform gives a person inside one business portfolio, or, with none, across linked ones. */
export function bsuidDigest(blind: BlindIndex, portfolio: string, bsuid: string): Uint8Array {
  return blind('bsuid', portfolio, bsuid);
}

/** Digest of one of the business's numbers and the other side of its conversation: a person's id, or a group's. */
export function channelDigest(blind: BlindIndex, number: string, other: number | string): Uint8Array {
  return blind('channel', number, typeof other === 'number' ? 'person' : 'group', other);
}

/** Digest of a `wa_id` as it came: that of the number it is, or, where it is none, of itself. */
export function waIdDigest(blind: BlindIndex, waId: string): Uint8Array {
  const phone = phoneOfWaId(waId);
  return phone === undefined ? blind('phone', 'wa_id', waId) : phoneDigest(blind, phone);
}

/** Digest of a content by its SHA-256 in hex, so that the same bytes are known again. */
export function contentDigest(blind: BlindIndex, sha256: string): Uint8Array {
  return blind('content', sha256);
}

/** Digest of the key under which somebody asked for a message to be sent. */
export function idempotencyDigest(blind: BlindIndex, actor: string, key: string): Uint8Array {
  return blind('idempotency', actor, key);
}
