/**
 * The one error of this package. It carries a code from a closed union and coordinates; never a byte of a record, a key
 * or a code that somebody typed. What a check found is a returned value, not this.
 */

/** Why the ledger refused. Closed: callers map each code to a sentence and to what to do next. */
export type LedgerErrorCode =
  | 'unreadable'
  | 'record-too-large'
  | 'page-altered'
  | 'page-malformed'
  | 'strip-altered'
  | 'strip-malformed'
  | 'seq-not-in-page'
  | 'key-missing'
  | 'key-malformed'
  | 'key-not-replaced'
  | 'wrapped-key-malformed'
  | 'wrapped-key-refused'
  | 'recovery-code-malformed'
  | 'recovery-code-checksum'
  | 'sealed-root-malformed'
  | 'sealed-root-refused'
  | 'object-malformed'
  | 'object-altered'
  | 'object-truncated'
  | 'object-range'
  | 'size-changed'
  | 'bundle-missing'
  | 'tile-missing'
  | 'root-mismatch'
  | 'log-halted'
  | 'checkpoint-missing'
  | 'checkpoint-refused'
  | 'checkpoint-ahead'
  | 'not-published'
  | 'out-of-range'
  | 'vkey-malformed';

/** Where the fault lies, as far as it is known. Numbers only, and the name of a thing. */
export interface LedgerErrorCoordinates {
  /** What was being read or made, for example `strip` or `tile`. */
  readonly what?: string;
  /** An entry's place in the ledger. */
  readonly seq?: number;
  readonly keyId?: number;
  /** Zero-based byte offset. */
  readonly offset?: number;
  /** A tile's level. */
  readonly level?: number;
  /** A tile's, bundle's or chunk's index. */
  readonly index?: number;
  /** A size in entries. */
  readonly size?: number;
}

/** Thrown when the world is wrong: stored bytes that cannot be what was stored, a key that is absent, a wrong code. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
  readonly code: LedgerErrorCode;
  readonly coordinates: LedgerErrorCoordinates;

  constructor(code: LedgerErrorCode, { cause, ...coordinates }: LedgerErrorCoordinates & ErrorOptions = {}) {
    super(code, cause === undefined ? {} : { cause });
    this.code = code;
    this.coordinates = coordinates;
  }
}
