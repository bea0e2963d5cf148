// The search index, opened when it is first needed: a command that only leaves a record never pays for it. Once open it
// follows every commit.

import type { Follower } from '../recorder/recorder.ts';
import { isEntry } from '../records/conversation.ts';
import type { PlacedRecord } from '../records/record.ts';
import { SearchIndex, type SearchIndexOptions } from '../search/index.ts';
import type { Stretch } from '../store/record-reader.ts';
import { indexedMessage } from './indexed-message.ts';

export class LazyIndex implements Follower {
  private readonly options: SearchIndexOptions;
  private readonly stretches: (fromSeq: number) => AsyncIterable<Stretch>;
  private opening: Promise<SearchIndex> | undefined;

  constructor(options: SearchIndexOptions, stretches: (fromSeq: number) => AsyncIterable<Stretch>) {
    this.options = options;
    this.stretches = stretches;
  }

  /** The index with everything in it. */
  get(): Promise<SearchIndex> {
    this.opening ??= this.open();
    return this.opening;
  }

  private async open(): Promise<SearchIndex> {
    const index = await SearchIndex.open(this.options);
    for await (const { records } of this.stretches(index.sealedUpTo + 1)) await addTo(index, records);
    return index;
  }

  /** Takes in a commit. The first one that has entries opens the index, which then has them from the ledger. */
  async follow(batch: readonly PlacedRecord[]): Promise<void> {
    if (this.opening !== undefined) return addTo(await this.opening, batch);
    if (batch.some(({ record }) => isEntry(record))) await this.get();
  }

  /** Forgets that it was open; what changed beneath is read anew. */
  forget(): void {
    this.opening = undefined;
  }

  /** Seals what is only in memory when it is `least` messages or more. */
  async flush(least: number): Promise<void> {
    if (this.opening !== undefined) await (await this.opening).flush(least);
  }
}

async function addTo(index: SearchIndex, records: readonly PlacedRecord[]): Promise<void> {
  await index.add(records.flatMap(({ record, seq }) => (isEntry(record) ? [indexedMessage(seq, record)] : [])));
}
