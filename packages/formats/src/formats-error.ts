// The one error class of this package. A code names one cause; coordinates say where. The message is for
// programmers: it never holds the text of a chat, and sentences for people are made elsewhere from the code.

/** Why data could not be read or written. Closed: a new cause is a new code. */
export type FormatsErrorCode =
  // chat export texts
  | 'file-empty'
  | 'file-binary'
  | 'not-a-chat'
  | 'date-order-needed'
  | 'source-changed'
  // zip archives, as a whole
  | 'zip-malformed'
  | 'zip-truncated'
  | 'zip-overlap'
  | 'zip-bomb'
  | 'zip-too-many-entries'
  // one entry of a zip archive
  | 'zip-path-traversal'
  | 'zip-name-invalid'
  | 'zip-duplicate-name'
  | 'zip-link'
  | 'zip-special-file'
  | 'zip-encrypted'
  | 'zip-method-unknown'
  | 'zip-size-mismatch'
  | 'zip-crc-mismatch'
  | 'zip-header-mismatch'
  | 'zip-data-damaged'
  // writing
  | 'time-invalid'
  | 'author-not-writable';

/** Where it happened. `file` is a file or zip entry name, `line` counts from 1, `offset` in bytes from 0. */
export interface FormatsErrorPlace {
  readonly file?: string;
  readonly line?: number;
  readonly offset?: number;
}

/** Thrown when the outside world's data is wrong. Programmer errors are plain `Error`s. */
export class FormatsError extends Error {
  override readonly name = 'FormatsError';
  readonly code: FormatsErrorCode;
  readonly place: FormatsErrorPlace;

  constructor(code: FormatsErrorCode, message: string, details: FormatsErrorPlace & ErrorOptions = {}) {
    const { cause, ...place } = details;
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.place = place;
  }
}
