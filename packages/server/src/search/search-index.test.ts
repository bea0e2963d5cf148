import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MemorySegmentKeys, MemorySegments } from './memory-segments.ts';
import { batchOf } from './message-batch.ts';
import { resolveQuery } from './name-resolution.ts';
import { parseQuery } from './query-parser.ts';
import { SearchError } from './search-error.ts';
import { SearchIndex } from './search-index.ts';
import type { SearchRequest, SearchResult } from './search-run.ts';
import type { IndexedMessage } from './segment-store.ts';

const nobody = { people: async () => [], chats: async () => [] };

async function find(index: SearchIndex, typed: string, more: Partial<SearchRequest> = {}): Promise<SearchResult> {
  const query = await resolveQuery(parseQuery(typed), nobody);
  return index.search({ order: 'newest', limit: 10, ...more, query });
}

async function seqs(index: SearchIndex, typed: string, more: Partial<SearchRequest> = {}): Promise<number[]> {
  return (await find(index, typed, more)).hits.map(({ seq }) => seq);
}

function message(seq: number, text: string, at = seq): IndexedMessage {
  return { seq, at, chat: 1, author: 1, text, has: [] };
}

async function vault(...texts: readonly string[]) {
  const store = new MemorySegments();
  const keys = new MemorySegmentKeys();
  const index = await SearchIndex.open({ store, keys });
  await index.add(batchOf(texts.map((text, seq) => message(seq, text))));
  return { store, keys, index };
}

test('nobody of a name is an error that points at the filter', async () => {
  await assert.rejects(
    resolveQuery(parseQuery('hola from:ana'), nobody),
    (error) => error instanceof SearchError && error.code === 'unknown-person' && error.place.offset === 5,
  );
  await assert.rejects(
    resolveQuery(parseQuery('in:ventas'), nobody),
    (error) => error instanceof SearchError && error.code === 'unknown-chat' && error.place.offset === 0,
  );
});

test('newest is by message time, whatever the order of recording, across tail and segments', async () => {
  const { index } = await vault();
  await index.add(batchOf([message(1, 'hola', 50), message(2, 'hola', 10), message(3, 'hola', 50)]));
  await index.flush();
  await index.add(batchOf([message(4, 'hola', 20), message(5, 'hola', 60), message(6, 'hola', 50)]));
  assert.deepEqual(await seqs(index, 'hola'), [5, 6, 3, 1, 4, 2]);
});

test('best first is by how rare and how often, and then the newest', async () => {
  const { index } = await vault('pago', 'pago pago factura', 'factura', 'pago', 'pago');
  await index.flush();
  assert.deepEqual(await seqs(index, 'pago', { order: 'best' }), [1, 4, 3, 0]);
});

test('a word that stands nowhere brings near-misses that find something, and no hits', async () => {
  const { index } = await vault('el camión rojo', 'camino largo', 'camiones');
  await index.flush();
  const { hits, suggestions } = await find(index, 'rojo camoin');
  assert.deepEqual(hits, []);
  assert.deepEqual(suggestions, [{ offset: 5, from: 'camoin', to: 'camion' }]);
  assert.deepEqual((await find(index, 'xylofon')).suggestions, []);
  assert.deepEqual((await find(index, 'camoin', { suggest: false })).suggestions, []);
});

test('a near-miss never gives away a word that only hidden messages hold', async () => {
  const { index } = await vault('contraseña', 'otra');
  const accept = async (all: readonly number[]): Promise<boolean[]> => all.map((seq) => seq !== 0);
  assert.deepEqual((await find(index, 'contrasena', { accept })).hits, []);
  assert.deepEqual((await find(index, 'contrasenna', { accept })).suggestions, []);
});

test('an index opened again holds what was sealed, says how far, and passes over it when it comes again', async () => {
  const { store, keys, index } = await vault('hola uno', 'hola dos', 'hola tres');
  await index.flush();
  await index.add(batchOf([message(7, 'hola siete')]));
  const again = await SearchIndex.open({ store, keys });
  assert.equal(again.sealedUpTo, 2);
  assert.deepEqual(await seqs(again, 'hola'), [2, 1, 0]);
  await again.add(batchOf([message(2, 'hola tres'), message(7, 'hola siete')]));
  assert.deepEqual(await seqs(again, 'hola'), [7, 2, 1, 0]);
});

test('what is added while segments merge is found at once, and the next segment waits for them', async () => {
  const { promise: gate, resolve: openGate } = Promise.withResolvers<void>();
  const store = new (class extends MemorySegments {
    override async replace(change: Parameters<MemorySegments['replace']>[0]): Promise<void> {
      if (change.remove.length > 0) await gate;
      return super.replace(change);
    }
  })();
  const index = await SearchIndex.open({ store, keys: new MemorySegmentKeys() });
  const flushes: Promise<void>[] = [];
  for (let seq = 0; seq < 8; seq++) {
    await index.add(batchOf([message(seq, 'hola')]));
    flushes.push(index.flush());
  }
  await index.add(batchOf([message(8, 'hola mundo')]));
  assert.deepEqual(await seqs(index, 'mundo'), [8]);
  assert.deepEqual(index.size, { messages: 9, unsealed: 1, segments: 8 });
  const [next, erased] = [index.flush(), index.erase([3, 8])];
  await new Promise((done) => setImmediate(done));
  assert.equal(index.size.segments, 8);
  openGate();
  await Promise.all([...flushes, next]);
  assert.deepEqual(await erased, { messages: 2, segments: 2 });
  assert.deepEqual(await seqs(index, 'hola'), [7, 6, 5, 4, 2, 1, 0]);
});

test('a merge that failed is told to who waits for it, and nothing is sealed after it', async () => {
  const store = new (class extends MemorySegments {
    override async replace(change: Parameters<MemorySegments['replace']>[0]): Promise<void> {
      if (change.remove.length > 0) throw new Error('the disk is full');
      return super.replace(change);
    }
  })();
  const index = await SearchIndex.open({ store, keys: new MemorySegmentKeys() });
  for (let seq = 0; seq < 7; seq++) {
    await index.add(batchOf([message(seq, 'hola')]));
    await index.flush();
  }
  await index.add(batchOf([message(7, 'hola')]));
  await assert.rejects(index.flush(), /disk is full/);
  await index.add(batchOf([message(8, 'hola')]));
  await assert.rejects(index.flush(), /disk is full/);
  await index.atRest();
  assert.equal(index.size.segments, 8);
  assert.deepEqual(await seqs(index, 'hola'), [8, 7, 6, 5, 4, 3, 2, 1, 0]);
});

test('messages out of order are refused', async () => {
  const { index } = await vault('uno', 'dos');
  await assert.rejects(
    index.add(batchOf([message(1, 'otra vez')])),
    (error) => error instanceof SearchError && error.code === 'out-of-order' && error.place.seq === 1,
  );
});

test('a reader beside a writer follows what the writer replaces and destroys', async () => {
  const { store, keys, index } = await vault('hola uno', 'hola dos', 'hola tres');
  await index.flush();
  const reader = await SearchIndex.open({ store, keys, readOnly: true, cacheBytes: 0 });
  assert.deepEqual(await seqs(reader, 'hola'), [2, 1, 0]);
  await index.erase([1]);
  assert.deepEqual(await seqs(reader, 'hola'), [2, 0]);
  await index.add(batchOf([message(9, 'hola nueve')]));
  await reader.add(batchOf([message(9, 'hola nueve'), message(10, 'hola diez')]));
  assert.deepEqual(await seqs(reader, 'hola'), [10, 9, 2, 0]);
  await index.flush();
  await reader.refresh();
  assert.deepEqual(await seqs(reader, 'hola'), [10, 9, 2, 0]);
  assert.deepEqual(reader.size, { messages: 4, unsealed: 1, segments: 2 });
});

test('a reader holds any number of messages that no segment covers yet, and stores nothing', async () => {
  const store = new MemorySegments();
  const reader = await SearchIndex.open({ store, keys: new MemorySegmentKeys(), readOnly: true });
  await reader.add(batchOf(Array.from({ length: 65_540 }, (_, seq) => message(seq, 'x'))));
  assert.deepEqual(reader.size, { messages: 65_540, unsealed: 65_540, segments: 0 });
  assert.deepEqual(await seqs(reader, 'x before:1970-01-01 -hola'), []);
  assert.deepEqual(await seqs(reader, 'x', { limit: 6 }), [65_539, 65_538, 65_537, 65_536, 65_535, 65_534]);
  assert.deepEqual(await store.list(), []);
});

test('a missing or changed part is said to be damage, with its place', async () => {
  const { store, keys, index } = await vault('hola');
  await index.flush();
  const [info] = await store.list();
  assert.ok(info !== undefined);
  const blind = {
    ...store,
    list: () => store.list(),
    head: (id: number) => store.head(id),
    stage: store.stage,
    replace: store.replace,
    blob: async () => undefined,
  };
  const damaged = await SearchIndex.open({ store: blind, keys, readOnly: true });
  await assert.rejects(
    seqs(damaged, 'hola'),
    (error) => error instanceof SearchError && error.code === 'index-damaged' && error.place.segment === info.id,
  );
  await keys.destroy([info.id]);
  await assert.rejects(
    SearchIndex.open({ store, keys }),
    (error) => error instanceof SearchError && error.code === 'index-damaged',
  );
});

test('a search that runs while messages come in shows the moment it began', async () => {
  const { index } = await vault('hola uno', 'hola dos');
  const query = await resolveQuery(parseQuery('hola'), nobody);
  let added = false;
  const accept = async (all: readonly number[]): Promise<boolean[]> => {
    if (!added) await index.add(batchOf([message(10, 'hola', 0), message(11, 'hola', 99)]));
    added = true;
    return all.map(() => true);
  };
  const { hits } = await index.search({ query, order: 'newest', limit: 1, accept });
  assert.deepEqual(hits, [{ seq: 1, at: 1 }]);
  assert.deepEqual(await seqs(index, 'hola'), [11, 1, 10, 0]);
});

test('a search that began before what it looks at was sealed finds the rest of it', async () => {
  const { index } = await vault(...Array.from({ length: 3_000 }, () => 'hola'));
  const query = await resolveQuery(parseQuery('hola'), nobody);
  const seen: number[] = [];
  const accept = async (found: readonly number[]): Promise<boolean[]> => {
    seen.push(...found);
    await index.flush();
    return found.map((seq) => seq < 10);
  };
  const { hits } = await index.search({ query, order: 'newest', limit: 10, accept });
  assert.deepEqual(
    hits.map(({ seq, at }) => [seq, at]),
    Array.from({ length: 10 }, (_, n) => [9 - n, 9 - n]),
  );
  assert.deepEqual(
    seen.slice(0, 2_990),
    Array.from({ length: 2_990 }, (_, n) => 2_999 - n),
  );
});

test('a dropped index is empty, has no keys, and can be filled again', async () => {
  const { store, keys, index } = await vault('hola uno', 'hola dos');
  await index.flush();
  await index.clear();
  assert.deepEqual([await store.list(), await keys.list(), index.sealedUpTo], [[], [], -1]);
  await index.add(batchOf([message(0, 'hola cero')]));
  assert.deepEqual(await seqs(index, 'hola'), [0]);
});

/** A store that has no room for merged segments while it is full. */
class FullSegments extends MemorySegments {
  isFull = false;

  override async replace(change: Parameters<MemorySegments['replace']>[0]): Promise<void> {
    if (this.isFull && change.remove.length > 0) throw new Error('full');
    await super.replace(change);
  }
}

test('a merge that failed is tried again where the next segment is sealed', async () => {
  const store = new FullSegments();
  const index = await SearchIndex.open({ store, keys: new MemorySegmentKeys() });
  const seal = async (seq: number): Promise<void> => {
    await index.add(batchOf([message(seq, 'hola')]));
    await index.flush();
  };
  for (let seq = 0; seq < 7; seq++) await seal(seq);
  store.isFull = true;
  await assert.rejects(seal(7), /full/);
  await assert.rejects(seal(8), /full/);
  assert.deepEqual(await seqs(index, 'hola'), [8, 7, 6, 5, 4, 3, 2, 1, 0]);
  store.isFull = false;
  await index.flush();
  assert.deepEqual(index.size, { messages: 9, unsealed: 0, segments: 2 });
  assert.deepEqual(await seqs(index, 'hola'), [8, 7, 6, 5, 4, 3, 2, 1, 0]);
});

test('a full tail is sealed and merged by itself', async () => {
  const { store, index } = await vault();
  const texts = ['hola', 'adiós', '微信'];
  const all = Array.from({ length: 65_536 + 5 }, (_, seq) => message(seq, texts[seq % 3] ?? ''));
  await index.add(batchOf(all));
  assert.deepEqual(index.size, { messages: 65_541, unsealed: 5, segments: 1 });
  assert.deepEqual(
    (await store.list()).map(({ firstSeq, lastSeq, level }) => [firstSeq, lastSeq, level]),
    [[0, 65_535, 1]],
  );
  assert.deepEqual(await seqs(index, 'hola', { limit: 3 }), [65_538, 65_535, 65_532]);
  assert.deepEqual(await seqs(index, '微信 before:1970-01-02', { limit: 1 }), [65_540]);
});

test('what comes after a full tail is found, and nothing of the tail again, whether or not somebody has looked at it', async () => {
  for (const isLookedAt of [false, true]) {
    const { index } = await vault();
    await index.add(batchOf(Array.from({ length: 65_530 }, (_, seq) => message(seq, seq === 0 ? 'única' : 'hola'))));
    if (isLookedAt) assert.deepEqual(await seqs(index, 'única'), [0]);
    await index.add(batchOf(Array.from({ length: 10 }, (_, n) => message(65_530 + n, n < 6 ? 'hola' : 'otra'))));
    assert.deepEqual(index.size, { messages: 65_540, unsealed: 4, segments: 1 });
    assert.deepEqual(await seqs(index, 'única'), [0]);
    assert.deepEqual(await seqs(index, 'otra'), [65_539, 65_538, 65_537, 65_536]);
    assert.deepEqual(await seqs(index, 'hola', { limit: 2 }), [65_535, 65_534]);
    assert.deepEqual(await seqs(index, 'hola -otra', { limit: 1 }), [65_535]);
  }
});
