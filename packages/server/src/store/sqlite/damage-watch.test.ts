// What a file of tables says when the disk refuses in the middle of a transaction.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Kysely, SqliteDialect } from 'kysely';
import { ServerError } from '../../server-error.ts';
import { DamageWatch } from './damage-watch.ts';
import { openDatabase } from './database.ts';

test('a transaction that fills the disk says that the disk is full, not that there is nothing to roll back', async (t) => {
  const dir = mkdtempSync(join(tmpdir(), 'acta-watch-'));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  const file = join(dir, 'tables.db');
  const db = openDatabase({ file, key: new Uint8Array(32) });
  db.exec('create table row (id integer primary key, bytes blob not null) strict');
  db.pragma('max_page_count=4');
  const watch = new DamageWatch(file);
  const kysely = new Kysely<{ row: { id: number; bytes: Uint8Array } }>({
    dialect: new SqliteDialect({
      database: { prepare: (sql) => watch.prepare(db, sql), close: () => db.close() },
    }),
  });
  const filling = kysely.transaction().execute(async (tx) => {
    for (let id = 0; id < 100; id++)
      await tx
        .insertInto('row')
        .values({ id, bytes: new Uint8Array(4000) })
        .execute();
  });
  await assert.rejects(filling, (error) => error instanceof ServerError && error.code === 'disk-full');
  assert.deepEqual(await kysely.selectFrom('row').select('id').execute(), []);
  await kysely.destroy();
});
