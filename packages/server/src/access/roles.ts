// What each role of the people who sign in may do: scopes, the same words that programs' keys are given. A role is never more than
// its row here; what goes by conversation besides is said in may-see.ts.

import { API_SCOPES, type ApiScope } from './scopes.ts';

export const ROLES = ['owner', 'compliance', 'auditor', 'agent', 'analyst'] as const;

export type Role = (typeof ROLES)[number];

/** Whether a word is a role. */
export function isRole(word: unknown): word is Role {
  return ROLES.some((role) => role === word);
}

const MESSAGES: readonly ApiScope[] = ['read:messages', 'read:media', 'search'];

const AGENT: readonly ApiScope[] = [
  'self',
  'read:conversations',
  'read:people',
  'read:events',
  'send',
  'work',
  'write:people',
  ...MESSAGES,
];

const SYSTEM: readonly ApiScope[] = [
  'read:quality',
  'read:integrity',
  'read:audit',
  'read:own-audit',
  'prove',
  'verify',
];

/** Of an auditor: everything about the system, and no text unless the owner grants it. */
const GRANTABLE: readonly ApiScope[] = ['read:conversations', 'read:people', ...MESSAGES];

const OF_ROLE: Readonly<Record<Role, readonly ApiScope[]>> = {
  owner: API_SCOPES,
  compliance: [...AGENT, ...SYSTEM, 'read:deleted', 'import', 'export', 'erase', 'merge', 'quarantine', 'staff:read'],
  auditor: ['self', ...SYSTEM, 'staff:read', 'export'],
  agent: [...AGENT, 'read:own-audit', 'prove'],
  analyst: ['self', 'read:quality', 'read:own-audit'],
};

/** What this role may do; an auditor to whom text was granted reads it too. */
export function scopesOf(role: Role, hasTextGrant: boolean): readonly ApiScope[] {
  return role === 'auditor' && hasTextGrant ? [...OF_ROLE.auditor, ...GRANTABLE] : OF_ROLE[role];
}

/** What asks for a second factor that was shown within the last minutes, whatever the role. */
export const CONFIRMED: readonly ApiScope[] = ['export', 'erase', 'admin', 'staff'];
