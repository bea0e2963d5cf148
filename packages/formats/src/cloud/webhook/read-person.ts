// Reads what is said of persons outside of messages: contacts, heads of threads, preferences, updates of ids.
import type { CloudFact } from '../fact/cloud-fact.ts';
import type { CloudContact, CloudPreference } from '../fact/cloud-person.ts';
import { type Draft, objectOf, secondsOf, textOf } from './loose-json.ts';
import { type PieceContext, unknownEvent } from './piece-context.ts';
import { contactMarks, marksIn, marksOf } from './read-marks.ts';

/** One of `contacts[]`. */
export function readContact(value: unknown, context: PieceContext): CloudFact {
  const contact = objectOf(value);
  const person = contact && contactMarks(contact);
  if (person === undefined) return unknownEvent(context);
  const fact: Draft<CloudContact> = { fact: 'contact', channel: context.channel, person };
  const keyHash = textOf(contact?.['identity_key_hash']);
  if (keyHash !== undefined) fact.keyHash = keyHash;
  return fact;
}

/** The head of a thread of `history`. */
export function readThread(_head: unknown, context: PieceContext): CloudFact {
  const { channel, thread: person } = context;
  return person === undefined ? unknownEvent(context) : { fact: 'contact', channel, person };
}

/** One of `user_preferences[]`. */
export function readPreference(value: unknown, context: PieceContext): CloudFact {
  const preference = objectOf(value);
  const person = marksIn(preference) ?? context.soleContact;
  const wanted = textOf(preference?.['value']);
  if (preference === undefined || person === undefined || wanted === undefined) return unknownEvent(context);
  const fact: Draft<CloudPreference> = {
    fact: 'preference',
    channel: context.channel,
    person,
    at: secondsOf(preference['timestamp']) ?? 0,
    category: textOf(preference['category']) ?? '',
    value: wanted,
  };
  const detail = textOf(preference['detail']);
  if (detail !== undefined) fact.detail = detail;
  return fact;
}

/** One of `user_id_update[]`: each id as it was and as it is. */
export function readIdUpdate(value: unknown, context: PieceContext): CloudFact {
  const update = objectOf(value);
  const [own, parent] = [objectOf(update?.['user_id']), objectOf(update?.['parent_user_id'])];
  const number = update?.['wa_id'];
  const was = marksOf(number, own?.['previous'], parent?.['previous']);
  const is = marksOf(number, own?.['current'], parent?.['current']);
  if (update === undefined || was === undefined || is === undefined) return unknownEvent(context);
  const at = secondsOf(update['timestamp']) ?? 0;
  const text = textOf(update['detail']) ?? '';
  return { fact: 'identity', channel: context.channel, at, was, is, type: 'user_id_update', text };
}
