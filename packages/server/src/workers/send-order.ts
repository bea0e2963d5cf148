// What somebody asks to be sent, and what comes of asking: it is intended, or refused with the rule that refused it. Plain data;
// what became of the sending itself is told by the attempts and outcomes that follow.

import type { OutgoingFault, OutgoingMessage, TemplateWords } from '@acta/formats';
import type { LintFinding, SendDelay, SendRefusal, TemplateCategory } from '@acta/policy';
import type { ObjectRef } from '../records/conversation.ts';
import type { TemplatesOutcome } from './templates.ts';

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
  /** SHA-256 of a file that the same asker uploaded: it goes with the message. */
  readonly upload?: string;
  /** phone_number_id, where the conversation has several of the business's numbers; otherwise the one that came last. */
  readonly number?: string;
  /** The asker's own key: the same order under the same key is the same message. */
  readonly idempotency?: string;
  /** Of a template: what the platform makes of it. The entry says them; what is sent does not change. */
  readonly words?: TemplateWords;
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

/** A file that a program brings, to be sent with a message later. */
export interface UploadOrder {
  readonly actor: string;
  /** As the program says. */
  readonly mime: string;
  /** As the program says, where it does. */
  readonly sizeBytes?: number;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** A file that is held, under its hash. */
export interface UploadedFile {
  /** Hex. */
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly mime: string;
  /** It is forgotten then, or when the server stops. */
  readonly untilMs: number;
  /** False where the same bytes were held already. */
  readonly isNew: boolean;
}

export type UploadOutcome =
  | ({ readonly outcome: 'taken' } & UploadedFile)
  /** The platform takes no such type; the file is larger than its type may be; its bytes are of another type; too much is held. */
  | { readonly outcome: 'type-unknown' | 'too-large' | 'differs' | 'full' };

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

/** Somebody dealt with the cause of a halt. */
export interface LiftOrder {
  readonly actor: string;
  readonly halt: number;
  readonly reason: string;
}

/** What programs and people may ask of the workers while the server runs. */
export interface Outgoing {
  /** Durable when it resolves to `intended`; nothing has been called then. */
  readonly send: (order: SendOrder) => Promise<SendOutcome>;
  /** Holds a file so that messages can be sent with it. */
  readonly upload: (order: UploadOrder) => Promise<UploadOutcome>;
  readonly markRead: (order: ReceiptOrder) => Promise<ReceiptOutcome>;
  /** The templates of the account that a channel belongs to, as the platform tells them now. */
  readonly templates: (channel: number) => Promise<TemplatesOutcome>;
  /** Lets go on what the platform had stopped. False where there is no such halt. */
  readonly lift: (order: LiftOrder) => Promise<boolean>;
  /** Fetches an entry's media again. False where it has none that is missing. */
  readonly retryMedia: (entry: number, actor: string) => Promise<boolean>;
}
