// Any record of the ledger, and a record with its place. The vocabulary of the whole river; it holds no behaviour.

import type { AssuranceRecord } from './assurance.ts';
import type { BusinessRecord } from './business.ts';
import type { ConversationDomainRecord } from './conversation.ts';
import type { GovernanceRecord } from './governance.ts';
import type { KeyScope } from './key-scope.ts';
import type { PlatformRecord } from './platform.ts';
import { pairAt } from './wall-time.ts';
import type { WorkDomainRecord } from './work.ts';

export type LedgerRecord =
  | ConversationDomainRecord
  | GovernanceRecord
  | AssuranceRecord
  | PlatformRecord
  | WorkDomainRecord
  | BusinessRecord;

/** By which digests, as keys of a map, a record is found again: said by whoever made them already, so that the fold need not. */
export interface FoundBy {
  /** Of its piece of a delivery; then the piece's bytes need not go to the fold. */
  readonly piece?: string;
  /** Of the platform's id of an entry. */
  readonly wamid?: string;
}

/** A record that is to be appended, with what its key covers: whom it is about, where, and the month of its own time. */
export interface NewRecord extends KeyScope {
  readonly record: LedgerRecord;
  readonly foundBy?: FoundBy;
}

/** A record in its place. */
export interface PlacedRecord {
  readonly seq: number;
  readonly record: LedgerRecord;
  readonly foundBy?: FoundBy;
}

/** Month number of a wall time `YYYY-MM…`. Asked of every entry, so it makes no strings. */
export function monthOf(at: string): number {
  return (pairAt(at, 0) * 100 + pairAt(at, 2)) * 12 + pairAt(at, 5) - 1;
}
