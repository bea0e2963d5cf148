// How webhooks speak of a person: by phone while the business may see it, always by the business-scoped id, with a profile or without.
import { type JsonObject, present } from '../json.ts';
import { type Person, showsPhone } from './person.ts';

/** @returns an element of `contacts` */
export function contactOf(
  person: Person,
  nowMs: number,
  { hasProfile = true }: { readonly hasProfile?: boolean } = {},
): JsonObject {
  const { username, name, waId, bsuid } = person;
  return present({
    profile: hasProfile ? present({ name, username: username === undefined ? undefined : `@${username}` }) : undefined,
    wa_id: showsPhone(person, nowMs) ? waId : undefined,
    user_id: bsuid,
  });
}

/** @returns the members of a message that say whom it is from */
export function senderOf(person: Person, nowMs: number): JsonObject {
  return present({ from: showsPhone(person, nowMs) ? person.waId : undefined, from_user_id: person.bsuid });
}

/** @returns the members of a status that say whom it is about */
export function recipientOf(person: Person, nowMs: number): JsonObject {
  return present({
    recipient_id: showsPhone(person, nowMs) ? person.waId : undefined,
    recipient_user_id: person.bsuid,
  });
}

/** @returns a time as messages and statuses write it: whole seconds, as a text */
export function timestampOf(ms: number): string {
  return String(Math.floor(ms / 1000));
}
