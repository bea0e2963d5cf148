// What the rooms ask of the place where data keys stand: keys by scope, secrets of the cell, ids that were destroyed, the
// suppression list. Plain data in and out, so that the store may live in another thread, file or server. It is never in the
// same database as what the keys open.

import type { DataKeys, KeyId } from '@acta/ledger';
import type { KeyScope } from '../records/key-scope.ts';
import type { SuppressedHashes } from '../records/suppression.ts';
import type { KeyStock } from './key-stock.ts';

export interface StoredKey extends KeyScope {
  readonly id: KeyId;
}

/** What is sealed beside records: one segment of the search index, or deliveries that were accepted and are not read yet. */
export type KeyUse = 'segment' | 'captures';

/** A key just minted: its id and its 32 bytes. */
export interface MintedKey {
  readonly id: KeyId;
  readonly key: Uint8Array;
}

/** The keys of one cell, opened with its root key. Every method may reject with `vault-damaged` where the store is not what was written. */
export interface KeyStore extends DataKeys {
  /** The newest key of each scope, minted where there is none. Durable when this resolves. */
  keysFor(scopes: readonly KeyScope[]): Promise<readonly KeyId[]>;
  /** For each key one under which its survivors are sealed again: same scope, new id. Until `destroy` both live. */
  mintReplacements(olds: readonly KeyId[]): Promise<ReadonlyMap<KeyId, MintedKey>>;
  /** A key for something that is no record. */
  mintFor(use: KeyUse): Promise<MintedKey>;
  /** Every live key of this use. */
  keysOfUse(use: KeyUse): Promise<readonly KeyId[]>;
  /** The highest id that a key ever had; 0 for none. */
  highestId(): Promise<KeyId>;
  /** From now on every new id is higher than `id`. For a store that was put back: the ledger knows ids that it does not. */
  neverMintUpTo(id: KeyId): Promise<void>;
  /** Every live record key of a subject, whatever the conversation and month. */
  keysOfSubject(subject: number): Promise<readonly StoredKey[]>;
  /** Every live record key of a conversation, whoever the subject. */
  keysOfConversation(conversation: number): Promise<readonly StoredKey[]>;
  /**
   * Destroys keys by order of the record `seq` and puts hashes on the suppression list, in one transaction.
   * Resolves when no byte of the rows is left. Ids that are gone already are passed over.
   */
  destroy(ids: readonly KeyId[], seq: number, suppress?: readonly Uint8Array[]): Promise<void>;
  /** Forgets the bytes of these keys and what else is remembered: another connection has changed it. */
  forget(ids: readonly KeyId[]): void;
  /** Seq of the newest order by which keys were destroyed; 0 for none. */
  newestErasure(): Promise<number>;
  /** The suppression list as it stands. */
  suppressed(): Promise<SuppressedHashes>;
  /** Takes hashes off the suppression list (a readmission). Resolves to how many stood on it. */
  readmit(hashes: readonly Uint8Array[]): Promise<number>;
  /** A secret of the cell (the signing seed, the databases' key), 32 bytes, made at first use. */
  secret(name: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** A store of keys that can move. */
export interface MovableKeys extends KeyStore {
  stock(): KeyStock;
  /**
   * Leaves this store with another's stock: what is here of it already stays, what was destroyed there is destroyed here too. Safe to
   * repeat. Rejects with `move-target` where a secret here is another cell's.
   */
  takeStock(stock: KeyStock): Promise<void>;
}

/** Where the keys of a cell stand. */
export interface KeyHouse {
  /** How the place is called in an error: a file's name or a server's, never a secret. */
  readonly name: string;
  /** Whether keys were ever kept here. */
  exists(): Promise<boolean>;
  /** Opens the store; makes it where there is none, unless `readonly`. Rejects with `key-wrong`. */
  open(options: { readonly root: Uint8Array; readonly readonly: boolean }): Promise<MovableKeys>;
  /** The highest epoch of a writer for whom keys were minted or destroyed here; 0 where one file has one writer at a time. */
  newestEpoch(): Promise<number>;
  /** Whether this root key opens the store. */
  opens(root: Uint8Array): Promise<boolean>;
  /**
   * Puts every key under another root. A crash leaves the store under the old root or under the new one. `beforeSwitch` runs
   * when all is ready and the old root still opens the store. Only for who holds the writer's lock.
   */
  replaceRoot(change: {
    readonly root: Uint8Array;
    readonly next: Uint8Array;
    readonly beforeSwitch: () => void;
  }): Promise<void>;
  /** Removes what a replacement left that did not come to its end. */
  dropReplacement(): Promise<void>;
}
