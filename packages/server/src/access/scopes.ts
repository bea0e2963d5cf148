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
  'settings',
  'write:people',
  'merge',
  'erase',
  'import',
  'export',
  'quarantine',
  'read:deleted',
  'read:integrity',
  'prove',
  'verify',
  'read:audit',
  'read:own-audit',
  'staff:read',
  'staff',
  'self',
] as const;

export type ApiScope = (typeof API_SCOPES)[number];

/** What belongs to people alone: a program cannot show a second factor, and has no self. */
const OF_PEOPLE: readonly ApiScope[] = ['staff', 'self', 'export', 'erase'];

/** What a key may be good for. */
export const KEY_SCOPES: readonly ApiScope[] = API_SCOPES.filter((scope) => !OF_PEOPLE.includes(scope));

/** Whether a word is a scope that a key may hold. */
export function isKeyScope(word: string): word is ApiScope {
  return KEY_SCOPES.some((scope) => scope === word);
}
