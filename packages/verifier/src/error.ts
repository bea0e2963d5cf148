/**
 * The one error of this package: input that is malformed, so that nothing can be checked. A check that ran and failed
 * is a returned verdict, never this. It carries a code and coordinates, and never a byte of what it read.
 */

/** Why input was refused. Closed: callers map each code to a sentence and an exit. */
export type VerifierErrorCode =
  | 'wrong-length'
  | 'out-of-range'
  | 'not-utf8'
  | 'not-base64'
  | 'not-hex'
  | 'tile-path-malformed'
  | 'entries-truncated'
  | 'entries-count'
  | 'entry-too-long'
  | 'note-control-character'
  | 'note-no-signatures'
  | 'note-unterminated'
  | 'note-signature-line-malformed'
  | 'note-too-many-signatures'
  | 'key-name-malformed'
  | 'key-ambiguous'
  | 'vkey-malformed'
  | 'vkey-type-unsupported'
  | 'vkey-id-mismatch'
  | 'checkpoint-lines'
  | 'checkpoint-origin'
  | 'checkpoint-size'
  | 'checkpoint-root'
  | 'cosignature-length'
  | 'cosignature-time'
  | 'proof-header'
  | 'proof-extra'
  | 'proof-index'
  | 'proof-hash'
  | 'proof-too-long'
  | 'proof-unterminated'
  | 'json-malformed'
  | 'json-not-canonical'
  | 'json-number'
  | 'json-value'
  | 'json-surrogate'
  | 'json-depth'
  | 'evidence-file-missing'
  | 'evidence-malformed';

/** Where in the input the fault lies, as far as it is known. */
export interface VerifierErrorCoordinates {
  /** What was being read, for example `note` or `salt`. */
  readonly what?: string;
  /** One-based line. */
  readonly line?: number;
  /** Zero-based byte offset. */
  readonly offset?: number;
  /** Zero-based position in a list. */
  readonly index?: number;
}

/** Thrown for malformed input by every function of this package that reads or writes a format. */
export class VerifierError extends Error {
  override readonly name = 'VerifierError';
  readonly code: VerifierErrorCode;
  readonly coordinates: VerifierErrorCoordinates;

  constructor(code: VerifierErrorCode, { cause, ...coordinates }: VerifierErrorCoordinates & ErrorOptions = {}) {
    super(code, cause === undefined ? {} : { cause });
    this.code = code;
    this.coordinates = coordinates;
  }
}
