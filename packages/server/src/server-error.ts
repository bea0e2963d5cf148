// The one error class of the server: the world is wrong (a missing vault, a wrong key, an unclear question).
// A code from a closed union, coordinates that a person needs, never a text that somebody wrote or a secret.
// The sentence for a person comes from `cli/sentences`, by code and language.

export type ServerErrorCode =
  | 'usage'
  | 'vault-missing'
  | 'vault-damaged'
  | 'vault-newer'
  | 'vault-moved'
  | 'vault-arriving'
  | 'move-target'
  | 'move-unproven'
  | 'cells-config'
  | 'cell-needed'
  | 'cell-unknown'
  | 'cell-unclear'
  | 'cell-differs'
  | 'api-key-missing'
  | 'key-missing'
  | 'key-wrong'
  | 'key-exposed'
  | 'passphrase-needed'
  | 'passphrase-wrong'
  | 'recovery-missing'
  | 'recovery-wrong'
  | 'code-shown'
  | 'writer-busy'
  | 'database-url'
  | 'database-insecure'
  | 'database-unreachable'
  | 'database-refused'
  | 'database-tls'
  | 'database-permission'
  | 'database-full'
  | 'database-too-old'
  | 'database-busy'
  | 'database-readonly'
  | 'database-unsafe'
  | 'database-failed'
  | 'writer-lost'
  | 'keys-not-apart'
  | 'keys-kept'
  | 'rolled-back'
  | 'seen-damaged'
  | 'pinned'
  | 'projections-behind'
  | 'file-missing'
  | 'file-unreadable'
  | 'file-refused'
  | 'not-a-chat'
  | 'out-exists'
  | 'out-unwritable'
  | 'disk-full'
  | 'date-order-unclear'
  | 'chat-unclear'
  | 'chat-missing'
  | 'chat-ambiguous'
  | 'person-missing'
  | 'person-same'
  | 'person-own-side'
  | 'halt-missing'
  | 'merge-missing'
  | 'delivery-missing'
  | 'import-missing'
  | 'import-withdrawn'
  | 'record-missing'
  | 'record-erased'
  | 'media-missing'
  | 'quarantine-missing'
  | 'nothing-to-erase'
  | 'refused'
  | 'confirm-needed'
  | 'factor-needed'
  | 'factor-wrong'
  | 'role-missing'
  | 'scan-found'
  | 'object-damaged'
  | 'object-missing'
  | 'objects-bucket-missing'
  | 'objects-denied'
  | 'objects-full'
  | 'objects-lock-missing'
  | 'objects-refused'
  | 'objects-unreachable'
  | 'objects-url'
  | 'record-damaged'
  | 'lines-lost'
  | 'setting-wrong'
  | 'port-busy'
  | 'sandbox-failed'
  | 'server-needed'
  | 'query';

/** Where and about what, for the sentence: names of files, numbers, codes; never content. */
export type ErrorDetail = Readonly<Record<string, string | number>>;

/** The world is wrong. `code` is from a closed union; `detail` fills the sentence that a person reads. */
export class ServerError extends Error {
  readonly code: ServerErrorCode;
  readonly detail: ErrorDetail;

  constructor(code: ServerErrorCode, detail: ErrorDetail = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.name = 'ServerError';
    this.code = code;
    this.detail = detail;
  }
}
