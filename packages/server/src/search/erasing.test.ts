import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { MemorySegmentKeys, MemorySegments } from './memory-segments.ts';
import { batchOf } from './message-batch.ts';
import { resolveQuery } from './name-resolution.ts';
import { parseQuery } from './query-parser.ts';
import { HEAD_PART, openPart } from './sealed-part.ts';
import { SearchIndex } from './search-index.ts';
import type { IndexedMessage, SealedSegment } from './segment-store.ts';

const nobody = { people: async () => [], chats: async () => [] };

async function seqs(index: SearchIndex, typed: string): Promise<number[]> {
  const query = await resolveQuery(parseQuery(typed), nobody);
  return (await index.search({ query, order: 'newest', limit: 1000 })).hits.map(({ seq }) => seq);
}

/** A random word without a prefix that another shares. */
function canary(): string {
  return [...randomBytes(12)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('');
}

interface Blob {
  readonly segment: number;
  readonly part: number;
  readonly bytes: Uint8Array;
}

async function blobsOf(store: MemorySegments): Promise<Blob[]> {
  const all: Blob[] = [];
  for (const { id } of await store.list()) {
    for (const { part, bytes } of store.blobs(id)) all.push({ segment: id, part: part ?? HEAD_PART, bytes });
  }
  return all;
}

async function openAll(blobs: readonly Blob[], keys: MemorySegmentKeys): Promise<Buffer> {
  const plain: Uint8Array[] = [];
  for (const { segment, part, bytes } of blobs)
    plain.push(openPart(await keys.open(segment), { segment, part }, bytes));
  return Buffer.concat(plain);
}

/** What stands of a word in a dictionary, where its start is another word's too. */
const restOf = (word: string): string => word.slice(4);

/** Eight messages a segment and in the tail; every fourth is of the person to be forgotten and holds a canary. */
async function archive(segments = 4) {
  const store = new MemorySegments();
  const keys = new MemorySegmentKeys();
  const index = await SearchIndex.open({ store, keys });
  const canaries: string[] = [];
  const kept: string[] = [];
  const messages: IndexedMessage[] = Array.from({ length: segments * 8 + 8 }, (_, seq) => {
    const word = canary();
    (seq % 4 === 0 ? canaries : kept).push(word);
    return {
      seq,
      at: 1000 + (seq % 7),
      chat: 1,
      author: seq % 4 === 0 ? 7 : 8,
      text: `hola ${word} común`,
      has: ['link'],
    };
  });
  for (let i = 0; i < segments * 8; i += 8) {
    await index.add(batchOf(messages.slice(i, i + 8)));
    await index.flush();
  }
  await index.add(batchOf(messages.slice(segments * 8)));
  const gone = messages.filter(({ author }) => author === 7).map(({ seq }) => seq);
  return { store, keys, index, canaries, kept, gone };
}

test('no word of the erased stands in any part that a live key opens, and no old part opens with one', async () => {
  const { store, keys, index, canaries, kept, gone } = await archive();
  const before = await blobsOf(store);
  const plain = await openAll(before, keys);
  assert.ok(
    canaries.slice(0, 8).every((word) => plain.includes(restOf(word))),
    'the canaries can be seen before',
  );
  const erased = await index.erase(gone);
  assert.deepEqual(erased, { messages: 10, segments: 4 });
  await index.flush();
  const after = await openAll(await blobsOf(store), keys);
  assert.ok(canaries.every((word) => !after.includes(restOf(word))));
  assert.ok(
    kept.every((word) => after.includes(restOf(word))),
    'the words of the others are all there',
  );
  for (const { segment } of before) await assert.rejects(keys.open(segment));
  for (const live of await keys.list()) {
    const key = await keys.open(live);
    for (const { segment, part, bytes } of before) assert.throws(() => openPart(key, { segment, part }, bytes));
  }
  for (const word of canaries) assert.deepEqual(await seqs(index, word), []);
  assert.equal((await seqs(index, 'hola')).length, 30);
});

test('sealed parts show no word', async () => {
  const { store, canaries, kept } = await archive();
  const bytes = Buffer.concat((await blobsOf(store)).map((blob) => blob.bytes));
  for (const word of [...canaries, ...kept, 'común', 'comun']) assert.ok(!bytes.includes(word));
});

test('a segment of which nothing is left goes, with its key', async () => {
  const { store, keys, index } = await archive();
  await index.erase(Array.from({ length: 40 }, (_, seq) => seq));
  assert.deepEqual([await store.list(), await keys.list(), index.size.messages], [[], [], 0]);
});

test('an erasure that is cut off anywhere is finished by asking again, and leaves no key behind', async () => {
  for (let step = 0; step < 6; step++) {
    const { store, keys, index, canaries, gone } = await archive(2);
    let left = step;
    const crash = async (): Promise<void> => {
      if (left-- === 0) throw new Error('power cut');
    };
    const replace = store.replace.bind(store);
    store.replace = async (change: { readonly remove: readonly number[]; readonly add: readonly SealedSegment[] }) => {
      await crash();
      await replace(change);
      await crash();
    };
    const destroy = keys.destroy.bind(keys);
    keys.destroy = async (ids) => {
      await crash();
      await destroy(ids);
    };
    await assert.rejects(index.erase(gone), /power cut/);
    store.replace = replace;
    keys.destroy = destroy;
    const again = step % 2 === 0 ? index : await SearchIndex.open({ store, keys });
    await again.erase(gone);
    const after = await openAll(await blobsOf(store), keys);
    assert.ok(canaries.every((word) => !after.includes(restOf(word))));
    assert.deepEqual([...(await keys.list())].sort(), (await store.list()).map(({ id }) => id).sort());
    assert.equal((await seqs(again, 'hola')).length, again === index ? 18 : 12);
  }
});
