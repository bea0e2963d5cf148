/** A batch and what it is sealed to are plain values that another thread can take over. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { draftsFor, openLog } from '../log/log.test-support.ts';
import type { KeyId } from '../store.ts';
import { BatchBuilder, buffersOfSealed, pageRowsOf, type RecordBatch, type SealedPages, wipeBatch } from './batch.ts';
import { parsePage } from './format.ts';
import { openPage } from './open.ts';
import { RecordBuffer } from './record-buffer.ts';
import { sealingPages, sealPages } from './seal.ts';

const cellId = new Uint8Array(16).fill(3);

function batchFor(
  keys: Map<KeyId, Uint8Array>,
  count: number,
  firstSeq: number,
  cell: Uint8Array = cellId,
): RecordBatch {
  const builder = new BatchBuilder();
  for (const { keyId, record } of draftsFor(keys, count, { firstLine: firstSeq })) {
    builder.add(keyId, Buffer.from(record).toString('utf8'));
  }
  return builder.finish({ cellId: cell, firstSeq, keyOf: (id) => keys.get(id) });
}

function sent<T>(value: T, buffers: readonly ArrayBuffer[]): T {
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(value, [...buffers]);
  const { message } = receiveMessageOnPort(port2) ?? {};
  port1.close();
  return message;
}

test('a batch crosses to another thread and comes back as pages that open', () => {
  const keys = new Map<KeyId, Uint8Array>();
  const batch = batchFor(keys, 300, 77);
  const there: RecordBatch = sent(batch, []);
  const sealed = sealPages(there, randomBytes);
  const back: SealedPages = sent(sealed, buffersOfSealed(sealed));
  assert.equal(sealed.pages.length, 0);
  const entries = pageRowsOf(back).flatMap((page) => openPage({ cellId, page, keys }).entries);
  assert.deepEqual(
    entries.map(({ record, seq }) => [seq, Buffer.from(record).toString('utf8')]),
    draftsFor(keys, 300, { firstLine: 77 }).map(({ record }, at) => [77 + at, Buffer.from(record).toString('utf8')]),
  );
});

test('records in shared memory are sealed there as they lie here, and wiped here for both', () => {
  const keys = new Map<KeyId, Uint8Array>();
  const batch = batchFor(keys, 300, 0);
  const buffer = new RecordBuffer('shared');
  for (let at = 0; at < batch.ends.length; at++) buffer.add(batch.bytes.subarray(batch.starts[at], batch.ends[at]));
  const there: RecordBatch = sent({ ...batch, bytes: buffer.bytes }, []);
  const fixed = (length: number): Uint8Array => new Uint8Array(length).fill(1);
  assert.deepEqual(sealPages(there, fixed), sealPages(batch, fixed));
  buffer.wipe();
  assert.ok(there.bytes.length > 0 && there.bytes.every((byte) => byte === 0));
});

test('a batch is sealed strip by strip as it is at once, in whatever order its records lie', () => {
  const keys = new Map<KeyId, Uint8Array>();
  const batch = batchFor(keys, 556, 0);
  const fixed = (length: number): Uint8Array => new Uint8Array(length).fill(1);
  const sealing = sealingPages(batch, fixed);
  let pauses = 0;
  let step = sealing.next();
  for (; step.done !== true; step = sealing.next()) pauses++;
  const strips = pageRowsOf(step.value).map(({ bytes }) => parsePage(bytes).strips.length);
  assert.equal(strips.length, 3);
  assert.equal(
    pauses,
    strips.reduce((sum, count) => sum + count, 0),
  );
  assert.deepEqual(step.value, sealPages(batch, fixed));
  assert.deepEqual(sealPages(lyingInReverse(batch), fixed), step.value);
});

function lyingInReverse(batch: RecordBatch): RecordBatch {
  const buffer = new RecordBuffer();
  for (let at = batch.ends.length - 1; at >= 0; at--)
    buffer.add(batch.bytes.subarray(batch.starts[at], batch.ends[at]));
  const ends = buffer.ends.toReversed();
  const starts = Float64Array.from(ends, (_, at) => ends[at + 1] ?? 0);
  return { ...batch, bytes: buffer.bytes, starts, ends };
}

test('what was sealed elsewhere is appended, once, at the size it was sealed for', async () => {
  const { keys, log } = await openLog();
  const cell = Uint8Array.from({ length: 16 }, (_, i) => 0xf0 - i);
  const sealed = sealPages(batchFor(keys, 300, 0, cell), randomBytes);
  assert.deepEqual(await log.appendSealed(sealed), { firstSeq: 0, count: 300 });
  await assert.rejects(log.appendSealed(sealed), { code: 'size-changed' });
  assert.equal((await log.publish()).size, 300);
});

test('a key that is missing is named, and a wiped batch holds neither records nor keys', () => {
  const builder = new BatchBuilder();
  builder.add(5, '{"a":1}');
  builder.add(6, '{"a":2}');
  const keyOf = (id: KeyId) => (id === 5 ? new Uint8Array(32).fill(9) : undefined);
  assert.throws(() => builder.finish({ cellId, firstSeq: 10, keyOf }), {
    code: 'key-missing',
    coordinates: { keyId: 6, seq: 11 },
  });
  const batch = batchFor(new Map(), 3, 0);
  wipeBatch(batch);
  assert.ok(batch.bytes.every((byte) => byte === 0) && batch.keys.every((byte) => byte === 0));
});

test('a wiped buffer takes records anew, and holds no byte of those before', () => {
  const buffer = new RecordBuffer();
  buffer.add(`{"text":"${'a secret that is long '.repeat(400)}"}`);
  const { buffer: memory } = buffer.bytes;
  buffer.wipe();
  buffer.add('{}');
  assert.equal(buffer.bytes.buffer, memory);
  assert.deepEqual([Buffer.from(buffer.bytes).toString('utf8'), ...buffer.ends], ['{}', 2]);
  assert.equal(Buffer.from(memory).includes('secret'), false);
});
