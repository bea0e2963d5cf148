// What the sandbox refuses. A number is a code of the platform and is answered as the platform answers it; a word is a refusal of
// the sandbox's own controls. The details name a field or a rule, never what somebody wrote.

/** Codes of the platform that the sandbox gives by itself. A fault can give any other. */
export type GraphCode = number;

export type ControlCode =
  | 'unknown-person'
  | 'unknown-number'
  | 'unknown-message'
  | 'unknown-template'
  | 'unknown-fault'
  | 'phone-taken'
  | 'username-taken'
  | 'too-late'
  | 'not-allowed'
  | 'bad-request';

export type SandboxErrorCode = GraphCode | ControlCode;

/** The one error of this package. */
export class SandboxError extends Error {
  override readonly name = 'SandboxError';
  readonly code: SandboxErrorCode;
  /** What is wrong, in words for a developer. */
  readonly details: string;
  readonly subcode: number | undefined;

  constructor(code: SandboxErrorCode, details: string, { subcode, cause }: { subcode?: number; cause?: unknown } = {}) {
    super(`${code}: ${details}`, { cause });
    this.code = code;
    this.details = details;
    this.subcode = subcode;
  }
}
