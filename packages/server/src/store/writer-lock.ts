// The one writer of a vault: who holds the lock may append. A second process gets a clear refusal and may read beside it.

export interface WriterLock {
  /** Aborted when the lock was taken away (its connection died): nothing may be written from then on. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}
