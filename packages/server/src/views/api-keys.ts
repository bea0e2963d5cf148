// The keys by which programs are let in. A key itself stands nowhere: it is found by its SHA-256, so that the time a look-up takes
// tells nothing of the key.

import type { ApiKeyTable } from '../projections/tables/platform-tables.ts';
import type { ViewParts } from './conversation.ts';

export interface ApiKey {
  /** Seq of its record. */
  readonly id: number;
  readonly name: string;
  readonly scopes: readonly string[];
  /** Who made it. */
  readonly by: string;
  readonly createdAt: string;
  readonly expiresAt?: string;
  readonly isRevoked: boolean;
  readonly isExpired: boolean;
}

const COLUMNS = ['seq', 'expires', 'revoked'] as const;
type Row = Pick<ApiKeyTable, (typeof COLUMNS)[number]>;

/** The key of this SHA-256, if it is in force. */
export async function apiKeyInForce(parts: ViewParts, digest: Uint8Array, now: Date): Promise<ApiKey | undefined> {
  const rows = await parts.db.selectFrom('api_key').select(COLUMNS).where('digest', '=', digest).execute();
  const keys = await withRecords(parts, rows, now);
  return keys.find(({ isExpired, isRevoked }) => !isExpired && !isRevoked);
}

/** Every key that was ever made, in the order in which they were. */
export async function listApiKeys(parts: ViewParts, now: Date): Promise<ApiKey[]> {
  const rows = await parts.db.selectFrom('api_key').select(COLUMNS).orderBy('seq').execute();
  return withRecords(parts, rows, now);
}

async function withRecords({ reader }: ViewParts, rows: readonly Row[], now: Date): Promise<ApiKey[]> {
  const records = await reader.records(rows.map(({ seq }) => seq));
  return rows.flatMap(({ expires, revoked, seq }) => {
    const record = records.get(seq);
    if (record?.kind !== 'api-key') return [];
    const { actor, expiresAt, name, recordedAt, scopes } = record;
    return [
      {
        id: seq,
        name,
        scopes,
        by: actor,
        createdAt: recordedAt,
        ...(expiresAt === undefined ? {} : { expiresAt }),
        isRevoked: revoked !== 0,
        isExpired: expires !== 0 && expires * 1000 <= now.getTime(),
      },
    ];
  });
}
