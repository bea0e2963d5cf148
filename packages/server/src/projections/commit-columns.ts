// What stands downstream needs of a commit: entries as columns for the tables, words for the index, everything else as it
// stands. Plain values over typed arrays, so that a commit goes to another thread at the price of a copy.

import type { Placing } from '../records/placing.ts';
import type { PlacedRecord } from '../records/record.ts';
import type { MessageBatch } from '../search/index.ts';
import { type EntryBatch, EntryGathering } from './entry-batch.ts';
import { MessageGathering, type MessageRoom } from './indexed-message.ts';

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

/** Gathers records, which come in the order of their seqs, or with their numbers in a commit, by which they are placed at the end. */
export class CommitGathering {
  private readonly stretches: EntryGathering[] = [];
  private readonly messages: MessageGathering;
  private entries: EntryGathering;
  private firstSeq = -1;
  private next = 0;

  /** `room`: that of another one, which came to hold about as much. */
  constructor(room?: MessageRoom) {
    this.messages = new MessageGathering(room);
    this.entries = new EntryGathering(room?.messages);
  }

  get room(): MessageRoom {
    return this.messages.room;
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

  /** All of it; the gathering is spent, unless it is only placed anew. */
  taken(placing?: Placing): CommitColumns {
    if (!this.entries.isEmpty) this.endStretch();
    return {
      firstSeq: placing?.firstSeq ?? this.firstSeq,
      next: placing === undefined ? this.next : placing.firstSeq + placing.places.length,
      stretches: this.stretches.map((entries) => entries.taken(placing)),
      messages: this.messages.taken(placing),
    };
  }
}
