// What an engine does for a vault before it is open: says whether there is one, gives the writer's place to one process,
// finds the keys, opens the storage. One engine a place; the rooms never learn which.

import type { KeyHouse } from './key-store.ts';
import type { MoveNote } from './move-note.ts';
import type { Rebuildable, Storage } from './storage.ts';
import type { VaultFolder } from './vault-folder.ts';
import type { WriterClaim, WriterLock } from './writer-lock.ts';

export interface StorageOptions {
  readonly folder: VaultFolder;
  readonly root: Uint8Array;
  readonly readonly: boolean;
  /** The writer for which it is opened; one whose other connections write may open it `readonly` too. */
  readonly writer?: WriterClaim;
  /** A move brings the ledger here: keys may stand already where nothing else does. */
  readonly arriving?: true;
  /** Statements that make the projections' tables. */
  readonly migrations: readonly string[];
}

export interface Engine {
  readonly kind: 'sqlite' | 'postgresql';
  /** How the place is called in an error: never with a user or password. */
  readonly label: string;
  /** Whether a cell stands here. */
  holdsVault(): Promise<boolean>;
  /** Whether a ledger stands here: parts of a cell may stand without one. */
  holdsLedger(): Promise<boolean>;
  /** The folder of the cell that stands here. Rejects with `vault-missing`, `vault-damaged` or `vault-newer`. */
  openFolder(): Promise<VaultFolder>;
  /** Throws `vault-damaged` where parts of a cell lie that lost its name: a new one must not take their place. */
  expectNoVault(): Promise<void>;
  /** Makes the cell; it is durable when this resolves. Only for who holds the writer's lock. */
  makeFolder(cellId: Uint8Array): Promise<VaultFolder>;
  /**
   * Takes the writer's place, waiting `patienceMs` at most; of the cell that stands here, or of `arriving`, which a move brings.
   * Rejects with `writer-busy`, `out-unwritable`.
   */
  takeLock(patienceMs: number, arriving?: Uint8Array): Promise<WriterLock>;
  /** Where the keys stand; to change them, for a writer. */
  keysOf(folder: VaultFolder, writer?: WriterClaim): KeyHouse;
  /** What a move has left here; while it stands nobody but the move may write. */
  moveNote(): Promise<MoveNote | undefined>;
  /** Leaves a note of a move, or takes it away; durable when this resolves. Only for who holds the writer's lock. */
  noteMove(note: MoveNote | undefined, writer: WriterClaim): Promise<void>;
  /** Opens all. Rejects with `key-wrong`, and with `vault-damaged` where what nothing can bring back is missing or unreadable. */
  openStorage<T>(options: StorageOptions): Promise<Storage<T>>;
  /** Removes what was found damaged and can be folded again. Only for who holds the writer's lock. */
  discard(folder: VaultFolder, parts: readonly Rebuildable[], writer: WriterClaim): Promise<void>;
}
