// What an import is given and what comes of it. Interfaces only.

import type { CommitRecords, Ending, Opening, Sent } from '../recorder/bulk.ts';
import type { Drafts } from '../recorder/drafts.ts';
import type { BlindIndex } from '../records/blind-index.ts';
import type { ImportedRecord, ObjectRef } from '../records/conversation.ts';
import type { NewRecord } from '../records/record.ts';
import type { SuppressionList } from '../records/suppression.ts';
import type { Alignment } from './align/align.ts';
import type { LiveClock } from './facts.ts';
import type { InspectedChat } from './inspect.ts';
import type { Known, KnownImport } from './known.ts';
import type { Placement } from './placing.ts';
import type { ChatSource } from './sources.ts';

type Append<T> = (records: CommitRecords) => Promise<T>;

/** Appends of one import. What goes wrong with one is thrown by the next call and by every call after that. */
export interface BulkDesk {
  /** Drafts for one commit, in which the records of a key stand together. */
  readonly drafts: () => Drafts;
  /** Appends what all the rest refers to; it may still be on its way when it returns, and so may what came before it. */
  readonly open: <T>(build: (firstSeq: number) => Opening<T>) => Promise<T & Sent>;
  /** The commit may still be on its way when it returns. */
  readonly ahead: Append<void>;
  /** Runs steps that depend on the next seq without anybody appending between them; what they append may be on its way. */
  readonly together: <T>(steps: (append: Append<void>, nextSeq: number) => Promise<T>) => Promise<T>;
  /** Resolves to the first seq when all that was appended is durable, and known to whoever asks. */
  readonly append: Append<number>;
  /** Takes the records of the last commit; it may still be on its way when this returns. */
  readonly end: (records: CommitRecords) => Ending;
}

export interface ImportDesk {
  readonly known: Known;
  readonly blind: BlindIndex;
  readonly suppression: SuppressionList;
  readonly append: (records: readonly NewRecord[]) => Promise<number>;
  /** Begins appends that may be ahead of what is durable. */
  readonly bulk: () => BulkDesk;
  readonly keep: (bytes: AsyncIterable<Uint8Array>) => Promise<ObjectRef>;
  readonly now: () => Date;
}

export interface ImportOrder {
  readonly chat: ChatSource;
  readonly inspected: InspectedChat;
  readonly placement: Placement;
  /** An import of the same text: one that a crash left open, or a complete one that had less beside it. */
  readonly before?: KnownImport;
  readonly zone?: string;
  readonly me?: string;
  readonly sameAs: boolean;
  /** A channel of the platform leads to the conversation: clock and names are brought to its own. */
  readonly live?: LiveClock;
  /** The erased are let in again, and who decided it. */
  readonly readmits?: { readonly actor: string };
  /** Entries taken in so far. */
  readonly onEntries?: (entries: number) => void;
}

export interface ImportOutcome {
  readonly import: number;
  readonly chat: number;
  readonly imported: ImportedRecord;
  /** Media files that could not be read. */
  readonly damaged: readonly { readonly name: string; readonly code: string }[];
  readonly alignment?: Alignment;
  /** Resolves when its first commit is durable, and known to whoever asks. */
  readonly opened: Promise<void>;
  /** Its last commit, without which it is not shown. */
  readonly ending: Ending;
}
