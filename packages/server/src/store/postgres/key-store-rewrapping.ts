// Puts what is wrapped on a key server under another root, within a transaction that its caller holds. Keys go in batches, so that a
// million of them need no more memory than a few thousand.

import type { KeyId } from '@acta/ledger';
import type { Queryable } from './connection.ts';
import { DATA_KEY_COLUMN_NAMES } from './key-store-schema.ts';
import type { KeyWrapping } from './key-store-wrapping.ts';

const BATCH = 5_000;

export interface WrappingChange {
  readonly from: KeyWrapping;
  readonly to: KeyWrapping;
}

/** Fills the table of data keys from the table `before`. */
export async function rewrapKeys(tx: Queryable, before: string, { from, to }: WrappingChange): Promise<void> {
  const insert = `insert into data_key (${DATA_KEY_COLUMN_NAMES})
    select id, purpose, subject, conversation, month, given.wrapped
    from unnest($1::int8[], $2::bytea[]) as given (id, wrapped) join ${before} using (id)`;
  const find = `select id, wrapped from ${before} where id > $1 order by id limit ${BATCH}`;
  for (let last = 0; ; ) {
    const rows = await tx.query<{ id: KeyId; wrapped: Uint8Array }>(find, [last]);
    if (rows.length === 0) return;
    const ids = rows.map(({ id }) => id);
    await tx.query(insert, [ids, rows.map(({ id, wrapped }) => to.wrapKey(id, from.unwrapKey(id, wrapped)))]);
    last = ids.at(-1) ?? last;
  }
}

/** Every secret, and the proof of the root. */
export async function rewrapSecrets(tx: Queryable, { from, to }: WrappingChange): Promise<void> {
  const secrets = await tx.query<{ name: string; wrapped: Uint8Array }>('select name, wrapped from secret');
  await tx.query('truncate secret');
  for (const { name, wrapped } of secrets) {
    const secret = to.wrapSecret(name, from.unwrapSecret(name, wrapped));
    await tx.query('insert into secret (name, wrapped) values ($1, $2)', [name, secret]);
  }
  await tx.query('update state set proof = $1', [to.makeProof()]);
}
