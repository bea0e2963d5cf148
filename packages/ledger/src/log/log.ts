/**
 * The log: the only thing that appends. Each commit is read back through a second connection and its root computed anew
 * by the verifier's code; only a root on which both agree is ever signed. It holds no records and no keys.
 */
import { sameBytes } from '../bytes.ts';
import { LedgerError } from '../error.ts';
import { HASH_BYTES } from '../hashing.ts';
import { pageRowsOf, type SealedPages } from '../page/batch.ts';
import { type CommitDrafts, sealCommit } from '../page/seal.ts';
import type { RandomBytes } from '../randomness.ts';
import type { LogReader, LogStore, PageRow } from '../store.ts';
import { expectAgreement, type LogEdge, readBack, restoreEdge } from './edge.ts';
import { logKeyOf, readCheckpoint, type SignedCheckpoint, signCheckpoint } from './signed-checkpoint.ts';
import type { LogSigner } from './signer.ts';

/** At most one checkpoint in this time unless forced. */
const PUBLISH_INTERVAL_MS = 1000;

/** What a log is made of. */
export interface LogParts {
  /** 16 bytes. */
  readonly cellId: Uint8Array;
  /** Never changes. */
  readonly origin: string;
  readonly store: LogStore;
  /** A second connection to the same log: what was committed is read back through it. */
  readonly reader: LogReader;
  readonly signer: LogSigner;
  readonly randomBytes: RandomBytes;
  /** A clock in milliseconds; only differences matter. */
  readonly nowMs: () => number;
}

/** The entries that an append made. */
export interface Appended {
  readonly firstSeq: number;
  readonly count: number;
}

/** Consecutive entries with their pages, as they stand in another copy of the log. */
export interface CopiedRows {
  readonly firstSeq: number;
  /** 32 bytes an entry. */
  readonly commitments: Uint8Array;
  /** Those that begin among these entries. */
  readonly pages: readonly PageRow[];
}

interface Addition extends CopiedRows {
  readonly leafHashes?: Uint8Array;
}

/** One cell's log, open for writing. There is one such object per cell; calls run one after another. */
export class Log {
  readonly #parts: LogParts;
  #checkpoint: SignedCheckpoint | undefined;
  #publishedAtMs: number | undefined;
  /** Undefined when a failure has left it in doubt: it is restored from storage before it is used again. */
  #edge: LogEdge | undefined;
  #halted = false;
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(parts: LogParts) {
    this.#parts = parts;
  }

  /**
   * Opens a log, restores its right edge and checks it against the last checkpoint. Throws `checkpoint-refused`,
   * `checkpoint-ahead`, `root-mismatch`, `bundle-missing`, `tile-missing`: then nothing may be appended.
   */
  static async open(parts: LogParts): Promise<Log> {
    const log = new Log(parts);
    await log.#restore();
    return log;
  }

  /** The newest checkpoint that was signed. */
  get checkpoint(): SignedCheckpoint | undefined {
    return this.#checkpoint;
  }

  /** The number of entries, once every call so far has run. */
  size(): Promise<number> {
    return this.#serially(async () => (await this.#current()).proven.size);
  }

  /**
   * Seals drafts and appends them in one durable commit. Throws as `sealCommit` and `appendSealed`; nothing is appended
   * when sealing fails.
   */
  append({ drafts, keyOf }: Pick<CommitDrafts, 'drafts' | 'keyOf'>): Promise<Appended> {
    return this.#serially(async () => {
      const { proven } = await this.#current();
      const { cellId, randomBytes } = this.#parts;
      return this.#commit(additionOf(sealCommit({ cellId, firstSeq: proven.size, drafts, keyOf, randomBytes })));
    });
  }

  /**
   * Appends what was sealed elsewhere for the present size. Throws `size-changed`; `root-mismatch` when what was read back
   * is not what was written, after which the log is halted and signs nothing; and what the store throws.
   */
  appendSealed(sealed: SealedPages): Promise<Appended> {
    return this.#serially(() => this.#commit(additionOf(sealed)));
  }

  /** Appends what stands in another copy of this log; its tree is made anew. Throws as `appendSealed`. */
  appendCopied(rows: CopiedRows): Promise<Appended> {
    return this.#serially(() => this.#commit(rows));
  }

  /**
   * Keeps a checkpoint that was signed over another copy of this log. Throws `checkpoint-refused` where it is not this log's, and
   * `root-mismatch` unless it states exactly what was read back here.
   */
  adopt(note: string): Promise<SignedCheckpoint> {
    return this.#serially(async () => {
      const { proven } = await this.#current();
      const { origin, signer, store } = this.#parts;
      const signed = await readCheckpoint(note, { origin, logKey: logKeyOf(signer) });
      if (signed.size !== proven.size || !sameBytes(signed.root, proven.root())) {
        throw new LedgerError('root-mismatch', { size: signed.size });
      }
      await store.saveCheckpoint(signed.size, signed.note);
      this.#checkpoint = signed;
      return signed;
    });
  }

  /**
   * Signs and keeps a checkpoint of all entries that were read back. Without `force` at most one a second: within that
   * time, and when there is nothing new, the newest one comes back. Throws `log-halted`, `checkpoint-refused`.
   */
  publish({ force = false }: { readonly force?: boolean } = {}): Promise<SignedCheckpoint> {
    return this.#serially(async () => {
      const { proven } = await this.#current();
      const newest = this.#checkpoint;
      if (newest !== undefined && (newest.size === proven.size || (!force && this.#isTooSoon()))) return newest;
      const { origin, signer, store, nowMs } = this.#parts;
      const signed = await signCheckpoint({ origin, size: proven.size, root: proven.root() }, signer);
      await store.saveCheckpoint(signed.size, signed.note);
      this.#checkpoint = signed;
      this.#publishedAtMs = nowMs();
      return signed;
    });
  }

  async #commit({ commitments, firstSeq, leafHashes, pages }: Addition): Promise<Appended> {
    const count = commitments.length / HASH_BYTES;
    const edge = await this.#current();
    if (firstSeq !== edge.proven.size) throw new LedgerError('size-changed', { size: edge.proven.size });
    if (count === 0) return { firstSeq, count };
    this.#edge = undefined;
    const { store, reader } = this.#parts;
    const { bundles, tiles } = edge.writing.append(commitments, leafHashes);
    await store.commit({ firstSeq, bundles, tiles, pages });
    await readBack(reader, edge.proven, firstSeq + count);
    this.#haltUnless(() => expectAgreement(edge));
    this.#edge = edge;
    return { firstSeq, count };
  }

  async #current(): Promise<LogEdge> {
    if (this.#halted) throw new LedgerError('log-halted');
    return this.#edge ?? (await this.#restore());
  }

  async #restore(): Promise<LogEdge> {
    const { origin, reader, signer } = this.#parts;
    const note = await reader.checkpoint();
    const checkpoint =
      note === undefined ? undefined : await readCheckpoint(note, { origin, logKey: logKeyOf(signer) });
    const edge = await restoreEdge(reader, checkpoint);
    this.#checkpoint = checkpoint;
    this.#edge = edge;
    return edge;
  }

  #haltUnless(check: () => void): void {
    try {
      check();
    } catch (error) {
      this.#halted = true;
      throw error;
    }
  }

  #isTooSoon(): boolean {
    const elapsedMs =
      this.#publishedAtMs === undefined ? PUBLISH_INTERVAL_MS : this.#parts.nowMs() - this.#publishedAtMs;
    return elapsedMs >= 0 && elapsedMs < PUBLISH_INTERVAL_MS;
  }

  #serially<T>(work: () => Promise<T>): Promise<T> {
    const run = this.#queue.then(work);
    this.#queue = run.catch(() => undefined);
    return run;
  }
}

function additionOf(sealed: SealedPages): Addition {
  const { commitments, firstSeq, leafHashes } = sealed;
  return { firstSeq, commitments, leafHashes, pages: pageRowsOf(sealed) };
}
