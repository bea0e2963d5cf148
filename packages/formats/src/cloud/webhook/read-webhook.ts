// Reads a webhook body of the WhatsApp Cloud API: bytes in, facts out. It checks no signature, which is done on the same bytes
// before, and judges nothing: whatever is signed is kept, and what nobody knows is an event that says so.
import { FormatsError } from '../../formats-error.ts';
import type { CloudChannel } from '../fact/channel.ts';
import type { CloudFact } from '../fact/cloud-fact.ts';
import type { PersonMarks } from '../fact/person-marks.ts';
import type { WebhookPiece, WebhookReading } from '../fact/webhook-piece.ts';
import { cutBody } from './body-cutter.ts';
import { bodyText, pieceValue } from './body-text.ts';
import { type Draft, type Loose, objectOf } from './loose-json.ts';
import { type PieceContext, unknownEvent } from './piece-context.ts';
import { readCall, readErrors, readGroup, readProgress, readStateSync, readValue } from './read-event.ts';
import { marksIn, marksOf } from './read-marks.ts';
import { readMessage } from './read-message.ts';
import { readContact, readIdUpdate, readPreference, readThread } from './read-person.ts';
import { readStatus } from './read-status.ts';
import type { ChangeStretches, EntryStretches, Part, Stretch } from './stretch.ts';

const noContacts: ReadonlyMap<Stretch, CloudFact> = new Map();
const noThreads: ReadonlyMap<number, PersonMarks> = new Map();

/** @returns the value that a stretch writes */
type StretchReader = (stretch: Stretch) => unknown;

const readers: Readonly<Record<Part, (value: unknown, context: PieceContext) => CloudFact>> = {
  contacts: readContact,
  messages: readMessage,
  statuses: readStatus,
  message_echoes: readMessage,
  state_sync: readStateSync,
  user_preferences: readPreference,
  user_id_update: readIdUpdate,
  groups: readGroup,
  calls: readCall,
  errors: readErrors,
  'history-progress': readProgress,
  'history-thread': readThread,
  'history-message': readMessage,
  value: readValue,
  stray: (_value, context) => unknownEvent(context),
};

/**
 * Takes a webhook body apart and reads it. Work and memory are linear in its size, whatever it nests; strings are well-formed.
 * Every value that may be about a person is in exactly one piece, also what nobody knows.
 * @param body the bytes as they arrived, of any size
 * @throws FormatsError `webhook-empty`, `webhook-not-json`, `webhook-not-utf8`, `webhook-too-deep`, `webhook-too-many`, `webhook-not-an-object` or
 *   `webhook-unknown-object`; with the byte offset where one is known. Nothing else is thrown.
 */
export function readWebhook(body: Uint8Array): WebhookReading {
  if (body.length === 0) throw new FormatsError('webhook-empty');
  const text = bodyText(body);
  const { entries, strays, oddNumbers } = cutBody(text);
  const read: StretchReader = (stretch) => pieceValue(text, stretch, oddNumbers);
  const pieces: WebhookPiece[] = [];
  const outside: CloudChannel = { account: '' };
  let hasStrays = addStrays(pieces, strays, outside);
  for (const entry of entries) {
    for (const change of entry.changes) readChange(pieces, read, change, entry);
    hasStrays = addStrays(pieces, entry.strays, { account: entry.account }) || hasStrays;
  }
  if (hasStrays) pieces.sort((one, other) => one.start - other.start);
  return { pieces };
}

/** Adds what stands outside of any change. @returns true if there was something */
function addStrays(pieces: WebhookPiece[], strays: readonly Stretch[], channel: CloudChannel): boolean {
  for (const { start, end, part } of strays)
    pieces.push({ start, end, fact: unknownEvent({ channel, field: '', part }) });
  return strays.length > 0;
}

function readChange(pieces: WebhookPiece[], read: StretchReader, change: ChangeStretches, entry: EntryStretches): void {
  const { field, stretches } = change;
  const shared: Draft<Omit<PieceContext, 'part'>> = { channel: channelOf(change, entry), field };
  if (entry.at !== undefined) shared.deliveredAt = entry.at;
  const contacts = contactsOf(stretches, read, shared);
  const soleContact = contacts.size === 1 ? personOf(contacts.values().next().value) : undefined;
  if (soleContact !== undefined) shared.soleContact = soleContact;
  const threads = threadsOf(stretches, read);
  let context: PieceContext = { ...shared, part: 'stray' };
  for (const stretch of stretches) {
    const { start, end, part } = stretch;
    const thread = stretch.thread === undefined ? undefined : threads.get(stretch.thread);
    if (part !== context.part || thread !== context.thread) context = { ...shared, part, ...(thread && { thread }) };
    const fact = contacts.get(stretch) ?? readers[part](read(stretch), context);
    pieces.push({ start, end, fact });
  }
}

/** @returns what is said of each contact; they are read first, because others may need them */
function contactsOf(
  stretches: readonly Stretch[],
  read: StretchReader,
  shared: Omit<PieceContext, 'part'>,
): ReadonlyMap<Stretch, CloudFact> {
  const contacts = stretches.filter(({ part }) => part === 'contacts');
  if (contacts.length === 0) return noContacts;
  const context: PieceContext = { ...shared, part: 'contacts' };
  return new Map(contacts.map((stretch) => [stretch, readContact(read(stretch), context)]));
}

function channelOf({ number, display }: ChangeStretches, { account }: EntryStretches): CloudChannel {
  const channel: Draft<CloudChannel> = { account };
  if (number !== undefined) channel.number = number;
  if (display !== undefined) channel.display = display;
  return channel;
}

const personOf = (fact: CloudFact | undefined): PersonMarks | undefined =>
  fact?.fact === 'contact' ? fact.person : undefined;

/** @returns whom each thread of a history is with; `context` says more than `id`, and either may be absent */
function threadsOf(stretches: readonly Stretch[], read: StretchReader): ReadonlyMap<number, PersonMarks> {
  if (!stretches.some(({ part }) => part === 'history-thread')) return noThreads;
  const threads = new Map<number, PersonMarks>();
  for (const stretch of stretches) {
    if (stretch.part !== 'history-thread' || stretch.thread === undefined) continue;
    const head: Loose = objectOf(read(stretch)) ?? {};
    const marks = { ...threads.get(stretch.thread), ...marksOf(head['id']), ...marksIn(objectOf(head['context'])) };
    if (Object.keys(marks).length > 0) threads.set(stretch.thread, marks);
  }
  return threads;
}
