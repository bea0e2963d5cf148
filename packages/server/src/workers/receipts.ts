// Tells the platform that a message was read, and that somebody is typing. Neither puts anything before the other side that could stand
// there twice, so it is called at once and not kept for later; who did it stands on record.

import { graphErrorRule, readGraphError, readReceipt } from '@acta/formats';
import { decideSend } from '@acta/policy';
import type { AuditRecord } from '../records/assurance.ts';
import { auditRecord } from '../records/audit.ts';
import { isEntry } from '../records/conversation.ts';
import type { SendingLook } from '../views/sending-look.ts';
import type { GraphClient } from './graph-client.ts';
import type { RecordQueue } from './record-queue.ts';
import { type FactsRooms, sendFactsOf } from './send-facts-of.ts';
import type { ReceiptOrder, ReceiptOutcome } from './send-order.ts';

export interface ReceiptParts extends FactsRooms {
  readonly look: SendingLook;
  readonly graph: GraphClient;
  readonly queue: RecordQueue;
  readonly now: () => Date;
}

/** Marks a message of the other side as read. */
export async function markRead(parts: ReceiptParts, order: ReceiptOrder): Promise<ReceiptOutcome> {
  const record = await parts.look.record(order.of);
  const isTheirs = record !== undefined && isEntry(record) && record.origin === 'live' && record.wamid !== undefined;
  const place = isTheirs ? await parts.look.channelAt(record.import) : undefined;
  if (!isTheirs || record.wamid === undefined || place === undefined) return { outcome: 'unknown-message' };
  const recipient = await parts.look.recipientOf(place);
  const nowMs = parts.now().getTime();
  const decision = decideSend(await sendFactsOf(parts, { place, recipient, message: { kind: 'read' }, nowMs }));
  const outcome: ReceiptOutcome =
    decision.verdict === 'allow'
      ? await called(
          parts,
          place.number,
          JSON.stringify(readReceipt(record.wamid, { isTyping: order.isTyping ?? false })),
        )
      : { outcome: 'refused', rule: decision.rule, reason: decision.reason };
  await parts.queue.put([
    { subject: 0, conversation: 0, month: 0, record: auditOf(parts, order, place.chat, outcome) },
  ]);
  return outcome;
}

async function called({ graph, now, stateOf }: ReceiptParts, number: string, body: string): Promise<ReceiptOutcome> {
  stateOf(number).sent(now().getTime());
  const answer = await graph.send(number, body);
  if (answer.kind !== 'answer') return { outcome: 'failed' };
  const error = readGraphError(answer.bytes);
  if (error === undefined) return answer.status === 200 ? { outcome: 'done' } : { outcome: 'failed' };
  if (error.code === undefined) return { outcome: 'failed' };
  return { outcome: 'failed', code: error.code, meaning: graphErrorRule(error.code).meaning };
}

function auditOf(
  { now }: ReceiptParts,
  { actor, of }: ReceiptOrder,
  chat: number,
  { outcome }: ReceiptOutcome,
): AuditRecord {
  const said = outcome === 'done' ? 'done' : outcome === 'refused' ? 'refused' : 'failed';
  const note = { actor, command: 'mark-read', chats: [chat], count: 1, outcome: said, people: [], seqs: [of] } as const;
  return auditRecord(note, now());
}
