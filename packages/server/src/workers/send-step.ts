// Takes one message that is to be sent a step further: policy is asked once more, the attempt is durable, then the platform is called,
// then what came of it is recorded. A call whose answer is lost is never made again; only where the platform said no, or the request
// cannot have left, the same message may be tried later.

import {
  graphErrorRule,
  type RequestObject,
  readSendResponse,
  type SendAccepted,
  type SendResponse,
} from '@acta/formats';
import { type AfterError, afterError, decideSend, type SendDecision } from '@acta/policy';
import type { ObjectRef } from '../records/conversation.ts';
import { phoneOfWaId } from '../records/identity.ts';
import type { InputFile } from '../records/input-file.ts';
import type { HaltRecord, OutcomeRecord, PreferenceRecord } from '../records/platform.ts';
import type { LedgerRecord } from '../records/record.ts';
import { wallSeconds, wallText } from '../records/wall-time.ts';
import { ServerError } from '../server-error.ts';
import type { SendPlace } from '../views/send-place.ts';
import type { SendingLook } from '../views/sending-look.ts';
import type { GraphAnswer, GraphClient } from './graph-client.ts';
import { uploadFile } from './graph-upload.ts';
import { sentRecord } from './intending.ts';
import { type SentRecord, scopeOfSent } from './intent-record.ts';
import type { Pending, Turn } from './outbox-line.ts';
import type { RecordQueue } from './record-queue.ts';
import { type FactsRooms, sendFactsOf } from './send-facts-of.ts';
import { UPLOADED } from './send-order.ts';

export interface StepParts extends FactsRooms {
  readonly look: SendingLook;
  readonly graph: GraphClient;
  readonly queue: RecordQueue;
  readonly openObject: (ref: ObjectRef, name: string) => Promise<InputFile>;
  readonly now: () => Date;
  /** From 0 to 1. */
  readonly jitter: () => number;
  /** What an error of the platform means beyond its message: takes effect at once. What it newly stops is to be put on record. */
  readonly reached: (
    after: AfterError,
    about: { readonly number: string; readonly code: number; readonly template?: string },
  ) => readonly HaltRecord[];
  /** What it stopped is on record now. */
  readonly halted: () => Promise<void>;
  /** From now on a call may have been made, whatever is known of it. */
  readonly attempting: (seq: number) => void;
  /** A call's answer was lost: only a status can tell what came of it. */
  readonly unknown: (seq: number) => void;
}

/** A message on its turn. */
interface Turning {
  readonly pending: Pending;
  readonly record: SentRecord;
  readonly place: SendPlace;
}

type Said = Omit<OutcomeRecord, 'kind' | 'of' | 'recordedAt' | 'v'>;

/** What waits longer than this is not sent any more: nobody expects it. */
const STALE_SECONDS = 86_400;
const UNSENT_RULE = { act: 'retry', meaning: 'the platform could not be reached' } as const;

/** One step. Throws only what keeps records from becoming durable. */
export async function sendStep(parts: StepParts, pending: Pending): Promise<Turn> {
  const record = sentRecord(await parts.look.record(pending.seq));
  const place = record === undefined ? undefined : await parts.look.channelAt(record.intent.channel);
  // It was erased meanwhile.
  if (record === undefined || place === undefined) return 'settled';
  const turning = { pending, record, place };
  const nowMs = parts.now().getTime();
  if (nowMs / 1000 - wallSeconds(record.at) > STALE_SECONDS) {
    return settle(parts, turning, { state: 'failed', rule: 'acta/send/stale', reason: 'too-old' });
  }
  if (parts.graph.uploadPlace(place.number) === undefined) {
    return settle(parts, turning, { state: 'failed', rule: 'acta/send/token', reason: 'no-token' });
  }
  const { decision, request } = await judged(parts, turning, nowMs);
  if (decision.verdict === 'refuse') {
    return settle(parts, turning, { state: 'refused', rule: decision.rule, reason: decision.reason });
  }
  if (decision.verdict === 'wait') return { tries: pending.tries, notBeforeMs: decision.untilMs };
  const file = await uploaded(parts, turning);
  if (file.kind === 'unreadable') {
    return settle(parts, turning, { state: 'failed', rule: 'acta/send/file', reason: 'file-unreadable' });
  }
  if (file.kind === 'failed') return refusedBy(parts, turning, file);
  const body = JSON.stringify(file.id === undefined ? request : withMedia(request, file.id));
  parts.attempting(pending.seq);
  const attempt = { kind: 'attempt', of: pending.seq, recordedAt: parts.now().toISOString(), v: 1 } as const;
  if (!(await put(parts, turning, [attempt]))) return 'settled';
  const answer = await parts.graph.send(place.number, body);
  const isOutside = decision.rule !== 'acta/send/window-24h';
  return answered(parts, turning, { answer, isOutside });
}

/** Asks policy again, right before the call. */
async function judged(
  parts: StepParts,
  { place, record }: Turning,
  nowMs: number,
): Promise<{ readonly decision: SendDecision; readonly request: RequestObject }> {
  const request = JSON.parse(record.intent.request) as RequestObject;
  const { category, optIn } = record.intent;
  const template = templateOf(request);
  const facts = await sendFactsOf(parts, {
    place,
    nowMs,
    recipient: await parts.look.recipientOf(place),
    message: {
      kind: template !== undefined ? 'template' : record.kind === 'reaction' ? 'reaction' : 'free',
      ...(category === undefined ? {} : { category }),
      ...(optIn === undefined ? {} : { optIn }),
      ...(template === undefined ? {} : { template }),
    },
  });
  // The line has let it through: it is itself the newest of the last second.
  const number = { ...facts.number, perSecond: Math.max(0, facts.number.perSecond - 1) };
  return { decision: decideSend({ ...facts, number }), request };
}

/** `name/language` of a template. */
function templateOf(request: RequestObject): string | undefined {
  const template = request['template'] as { readonly name?: string; readonly language?: { readonly code?: string } };
  return template === undefined ? undefined : `${template.name ?? ''}/${template.language?.code ?? ''}`;
}

type Uploaded =
  | { readonly kind: 'ready'; readonly id?: string }
  | { readonly kind: 'failed'; readonly answer: GraphAnswer }
  /** What was to be sent is not here any more, or not what it was. */
  | { readonly kind: 'unreadable' };

/** Brings the message's file to the platform, where it has one. */
async function uploaded(parts: StepParts, { place, record }: Turning): Promise<Uploaded> {
  const content = 'media' in record ? record.media?.content : undefined;
  const { mime } = record.intent;
  if (content === undefined || mime === undefined) return { kind: 'ready' };
  const to = parts.graph.uploadPlace(place.number);
  if (to === undefined) return { kind: 'failed', answer: { kind: 'unsent', code: 'no-token' } };
  const file = await parts.openObject(content, 'media').catch(unreadable);
  if (file === undefined) return { kind: 'unreadable' };
  try {
    const answer = await uploadFile(to, { file, mime });
    const id = answer.kind === 'answer' ? mediaIdIn(answer.bytes) : undefined;
    return id === undefined ? { kind: 'failed', answer } : { kind: 'ready', id };
  } finally {
    await file.close();
  }
}

/** Of an object that is missing or damaged; other failures pass. */
function unreadable(error: unknown): undefined {
  const isObject = error instanceof ServerError && (error.code === 'object-missing' || error.code === 'object-damaged');
  if (!isObject) throw error;
}

function mediaIdIn(bytes: Uint8Array): string | undefined {
  try {
    const said: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    const id = typeof said === 'object' && said !== null && 'id' in said ? said.id : undefined;
    return typeof id === 'string' && id !== '' ? id : undefined;
  } catch {
    return undefined;
  }
}

function withMedia(request: RequestObject, id: string): RequestObject {
  const type = String(request['type']);
  const media = request[type] as Readonly<Record<string, unknown>>;
  return media['id'] === UPLOADED.id ? { ...request, [type]: { ...media, id } } : request;
}

/** An upload came to nothing: nobody was written to, so it may be tried again. */
function refusedBy(parts: StepParts, turning: Turning, { answer }: { readonly answer: GraphAnswer }): Promise<Turn> {
  const response = answer.kind === 'answer' ? readSendResponse(answer.bytes) : undefined;
  if (response?.outcome === 'refused') return refused(parts, turning, response);
  return again(parts, turning, afterTry(parts, turning, UNSENT_RULE));
}

async function answered(
  parts: StepParts,
  turning: Turning,
  { answer, isOutside }: { readonly answer: GraphAnswer; readonly isOutside: boolean },
): Promise<Turn> {
  if (answer.kind === 'unsent') return again(parts, turning, afterTry(parts, turning, UNSENT_RULE));
  const response = answer.kind === 'answer' ? readSendResponse(answer.bytes) : ({ outcome: 'unclear' } as const);
  switch (response.outcome) {
    case 'accepted':
      if (isOutside) parts.portfolio.opened(turning.place.chat, parts.now().getTime());
      return accepted(parts, turning, response);
    case 'refused':
      return refused(parts, turning, response, answer.kind === 'answer' ? answer.bytes : undefined);
    case 'unclear': {
      const reason = answer.kind === 'answer' ? `http-${answer.status}` : answer.code;
      const turn = await settle(parts, turning, { state: 'unknown', reason });
      parts.unknown(turning.pending.seq);
      return turn;
    }
  }
}

/** Accepted; the number that the platform reached may be written otherwise than the one that was typed. */
async function accepted(parts: StepParts, turning: Turning, { waId, wamid }: SendAccepted): Promise<Turn> {
  const { peer, portfolio } = turning.place;
  const phone = waId === undefined ? undefined : phoneOfWaId(waId);
  const known = await parts.look.recipientOf(turning.place);
  const said: Said = { state: 'accepted', ...(waId === undefined ? {} : { waId }), wamid };
  const isNew = peer !== 0 && waId !== undefined && known.waId !== waId;
  const alias = { kind: 'alias', person: peer, ...(phone === undefined ? {} : { phone }), portfolio, v: 1 } as const;
  return settle(parts, turning, said, isNew ? [{ ...alias, waId }] : []);
}

async function refused(
  parts: StepParts,
  turning: Turning,
  { error }: Extract<SendResponse, { readonly outcome: 'refused' }>,
  bytes?: Uint8Array,
): Promise<Turn> {
  const code = error.code ?? -1;
  const after = afterTry(parts, turning, graphErrorRule(code));
  const template = templateOf(JSON.parse(turning.record.intent.request) as RequestObject);
  const halts = parts.reached(after, {
    number: turning.place.number,
    code,
    ...(template === undefined ? {} : { template }),
  });
  if (after.act === 'stop-all') {
    const said = {
      state: 'waiting',
      code,
      reason: after.meaning,
      rule: after.rule,
      tries: turning.pending.tries,
    } as const;
    await stopped(parts, turning, [outcomeOf(parts, turning, said)], halts);
    return { tries: turning.pending.tries, notBeforeMs: 0 };
  }
  if (after.untilMs !== undefined) return again(parts, turning, after, code);
  const stops = after.act === 'suppress-marketing' ? stopRecord(parts, turning, bytes) : [];
  const said = { state: 'failed', code, reason: after.meaning, rule: after.rule } as const;
  await stopped(parts, turning, [outcomeOf(parts, turning, said), ...stops], halts);
  return 'settled';
}

/** The outcome, and with it what the error stopped; that stands also where the message was erased meanwhile. */
async function stopped(
  parts: StepParts,
  turning: Turning,
  records: readonly LedgerRecord[],
  halts: readonly HaltRecord[],
): Promise<void> {
  const isPut = await put(parts, turning, [...records, ...halts]);
  if (halts.length === 0) return;
  if (!isPut) await parts.queue.put(halts.map((record) => ({ ...OF_VAULT, record })));
  await parts.halted();
}

const OF_VAULT = { subject: 0, conversation: 0, month: 0 };

/** The person's wish, as the platform told it: the answer itself is the evidence. */
function stopRecord(parts: StepParts, { place }: Turning, bytes: Uint8Array | undefined): PreferenceRecord[] {
  if (place.peer === 0) return [];
  const at = wallText(Math.floor(parts.now().getTime() / 1000));
  const raw = Buffer.from(bytes ?? [])
    .toString('utf8')
    .slice(0, STOP_LENGTH)
    .toWellFormed();
  return [{ at, category: 'marketing_messages', kind: 'preference', person: place.peer, raw, v: 1, value: 'stop' }];
}

const STOP_LENGTH = 4_000;

function afterTry(parts: StepParts, { pending }: Turning, rule: Parameters<typeof afterError>[0]): AfterError {
  const nowMs = parts.now().getTime();
  return afterError(rule, { tries: pending.tries + 1, nowMs, jitter: parts.jitter() });
}

/** It was not sent: it waits for its next try, or is given up. */
async function again(parts: StepParts, turning: Turning, after: AfterError, code?: number): Promise<Turn> {
  const why = { ...(code === undefined ? {} : { code }), reason: after.meaning, rule: after.rule };
  if (after.untilMs === undefined) return settle(parts, turning, { state: 'failed', ...why });
  const tries = turning.pending.tries + 1;
  const until = new Date(after.untilMs).toISOString();
  await put(parts, turning, [outcomeOf(parts, turning, { state: 'waiting', ...why, tries, until })]);
  return { tries, notBeforeMs: after.untilMs };
}

async function settle(
  parts: StepParts,
  turning: Turning,
  said: Said,
  more: readonly LedgerRecord[] = [],
): Promise<'settled'> {
  await put(parts, turning, [outcomeOf(parts, turning, said), ...more]);
  return 'settled';
}

function outcomeOf(parts: StepParts, { pending }: Turning, said: Said): OutcomeRecord {
  return { kind: 'outcome', of: pending.seq, recordedAt: parts.now().toISOString(), v: 1, ...said };
}

/** What is about the person alone stands under the person's own key. False where the message was erased meanwhile. */
function put(
  { queue }: StepParts,
  { pending, place, record }: Turning,
  records: readonly LedgerRecord[],
): Promise<boolean> {
  const ofMessage = scopeOfSent(record, place);
  const ofPerson = { subject: place.peer, conversation: 0, month: 0 };
  const placed = records.map((one) => {
    if (one.kind === 'halt') return { ...OF_VAULT, record: one };
    const isOfPerson = one.kind === 'alias' || one.kind === 'preference';
    return { ...(isOfPerson ? ofPerson : ofMessage), record: one };
  });
  return queue.put(placed, pending.seq);
}
