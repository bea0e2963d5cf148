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

/** How many records those are. */
export function countOf(records: CommitRecords): number {
  return records instanceof Drafts ? records.count : records.length;
}

/** A commit that is on its way. */
export interface Sent {
  /** Resolves when it is durable and the followers have it. */
  readonly known: Promise<void>;
}

/** What a work appends first, and what it makes of the seqs of it. */
export interface Opening<T> {
  readonly records: readonly NewRecord[];
  readonly value: T;
}

export interface Opened<T> {
  readonly value: T;
  /** Rejects with what went wrong before it, where the records can no longer stand at the seq that they were built for. */
  readonly sent: Promise<Sent>;
}

/** What the recorder does for a work, each in its turn. */
export interface BulkParts {
  readonly drafts: () => Drafts;
  /** Asks for the keys of drafts whose turn comes later. */
  readonly foretell: (drafts: Drafts) => void;
  /** Builds records upon the seq that they will have if nothing goes wrong before them, and sends them. */
  readonly open: <T>(build: (firstSeq: number) => Opening<T>, work: Work) => Promise<Opened<T>>;
  /** Resolves when the records are sealed and sent after the commits before them. */
  readonly launch: (records: CommitRecords, work: Work) => Promise<void>;
  /** Runs steps that depend on the next seq without anybody appending between them. */
  readonly steps: <T>(steps: (launch: Append<void>, nextSeq: number) => Promise<T>, work: Work) => Promise<T>;
  /** Resolves to the first seq when the records are durable and the followers have them. */
  readonly append: (records: CommitRecords, work: Work) => Promise<number>;
  /** Sends the records; resolves when they are on their way. */
  readonly end: (records: CommitRecords, work: Work) => Promise<Sent>;
}

/** The last commit of a work, which may still be on its way. */
export interface Ending {
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

  /**
   * Appends what everything after it refers to, before what came before it is durable: of what goes wrong there this work is told too.
   * `known` resolves when it is durable and the followers have it.
   */
  async open<T>(build: (firstSeq: number) => Opening<T>): Promise<T & Sent> {
    await this.launching;
    const { sent, value } = await this.parts.open(build, this.work);
    this.launching = sent.then(
      () => undefined,
      (error: unknown) => this.fail(error),
    );
    const known = sent.then((one) => one.known);
    known.catch(() => undefined);
    return { ...value, known };
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

  /** Takes the records of the last commit, at once in line for its turn. What goes wrong is told by its promise. */
  end(records: CommitRecords): Ending {
    this.foretell(records);
    const ended = this.parts.end(records, this.work).then(({ known }) => known);
    ended.catch(() => undefined);
    return { ended };
  }

  private foretell(records: CommitRecords): void {
    if (records instanceof Drafts) this.parts.foretell(records);
  }

  private fail(error: unknown): void {
    this.failed ??= { error };
  }
}
