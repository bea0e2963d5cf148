// What the routes of the interface are given. Interfaces only: whoever serves joins them to a vault.

import type { OutgoingMessage } from '@acta/formats';
import type { BlindIndex } from '../../records/blind-index.ts';
import type { ObjectRef } from '../../records/conversation.ts';
import type { InputFile } from '../../records/input-file.ts';
import type { NewRecord } from '../../records/record.ts';
import type { SearchIndex } from '../../search/index.ts';
import type { ViewParts } from '../../views/conversation.ts';

/** A message as a caller asks for it: whom it goes to is the conversation's matter, what it answers is named by its id here. */
export type AskedMessage = DistributiveOmit<OutgoingMessage, 'to' | 'callback' | 'replyTo' | 'target'> & {
  /** Id of the entry that it answers. */
  readonly replyTo?: number;
  /** Of a reaction: id of the entry on which it stands. */
  readonly target?: number;
};

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

export interface SendOrder {
  readonly conversation: number;
  readonly message: AskedMessage;
  readonly actor: string;
  /** The caller's own key of the request; the same key with the same message gives the same intent. */
  readonly idempotency: string;
  /** Why a finding of the lint is set aside. */
  readonly override?: { readonly reason: string };
}

/** A number in an outgoing text that must not go out. */
export interface LintFinding {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}

export type SendAnswer =
  /** Durable; the outbox sends it. `isNew`: not known by its idempotency key before. */
  | { readonly outcome: 'intended'; readonly seq: number; readonly isNew: boolean }
  | { readonly outcome: 'refused'; readonly rule: string; readonly reason: string; readonly untilMs?: number }
  | { readonly outcome: 'lint'; readonly findings: readonly LintFinding[] }
  /** The idempotency key was used for something else. */
  | { readonly outcome: 'conflict' }
  /** No number of the business leads there, or the conversation, the answered message or the reaction's is not held. */
  | { readonly outcome: 'unknown'; readonly field: 'conversation' | 'channel' | 'replyTo' | 'target' }
  /** The platform would refuse its form. */
  | {
      readonly outcome: 'malformed';
      readonly faults: readonly { readonly code: string; readonly field: string; readonly limit?: number }[];
    };

/** What acts outside, where that is switched on. */
export interface Sending {
  readonly send: (order: SendOrder) => Promise<SendAnswer>;
  /** Fetches an entry's media again. False where there is nothing to fetch. */
  readonly retryMedia: (entry: number) => Promise<boolean>;
}

export interface ApiParts {
  readonly cellId: Uint8Array;
  readonly views: ViewParts;
  readonly blind: BlindIndex;
  readonly index: () => Promise<SearchIndex>;
  readonly openObject: (ref: ObjectRef, name: string) => Promise<InputFile>;
  /** Entries of the ledger. */
  readonly size: () => Promise<number>;
  /** Durable, and in every table, when it resolves. Resolves to the first seq. */
  readonly append: (records: readonly NewRecord[]) => Promise<number>;
  readonly sending?: Sending;
  /** Outbound webhooks may go to private addresses and without TLS. */
  readonly allowsPrivateHooks: boolean;
  readonly now: () => Date;
}
