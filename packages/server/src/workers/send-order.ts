// What somebody asks to be sent, and what comes of asking: it is intended, or refused with the rule that refused it. Plain data;
// what became of the sending itself is told by the attempts and outcomes that follow.

import type { OutgoingFault, OutgoingMessage } from '@acta/formats';
import type { LintFinding, SendDelay, SendRefusal, TemplateCategory } from '@acta/policy';
import type { ObjectRef } from '../records/conversation.ts';

/** A message without its address: the conversation says whom it is for, and the callback is the outbox's own. */
export type OrderedMessage = WithoutAddress<OutgoingMessage>;

type WithoutAddress<T> = T extends OutgoingMessage ? Omit<T, 'to' | 'callback'> : never;

/** A file that goes with the message: uploaded to the platform before the call. */
export interface OrderedFile {
  readonly content: ObjectRef;
  readonly mime: string;
  readonly name?: string;
}

export interface SendOrder {
  /** Who asks. */
  readonly actor: string;
  readonly chat: number;
  readonly message: OrderedMessage;
  /** Takes the place of the message's media source, which is then `UPLOADED`. */
  readonly file?: OrderedFile;
  /** phone_number_id, where the conversation has several of the business's numbers; otherwise the one that came last. */
  readonly number?: string;
  /** The asker's own key: the same order under the same key is the same message. */
  readonly idempotency?: string;
  /** Of a template. One that is not named counts as marketing. */
  readonly category?: TemplateCategory;
  /** Where the person's agreement to marketing is held. */
  readonly optIn?: string;
  /** Why the message goes out although its text holds what it should not. */
  readonly override?: { readonly reason: string };
}

/** The media source of a message whose file is handed over beside it. */
export const UPLOADED: { readonly id: string } = { id: 'acta:file' };

/** What came of asking. */
export type SendOutcome =
  /** It stands and will go out, at once or when `waits` is over. `isNew` is false where the same order stood already. */
  | {
      readonly outcome: 'intended';
      /** The record that is to be sent: an entry, or a reaction. */
      readonly seq: number;
      readonly isNew: boolean;
      readonly rule: string;
      readonly warnings: readonly LintFinding[];
      readonly waits?: { readonly reason: SendDelay; readonly untilMs: number };
    }
  | { readonly outcome: 'refused'; readonly rule: string; readonly reason: SendRefusal }
  | { readonly outcome: 'lint'; readonly findings: readonly LintFinding[] }
  | { readonly outcome: 'invalid'; readonly faults: readonly OutgoingFault[] }
  /** The key stands for another message. */
  | { readonly outcome: 'conflict'; readonly seq: number }
  /** The conversation is none, or was never met through a number of the business. */
  | { readonly outcome: 'unknown-conversation' | 'no-channel' }
  /** Too much waits to be sent. */
  | { readonly outcome: 'busy' };

/** A message of the other side is marked as read, and every one before it. */
export interface ReceiptOrder {
  readonly actor: string;
  /** Entry. */
  readonly of: number;
  /** Shows for up to 25 seconds that somebody is typing. */
  readonly isTyping?: boolean;
}

export type ReceiptOutcome =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'refused'; readonly rule: string; readonly reason: string }
  | { readonly outcome: 'failed'; readonly code?: number; readonly meaning?: string }
  | { readonly outcome: 'unknown-message' };

/** What programs and people may ask of the workers while the server runs. */
export interface Outgoing {
  /** Durable when it resolves to `intended`; nothing has been called then. */
  readonly send: (order: SendOrder) => Promise<SendOutcome>;
  readonly markRead: (order: ReceiptOrder) => Promise<ReceiptOutcome>;
  /** Fetches an entry's media again. False where it has none that is missing. */
  readonly retryMedia: (entry: number, actor: string) => Promise<boolean>;
}
