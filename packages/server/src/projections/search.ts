// Feeds the search index: every entry that is appended, and at start what no sealed segment covers yet.

import type { Follower } from '../recorder/recorder.ts';
import { isEntry } from '../records/conversation.ts';
import type { PlacedRecord } from '../records/record.ts';
import type { SearchIndex } from '../search/index.ts';
import type { Stretch } from '../store/record-reader.ts';
import { indexedMessage } from './indexed-message.ts';

export class SearchFollower implements Follower {
  private readonly index: SearchIndex;

  constructor(index: SearchIndex) {
    this.index = index;
  }

  async follow(batch: readonly PlacedRecord[]): Promise<void> {
    await this.index.add(batch.flatMap(({ record, seq }) => (isEntry(record) ? [indexedMessage(seq, record)] : [])));
  }
}

/** Takes in what comes after the sealed segments, from the ledger's pages. */
export async function catchUpIndex(index: SearchIndex, stretches: (fromSeq: number) => AsyncIterable<Stretch>): Promise<void> {
  const follower = new SearchFollower(index);
  for await (const { records } of stretches(index.sealedUpTo + 1)) await follower.follow(records);
}
