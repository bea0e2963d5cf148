// The projections' file: made by exactly the statements of this version, or made anew.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { ServerError } from '../../server-error.ts';
import { openDatabase } from './database.ts';
import { SqliteProjectionStore } from './projection-store.ts';

interface Shelf {
  readonly shelf: { readonly id: number; readonly title: string };
}

const STATEMENTS = ['create table shelf (id integer primary key, title text not null) strict;'];
const OTHERS = ['create table shelf (id integer primary key, title text not null, place integer) strict;'];

function fileIn(t: TestContext): { readonly file: string; readonly key: Uint8Array } {
  const folder = mkdtempSync(join(tmpdir(), 'acta-projections-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return { file: join(folder, 'projections.db'), key: randomBytes(32) };
}

const isRefused = (error: unknown): boolean => error instanceof ServerError && error.code === 'vault-damaged';

test('a file that the same statements made is opened as it is, by writers and readers', async (t) => {
  const place = fileIn(t);
  const first = new SqliteProjectionStore<Shelf>({ ...place, migrations: STATEMENTS });
  await first.write((tx) => tx.insertMany('shelf', ['id', 'title'], [[3, 'three']]));
  await first.close();
  for (const readonly of [false, true]) {
    const again = new SqliteProjectionStore<Shelf>({ ...place, readonly, migrations: STATEMENTS });
    assert.deepEqual(await again.rows('shelf', 'id'), [[3, 'three']]);
    await again.close();
  }
});

test('a file that other statements made is refused, so that it is folded again', async (t) => {
  const place = fileIn(t);
  await new SqliteProjectionStore<Shelf>({ ...place, migrations: OTHERS }).close();
  for (const readonly of [false, true]) {
    assert.throws(() => new SqliteProjectionStore<Shelf>({ ...place, readonly, migrations: STATEMENTS }), isRefused);
  }
});

test('a file that a crash left without tables is refused to readers, and made whole by who writes', async (t) => {
  const place = fileIn(t);
  openDatabase({ ...place, rebuildable: true }).close();
  const opened = (readonly: boolean) =>
    new SqliteProjectionStore<Shelf>({ ...place, readonly, migrations: STATEMENTS });
  assert.throws(() => opened(true), isRefused);
  await opened(false).close();
  const reader = opened(true);
  assert.deepEqual(await reader.rows('shelf', 'id'), []);
  await reader.close();
});

test('rows of runs go, and the others stay', async (t) => {
  const store = new SqliteProjectionStore<Shelf>({ ...fileIn(t), migrations: STATEMENTS });
  const rows = [1, 2, 3, 4, 5, 9].map((id) => [id, `${id}`]);
  await store.write(async (tx) => {
    await tx.insertMany('shelf', ['id', 'title'], rows);
    await tx.removeRuns('shelf', 'id', [
      [2, 2],
      [5, 4],
    ]);
  });
  assert.deepEqual(
    (await store.rows('shelf', 'id')).map(([id]) => id),
    [1, 4, 9],
  );
  await store.close();
});
