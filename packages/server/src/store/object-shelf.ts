// Where sealed objects lie: a folder, or a bucket of an S3-compatible store. A shelf knows names and sealed bytes only; what is
// sealed in them, and under which key, it is never told. Its names are hashes of what lies under them.

/** A place for sealed objects. Every name is 64 hexadecimal digits; the caller has checked that. */
export interface ObjectShelf {
  /** Begins an object whose name is known only at its end. Memory stays bounded, however long it grows. */
  draft(): Promise<ObjectDraft>;
  /** Opens the sealed bytes of an object. Throws `object-missing`. */
  read(object: string): Promise<SealedBytes>;
  /** Its size, or undefined if it is not here. */
  sizeOf(object: string): Promise<number | undefined>;
  remove(object: string): Promise<Removal>;
  /** All objects, in no promised order; only for whoever can bear that some come or go meanwhile. */
  list(): AsyncIterable<StoredObject>;
  sweep(where: SweepPlace): Promise<void>;
  close(): Promise<void>;
}

/** Bytes on their way to a shelf. Ends with one call of `keepAs` or `discard`. */
export interface ObjectDraft {
  write(sealed: Uint8Array): Promise<void>;
  /** Puts it under its name, if nothing lies there yet. Durable when this returns. */
  keepAs(object: string): Promise<void>;
  /** Leaves nothing behind; throws nothing. */
  discard(): Promise<void>;
}

/** The sealed bytes of one object. */
export interface SealedBytes {
  readonly sizeBytes: number;
  /** The bytes from `offset`, fewer than `length` only at the end. */
  readonly readAt: (offset: number, length: number) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

export interface StoredObject {
  readonly object: string;
  readonly sizeBytes: number;
}

/** `locked`: a retention that was set when it was kept does not let its bytes go before a date. */
export type Removal = 'removed' | 'absent' | 'locked';

/** What a crash left half written: on this machine only, or also half sent to a store elsewhere. */
export type SweepPlace = 'here' | 'everywhere';
