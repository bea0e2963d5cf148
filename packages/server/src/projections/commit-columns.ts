// What stands downstream needs of a commit: entries as columns for the tables, words for the index, everything else as it
// stands. Plain values over typed arrays, so that a commit goes to another thread at the price of a copy.

import type { Placing } from '../records/placing.ts';
import type { PlacedRecord } from '../records/record.ts';
import type { MessageBatch } from '../search/index.ts';
import { type EntryBatch, EntryGathering, EntryMemory } from './entry-batch.ts';
import { MessageGathering, MessageMemory } from './indexed-message.ts';

export interface CommitColumns {
  /** The seq of the commit's first record, and the one after its last. */
  readonly firstSeq: number;
  readonly next: number;
  /** For the tables; an erasure order ends a stretch, because it takes away what stands before it. */
  readonly stretches: readonly EntryBatch[];
  /** For the index. */
  readonly messages: MessageBatch;
}

/** The buffers to hand over with a commit, so that nothing is copied; it is empty afterwards. */
export function buffersOfCommit({ messages, stretches }: CommitColumns): ArrayBuffer[] {
  const columns = [messages, ...stretches.map(({ said }) => said.entries)].flatMap((rows) => Object.values(rows));
  const buffers = columns.flatMap((column) => (ArrayBuffer.isView(column) ? [column.buffer] : []));
  return [...new Set(buffers)].filter((buffer) => buffer instanceof ArrayBuffer);
}

/** Where the columns of a commit are gathered. */
export class CommitMemory {
  readonly messages: MessageMemory = new MessageMemory();
  readonly entries: EntryMemory = new EntryMemory();
}

/** Gathers records, which come in the order of their seqs, or with their numbers in a commit, by which they are placed at the end. */
export class CommitGathering {
  private readonly stretches: EntryGathering[] = [];
  private readonly memory: CommitMemory;
  private readonly messages: MessageGathering;
  private entries: EntryGathering;
  private firstSeq = -1;
  private next = 0;

  constructor(memory: CommitMemory = new CommitMemory()) {
    this.memory = memory;
    this.messages = new MessageGathering(memory.messages);
    this.entries = new EntryGathering(memory.entries);
  }

  add(placed: PlacedRecord): void {
    if (this.firstSeq === -1) this.firstSeq = placed.seq;
    this.next = placed.seq + 1;
    this.messages.add(placed);
    this.entries.add(placed);
    if (placed.record.kind === 'erasure-ordered') this.endStretch();
  }

  private endStretch(): void {
    this.stretches.push(this.entries);
    this.entries = new EntryGathering();
  }

  /** All of it; without a placing in the gathering's own memory. */
  taken(placing?: Placing): CommitColumns {
    if (!this.entries.isEmpty) this.endStretch();
    return {
      firstSeq: placing?.firstSeq ?? this.firstSeq,
      next: placing === undefined ? this.next : placing.firstSeq + placing.places.length,
      stretches: this.stretches.map((entries) => entries.taken(placing)),
      messages: this.messages.taken(placing),
    };
  }

  /** Ends the use of its memory, of which nothing may be taken any more, and gives it back. */
  wipe(): CommitMemory {
    this.messages.wipe();
    return this.memory;
  }
}
