// Reads one of `statuses[]`: what became of a message, of a payment, or of a call.
import type { CloudFact } from '../fact/cloud-fact.ts';
import type { CloudConversation, CloudPayment, CloudPricing, CloudStatus } from '../fact/cloud-status.ts';
import type { PersonMarks } from '../fact/person-marks.ts';
import { type Draft, flagOf, type Loose, objectOf, secondsOf, textOf } from './loose-json.ts';
import { type PieceContext, unknownEvent } from './piece-context.ts';
import { errorsOf } from './read-errors.ts';
import { marksOf } from './read-marks.ts';

const groupAddress = '@g.us';

/** @returns a status, a payment, or for a call an event; an event that is not known without id or status */
export function readStatus(value: unknown, context: PieceContext): CloudFact {
  const status = objectOf(value);
  const state = textOf(status?.['status']);
  if (status === undefined || state === undefined) return unknownEvent(context);
  const type = textOf(status['type']);
  if (type === 'call' || context.field === 'calls') return readCallStatus(status, state, context);
  if (type === 'payment' || objectOf(status['payment']) !== undefined) return readPayment(status, state, context);
  const wamid = textOf(status['id']);
  return wamid === undefined ? unknownEvent(context) : readDelivery(status, { wamid, state }, context);
}

function readDelivery(
  status: Loose,
  { wamid, state }: Pick<CloudStatus, 'wamid' | 'state'>,
  context: PieceContext,
): CloudFact {
  const at = secondsOf(status['timestamp']) ?? 0;
  const fact: Draft<CloudStatus> = { fact: 'status', channel: context.channel, wamid, at, state };
  const { group, recipient } = recipientOf(status, context);
  const callback = textOf(status['biz_opaque_callback_data']);
  const errors = errorsOf(status['errors']);
  const pricing = pricingOf(objectOf(status['pricing']));
  const conversation = conversationOf(objectOf(status['conversation']));
  if (recipient !== undefined) fact.recipient = recipient;
  if (group !== undefined) fact.group = group;
  if (callback !== undefined) fact.callback = callback;
  if (errors !== undefined) fact.errors = errors;
  if (pricing !== undefined) fact.pricing = pricing;
  if (conversation !== undefined) fact.conversation = conversation;
  return fact;
}

/** In a group the recipient's id is the group's, and the person is the participant. */
function recipientOf(
  status: Loose,
  { soleContact }: PieceContext,
): { readonly group?: string; readonly recipient?: PersonMarks | undefined } {
  const id = textOf(status['recipient_id']);
  if (id === undefined || (status['recipient_type'] !== 'group' && !id.endsWith(groupAddress))) {
    const parent = status['parent_recipient_user_id'] ?? status['recipient_parent_user_id'];
    return { recipient: marksOf(id, status['recipient_user_id'], parent) ?? soleContact };
  }
  const participant = marksOf(
    status['recipient_participant_id'],
    status['recipient_participant_user_id'],
    status['recipient_participant_parent_user_id'],
  );
  return { group: id, recipient: participant ?? soleContact };
}

/** @returns what a delivery costs, as the platform puts it; nothing if it says nothing */
export function pricingOf(object: Loose | undefined): CloudPricing | undefined {
  if (object === undefined) return undefined;
  const pricing: Draft<CloudPricing> = {};
  const billable = flagOf(object['billable']);
  const model = textOf(object['pricing_model']);
  const type = textOf(object['type']);
  const category = textOf(object['category']);
  if (billable !== undefined) pricing.billable = billable;
  if (model !== undefined) pricing.model = model;
  if (type !== undefined) pricing.type = type;
  if (category !== undefined) pricing.category = category;
  return pricing;
}

/** @returns the conversation that a status names; nothing if it names none */
export function conversationOf(object: Loose | undefined): CloudConversation | undefined {
  if (object === undefined) return undefined;
  const conversation: Draft<CloudConversation> = {};
  const id = textOf(object['id']);
  const origin = textOf(objectOf(object['origin'])?.['type']);
  const expiresAt = secondsOf(object['expiration_timestamp']);
  if (id !== undefined) conversation.id = id;
  if (origin !== undefined) conversation.origin = origin;
  if (expiresAt !== undefined) conversation.expiresAt = expiresAt;
  return conversation;
}

function readPayment(status: Loose, state: string, context: PieceContext): CloudFact {
  const payment = objectOf(status['payment']);
  const at = secondsOf(status['timestamp']) ?? 0;
  const fact: Draft<CloudPayment> = { fact: 'payment', channel: context.channel, at, state };
  const wamid = textOf(status['id']);
  const reference = textOf(payment?.['reference_id']);
  const { recipient } = recipientOf(status, context);
  const amount = amountOf(payment);
  const transaction = transactionOf(objectOf(payment?.['transaction']));
  const errors = errorsOf(status['errors']);
  if (wamid !== undefined) fact.wamid = wamid;
  if (reference !== undefined) fact.reference = reference;
  if (recipient !== undefined) fact.recipient = recipient;
  if (amount !== undefined) fact.amount = amount;
  if (transaction !== undefined) fact.transaction = transaction;
  if (errors !== undefined) fact.errors = errors;
  return fact;
}

function amountOf(payment: Loose | undefined): CloudPayment['amount'] {
  const amount = objectOf(payment?.['amount']);
  const value = textOf(amount?.['value']);
  const offset = textOf(amount?.['offset']);
  if (value === undefined || offset === undefined) return undefined;
  const currency = textOf(payment?.['currency']) ?? textOf(amount?.['currency']);
  return { value, offset, ...(currency !== undefined && { currency }) };
}

function transactionOf(object: Loose | undefined): CloudPayment['transaction'] {
  if (object === undefined) return undefined;
  const transaction: Draft<NonNullable<CloudPayment['transaction']>> = {};
  const id = textOf(object['id']);
  const state = textOf(object['status']);
  const method = textOf(objectOf(object['method'])?.['type']) ?? textOf(object['method']);
  if (id !== undefined) transaction.id = id;
  if (state !== undefined) transaction.state = state;
  if (method !== undefined) transaction.method = method;
  return transaction;
}

function readCallStatus(status: Loose, state: string, context: PieceContext): CloudFact {
  const at = secondsOf(status['timestamp']);
  const { recipient: person } = recipientOf(status, context);
  const { channel, field } = context;
  return {
    fact: 'event',
    channel,
    field,
    name: state,
    isKnown: true,
    ...(at !== undefined && { at }),
    ...(person !== undefined && { person }),
  };
}
