// What goes along when the keys on a key server move: read as rows, taken in as rows. It unwraps nothing.

import type { DestroyedKey, KeyStock, StockedKey, SuppressedHash, WrappedSecret } from '../key-stock.ts';
import { STOCK_BATCH } from '../key-stock.ts';
import type { Queryable } from './connection.ts';

/** The stock of a cell's keys; `purpose` is that of record keys. */
export function stockOf(keys: Queryable, purpose: number): Omit<KeyStock, 'highestId'> {
  const live = `select id, subject, conversation, month, wrapped from data_key
    where id > $1 and purpose = ${purpose} order by id limit ${STOCK_BATCH}`;
  const gone = `select id, seq from destroyed where id > $1 order by id limit ${STOCK_BATCH}`;
  return {
    keys: () => batches((after) => keys.query<StockedKey>(live, [after])),
    destroyed: () => batches((after) => keys.query<DestroyedKey>(gone, [after])),
    suppressed: () => keys.query<SuppressedHash>('select hash, seq from suppression'),
    secrets: () => keys.query<WrappedSecret>('select name, wrapped from secret'),
  };
}

async function* batches<Row extends { readonly id: number }>(
  read: (after: number) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  for (let after = 0; ; ) {
    const rows = await read(after);
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)?.id ?? after;
  }
}

/** Puts record keys where they are not yet. */
export async function insertKeys(tx: Queryable, purpose: number, keys: readonly StockedKey[]): Promise<void> {
  const ids = keys.map(({ id }) => id);
  await tx.query(
    `insert into data_key (id, purpose, subject, conversation, month, wrapped)
     select id, $1, subject, conversation, month, wrapped
     from unnest($2::int8[], $3::int8[], $4::int8[], $5::int4[], $6::bytea[]) as given (id, subject, conversation, month, wrapped)
     on conflict (id) do nothing`,
    [
      purpose,
      ids,
      keys.map(({ subject }) => subject),
      keys.map(({ conversation }) => conversation),
      keys.map(({ month }) => month),
      keys.map(({ wrapped }) => Buffer.from(wrapped)),
    ],
  );
  await tx.query('delete from destroyed where id = any($1::int8[])', [ids]);
}

/** Puts the suppression list in the place of the one that stands. */
export async function replaceSuppressed(tx: Queryable, hashes: readonly SuppressedHash[]): Promise<void> {
  await tx.query('delete from suppression');
  await tx.query(
    'insert into suppression (hash, seq) select given.hash, given.seq from unnest($1::bytea[], $2::int8[]) as given (hash, seq)',
    [hashes.map(({ hash }) => Buffer.from(hash)), hashes.map(({ seq }) => seq)],
  );
}
