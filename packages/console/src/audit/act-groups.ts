// Groups of what somebody did, for finding: signing in, exporting, erasing, changing; everything else is looking.

const SIGNING_IN = [
  'sign-in',
  'sign-in-code',
  'sign-in-passkey',
  'sign-in-provider',
  'provider-link',
  'sign-in-recovery',
  'sign-out',
  'confirm',
  'owner-create',
  'invitation-accept',
  'second-factor-begin',
  'second-factor-remove',
  'passkey-add',
  'passkey-remove',
  'password-change',
  'recovery-codes',
] as const;

const EXPORTING = ['export', 'prove', 'api-export-audit', 'api-get-entry-evidence'] as const;

const ERASING = ['erase', 'erasure-ordered', 'api-erase-people', 'undo', 'withdrawal', 'api-withdraw-import'] as const;

const CHANGING = [
  'api-add-canned-reply',
  'api-work-at-many-assign',
  'api-work-at-many-label',
  'api-work-at-many-unlabel',
  'api-work-at-many-snooze',
  'api-work-at-many-wake',
  'api-work-at-many-close',
  'api-work-at-many-reopen',
  'api-undo-work-at-many-undo',
  'api-add-label',
  'api-add-note',
  'api-assign-conversation',
  'api-change-canned-reply',
  'api-change-field',
  'api-change-inbox-settings',
  'api-change-label',
  'api-change-member',
  'api-change-person-field',
  'api-close-conversation',
  'api-create-api-key',
  'api-create-hook',
  'api-delete-hook',
  'api-end-session',
  'api-invite',
  'api-key',
  'api-key-create',
  'api-key-revoke',
  'api-key-revoked',
  'api-lift-halt',
  'api-make-field',
  'api-member-leaves',
  'api-merge-people',
  'api-remove-canned-reply',
  'api-remove-field',
  'api-remove-label',
  'api-renew-recovery',
  'api-revoke-api-key',
  'api-roll-back-person-field',
  'api-send-message',
  'api-split-people',
  'api-start-import',
  'api-uninvite',
  'api-unlink-member',
  'canned-reply',
  'check',
  'field-rule',
  'halt-lifted',
  'halts',
  'hook',
  'hook-removed',
  'import',
  'inbox-settings',
  'label',
  'merge',
  'move',
  'note',
  'person-apart',
  'person-field',
  'provider-account',
  'provider-role',
  'readmission',
  'rotation',
  'send',
  'split',
  'work-assign',
  'work-close',
  'work-label',
  'work-reopen',
  'work-snooze',
  'work-unlabel',
  'work-wake',
] as const;

export const ACT_GROUPS = ['looked', 'changed', 'exported', 'erased', 'signed-in', 'not-signed-in'] as const;

export type ActGroup = (typeof ACT_GROUPS)[number];

/** Whether a word of the address names a group. */
export function isActGroup(word: string | undefined): word is ActGroup {
  return ACT_GROUPS.some((group) => group === word);
}

/** What is asked for a group, or for one thing that somebody did. */
export function didAsked(did: string | undefined): { readonly did?: string; readonly but?: string } {
  switch (did) {
    case undefined:
      return {};
    case 'looked':
      return { but: [...SIGNING_IN, ...EXPORTING, ...ERASING, ...CHANGING].join(',') };
    case 'changed':
      return { did: CHANGING.join(',') };
    case 'exported':
      return { did: EXPORTING.join(',') };
    case 'erased':
      return { did: ERASING.join(',') };
    case 'signed-in':
      return { did: SIGNING_IN.join(',') };
    case 'not-signed-in':
      return { but: SIGNING_IN.join(',') };
    default:
      return { did };
  }
}
