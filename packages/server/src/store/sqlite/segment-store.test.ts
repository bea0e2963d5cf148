import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { SealedSegment } from '../../search/segment-store.ts';
import { ServerError } from '../../server-error.ts';
import { openDatabase } from './database.ts';
import { SqliteSegmentStore } from './segment-store.ts';

function segment(id: number, parts: number): SealedSegment {
  return {
    info: { id, firstSeq: id, lastSeq: id, minAt: 0, maxAt: 0, messages: 1, level: 0 },
    head: Uint8Array.of(id),
    parts: Array.from({ length: parts }, (_, part) => ({ part, bytes: Uint8Array.of(id, part % 256) })),
  };
}

const newStore = (t: { after(done: () => void): void }): SqliteSegmentStore => {
  const dir = mkdtempSync(join(tmpdir(), 'acta-segments-'));
  const store = new SqliteSegmentStore({ file: join(dir, 'search.db'), key: new Uint8Array(32) });
  t.after(() => {
    void store.close();
    rmSync(dir, { recursive: true });
  });
  return store;
};

test('a file that a crash left without tables is refused to readers, so that it is filled again', (t) => {
  const dir = mkdtempSync(join(tmpdir(), 'acta-segments-'));
  t.after(() => rmSync(dir, { recursive: true }));
  const place = { file: join(dir, 'search.db'), key: new Uint8Array(32) };
  openDatabase({ ...place, rebuildable: true }).close();
  const isRefused = (error: unknown): boolean => error instanceof ServerError && error.code === 'vault-damaged';
  assert.throws(() => new SqliteSegmentStore({ ...place, readonly: true }), isRefused);
});

test('segments of many parts take the place of others, and nothing of those is left', async (t) => {
  const store = newStore(t);
  await store.replace({ remove: [], add: [segment(1, 200), segment(2, 3)] });
  await store.replace({ remove: [1, 2], add: [segment(3, 150)] });
  assert.deepEqual(
    (await store.list()).map(({ id }) => id),
    [3],
  );
  assert.deepEqual(await store.blob(3, 149), Buffer.of(3, 149));
  for (const [id, part] of [
    [1, 0],
    [1, 199],
    [2, 2],
    [3, 150],
  ] as const) {
    assert.equal(await store.blob(id, part), undefined);
  }
});

test('parts that a cut left without a segment are gone after the next change', async (t) => {
  const store = newStore(t);
  await store.replace({ remove: [], add: [segment(1, 2)] });
  await assert.rejects(store.replace({ remove: [], add: [segment(4, 70), segment(1, 0)] }));
  assert.deepEqual(
    (await store.list()).map(({ id }) => id),
    [1],
    'half a change is none',
  );
  assert.notEqual(await store.blob(4, 0), undefined);
  await store.replace({ remove: [], add: [segment(5, 1)] });
  assert.equal(await store.blob(4, 0), undefined);
  assert.deepEqual(await store.blob(1, 1), Buffer.of(1, 1));
});

test('a file that is closed is no longer than what stands in it needs', async (t) => {
  const dir = mkdtempSync(join(tmpdir(), 'acta-segments-'));
  t.after(() => rmSync(dir, { recursive: true }));
  const file = join(dir, 'search.db');
  const large = {
    ...segment(1, 0),
    parts: Array.from({ length: 100 }, (_, part) => ({ part, bytes: new Uint8Array(16_412) })),
  };
  const open = (): SqliteSegmentStore => new SqliteSegmentStore({ file, key: new Uint8Array(32) });
  const store = open();
  await store.replace({ remove: [], add: [large] });
  await store.replace({ remove: [1], add: [segment(2, 3)] });
  await store.close();
  assert.ok(statSync(file).size < 100_000);
  const again = open();
  assert.deepEqual(await again.blob(2, 2), Buffer.of(2, 2));
  await again.close();
});
