// Where accounts stand, as whoever opens them hands it over.

import type { Kysely } from 'kysely';

export interface AccountsPlace {
  readonly kysely: Kysely<Record<string, Record<string, unknown>>>;
  readonly kind: 'sqlite' | 'postgres';
  readonly secret: Uint8Array;
  /** Another one whenever anything in the tables has changed, whoever changed it; absent where that costs as much as asking. */
  readonly stamp?: () => string;
  readonly close: () => Promise<void>;
}
