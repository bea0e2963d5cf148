// What commands may ask of a vault. Interfaces only: `program.ts` opens the real one and joins the rooms.

import type { LogReader } from '@acta/ledger';
import type { CellDecision, ConversationMark } from '@acta/policy';
import type { KeyWish } from '../access/key-order.ts';
import type { ImportDesk } from '../intake/import-order.ts';
import type { SignedDelivery } from '../intake/live/delivery.ts';
import type { AuditDraft } from '../records/audit.ts';
import type { BlindIndex } from '../records/blind-index.ts';
import type { ObjectRef } from '../records/conversation.ts';
import type { InputFile } from '../records/input-file.ts';
import type { NewRecord } from '../records/record.ts';
import type { SearchIndex } from '../search/index.ts';
import type { AccountsStore } from '../store/accounts-store.ts';
import type { IncomingFiles } from '../store/incoming-files.ts';
import type { RecordReader } from '../store/record-reader.ts';
import type { ViewParts } from '../views/conversation.ts';
import type { ErasurePlan, ErasureTarget } from '../views/erasure-plan.ts';
import type { Certificate } from '../workers/erase.ts';
import type { Outgoing } from '../workers/send-order.ts';
import type { Workers, WorkSettings } from '../workers/workers.ts';

/** A vault open for reading. */
export interface ReadVault {
  readonly dir: string;
  readonly cellId: Uint8Array;
  readonly origin: string;
  readonly vkey: string;
  readonly views: ViewParts;
  readonly reader: RecordReader;
  readonly log: LogReader;
  readonly blind: BlindIndex;
  /** The search index, with what no segment covers folded in. */
  readonly index: () => Promise<SearchIndex>;
  readonly openObject: (ref: ObjectRef, name: string) => Promise<InputFile>;
  readonly verify: (
    deep: boolean,
    onProgress: (done: number, total: number) => void,
  ) => ReturnType<typeof import('@acta/ledger').verifyLog>;
  /** The newest signed checkpoint; size 0 and the empty root before there is one. */
  readonly signed: () => Promise<{ readonly size: number; readonly root: string }>;
  readonly bytes: () => Promise<
    Readonly<Record<'total' | 'pages' | 'index' | 'projections' | 'objects' | 'log', number>>
  >;
  readonly planErasure: (target: ErasureTarget) => Promise<ErasurePlan>;
  readonly close: () => Promise<void>;
}

/** A vault open for writing. */
export interface WriteVault extends ReadVault {
  readonly desk: ImportDesk;
  readonly actor: string;
  /** Puts on record what nobody builds upon, such as who looked at what: durable when it resolves, in the tables a little later. */
  readonly note: (records: readonly NewRecord[]) => Promise<void>;
  /** Resolves when the tables have what is durable now. */
  readonly caughtUp: () => Promise<void>;
  /** Accepts a delivery whose signature is right: durable when it resolves, in the ledger and the tables a little later. */
  readonly accept: (delivery: SignedDelivery) => Promise<void>;
  /** Records a delivery: the ledger holds it when it resolves. */
  readonly receive: (delivery: SignedDelivery) => Promise<void>;
  /** Deliveries that are accepted and not yet in the ledger. */
  readonly waiting: () => number;
  /** The code of what keeps the ledger from holding them; undefined where nothing does. */
  readonly failing: () => string | undefined;
  /** What may be asked to go out, while a server runs. */
  readonly outgoing?: Outgoing;
  /** Starts what acts while a server runs; to be stopped before the vault is closed. */
  readonly work: (settings: WorkSettings) => Promise<Workers>;
  readonly audit: (draft: AuditDraft) => Promise<number>;
  /** Opens the accounts of people who sign in; to be closed before the vault is. */
  readonly accounts: () => Promise<AccountsStore>;
  /** The folder of files on their way in, emptied of what an earlier process left. */
  readonly incoming: () => Promise<IncomingFiles>;
  /** `by`: who orders it, where that is not whoever runs the process. */
  readonly erase: (plan: ErasurePlan, reason: string, by?: string) => Promise<Certificate>;
  readonly withdraw: (
    importId: number,
    atOnce: boolean,
    by?: string,
  ) => Promise<{ readonly eraseFrom: Date; readonly certificate?: Certificate }>;
  readonly rebuild: (onProgress: (done: number, total: number) => void) => Promise<number>;
  /** Ends bulk work: seals what is only in memory, signs what stands. */
  readonly settle: () => Promise<{ readonly size: number; readonly root: string }>;
}

/** A vault open for writing by who holds its keys too. */
export interface HeldVault extends WriteVault {
  readonly recovery: {
    /** Whether a recovery code of the root in use was ever shown. */
    readonly wasShown: () => boolean;
    /** A new recovery code, to be shown once; an earlier one opens nothing from then on. */
    readonly renew: () => Promise<string>;
  };
}

/** Where a vault is to be moved, as it was typed. */
export interface MoveOrder {
  /** The URL of a PostgreSQL database, or a folder. */
  readonly to: string;
  /** The URL of a key server. */
  readonly keys?: string;
  /** The URL of a bucket, or `folder`. */
  readonly objects?: string;
}

/** What stands when it is reached; a move may be killed at each and run again. */
export type MovePoint = 'marked' | 'keys' | 'stretch' | 'log' | 'objects' | 'folded' | 'verified' | 'left' | 'recorded';

export interface MoveWatch {
  readonly progress: (step: 'log' | 'objects' | 'fold' | 'verify', done: number, total: number) => void;
  readonly reached?: (point: MovePoint) => void;
}

/** A move that came to its end. Places are named without user or password. */
export interface MoveOutcome {
  readonly from: string;
  readonly to: string;
  /** Entries that arrived, and their root (base64). */
  readonly size: number;
  readonly root: string;
  readonly objects: number;
  /** What both places have in common, so that it must outlive the old one. */
  readonly shared: { readonly keys?: string; readonly objects?: string };
}

/** Opening a vault and its keys. */
export interface Vaults {
  /** Opens for reading after what is looked at is on record: through the running writer, or in its place. */
  readonly look: (audit: AuditDraft) => Promise<ReadVault>;
  /** Opens for reading; no record is left. For commands that show no content. */
  readonly peek: () => Promise<ReadVault>;
  readonly write: (options: {
    readonly make: boolean;
    /** Much will be written: what writes gets a thread of its own. */
    readonly bulk?: boolean;
    /** Somebody is shown the recovery code at a better moment. */
    readonly codeLater?: boolean;
  }) => Promise<HeldVault & { readonly made?: { readonly code?: string } }>;
  /** Makes or revokes a key of a program: through the running writer, or in its place. Resolves to the seq of its record. */
  readonly order: (wish: KeyWish) => Promise<number>;
  readonly newCode: () => Promise<string>;
  readonly recover: (code: string) => Promise<void>;
  readonly rotate: () => Promise<{ readonly code?: string }>;
  /** Moves the vault to another place; safe to run again after a crash. */
  readonly move: (order: MoveOrder, watch: MoveWatch) => Promise<MoveOutcome>;
  /** The accounts of people who sign in, for who closes them; undefined where there never were any. */
  readonly accounts: () => Promise<AccountsStore | undefined>;
  /** Throws `recovery-missing`, `recovery-wrong`. */
  readonly expectRecoveryCode: (code: string) => Promise<void>;
  /** A server has the vault open, and carries commands out. */
  readonly isServed?: true;
  readonly dir: string;
  readonly keysDir: string;
}

/** One cell of a deployment. */
export interface Cell {
  readonly name: string;
  readonly region: string;
  readonly vaults: Vaults;
}

/** A deployment of several cells. */
export interface Cells {
  /** In the order of the configuration. */
  readonly all: readonly Cell[];
  /** Where a conversation that nobody holds yet belongs. */
  readonly place: (mark: ConversationMark) => CellDecision;
}
