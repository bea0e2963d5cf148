// Where the accounts of people who sign in stand: tables of their own, apart from the vault, so that a vault can be proved without
// them and moved without taking anybody's password along. Secrets in them are under a key of the vault.

import type { Kysely } from 'kysely';

export interface AccountsStore {
  /** Over connections that may write; whoever makes the tables knows their shape. */
  readonly kysely: Kysely<Record<string, Record<string, unknown>>>;
  readonly kind: 'sqlite' | 'postgres';
  /** 32 bytes; what signs cookies and seals second factors. */
  readonly secret: Uint8Array;
  /** Another one whenever anything in the tables has changed, whoever changed it; absent where that costs as much as asking. */
  readonly stamp?: () => string;
  readonly close: () => Promise<void>;
}
