// What the routes of the interface are given. Interfaces only: whoever serves joins them to a vault.

import type { LogReport } from '@acta/ledger';
import type { ImportJobs } from '../../intake/brought/import-jobs.ts';
import type { BlindIndex } from '../../records/blind-index.ts';
import type { ObjectRef } from '../../records/conversation.ts';
import type { InputFile } from '../../records/input-file.ts';
import type { NewRecord } from '../../records/record.ts';
import type { SearchIndex } from '../../search/index.ts';
import type { VaultBytes } from '../../store/storage.ts';
import type { ViewParts } from '../../views/conversation.ts';
import type { ProvenLedger } from '../../views/entry-proof.ts';
import type { ErasedPlaces } from '../../views/erased-places.ts';
import type { ErasurePlan, ErasureTarget } from '../../views/erasure-plan.ts';
import type { ErasurePreview } from '../../views/erasure-preview.ts';
import type { Certificate } from '../../workers/erase.ts';
import type { Outgoing } from '../../workers/send-order.ts';
import type { Workers } from '../../workers/workers.ts';
import type { PeopleIn } from '../console/people-in.ts';
import type { RetryingVault } from '../retry-quarantine.ts';
import type { ConnectionFacts } from './connection-facts.ts';

/** Taking in what people bring. */
export interface ImportDoor {
  readonly jobs: ImportJobs;
  /** What withdrawing an import would take. */
  readonly preview: (id: number) => Promise<ErasurePreview>;
  readonly withdraw: (id: number, by: string) => Promise<{ readonly eraseFrom: Date }>;
}

export interface ApiParts {
  /** People who sign in; absent where only programs are let in. */
  readonly people?: PeopleIn;
  readonly cellId: Uint8Array;
  readonly views: ViewParts;
  /** What proofs are made from. */
  readonly ledger: ProvenLedger;
  /** Verifies the ledger; deep: opens every record and looks at every object. */
  readonly verify: (deep: boolean, onProgress: (done: number, total: number) => void) => Promise<LogReport>;
  /** Bytes that the vault takes, by kind. */
  readonly bytes: () => Promise<VaultBytes>;
  /** Another try at what stands in quarantine. */
  readonly retrying: RetryingVault;
  readonly blind: BlindIndex;
  /** Where something was erased in conversations that stay. */
  readonly erased: ErasedPlaces;
  readonly index: () => Promise<SearchIndex>;
  readonly openObject: (ref: ObjectRef, name: string) => Promise<InputFile>;
  /** Entries of the ledger. */
  readonly size: () => Promise<number>;
  /** Durable, and in every table, when it resolves. Resolves to the first seq. */
  readonly append: (records: readonly NewRecord[]) => Promise<number>;
  /** Durable when it resolves, in the tables a little later; for what nobody builds upon. */
  readonly note: (records: readonly NewRecord[]) => Promise<void>;
  /** Resolves when the tables have what is durable now. */
  readonly caughtUp: () => Promise<void>;
  readonly planErasure: (target: ErasureTarget) => Promise<ErasurePlan>;
  /** Carries it out: `by` ordered it. */
  readonly erase: (plan: ErasurePlan, reason: string, by: string) => Promise<Certificate>;
  /** What sends and fetches; absent where nothing may go out. */
  readonly outgoing?: Outgoing & Pick<Workers, 'checkNumber' | 'replayHook'>;
  /** How the platform is connected; absent where nobody serves it. */
  readonly connection?: ConnectionFacts;
  /** Absent where nothing is taken in over the network. */
  readonly imports?: ImportDoor;
  /** Outbound webhooks may go to private addresses and without TLS. */
  readonly allowsPrivateHooks: boolean;
  /** The recovery code of the vault; absent where it is kept elsewhere. */
  readonly recovery?: { readonly wasShown: () => boolean; readonly renew: () => Promise<string> };
  /** What goes in and out does so through the sandbox. */
  readonly isDemo?: boolean;
  readonly now: () => Date;
}
