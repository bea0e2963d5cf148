import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { batchOf, openPage, pageRowsOf, type RecordBatch, RecordBuffer, type SealedPages } from '@acta/ledger';
import { Sealer } from './sealer.ts';

const cellId = new Uint8Array(16).fill(3);
const KEY = 7;

/** A batch in shared memory, whose records say what `of` gives. */
function batchFor(count: number, of: (at: number) => string = (at) => `{"line":${at}}`): RecordBatch {
  const buffer = new RecordBuffer('shared');
  for (let at = 0; at < count; at++) buffer.add(of(at));
  const { bytes, ends } = buffer;
  return batchOf({
    cellId,
    firstSeq: 0,
    bytes,
    ends,
    starts: ends.map((_, at) => ends[at - 1] ?? 0),
    keyIds: Float64Array.of(KEY),
    keyOfRecord: new Uint32Array(count),
    keyOf: () => new Uint8Array(32).fill(9),
  });
}

function linesOf(sealed: SealedPages): number[] {
  const keys = new Map([[KEY, new Uint8Array(32).fill(9)]]);
  const entries = pageRowsOf(sealed).flatMap((page) => openPage({ cellId, page, keys }).entries);
  return entries.map(({ record }) => JSON.parse(Buffer.from(record).toString('utf8')).line);
}

test('a commit opens as it was given, whichever thread seals it', async (t) => {
  const sealer = new Sealer();
  t.after(() => sealer.close());
  for (const count of [3, 2_000, 2_000]) {
    const expected = Array.from({ length: count }, (_, at) => at);
    assert.deepEqual(linesOf(await sealer.seal(batchFor(count))), expected);
    await untilItRuns(sealer);
  }
});

test('what a thread cannot seal is refused with its code', async (t) => {
  const sealer = new Sealer();
  t.after(() => sealer.close());
  await untilItRuns(sealer);
  const tooLong = (at: number): string => (at === 0 ? `{"line":"${'x'.repeat(17 * 2 ** 20)}"}` : `{"line":${at}}`);
  await assert.rejects(sealer.seal(batchFor(2_000, tooLong)), { code: 'record-too-large' });
});

/** Gives commits to the thread until it takes them. */
async function untilItRuns(sealer: Sealer): Promise<void> {
  while (!sealer.isThreaded) {
    await sealer.seal(batchFor(1_100));
    await setImmediate();
  }
}
