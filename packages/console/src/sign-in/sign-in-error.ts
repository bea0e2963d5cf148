// What is said when signing in did not work.

import { ApiProblem } from '../api/client.ts';
import type { Formats } from '../words/formats.ts';
import type { Say } from '../words/words.tsx';

/** Why nobody came in by the organisation's provider. */
const SIGN_ON = [
  'provider-down',
  'provider-issuer',
  'provider-secret',
  'provider-refused',
  'provider-answer',
  'provider-clock',
  'attempt-gone',
  'not-invited',
  'address-missing',
  'address-not-verified',
  'account-ended',
  'linked-otherwise',
  'role-not-mapped',
  'password-off',
  'sign-on-old',
] as const;

/** A person's words for what went wrong. */
export function signInError(error: unknown, t: Say, { span }: Pick<Formats, 'span'>): string {
  if (!(error instanceof ApiProblem)) return t('sign-in.failed');
  if (error.kind === 'unreachable') return t('sign-in.unreachable');
  if (error.kind === 'too-many-attempts')
    return t('sign-in.wait', { time: span(Number(error.members['seconds'] ?? 60)) });
  if (error.kind === 'passkey-not-chosen') return t('sign-in.passkey-not-chosen');
  const code = SIGN_ON.find((one) => one === error.members['code']);
  if (code !== undefined) return t(`sign-on.why.${code}`);
  switch (error.members['code']) {
    case 'invalid-email-or-password':
    case 'invalid-password':
      return t('sign-in.wrong-password');
    case 'invalid-code':
    case 'invalid-backup-code':
      return t('sign-in.wrong-code');
    case 'code-used':
      return t('sign-in.code-used');
    case 'failed-to-create-session':
      return t('sign-in.needs-passkey');
    case 'user-not-verified':
      return t('sign-in.not-verified');
    case 'invalid-two-factor-cookie':
    case 'too-many-attempts-request-new-code':
      return t('sign-in.expired');
    default:
      return t('sign-in.failed');
  }
}
