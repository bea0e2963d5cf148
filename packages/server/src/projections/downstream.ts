// What stands downstream of the ledger, the tables and the search index, kept in step with it by whoever writes. Plain data
// in and out, so that it may live on another thread than the recorder's. It appends nothing and destroys no record's key.

import type { Follower } from '../recorder/following.ts';
import type { BlindIndex } from '../records/blind-index.ts';
import { ServerError } from '../server-error.ts';
import type { ProjectionStore } from '../store/projection-store.ts';
import type { Stretch } from '../store/record-reader.ts';
import type { StoredSegments } from '../store/segment-store.ts';
import { type CommitColumns, CommitGathering, type CommitMemory } from './commit-columns.ts';
import { Projections } from './fold.ts';
import type { LazyIndex } from './lazy-index.ts';
import type { Tables } from './tables.ts';

/** Fewer unsealed messages are folded again at the next start; more are sealed at the end of a bulk import. */
const WORTH_SEALING = 4_096;

type OnProgress = (done: number, total: number) => void;

/** What whoever writes asks of it. */
export interface Downstream {
  /** Takes in a commit that is durable: the tables have it then, and the index before it answers anybody. */
  take(commit: CommitColumns): Promise<void>;
  /** Folds what the tables lack of the ledger's first `size` entries; tables that are of no use are folded from the start. */
  catchUp(size: number): Promise<void>;
  /** Drops tables and index and folds both from the ledger's `size` entries. */
  rebuild(size: number, onProgress: OnProgress): Promise<void>;
  /** Ends bulk work: seals what of the index is only in memory. */
  settle(): Promise<void>;
  /** Takes entries out of the index. Resolves to how many of its segments were rewritten. */
  eraseFromIndex(seqs: readonly number[]): Promise<number>;
  /** Resolves when nothing is under way, whatever came of it. */
  atRest(): Promise<void>;
  /** Resolves when no byte of a removed row or part is left, as far as the engine can promise it. */
  truncateLogs(): Promise<void>;
}

export interface DownstreamParts {
  readonly tables: ProjectionStore<Tables>;
  readonly segments: StoredSegments;
  readonly index: LazyIndex;
  readonly blind: BlindIndex;
  /** The ledger's records from a seq to the end. */
  readonly stretches: (fromSeq: number) => AsyncIterable<Stretch>;
}

/** The downstream of an open storage, on the thread that opened it. */
export class StoredDownstream implements Downstream {
  private readonly parts: DownstreamParts;
  private readonly projections: Projections;

  constructor(parts: DownstreamParts) {
    this.parts = parts;
    this.projections = new Projections(parts.tables, parts.blind);
  }

  async take(commit: CommitColumns): Promise<void> {
    await this.projections.take(commit);
    await this.parts.index.follow(commit.messages, commit.next);
  }

  /** Tables that are damaged, or that know more than the ledger, are of no use. */
  async catchUp(size: number): Promise<void> {
    try {
      if ((await this.projections.next()) <= Math.max(1, size)) return await this.fold(size);
    } catch (error) {
      if (!(error instanceof ServerError) || error.code !== 'projections-behind') throw error;
    }
    await this.parts.tables.drop();
    await this.fold(size);
  }

  async rebuild(size: number, onProgress: OnProgress): Promise<void> {
    await this.parts.tables.drop();
    await this.fold(size, onProgress);
    await this.parts.index.refill();
    await this.settle();
  }

  private async fold(size: number, onProgress?: OnProgress): Promise<void> {
    for await (const { next, records } of this.parts.stretches(await this.projections.next())) {
      await this.projections.foldTo(records, next);
      onProgress?.(next, size);
    }
  }

  async settle(): Promise<void> {
    await this.parts.index.flush(WORTH_SEALING);
  }

  async eraseFromIndex(seqs: readonly number[]): Promise<number> {
    return (await (await this.parts.index.get()).erase(seqs)).segments;
  }

  atRest(): Promise<void> {
    return this.parts.index.atRest();
  }

  async truncateLogs(): Promise<void> {
    await this.parts.tables.truncateLog();
    await this.parts.segments.truncateLog();
  }
}

/** So many commits of a bulk import are gathered or on their way at a time. */
const MOST_SPARE = 3;
/** Memory for much more than a commit of an import is not kept. */
const MOST_KEPT_BYTES = 2 * 1024 * 1024;

/** Tells what stands downstream of each commit, in columns. */
export function followedBy(downstream: Downstream): Follower {
  const spare: CommitMemory[] = [];
  return {
    gather: () => {
      const gathering = new CommitGathering(spare.pop());
      let number = 0;
      return {
        add: (record, foundBy) => {
          const seq = number++;
          // What would be spread is copied for each of millions.
          gathering.add(foundBy === undefined ? { seq, record } : { seq, record, foundBy });
        },
        placed: (placing) => {
          const commit = gathering.taken(placing);
          return () => {
            const memory = gathering.wipe();
            if (spare.length < MOST_SPARE && memory.messages.sizeBytes <= MOST_KEPT_BYTES) spare.push(memory);
            return downstream.take(commit);
          };
        },
      };
    },
  };
}
