// Those requests of the sign-in library that Acta knows, and no other: who may make each, which members of it are passed on, which
// of the answer are shown, and what stands on record.

import { asObject } from '../member-of.ts';

export interface KnownRequest {
  /** It tries a password or a code, and is counted. */
  readonly tries?: true;
  readonly record?: string;
  /** Members of the body that are passed on. */
  readonly takes?: readonly string[];
  /** Members of the answer that a page gets; all of them where it stands in WHOLE. */
  readonly shows?: readonly string[];
  /**
   * `second`: for who has shown a second factor in this session. `fresh`: within the last minutes. `enrol`: the same, but whoever
   * has no second factor yet begins with a password alone.
   */
  readonly needs?: 'second' | 'fresh' | 'enrol';
  /** It begins a session, in place of one that stood here. */
  readonly begins?: true;
}

export const KNOWN: Readonly<Record<string, KnownRequest>> = {
  'POST /sign-in/email': {
    tries: true,
    record: 'sign-in',
    takes: ['email', 'password'],
    shows: ['twoFactorRedirect'],
    begins: true,
  },
  'POST /two-factor/verify-totp': { tries: true, record: 'sign-in-code', takes: ['code'], begins: true },
  'POST /two-factor/verify-backup-code': { tries: true, record: 'sign-in-recovery', takes: ['code'], begins: true },
  'POST /two-factor/enable': {
    tries: true,
    record: 'second-factor-begin',
    takes: ['password'],
    shows: ['totpURI', 'backupCodes'],
    needs: 'enrol',
  },
  'POST /two-factor/generate-backup-codes': {
    tries: true,
    record: 'recovery-codes',
    takes: ['password'],
    shows: ['backupCodes'],
    needs: 'fresh',
  },
  'GET /passkey/generate-register-options': { needs: 'enrol' },
  'POST /passkey/verify-registration': { record: 'passkey-add', takes: ['response', 'name'], needs: 'enrol' },
  'GET /passkey/generate-authenticate-options': {},
  'POST /passkey/verify-authentication': {
    tries: true,
    record: 'sign-in-passkey',
    takes: ['response'],
    begins: true,
  },
  'GET /passkey/list-user-passkeys': { shows: ['id', 'name', 'createdAt', 'backedUp'], needs: 'second' },
  'POST /passkey/delete-passkey': { record: 'passkey-remove', takes: ['id'], needs: 'fresh' },
  'POST /sign-out': { record: 'sign-out' },
  'POST /change-password': {
    tries: true,
    record: 'password-change',
    takes: ['currentPassword', 'newPassword'],
    needs: 'fresh',
  },
};

const WHOLE = ['GET /passkey/generate-register-options', 'GET /passkey/generate-authenticate-options'];

/** What a page gets of an answer: no token of a session, which scripts must not see. */
export function shownOf(name: string, answered: unknown): unknown {
  if (WHOLE.includes(name)) return withVerification(asObject(answered));
  const shows = KNOWN[name]?.shows ?? [];
  return Array.isArray(answered) ? answered.map((one) => picked(one, shows)) : picked(answered, shows);
}

/** What of a request is passed on. */
export function takenOf(name: string, body: unknown): Readonly<Record<string, unknown>> {
  return picked(body, KNOWN[name]?.takes ?? []);
}

/** A passkey alone is two factors only where its device asks who holds it. */
function withVerification(options: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.hasOwn(options, 'userVerification') ? { ...options, userVerification: 'required' } : options;
}

function picked(value: unknown, names: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(asObject(value)).filter(([name]) => names.includes(name)));
}
