// Sealed objects in a folder: what every place for objects promises, and what a folder does about a crash.

import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { ObjectStore } from './object-store.ts';
import { FolderShelf } from './objects/folder-shelf.ts';
import { isServerError, piecesOf, testPromises } from './objects/object-promises.test-support.ts';
import { openObjects } from './objects/open-objects.ts';

const CELL = new Uint8Array(16).fill(3);

const nothingNeeded = { skip: false } as const;

function storeIn(t: TestContext): { store: ObjectStore; dir: string } {
  const dir = mkdtempSync(join(tmpdir(), 'acta-objects-'));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  return { store: new ObjectStore(new FolderShelf(dir), CELL), dir };
}

testPromises(
  'folder',
  async (t) => {
    const { dir, store } = storeIn(t);
    return {
      store,
      replace: async (object, change) => {
        const path = join(dir, object.slice(0, 2), object);
        writeFileSync(path, change(readFileSync(path)));
      },
      leftovers: async () => readdirSync(dir).filter((name) => name.length !== 2),
    };
  },
  nothingNeeded,
);

test('what a crash left half written is swept, and nothing else', async (t) => {
  const { dir, store } = storeIn(t);
  const { object } = await store.keep(piecesOf(Buffer.from('kept')));
  writeFileSync(join(dir, 'half.tmp'), 'x');
  await store.sweep('here');
  assert.deepEqual(readdirSync(dir), [object.slice(0, 2)]);
  assert.ok(await store.has(object));
});

test('an address that cannot be used is refused before anything is opened, and not repeated', (t) => {
  const { dir } = storeIn(t);
  const refused = [
    'http://bucket/prefix',
    's3://key:secret@bucket/?region=a',
    's3://bucket/?region=a&secret=hunter2',
    's3://bucket/?region=a&endpoint=http://objects.example',
    's3://bucket/?region=a&endpoint=http://127.0.0.1.example',
    's3://bucket/?region=a&endpoint=https://u:hunter2@objects.example',
    's3://bucket/?region=a&endpoint=ftp://objects.example',
    's3://bucket/a/../b//c?region=a',
    's3://b/?region=a',
    's3://bucket/',
    's3://bucket/?region=a&pathStyle=yes',
    's3://bucket/?region=a&lock=governance',
    's3://bucket/?region=a&lock=none&lockDays=3',
    's3://bucket/?region=a&lock=compliance&lockDays=0',
    'nonsense',
  ];
  for (const url of refused) {
    assert.throws(
      () => openObjects({ dir, cellId: CELL, url }),
      (error) => {
        assert.ok(isServerError('objects-url')(error), url);
        assert.equal(JSON.stringify(error).includes('hunter2'), false);
        return true;
      },
    );
  }
  for (const url of [
    's3://bucket?region=eu-west-1',
    's3://bucket/a/b?region=eu-west-1&endpoint=https://objects.example&pathStyle=true',
    's3://bucket/a/?region=eu-west-1&endpoint=http://[::1]:9000&lock=compliance&lockDays=3650',
  ]) {
    assert.ok(openObjects({ dir, cellId: CELL, url }) instanceof ObjectStore);
  }
});
