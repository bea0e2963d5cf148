// The recorder: the one piece of code that may append to the ledger (and, beside it in `erase.ts`, destroy a key).
// It mints keys, serialises records canonically, appends, signs, and tells the followers what now stands.
// One thing at a time: callers wait for each other.

import { type KeyId, LedgerError, type Log, type RecordBatch, RecordBuffer, type SealedPages } from '@acta/ledger';
import type { KeyScope } from '../records/key-scope.ts';
import { ownTurn } from '../records/pace.ts';
import type { NewRecord } from '../records/record.ts';
import { ServerError } from '../server-error.ts';
import { BulkAppending, type CommitRecords, countOf, type Opened, type Opening, type Sent, type Work } from './bulk.ts';
import { Drafts } from './drafts.ts';
import { type Follower, Following } from './following.ts';
import { Turns } from './turns.ts';

/** The keys a recorder needs to append. */
export interface AppendingKeys {
  keysFor(scopes: readonly KeyScope[]): Promise<readonly KeyId[]>;
  open(ids: readonly KeyId[]): Promise<ReadonlyMap<KeyId, Uint8Array>>;
}

export interface Signed {
  readonly size: number;
  /** Base64. */
  readonly root: string;
}

export interface RecorderParts {
  /** 16 bytes. */
  readonly cellId: Uint8Array;
  readonly log: Log;
  readonly keys: AppendingKeys;
  /** Seals a commit without holding up this thread; a large one's records lie in shared memory. Throws as `sealPages`. */
  readonly seal: (batch: RecordBatch) => Promise<SealedPages>;
  /** Told of the scopes that a commit will need keys of, before it is its turn. */
  readonly foretell?: (scopes: readonly KeyScope[]) => void;
  readonly followers: readonly Follower[];
  /** Called with each new checkpoint, after it is stored. */
  readonly signed: (checkpoint: Signed) => Promise<void>;
}

/** A commit that was sent. */
interface Launched {
  readonly firstSeq: number;
  /** Resolves when it is durable. */
  readonly durable: Promise<void>;
  /** Resolves when it is durable, the followers are being told, and it is signed if that was due. */
  readonly landing: Promise<void>;
}

interface LaunchOrder {
  /** The seq that the records were built for: they can stand nowhere else. */
  readonly builtAt?: number;
  readonly follow?: ((firstSeq: number) => Promise<void>) | undefined;
  readonly work?: Work | undefined;
  /** Goes as soon as the commit before is durable, however far behind it the followers are. */
  readonly isNote?: boolean;
}

/** One fills while another is sealed. */
const MOST_SPARE = 2;
/** Records drafted at once that give the event loop its turn: about a millisecond of work. */
const DRAFTED_A_TURN = 512;

export class Recorder {
  private readonly parts: RecorderParts;
  private readonly turns = new Turns();
  private size: number;
  /** How much of it is durable. */
  private durableSize: number;
  private signedSize = -1;
  /** The commit that is on its way, whatever comes of it: whoever sent it is told. */
  private landing: Promise<unknown> = Promise.resolve();
  /** The same commit, until it is durable. */
  private standing: Promise<unknown> = Promise.resolve();
  /** The followers' work on what is durable; one commit, or so many that were built, may be ahead of them. */
  private readonly following: Following;
  /** Set when a follower could not take in what is durable: the next commit must not be folded over the gap. */
  private halted: unknown;
  private isHaltKnown = false;
  /** What went wrong last with a commit. */
  private failure: unknown;
  /** Whether what was launched last was built by `appendBuilt`. */
  private isBuilt = false;
  /** Wiped buffers of drafts, for those to come: much new memory outside the heap makes the engine collect. */
  private readonly spare: RecordBuffer[] = [];

  constructor(parts: RecorderParts, size: number) {
    this.parts = parts;
    this.size = size;
    this.durableSize = size;
    this.following = new Following(parts.followers, (error) => {
      this.halted = isDiskFull(error) ? new ServerError('disk-full', {}, error) : error;
    });
  }

  /** The seq that the next record gets, if nobody else appends first; certain inside `together`. */
  get nextSeq(): number {
    return this.size;
  }

  /** Appends records in one durable commit and returns the first one's seq. The followers have them when it returns. */
  async append(records: readonly NewRecord[]): Promise<number> {
    return this.together((append) => append(records));
  }

  /**
   * Begins a long work, whose appends may be ahead of what is durable, and what is durable ahead of the followers by one commit.
   * What goes wrong with one is told to that work alone.
   */
  bulk(): BulkAppending {
    return new BulkAppending({
      drafts: () => new Drafts('by-key', this.parts.followers, this.spare.pop() ?? new RecordBuffer('shared')),
      foretell: (drafts) => this.parts.foretell?.(drafts.scopes),
      open: (build, work) => this.open(build, work),
      launch: (records, work) =>
        this.turns.take(async () => void (await this.launch(records, { work })), countOf(records)),
      steps: (steps, work) =>
        this.turns.take(async () => {
          await this.landing;
          return steps(async (records) => void (await this.launch(records, { work })), this.size);
        }),
      append: (records, work) => this.turns.take(() => this.appendNow(records, work), countOf(records)),
      end: (records, work) =>
        this.turns.take(async () => {
          const { landing } = await this.launch(records, { work });
          return sentUntil(landing.then(() => this.told()));
        }, countOf(records)),
    });
  }

  /** At the seq after all who are in line, where that is known; otherwise in its turn, when nothing is on its way. */
  private async open<T>(build: (firstSeq: number) => Opening<T>, work: Work): Promise<Opened<T>> {
    const builtAt = this.turns.plannedFrom(this.size);
    if (builtAt === undefined) {
      return this.turns.take(async () => {
        await this.landing;
        const { records, value } = build(this.size);
        return { value, sent: Promise.resolve(await this.sendOpening(records, { work })) };
      });
    }
    const { records, value } = build(builtAt);
    const sent = this.turns.take(() => this.sendOpening(records, { builtAt, work }), records.length);
    return { value, sent };
  }

  /** What halts the recorder is told to the work, not to who waits for what is known. */
  private async sendOpening(records: readonly NewRecord[], order: LaunchOrder): Promise<Sent> {
    try {
      const { landing } = await this.launch(records, order);
      return sentUntil(landing.then(() => this.following.caughtUp()));
    } catch (error) {
      throw error instanceof BuiltUponNothing ? (error.cause ?? error) : error;
    }
  }

  /**
   * Builds records that begin at the seq it is given, with nobody appending between, and sends them. Resolves when the next may be
   * built; `durable` resolves when these are. They are built while the commit before is on its way, and built again where that fails.
   * The followers are told of several such commits at once, and may be some thousand records behind; they have all that stands before
   * anything is built upon what somebody else appended, or by somebody who has forgotten what was built before.
   */
  async appendBuilt(
    build: (firstSeq: number) => Promise<readonly NewRecord[]>,
    hasForgotten: () => boolean,
  ): Promise<Pick<Launched, 'durable'>> {
    return this.turns.take(async () => {
      for (;;) {
        if (!this.isBuilt || hasForgotten()) {
          await this.landing;
          await this.told();
        }
        const builtAt = this.size;
        const records = await build(builtAt);
        const follow = (firstSeq: number): Promise<void> => this.following.follow(firstSeq, records);
        try {
          const { durable } = await this.launch(records, { builtAt, follow });
          return { durable };
        } catch (error) {
          if (!(error instanceof BuiltUponNothing)) throw error;
        }
      }
    });
  }

  /** Resolves when what was sent for this seq is durable, or has failed. */
  async landed(seq: number): Promise<void> {
    if (seq >= this.durableSize) await this.standing;
  }

  /**
   * Appends records upon which nobody builds, such as who looked at what. Durable when it resolves; it waits for no follower, and the
   * followers are told of several at once.
   */
  async note(records: readonly NewRecord[]): Promise<void> {
    const { durable } = await this.turns.take(async () => {
      const follow = (firstSeq: number): Promise<void> => this.following.follow(firstSeq, records);
      return this.launch(records, { follow, isNote: true });
    });
    await durable;
  }

  /** Resolves when the followers have all that is durable now. */
  async caughtUp(): Promise<void> {
    await this.landing;
    await this.following.caughtUp();
  }

  /** Runs steps that depend on `nextSeq` without anybody appending between them; the followers have all that came before. */
  async together<T>(steps: (append: (records: readonly NewRecord[]) => Promise<number>) => Promise<T>): Promise<T> {
    return this.turns.take(async () => {
      await this.landing;
      await this.told();
      return steps((records) => this.appendNow(records));
    });
  }

  /** Resolves when nothing is under way, whatever came of it. */
  async atRest(): Promise<void> {
    await this.turns.over();
    await this.landing;
    await this.following.caughtUp();
  }

  private async appendNow(records: CommitRecords, work?: Work): Promise<number> {
    const { firstSeq, landing } = await this.launch(records, { work });
    await landing;
    await this.told();
    return firstSeq;
  }

  /** Waits until the followers have all that is durable. */
  private async told(): Promise<void> {
    await this.following.caughtUp();
    this.expectGoing();
  }

  /** Throws what halted the recorder to the first who meets it, `projections-behind` from then on. */
  private expectGoing(): void {
    if (this.halted === undefined) return;
    if (this.isHaltKnown) throw new ServerError('projections-behind', {}, this.halted);
    this.isHaltKnown = true;
    throw this.halted;
  }

  /** Sends records after the commit that is on its way; they are sealed meanwhile. `follow` tells the followers in its own way. */
  private async launch(records: CommitRecords, order: LaunchOrder): Promise<Launched> {
    const followers = order.follow === undefined ? this.parts.followers : [];
    const drafts = records instanceof Drafts ? records : await drafted(records, followers);
    try {
      return await this.launchDrafts(drafts, order);
    } catch (error) {
      if (!(error instanceof BuiltUponNothing)) this.failure = error;
      throw error;
    } finally {
      const wiped = drafts.wipe();
      if (drafts === records && this.spare.length < MOST_SPARE) this.spare.push(wiped);
    }
  }

  /** Where the commit before failed, its seqs are those of the drafts, and they are sealed again, unless they were built for others. */
  private async launchDrafts(
    drafts: Drafts,
    { builtAt, follow, isNote = false, work }: LaunchOrder,
  ): Promise<Launched> {
    for (;;) {
      this.expectGoing();
      work?.expectGoing();
      this.isBuilt = false;
      if (drafts.count === 0) return { firstSeq: this.size, durable: Promise.resolve(), landing: Promise.resolve() };
      const sealed = await unlessFull(() => this.seal(drafts));
      const { firstSeq } = sealed;
      const before = this.landing;
      await (isNote ? this.standing : before);
      // The tree grows by all of it at once.
      await ownTurn();
      work?.expectGoing();
      if (builtAt !== undefined && builtAt !== this.size)
        throw new BuiltUponNothing('built upon what failed', { cause: this.failure });
      if (firstSeq !== this.size) continue;
      // Nobody builds upon a note: it leaves open what the next may be built upon.
      if (!isNote) this.isBuilt = follow !== undefined;
      const durable = this.commit(sealed);
      // In the order of the commits, also where one of them fails.
      const standing = before.then(() => durable);
      const landing = standing.then(() =>
        this.land(async () => {
          if (follow !== undefined) return follow(firstSeq);
          // What was read back took its time, and placing takes as long.
          await ownTurn();
          const told = drafts.placed(firstSeq);
          await this.told();
          await this.following.tell(told);
        }),
      );
      work?.watch(landing);
      this.standing = durable.catch(() => undefined);
      this.landing = landing.catch(() => undefined);
      return { firstSeq, durable, landing };
    }
  }

  private async seal(drafts: Drafts): Promise<SealedPages> {
    const { cellId, keys, seal } = this.parts;
    const ids = await keys.keysFor(drafts.scopes);
    const live = await keys.open(ids);
    const batch = drafts.batch({ cellId, firstSeq: this.size, ids, keyOf: (id) => live.get(id) ?? noKey() });
    try {
      return await seal(batch);
    } finally {
      batch.keys.fill(0);
    }
  }

  /** Durable when it resolves. */
  private async commit(sealed: SealedPages): Promise<void> {
    const { count, firstSeq } = sealed;
    this.size = firstSeq + count;
    this.turns.appended(count);
    try {
      await unlessFull(() => this.parts.log.appendSealed(sealed));
      this.durableSize = firstSeq + count;
    } catch (error) {
      this.size = firstSeq;
      this.failure = error;
      if (!isSizeChanged(error)) throw error;
      throw this.halt(new Error('a commit that was reported as failed is durable', { cause: error }));
    }
  }

  /** The followers are being told of what is durable when it resolves, and it is signed if that was due. */
  private async land(tell: () => Promise<void>): Promise<void> {
    this.expectGoing();
    await tell();
    await this.publish(false);
  }

  private halt(cause: Error): ServerError {
    this.halted = cause;
    this.isHaltKnown = true;
    return new ServerError('projections-behind', {}, cause);
  }

  /** Signs a checkpoint over all that stands; without `force` at most one a second. */
  async publish(force: boolean): Promise<void> {
    const checkpoint = await this.parts.log.publish({ force });
    if (checkpoint.size === this.signedSize) return;
    this.signedSize = checkpoint.size;
    await this.parts.signed({ size: checkpoint.size, root: Buffer.from(checkpoint.root).toString('base64') });
  }
}

/** The commit that records were built upon has failed. */
class BuiltUponNothing extends Error {}

/** The records as drafts, in their order. */
async function drafted(records: readonly NewRecord[], followers: readonly Follower[]): Promise<Drafts> {
  const drafts = new Drafts('as-added', followers);
  for (const [at, record] of records.entries()) {
    if (at > 0 && at % DRAFTED_A_TURN === 0) await ownTurn();
    drafts.add(record);
  }
  return drafts;
}

function sentUntil(known: Promise<void>): Sent {
  known.catch(() => undefined);
  return { known };
}

/** A key that was just given out must live. */
function noKey(): never {
  throw new ServerError('vault-damaged', { file: 'keys.db' });
}

function isSizeChanged(error: unknown): boolean {
  return error instanceof LedgerError && error.code === 'size-changed';
}

async function unlessFull<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isDiskFull(error)) throw new ServerError('disk-full', {}, error);
    throw error;
  }
}

function isDiskFull(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_FULL') || code === 'ENOSPC';
}
