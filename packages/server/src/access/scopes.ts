// What a program, or a person by their role, may be let in for. A key holds some of these; each operation of the interface asks for one.

export const API_SCOPES = [
  'read:conversations',
  'read:messages',
  'read:people',
  'read:media',
  'read:events',
  'read:quality',
  'search',
  'send',
  'hooks',
  'admin',
  'work',
  'write:people',
  'merge',
  'erase',
  'import',
  'export',
  'quarantine',
  'read:deleted',
  'read:integrity',
  'read:audit',
  'read:own-audit',
  'staff:read',
  'staff',
  'self',
] as const;

export type ApiScope = (typeof API_SCOPES)[number];

/** Whether a word is a scope. */
export function isApiScope(word: string): word is ApiScope {
  return API_SCOPES.some((scope) => scope === word);
}
