// What stands downstream needs of a commit: entries as columns for the tables, words for the index, everything else as it
// stands. Plain values over typed arrays and one long text, so that a commit goes to another thread at the price of a copy.

import type { PlacedRecord } from '../records/record.ts';
import type { MessageBatch } from '../search/index.ts';
import { type EntryBatch, EntryGathering } from './entry-batch.ts';
import { MessageGathering } from './indexed-message.ts';

export interface CommitColumns {
  /** The seq of the commit's first record, and the one after its last. */
  readonly firstSeq: number;
  readonly next: number;
  /** For the tables; an erasure order ends a stretch, because it takes away what stands before it. */
  readonly stretches: readonly EntryBatch[];
  /** For the index: every text behind the other, in `words`, and where each ends. */
  readonly messages: Omit<MessageBatch, 'texts'>;
  readonly words: string;
  readonly ends: Uint32Array;
}

/** Gathers records, which come in the order of their seqs. */
export class CommitGathering {
  private readonly stretches: EntryBatch[] = [];
  private readonly messages = new MessageGathering();
  private entries = new EntryGathering();
  private firstSeq = -1;
  private next = 0;

  add(placed: PlacedRecord): void {
    if (this.firstSeq === -1) this.firstSeq = placed.seq;
    this.next = placed.seq + 1;
    this.messages.add(placed);
    this.entries.add(placed);
    if (placed.record.kind === 'erasure-ordered') this.endStretch();
  }

  private endStretch(): void {
    this.stretches.push(this.entries.taken());
    this.entries = new EntryGathering();
  }

  /** All of it; the gathering is spent. */
  taken(): CommitColumns {
    if (!this.entries.isEmpty) this.endStretch();
    const { texts, ...messages } = this.messages.taken();
    const ends = new Uint32Array(texts.length);
    let end = 0;
    for (const [at, text] of texts.entries()) {
      end += text.length;
      ends[at] = end;
    }
    return {
      firstSeq: this.firstSeq,
      next: this.next,
      stretches: this.stretches,
      messages,
      words: texts.join(''),
      ends,
    };
  }
}

/** The messages with their texts cut out again. */
export function messagesOf({ ends, messages, words }: CommitColumns): MessageBatch {
  return { ...messages, texts: Array.from(ends, (end, at) => words.slice(at === 0 ? 0 : ends[at - 1], end)) };
}
