// The one writer of a vault: who holds the lock may append. A second process gets a clear refusal and may read beside it.

export interface WriterLock {
  /** Grows with every holder where a holder can lose its place unawares, so that what it then writes is refused; 0 elsewhere. */
  readonly epoch: number;
  /** Aborted when the lock was taken away (its connection died): nothing may be written from then on. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

/** By what a writer proves that it is the one; plain data but for the signal. */
export interface WriterClaim {
  readonly epoch: number;
  readonly lost?: AbortSignal;
}
