// The search index, opened when it is first needed: a command that only leaves a record never pays for it. Once open it
// follows every commit, a little behind. What lies on the disk is only a saving: an index that is damaged, or that is of another past than
// the ledger's, is dropped and filled again by whoever may write.

import type { PlacedRecord } from '../records/record.ts';
import { type MessageBatch, SearchError, SearchIndex, type SearchIndexOptions } from '../search/index.ts';
import { ServerError } from '../server-error.ts';
import type { Stretch } from '../store/record-reader.ts';
import { Backlog } from './backlog.ts';
import { MessageGathering, messagesFrom } from './indexed-message.ts';

/** Messages that may wait for the index: two commits of an import. */
const MOST_BEHIND = 16_384;

export interface LazyIndexParts {
  readonly options: SearchIndexOptions;
  /** The ledger's records from a seq to the end. */
  readonly stretches: (fromSeq: number) => AsyncIterable<Stretch>;
  readonly size: () => Promise<number>;
  /** Drops what is stored and destroys its keys; absent beside a running writer. */
  readonly drop?: () => Promise<void>;
}

export class LazyIndex {
  private readonly parts: LazyIndexParts;
  private opening: Promise<SearchIndex> | undefined;
  /** The next seq that the open index has not met. */
  private next = 0;
  private backlog = new Backlog(MOST_BEHIND);
  private catching: Promise<void> = Promise.resolve();
  /** Messages that were taken up since it was last looked which segments there are. */
  private taken = 0;

  constructor(parts: LazyIndexParts) {
    this.parts = parts;
  }

  /** The index with everything in it. */
  async get(): Promise<SearchIndex> {
    const index = await this.opened();
    await this.backlog.done();
    if (this.parts.drop === undefined) await this.caughtUp(index);
    return index;
  }

  /** Nobody tells of commits beside a running writer: what the ledger has gained is taken up when somebody asks. */
  private caughtUp(index: SearchIndex): Promise<void> {
    const caught = this.catching.then(async () => {
      if (this.next >= (await this.parts.size())) return;
      for await (const { next, records } of this.parts.stretches(this.next)) {
        const messages = gathered(records);
        await this.add(index, messages, next);
        this.taken += messages.seqs.length;
      }
      if (this.taken < MOST_BEHIND) return;
      this.taken = 0;
      await index.refresh();
    });
    this.catching = caught.catch(() => undefined);
    return caught;
  }

  private opened(): Promise<SearchIndex> {
    this.opening ??= this.openOrForget();
    return this.opening;
  }

  private async openOrForget(): Promise<SearchIndex> {
    try {
      return await this.open();
    } catch (error) {
      this.opening = undefined;
      throw error;
    }
  }

  private async open(): Promise<SearchIndex> {
    const index = await this.openStored();
    this.next = index.sealedUpTo + 1;
    for await (const { next, records } of this.parts.stretches(this.next)) {
      await this.add(index, gathered(records), next);
    }
    return index;
  }

  private async openStored(): Promise<SearchIndex> {
    const { drop, options, size } = this.parts;
    try {
      const index = await SearchIndex.open(options);
      if (index.sealedUpTo < (await size())) return index;
    } catch (error) {
      if (drop === undefined || !isDamaged(error)) throw error;
    }
    if (drop === undefined) throw new ServerError('projections-behind', { file: 'search.db' });
    await drop();
    return SearchIndex.open(options);
  }

  /**
   * Takes a commit in line; so much may wait, and whoever asks for the index waits for it. The first commit that has entries
   * opens the index, which then has them from the ledger.
   */
  async follow(messages: MessageBatch, next: number): Promise<void> {
    if (this.opening === undefined) {
      if (messages.seqs.length > 0) await this.opened();
      return;
    }
    const index = await this.opening;
    await this.backlog.add(messages.seqs.length, () => this.add(index, messages, next));
  }

  /** Takes in messages below `next`. What was met already while the index was being opened is passed over. */
  private async add(index: SearchIndex, messages: MessageBatch, next: number): Promise<void> {
    const from = this.next;
    this.next = Math.max(from, next);
    await index.add(messagesFrom(messages, from));
  }

  /** Drops what is stored; it is filled again from the ledger at the next need. */
  async refill(): Promise<SearchIndex> {
    await this.atRest();
    await this.parts.drop?.();
    this.backlog = new Backlog(MOST_BEHIND);
    this.opening = undefined;
    return this.get();
  }

  /** Seals what is only in memory when it is `least` messages or more. */
  async flush(least: number): Promise<void> {
    if (this.opening !== undefined) await (await this.get()).flush(least);
  }

  /** Resolves when nothing waits, whatever came of it. */
  async atRest(): Promise<void> {
    const index = await this.opening?.catch(() => undefined);
    await this.backlog.done().catch(() => undefined);
    await index?.atRest();
  }
}

function gathered(records: readonly PlacedRecord[]): MessageBatch {
  const gathering = new MessageGathering();
  for (const placed of records) gathering.add(placed);
  return gathering.taken();
}

function isDamaged(error: unknown): boolean {
  if (error instanceof SearchError) return error.code === 'index-damaged';
  return error instanceof ServerError && error.code === 'projections-behind';
}
