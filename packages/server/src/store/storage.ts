// A cell's storage, opened: keys, ledger, projections, search, objects. Interfaces only, joined the same way whatever the
// engine; who reads and who writes is decided by whoever holds it.

import { type LogReader, type LogSigner, sha256, signerOf } from '@acta/ledger';
import { defaultOrigin, formatVkey } from '@acta/verifier';
import { type BlindIndex, blindIndex } from '../records/blind-index.ts';
import type { AccountsStore } from './accounts-store.ts';
import type { CaptureStore } from './capture-store.ts';
import type { KeyStore } from './key-store.ts';
import type { LedgerStore } from './ledger-store.ts';
import type { NoteBox } from './note-box.ts';
import type { ObjectStore } from './object-store.ts';
import type { ProjectionStore } from './projection-store.ts';
import { RecordReader } from './record-reader.ts';
import type { StoredSegments } from './segment-store.ts';

/** What may be dropped and folded again from the ledger. */
export type Rebuildable = 'projections' | 'segments';

/** Bytes that a vault takes, in all and by part. */
export type VaultBytes = Readonly<Record<'total' | 'pages' | 'index' | 'projections' | 'objects' | 'log', number>>;

/** How many tables and bytes were looked through, and which needles were found. */
export interface StoreScan {
  readonly files: number;
  readonly bytes: number;
  readonly found: readonly Uint8Array[];
}

/** What an engine opens. */
export interface OpenedStores<T> {
  readonly keys: KeyStore;
  readonly log: LedgerStore;
  /** A second connection, through which commits are read back. */
  readonly readBack: LogReader;
  readonly projections: ProjectionStore<T>;
  readonly segments: StoredSegments;
  readonly objects: ObjectStore;
  /** Deliveries that were accepted; only a writer's may be used. */
  readonly captures: CaptureStore;
  readonly bytes: () => Promise<VaultBytes>;
  /** Where readers on other machines leave notes; absent where all share the vault's folder. */
  readonly notes?: NoteBox;
  /** Looks for byte strings in everything that does not lie in the vault's folder. */
  readonly scan?: (needles: readonly Uint8Array[]) => Promise<StoreScan>;
  /** Opens the accounts of people who sign in; each call opens them anew, for who closes them. */
  readonly accounts: () => Promise<AccountsStore>;
  readonly close: () => Promise<void>;
}

export interface Storage<T> extends OpenedStores<T> {
  readonly records: RecordReader;
  readonly blind: BlindIndex;
  readonly signer: LogSigner;
  readonly origin: string;
  readonly vkey: string;
  /** What was found damaged and can be folded again. */
  readonly damaged: () => readonly Rebuildable[];
}

/** Joins what an engine opened with what the cell's secrets give. */
export async function joinStorage<T>(stores: OpenedStores<T>, cellId: Uint8Array): Promise<Storage<T>> {
  const { keys, log, projections, segments } = stores;
  const origin = defaultOrigin(cellId);
  const signer = signerOf(origin, await keys.secret('signing'));
  return {
    ...stores,
    records: new RecordReader({ cellId, log, keys }),
    blind: blindIndex(await keys.secret('blind')),
    signer,
    origin,
    vkey: formatVkey(sha256, origin, signer.publicKey),
    damaged: () => [
      ...(projections.isDamaged ? (['projections'] as const) : []),
      ...(segments.isDamaged ? (['segments'] as const) : []),
    ],
  };
}
