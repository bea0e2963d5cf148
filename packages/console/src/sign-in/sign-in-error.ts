// What is said when signing in did not work.

import { ApiProblem } from '../api/client.ts';
import type { Formats } from '../words/formats.ts';
import type { Say } from '../words/words.tsx';

/** A person's words for what went wrong. */
export function signInError(error: unknown, t: Say, { span }: Pick<Formats, 'span'>): string {
  if (!(error instanceof ApiProblem)) return t('sign-in.failed');
  if (error.kind === 'unreachable') return t('sign-in.unreachable');
  if (error.kind === 'too-many-attempts')
    return t('sign-in.wait', { time: span(Number(error.members['seconds'] ?? 60)) });
  if (error.kind === 'passkey-not-chosen') return t('sign-in.passkey-not-chosen');
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
