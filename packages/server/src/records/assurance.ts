// Records that make the rest believable: the vault's own beginning, what each command looked at or did,
// and what could not be understood.

import type { ObjectRef } from './conversation.ts';

/** The first record of a ledger. */
export interface VaultRecord {
  readonly cell: string;
  readonly kind: 'vault';
  readonly origin: string;
  readonly recordedAt: string;
  readonly v: 1;
}

/** Somebody looked, changed, exported or erased. Numbers and codes only; a query stands as a keyed digest. */
export interface AuditRecord {
  readonly actor: string;
  readonly chats: readonly number[];
  readonly command: string;
  readonly count: number;
  /** The address from which it was asked, where it came over the network. */
  readonly from?: string;
  readonly kind: 'audit';
  readonly outcome: 'done' | 'refused' | 'failed';
  readonly people: readonly number[];
  /** Keyed digest of what was asked, hex; equal questions have equal digests. */
  readonly query?: string;
  /** Why it was done, where that must be said. */
  readonly reason?: string;
  readonly recordedAt: string;
  /** The rule that refused it. */
  readonly rule?: string;
  readonly seqs: readonly number[];
  readonly v: 1;
}

/** A file that could not be understood, kept whole. */
export interface QuarantineRecord {
  readonly content: ObjectRef;
  readonly file: string;
  readonly kind: 'quarantine';
  readonly line: number;
  readonly reason: string;
  readonly recordedAt: string;
  readonly v: 1;
}

/** What stood in quarantine was understood after all. */
export interface ReleaseRecord {
  /** The import of the file, or the delivery with its pieces; the body that lay whole in quarantine is then erased. */
  readonly import: number;
  readonly kind: 'release';
  readonly of: number;
  readonly recordedAt: string;
  readonly v: 1;
}

/** The root key was replaced. */
export interface RotationRecord {
  readonly actor: string;
  readonly kind: 'rotation';
  readonly recordedAt: string;
  readonly v: 1;
}

/** The vault came here from another place, whole: so many entries under this root. */
export interface MoveRecord {
  readonly actor: string;
  /** The engine it came from; where that stood is nobody's to read here. */
  readonly from: 'sqlite' | 'postgresql';
  readonly kind: 'move';
  readonly recordedAt: string;
  /** Base64. */
  readonly root: string;
  readonly size: number;
  readonly to: 'sqlite' | 'postgresql';
  readonly v: 1;
}

/** The ledger was verified. Numbers only: what was found is found again by verifying. */
export interface CheckRecord {
  readonly actor: string;
  readonly altered: number;
  readonly checked: number;
  /** Whether every record was opened, and every object looked at. */
  readonly deep: boolean;
  readonly erased: number;
  readonly from?: string;
  readonly kind: 'check';
  readonly missing: number;
  readonly recordedAt: string;
  readonly size: number;
  readonly tookMs: number;
  readonly v: 1;
  readonly verdict: 'intact' | 'incomplete' | 'altered';
}

export type AssuranceRecord =
  | VaultRecord
  | AuditRecord
  | CheckRecord
  | QuarantineRecord
  | ReleaseRecord
  | RotationRecord
  | MoveRecord;
