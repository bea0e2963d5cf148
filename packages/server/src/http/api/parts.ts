// What the routes of the interface are given. Interfaces only: whoever serves joins them to a vault.

import type { BlindIndex } from '../../records/blind-index.ts';
import type { ObjectRef } from '../../records/conversation.ts';
import type { InputFile } from '../../records/input-file.ts';
import type { NewRecord } from '../../records/record.ts';
import type { SearchIndex } from '../../search/index.ts';
import type { ViewParts } from '../../views/conversation.ts';
import type { Outgoing } from '../../workers/send-order.ts';
import type { ProvenLedger } from '../../views/entry-proof.ts';
import type { Workers } from '../../workers/workers.ts';
import type { PeopleIn } from '../console/people-in.ts';

export interface ApiParts {
  /** People who sign in; absent where only programs are let in. */
  readonly people?: PeopleIn;
  readonly cellId: Uint8Array;
  readonly views: ViewParts;
  readonly blind: BlindIndex;
  readonly index: () => Promise<SearchIndex>;
  readonly openObject: (ref: ObjectRef, name: string) => Promise<InputFile>;
  /** Entries of the ledger. */
  readonly size: () => Promise<number>;
  /** Durable, and in every table, when it resolves. Resolves to the first seq. */
  readonly append: (records: readonly NewRecord[]) => Promise<number>;
  /** What sends and fetches; absent where nothing may go out. */
  readonly outgoing?: Outgoing & Pick<Workers, 'replayHook'>;
  /** Outbound webhooks may go to private addresses and without TLS. */
  readonly allowsPrivateHooks: boolean;
  /** The recovery code of the vault; absent where it is kept elsewhere. */
  /** What proofs are made from. */
  readonly ledger: ProvenLedger;
  readonly recovery?: { readonly wasShown: () => boolean; readonly renew: () => Promise<string> };
  /** What goes in and out does so through the sandbox. */
  readonly isDemo?: boolean;
  readonly now: () => Date;
}
