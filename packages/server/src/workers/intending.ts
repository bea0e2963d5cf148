// Takes orders to send: policy and the look for numbers that no message should hold come first, then the message stands in the ledger
// as intended, durable, before anybody is called. What waits when a commit ends goes together into the next.

import { checkOutgoing, type OutgoingMessage, type OutgoingTemplate, type TemplateWords } from '@acta/formats';
import { decideSend, isLintRefused, type LintFinding, lintOutgoing, type SendDecision } from '@acta/policy';
import type { LedgerRecord, NewRecord } from '../records/record.ts';
import type { Recipient } from '../views/recipient.ts';
import type { SendPlace } from '../views/send-place.ts';
import type { SendingLook } from '../views/sending-look.ts';
import { Gate } from './gate.ts';
import { addressed, type IntentDraft, intentRecord, isSameOrder, type SentRecord } from './intent-record.ts';
import { orderFlags } from './order-flags.ts';
import { outgoingWords } from './outgoing-words.ts';
import type { Together } from './record-queue.ts';
import { type FactsRooms, sendFactsOf } from './send-facts-of.ts';
import { type SendOrder, type SendOutcome, UPLOADED } from './send-order.ts';

export interface IntendingParts extends FactsRooms {
  readonly look: SendingLook;
  readonly together: Together;
  readonly now: () => Date;
  readonly newCallback: () => string;
  readonly isFull: () => boolean;
  /** What the platform makes of a template, where it tells. */
  readonly wordsOf: (channel: number, template: OutgoingTemplate) => Promise<TemplateWords | undefined>;
  /** Told of each message that is to be sent, after it is durable. */
  readonly intended: (seq: number, place: SendPlace) => void;
}

/** An order that policy let pass, on its way into the ledger. */
interface Passed {
  readonly order: SendOrder;
  readonly place: SendPlace;
  readonly message: OutgoingMessage;
  readonly decision: Exclude<SendDecision, { readonly verdict: 'refuse' }>;
  readonly warnings: readonly LintFinding[];
}

/** Orders on their way into one commit. */
interface Commit {
  readonly records: NewRecord[];
  /** Our own sides that it makes known, by name. */
  readonly people: Map<string, number>;
  readonly byKey: Map<string, readonly [seq: number, record: SentRecord]>;
  readonly intended: (readonly [seq: number, place: SendPlace])[];
}

interface Waiting {
  readonly passed: Passed;
  readonly resolve: (outcome: SendOutcome) => void;
  readonly reject: (error: unknown) => void;
}

const MOST_A_COMMIT = 64;
const JUDGED_AT_ONCE = 16;

export class Intending {
  private readonly parts: IntendingParts;
  private readonly gate = new Gate(JUDGED_AT_ONCE);
  private readonly waiting: Waiting[] = [];
  private working: Promise<void> | undefined;

  constructor(parts: IntendingParts) {
    this.parts = parts;
  }

  /** Takes an order. Durable when it resolves to `intended`. */
  async send(order: SendOrder): Promise<SendOutcome> {
    if (this.parts.isFull()) return { outcome: 'busy' };
    const passed = await this.gate.through(() => this.looked(order));
    if ('outcome' in passed) return passed;
    return new Promise((resolve, reject) => {
      this.waiting.push({ passed, resolve, reject });
      this.working ??= this.work();
    });
  }

  /** Resolves when nothing waits. */
  async atRest(): Promise<void> {
    while (this.working !== undefined) await this.working;
  }

  private async looked(order: SendOrder): Promise<SendOutcome | Passed> {
    const { look } = this.parts;
    const place = await look.channelOf(order.chat, order.number);
    if (place === undefined) {
      return { outcome: (await look.isConversation(order.chat)) ? 'no-channel' : 'unknown-conversation' };
    }
    const recipient = await look.recipientOf(place);
    return (await this.again(order, place, recipient)) ?? this.judged(order, place, recipient);
  }

  /** The same order was given before: it is not judged again. */
  private async again(order: SendOrder, place: SendPlace, recipient: Recipient): Promise<SendOutcome | undefined> {
    const seq = await this.seqUnder(order);
    if (seq === undefined) return undefined;
    const message = this.addressed(order, recipient);
    const faults = checkOutgoing(message);
    if (faults.length > 0) return { outcome: 'invalid', faults };
    return this.sameOr(seq, { order, place, message, rule: '', ours: NOBODY, now: this.parts.now() });
  }

  private async seqUnder({ actor, idempotency }: SendOrder): Promise<number | undefined> {
    return idempotency === undefined ? undefined : this.parts.look.intentUnder(actor, idempotency);
  }

  private async sameOr(seq: number, draft: IntentDraft): Promise<SendOutcome> {
    const record = sentRecord(await this.parts.look.record(seq));
    if (record === undefined || !isSameOrder(record, draft)) return { outcome: 'conflict', seq };
    return { outcome: 'intended', seq, isNew: false, rule: record.intent.rule, warnings: [] };
  }

  private async judged(order: SendOrder, place: SendPlace, recipient: Recipient): Promise<SendOutcome | Passed> {
    const nowMs = this.parts.now().getTime();
    const facts = await sendFactsOf(this.parts, { place, recipient, message: askedOf(order), nowMs });
    const decision = decideSend(facts);
    if (decision.verdict === 'refuse') {
      return { outcome: 'refused', rule: decision.rule, reason: decision.reason };
    }
    const message = this.addressed(order, recipient);
    const faults = checkOutgoing(message);
    if (faults.length > 0) return { outcome: 'invalid', faults };
    const findings = lintOutgoing(outgoingWords(message), knownOf(place, recipient, message));
    if (isLintRefused(findings) && order.override === undefined) return { outcome: 'lint', findings };
    return { order: await this.worded(order, place), place, message, decision, warnings: findings };
  }

  /** Only what goes out is asked about. */
  private async worded(order: SendOrder, { channel }: SendPlace): Promise<SendOrder> {
    if (order.message.type !== 'template') return order;
    const words = await this.parts.wordsOf(channel, order.message.template);
    return words === undefined ? order : { ...order, words };
  }

  private addressed({ file, message }: SendOrder, recipient: Recipient): OutgoingMessage {
    const source = file !== undefined && 'media' in message ? { media: UPLOADED } : {};
    return addressed({ ...message, ...source }, recipient, this.parts.newCallback());
  }

  private async work(): Promise<void> {
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const some = this.waiting.splice(0, MOST_A_COMMIT);
      try {
        const outcomes = await this.record(some.map(({ passed }) => passed));
        for (const [at, { resolve }] of some.entries()) resolve(outcomes[at] ?? { outcome: 'busy' });
      } catch (error) {
        for (const { reject } of some) reject(error);
      }
    }
    this.working = undefined;
  }

  private async record(passed: readonly Passed[]): Promise<readonly SendOutcome[]> {
    const outcomes: SendOutcome[] = [];
    const commit: Commit = { records: [], people: new Map(), byKey: new Map(), intended: [] };
    await this.parts.together(async (append, nextSeq) => {
      for (const one of passed) outcomes.push(await this.settled(one, commit, nextSeq));
      if (commit.records.length > 0) await append(commit.records);
    });
    for (const [seq, place] of commit.intended) this.parts.intended(seq, place);
    return outcomes;
  }

  /** Takes one order into the commit, unless it stands already. */
  private async settled(passed: Passed, commit: Commit, nextSeq: number): Promise<SendOutcome> {
    const draft = await this.draftOf(passed, commit, nextSeq);
    const key = keyOf(passed.order);
    const here = key === undefined ? undefined : commit.byKey.get(key);
    if (here !== undefined) return sameHere(here, draft);
    const seq = await this.seqUnder(passed.order);
    if (seq !== undefined) return this.sameOr(seq, draft);
    const record = intentRecord(draft);
    const own = nextSeq + commit.records.length;
    commit.records.push(record);
    commit.intended.push([own, passed.place]);
    const flagged = orderFlags(passed.message, own, this.parts.now());
    if (flagged !== undefined) commit.records.push(flagged);
    const sent = sentRecord(record.record);
    if (key !== undefined && sent !== undefined) commit.byKey.set(key, [own, sent]);
    return intendedOutcome(own, passed);
  }

  /** The draft of its record; who speaks for a number for the first time is made known before it. */
  private async draftOf(
    { decision, message, order, place }: Passed,
    { people, records }: Commit,
    nextSeq: number,
  ): Promise<IntentDraft> {
    const { name, person, phone } = await this.parts.look.ourSide(place);
    let ours = person ?? people.get(name);
    if (ours === undefined) {
      ours = nextSeq + records.length;
      const record = { kind: 'person', me: true, name, ...(phone === undefined ? {} : { phone }), v: 1 } as const;
      records.push({ subject: ours, conversation: 0, month: 0, record });
      people.set(name, ours);
    }
    const shown = { person: ours, name: place.display ?? place.number };
    return { order, place, message, rule: decision.rule, ours: shown, now: this.parts.now() };
  }
}

const NOBODY = { person: 0, name: '' };

/** The record of what was to be sent, if it is one. */
export function sentRecord(record: LedgerRecord | undefined): SentRecord | undefined {
  const isSent = record !== undefined && 'intent' in record && record.intent !== undefined;
  return isSent ? (record as SentRecord) : undefined;
}

function askedOf({ category, message, optIn }: SendOrder) {
  const kind = message.type === 'template' ? 'template' : message.type === 'reaction' ? 'reaction' : 'free';
  return {
    kind,
    ...(category === undefined ? {} : { category }),
    ...(optIn === undefined ? {} : { optIn }),
    ...(message.type === 'template' ? { template: `${message.template.name}/${message.template.language}` } : {}),
  } as const;
}

/** Numbers that a text may hold because they are known to be something else. */
function knownOf({ display, number }: SendPlace, { waId }: Recipient, { replyTo }: OutgoingMessage): string[] {
  return [display, number, waId, replyTo].filter((one) => one !== undefined);
}

function keyOf({ actor, idempotency }: SendOrder): string | undefined {
  return idempotency === undefined ? undefined : JSON.stringify([actor, idempotency]);
}

function sameHere([seq, record]: readonly [number, SentRecord], draft: IntentDraft): SendOutcome {
  if (!isSameOrder(record, draft)) return { outcome: 'conflict', seq };
  return { outcome: 'intended', seq, isNew: false, rule: record.intent.rule, warnings: [] };
}

function intendedOutcome(seq: number, { decision, warnings }: Passed): SendOutcome {
  const { rule } = decision;
  const waits = decision.verdict === 'wait' ? { waits: { reason: decision.reason, untilMs: decision.untilMs } } : {};
  return { outcome: 'intended', seq, isNew: true, rule, warnings, ...waits };
}
