// Records of what was decided about keeping: withdrawals, erasure orders and their certificates, readmissions.
// They name numbers (seqs, key ids, hashes), never what was erased.

/** An import is withdrawn: hidden at once, its records erased from `eraseFrom` on. */
export interface WithdrawalRecord {
  readonly actor: string;
  readonly eraseFrom: string;
  readonly import: number;
  readonly kind: 'withdrawal';
  readonly recordedAt: string;
  readonly rule: string;
  readonly v: 1;
}

export type ErasureScope = 'person' | 'chat' | 'entries' | 'withdrawal';

/** What must be forgotten. The order is complete in itself: after a crash it can be carried out from these numbers. */
export interface ErasureOrderedRecord {
  readonly actor: string;
  /** Where conversations that stay have gaps now: flat triples of conversation, entry before the gap (0: none), entries gone. */
  readonly gaps?: readonly number[];
  /** Versions that take the place of an entry that goes, as pairs of (entry, version). */
  readonly heirs: readonly number[];
  /** Keys that are destroyed whole. */
  readonly keys: readonly number[];
  readonly kind: 'erasure-ordered';
  /** Names of sealed objects that are removed. */
  readonly objects: readonly string[];
  readonly reason: string;
  readonly recordedAt: string;
  /** Keys that are destroyed after the entries that stay were sealed under new ones. */
  readonly replaced: readonly number[];
  readonly rule: string;
  readonly scope: ErasureScope;
  /** Person ids, chat ids, an import's id, or nothing where `seqs` says it all. */
  readonly scopeIds: readonly number[];
  /** Every entry that is erased, as pairs of (first seq, count). */
  readonly seqs: readonly number[];
  /** Keyed digests that are suppressed from now on, hex. */
  readonly suppress: readonly string[];
  readonly v: 1;
}

/** Page as it was and as it is: (first seq, SHA-256 before, SHA-256 after), hashes in hex. */
export type PageChange = readonly [number, string, string];

/** The certificate of an erasure. */
export interface ErasureDoneRecord {
  readonly entries: number;
  readonly keysDestroyed: number;
  readonly kind: 'erasure-done';
  /** After this no backup of the key store can hold a key. */
  readonly noCopyAfter: string;
  /** Objects whose bytes a retention of their store keeps for now. Their keys are destroyed: nobody can open them. */
  readonly objectsLocked?: number;
  readonly objectsRemoved: number;
  readonly order: number;
  readonly pages: readonly PageChange[];
  readonly recordedAt: string;
  readonly rule: string;
  readonly scannedBytes: number;
  readonly scannedFiles: number;
  /** How many of the erased words the bytes were searched for; 0 where a crash came between: nothing could be read any more. */
  readonly scannedFor: number;
  readonly segmentsRewritten: number;
  readonly v: 1;
}

/** Somebody erased may come back by an import. */
export interface ReadmissionRecord {
  readonly actor: string;
  readonly chat: number;
  readonly hashes: number;
  readonly kind: 'readmission';
  readonly recordedAt: string;
  readonly v: 1;
}

export type GovernanceRecord = WithdrawalRecord | ErasureOrderedRecord | ErasureDoneRecord | ReadmissionRecord;
