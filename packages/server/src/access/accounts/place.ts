// Where accounts stand, as whoever opens them hands it over.

import type { Kysely } from 'kysely';

export interface AccountsPlace {
  readonly kysely: Kysely<Record<string, Record<string, unknown>>>;
  readonly kind: 'sqlite' | 'postgres';
  readonly secret: Uint8Array;
  readonly close: () => Promise<void>;
}
