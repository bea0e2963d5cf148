// Reads what is no message: account, template, quality and flow events, groups, calls, the address book of the business's app,
// the progress of a history, errors out of band. Only what happened, when and to whom is taken out; the rest stays in the piece.
import type { CloudEvent } from '../fact/cloud-event.ts';
import type { CloudFact } from '../fact/cloud-fact.ts';
import type { PersonMarks } from '../fact/person-marks.ts';
import { type Draft, integerOf, type Loose, listOf, objectOf, secondsOf, textOf } from './loose-json.ts';
import { type PieceContext, unknownEvent } from './piece-context.ts';
import { errorsOf } from './read-errors.ts';
import { marksIn, marksOf, withLabels } from './read-marks.ts';

/** Fields whose events are known as a whole. */
const knownFields: ReadonlySet<string> = new Set([
  'account_alerts',
  'account_review_update',
  'account_settings_update',
  'account_update',
  'automatic_events',
  'business_capability_update',
  'business_username_update',
  'calls',
  'flows',
  'group_lifecycle_update',
  'group_participants_update',
  'group_settings_update',
  'group_status_update',
  'history',
  'message_template_components_update',
  'message_template_quality_update',
  'message_template_status_update',
  'messages',
  'partner_solutions',
  'payment_configuration_update',
  'phone_number_name_update',
  'phone_number_quality_update',
  'security',
  'smb_app_state_sync',
  'smb_message_echoes',
  'standby',
  'template_category_update',
  'user_id_update',
  'user_preferences',
]);
/** Under which name a field says what happened; the first that is there counts. */
const names = [
  'event',
  'type',
  'decision',
  'action',
  'alert_type',
  'new_quality_score',
  'new_category',
  'status',
  'state',
];
const participantLists = [
  'added_participants',
  'removed_participants',
  'failed_participants',
  'participants',
  'wa_ids',
];

/** The whole value of a field. */
export function readValue(value: unknown, context: PieceContext): CloudFact {
  const object = objectOf(value);
  if (object === undefined) return unknownEvent(context);
  const event = eventOf(object, context, knownFields.has(context.field));
  if (event.at === undefined && context.deliveredAt !== undefined) event.at = context.deliveredAt;
  return withPerson(event, marksIn(object) ?? context.soleContact);
}

/** One of `groups[]`. */
export function readGroup(value: unknown, context: PieceContext): CloudFact {
  const group = objectOf(value);
  if (group === undefined) return unknownEvent(context);
  const participants = participantLists.flatMap((name) => listOf(group[name])).map(participantMarks);
  const sole = participants.length === 1 ? participants[0] : undefined;
  const event = eventOf(group, context, true);
  const subject = subjectOf(group);
  if (subject !== undefined) event.subject = subject;
  return withPerson(event, marksIn(group) ?? sole);
}

/** The name of a group that was made, or of one whose change of name is not said to have failed. */
function subjectOf(group: Loose): string | undefined {
  const changed = objectOf(group['group_subject']);
  const isDone = changed === undefined || changed['update_successful'] !== false;
  return isDone ? (textOf(changed?.['text']) ?? textOf(group['subject'])) : undefined;
}

const participantMarks = (value: unknown): PersonMarks | undefined => {
  const participant = objectOf(value);
  return participant ? (marksIn(participant) ?? marksOf(participant['input'])) : marksOf(value);
};

/** One of `calls[]`: the person is the caller, or who is called by the business. */
export function readCall(value: unknown, context: PieceContext): CloudFact {
  const call = objectOf(value);
  if (call === undefined) return unknownEvent(context);
  const isOurs = textOf(call['direction']) === 'BUSINESS_INITIATED';
  const side = isOurs ? 'to' : 'from';
  const person = marksOf(call[side], call[`${side}_user_id`], call[`${side}_parent_user_id`]);
  const event = eventOf(call, context, true);
  if (isRinging(call)) event.isIncomingCall = true;
  return withPerson(event, person ?? context.soleContact);
}

/** Only what says itself that the person rings, and since when: nothing else of a call speaks for the person. */
function isRinging(call: Loose): boolean {
  const isTheirs = textOf(call['direction']) === 'USER_INITIATED' && textOf(call['event']) === 'connect';
  return isTheirs && secondsOf(call['timestamp']) !== undefined;
}

/** One of `state_sync[]`: a contact of the app's address book, added, changed or removed. */
export function readStateSync(value: unknown, context: PieceContext): CloudFact {
  const sync = objectOf(value);
  const contact = objectOf(sync?.['contact']);
  if (sync === undefined || contact === undefined) return unknownEvent(context);
  const event = eventOf(sync, context, true);
  const at = secondsOf(objectOf(sync['metadata'])?.['timestamp']);
  if (at !== undefined) event.at = at;
  event.name = textOf(sync['action']) ?? '';
  const number = contact['phone_number'] ?? contact['wa_id'];
  const marks = marksOf(number, contact['user_id'], contact['parent_user_id']);
  const savedName = textOf(contact['full_name']) ?? textOf(contact['first_name']);
  return withPerson(event, withLabels(marks, { username: contact['username'], savedName }));
}

/** `history[].metadata`. */
export function readProgress(value: unknown, context: PieceContext): CloudFact {
  const metadata = objectOf(value);
  const progress: Draft<NonNullable<CloudEvent['progress']>> = {};
  const phase = integerOf(metadata?.['phase']);
  const chunkOrder = integerOf(metadata?.['chunk_order']);
  const percent = integerOf(metadata?.['progress']);
  if (phase !== undefined) progress.phase = phase;
  if (chunkOrder !== undefined) progress.chunkOrder = chunkOrder;
  if (percent !== undefined) progress.percent = percent;
  const event = unknownEvent(context);
  if (Object.keys(progress).length === 0) return event;
  return { ...event, name: 'progress', progress, isKnown: true };
}

/** One of `errors[]` of a value, or of a history that the business refused to share. */
export function readErrors(value: unknown, context: PieceContext): CloudFact {
  const event = unknownEvent(context);
  const errors = errorsOf([value]);
  return errors === undefined ? event : { ...event, errors, isKnown: true };
}

function eventOf(object: Loose, { channel, field }: PieceContext, isKnown: boolean): Draft<CloudEvent> {
  const name = names.map((each) => textOf(object[each])).find((each) => each !== undefined) ?? '';
  const event: Draft<CloudEvent> = { fact: 'event', channel, field, name, isKnown };
  const at = secondsOf(object['timestamp']);
  const group = textOf(object['group_id']);
  const errors = errorsOf(object['errors']);
  if (at !== undefined) event.at = at;
  if (group !== undefined) event.group = group;
  if (errors !== undefined) event.errors = errors;
  return event;
}

function withPerson(event: Draft<CloudEvent>, person: PersonMarks | undefined): CloudEvent {
  if (person !== undefined) event.person = person;
  return event;
}
