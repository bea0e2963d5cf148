// Appends of one long work, such as an import: each commit is sealed while those before it are on their way. What goes
// wrong with one is told to this work and to nobody else, by its next call and by every call after that.

import type { NewRecord } from '../records/record.ts';
import { Drafts } from './drafts.ts';

/** Whose commits they are: asked before they are sealed and before they are sent, told when they are on their way. */
export interface Work {
  /** Throws what went wrong with an earlier commit: later ones must not stand without it. */
  expectGoing(): void;
  /** `landing` resolves when the commit is durable. */
  watch(landing: Promise<void>): void;
}

/** Records of one commit: as they are, or drafted. Drafts are spent by it, whatever comes of it. */
export type CommitRecords = readonly NewRecord[] | Drafts;
type Append<T> = (records: CommitRecords) => Promise<T>;

/** What the recorder does for a work, each in its turn. */
export interface BulkParts {
  readonly drafts: () => Drafts;
  /** Asks for the keys of drafts whose turn comes later. */
  readonly foretell: (drafts: Drafts) => void;
  /** Resolves when the records are sealed and sent after the commits before them. */
  readonly launch: (records: CommitRecords, work: Work) => Promise<void>;
  /** Runs steps that depend on the next seq without anybody appending between them. */
  readonly steps: <T>(steps: (launch: Append<void>, nextSeq: number) => Promise<T>, work: Work) => Promise<T>;
  /** Resolves to the first seq when the records are durable and the followers have them. */
  readonly append: (records: CommitRecords, work: Work) => Promise<number>;
  /** Sends the records; resolves when the followers have what was sent before them. */
  readonly end: (records: CommitRecords, work: Work) => Promise<Pick<Ending, 'ended'>>;
}

/** The last commit of a work, which may still be on its way. */
export interface Ending {
  /** Resolves when it is sent, and the followers have all that the work appended before it. */
  readonly sent: Promise<void>;
  /** Resolves when it is durable and the followers have it. */
  readonly ended: Promise<void>;
}

export class BulkAppending {
  private readonly parts: BulkParts;
  private readonly work: Work;
  private launching: Promise<void> = Promise.resolve();
  private failed: { readonly error: unknown } | undefined;

  constructor(parts: BulkParts) {
    this.parts = parts;
    this.work = {
      expectGoing: () => {
        if (this.failed !== undefined) throw this.failed.error;
      },
      watch: (landing) => {
        landing.catch((error: unknown) => this.fail(error));
      },
    };
  }

  /** Drafts for one commit, whose records stand by key. */
  drafts(): Drafts {
    return this.parts.drafts();
  }

  /** Takes records for one commit. Waits until those given before are sealed; the sealing of these goes on afterwards. */
  async ahead(records: CommitRecords): Promise<void> {
    this.foretell(records);
    await this.launching;
    this.work.expectGoing();
    this.launching = this.parts.launch(records, this.work).catch((error: unknown) => this.fail(error));
  }

  /** Runs steps that depend on the next seq; what they append may still be on its way when this returns. */
  async together<T>(steps: (append: Append<void>, nextSeq: number) => Promise<T>): Promise<T> {
    await this.launching;
    return this.parts.steps(steps, this.work);
  }

  /** Appends records and returns the first one's seq. Whatever this work appended is durable then, and the followers have it. */
  async append(records: CommitRecords): Promise<number> {
    this.foretell(records);
    await this.launching;
    return this.parts.append(records, this.work);
  }

  /** Takes the records of the last commit. What goes wrong is told by both promises. */
  end(records: CommitRecords): Ending {
    this.foretell(records);
    const ending = this.launching.then(() => this.parts.end(records, this.work));
    const sent = ending.then(() => undefined);
    const ended = ending.then((last) => last.ended);
    for (const one of [sent, ended]) one.catch(() => undefined);
    return { sent, ended };
  }

  private foretell(records: CommitRecords): void {
    if (records instanceof Drafts) this.parts.foretell(records);
  }

  private fail(error: unknown): void {
    this.failed ??= { error };
  }
}
