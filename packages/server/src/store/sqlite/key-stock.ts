// What goes along when the keys in a keys.db move: read as rows, taken in as rows. It unwraps nothing.

import type { DestroyedKey, KeyStock, StockedKey, SuppressedHash, WrappedSecret } from '../key-stock.ts';
import { STOCK_BATCH } from '../key-stock.ts';
import type { Database } from './database.ts';

/** The stock of an open keys.db; `purpose` is that of record keys. */
export function stockOf(db: Database, purpose: number): Omit<KeyStock, 'highestId'> {
  const keys = db.prepare<[number, number], StockedKey>(
    `select id, subject, conversation, month, wrapped from data_key
     where id > ? and purpose = ${purpose} order by id limit ?`,
  );
  const destroyed = db.prepare<[number, number], DestroyedKey>(
    'select id, seq from destroyed where id > ? order by id limit ?',
  );
  return {
    keys: () => batches((after) => keys.all(after, STOCK_BATCH)),
    destroyed: () => batches((after) => destroyed.all(after, STOCK_BATCH)),
    suppressed: async () => db.prepare<[], SuppressedHash>('select hash, seq from suppression').all(),
    secrets: async () => db.prepare<[], WrappedSecret>('select name, wrapped from secret').all(),
  };
}

async function* batches<Row extends { readonly id: number }>(read: (after: number) => Row[]): AsyncGenerator<Row[]> {
  for (let after = 0; ; ) {
    const rows = read(after);
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)?.id ?? after;
  }
}

/** Puts record keys where they are not yet. */
export function insertKeys(db: Database, purpose: number, keys: readonly StockedKey[]): void {
  const insert = db.prepare(
    `insert into data_key (id, purpose, subject, conversation, month, wrapped) values (?, ${purpose}, ?, ?, ?, ?)
     on conflict (id) do nothing`,
  );
  const live = db.prepare('delete from destroyed where id = ?');
  db.transaction(() => {
    for (const { conversation, id, month, subject, wrapped } of keys) {
      insert.run(id, subject, conversation, month, wrapped);
      live.run(id);
    }
  }).immediate();
}

/** Puts the suppression list in the place of the one that stands. */
export function replaceSuppressed(db: Database, hashes: readonly SuppressedHash[]): void {
  const insert = db.prepare('insert into suppression (hash, seq) values (?, ?)');
  db.transaction(() => {
    db.prepare('delete from suppression').run();
    for (const { hash, seq } of hashes) insert.run(hash, seq);
  }).immediate();
}
