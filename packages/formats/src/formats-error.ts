// The one error class of this package. A code names one cause; coordinates say where. Messages are for programmers
// and never hold the text of a chat; sentences for people are made elsewhere, from the code.

const causes = {
  // chat export texts
  'file-empty': 'the file holds nothing',
  'file-binary': 'the file is not text',
  'not-a-chat': 'no line of the file is that of a chat export',
  'date-order-needed': 'the file alone does not prove its date order',
  'source-changed': 'the source gave other bytes when it was read again',
  // zip archives as a whole
  'zip-malformed': 'the directory of the zip cannot be read',
  'zip-truncated': 'the zip was cut off',
  'zip-overlap': 'entries of the zip share bytes',
  'zip-bomb': 'the zip would grow beyond every plausible size',
  'zip-too-many-entries': 'the zip has too many entries',
  // one entry of a zip archive
  'zip-path-traversal': 'the path of a zip entry leaves the archive',
  'zip-name-invalid': 'the name of a zip entry is no file name',
  'zip-duplicate-name': 'several zip entries have one name',
  'zip-link': 'a zip entry is a symbolic link',
  'zip-special-file': 'a zip entry is neither a file nor a folder',
  'zip-encrypted': 'a zip entry is encrypted',
  'zip-method-unknown': 'a zip entry is compressed in an unknown way',
  'zip-size-mismatch': 'a zip entry has another size than it declares',
  'zip-crc-mismatch': 'a zip entry does not match its checksum',
  'zip-header-mismatch': 'a zip entry differs between its own header and the directory',
  'zip-data-damaged': 'a zip entry cannot be decompressed',
  // bodies of webhooks
  'webhook-empty': 'the body holds nothing',
  'webhook-not-json': 'the body is not JSON',
  'webhook-not-utf8': 'the body is not UTF-8',
  'webhook-too-deep': 'the body nests deeper than anything the platform writes',
  'webhook-too-many': 'the body has more parts than anything the platform sends',
  'webhook-not-an-object': 'the body is JSON, but no object',
  'webhook-unknown-object': 'the body is about something other than a WhatsApp business account',
  // requests to the platform
  'outgoing-invalid': 'a message to be sent is not of a form that the platform takes',
  // writing
  'time-invalid': 'a message has no valid time',
} as const;

/** Why data could not be read or written. Closed: a new cause is a new code. */
export type FormatsErrorCode = keyof typeof causes;

/** Where it happened. `file` is a file or zip entry name made printable, `line` counts from 1, `offset` in bytes. */
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

  constructor(code: FormatsErrorCode, details: FormatsErrorPlace & ErrorOptions = {}) {
    const { cause, ...place } = details;
    super(causes[code], cause === undefined ? undefined : { cause });
    this.code = code;
    this.place = place;
  }
}
