// The laws of folding: the same records give the same rows, however they are parted into batches, and also when what was
// erased is not there any more.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { entryRows } from './entry-rows.ts';
import {
  chatRecord,
  foldAll,
  importedRecord,
  importRecord,
  messageRecord,
  placed,
  tablesFor,
} from './fold.test-support.ts';
import { history } from './history.test-support.ts';
import { SPAN_ENTRIES } from './tables/span-bytes.ts';

const sizes = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 6 });

test('batches may be parted in any way, and a rebuild need not see what was erased', async (t) => {
  const made = tablesFor(t);
  await fc.assert(
    fc.asyncProperty(history, sizes, async ({ entries, erased, records }, batches) => {
      const [live, whole, rebuilt] = [made(), made(), made()];
      await foldAll(live, records, batches);
      await foldAll(whole, records, [records.length]);
      const left = records.filter(({ seq }) => !erased.has(seq));
      await foldAll(rebuilt, left, [...batches].reverse());
      const rows = await live.projections.snapshot();
      assert.deepEqual(await whole.projections.snapshot(), rows);
      assert.deepEqual(await rebuilt.projections.snapshot(), rows);
      const model = [...entries.values()].map((one) => [
        one.seq,
        one.chat,
        one.person,
        one.at,
        0,
        one.import,
        one.line,
        one.of,
      ]);
      assert.deepEqual(rows['entry'], model);
    }),
    { numRuns: 20 },
  );
});

test('folding what is folded already changes nothing', async (t) => {
  const tables = tablesFor(t)();
  const records = placed([
    chatRecord('one'),
    importRecord(0, 'file'),
    messageRecord({ chat: 0, import: 1, line: 1, second: 5 }),
    importedRecord(1),
  ]);
  await foldAll(tables, records, [2]);
  const rows = await tables.projections.snapshot();
  await tables.projections.follow(records);
  await tables.projections.follow(records.slice(1, 3));
  assert.deepEqual(await tables.projections.snapshot(), rows);
});

test('a conversation that grows at its end has full spans, and one that grows in its middle none over the bound', async (t) => {
  const made = tablesFor(t);
  const say = (second: number, line: number) => messageRecord({ chat: 0, import: 1, line, second });
  const count = 5 * SPAN_ENTRIES + 7;
  const inTime = Array.from({ length: count }, (_, at) => say(at, at));
  const mixed = Array.from({ length: count }, (_, at) => say((at * 7919) % count, at));
  const head = [chatRecord('one'), importRecord(0, 'file')];
  const counts: number[][] = [];
  for (const said of [inTime, mixed]) {
    const tables = made();
    await foldAll(tables, placed([...head, ...said]), [97, 1, 700]);
    const spans = await tables.store.read.selectFrom('span').select('count').orderBy('at').execute();
    counts.push(spans.map((span) => span.count));
  }
  assert.deepEqual(counts[0], [...Array.from({ length: 5 }, () => SPAN_ENTRIES), 7]);
  assert.ok((counts[1] ?? []).every((one) => one >= 1 && one <= SPAN_ENTRIES));
  assert.equal(
    (counts[1] ?? []).reduce((sum, one) => sum + one, 0),
    count,
  );
});

test('entries of one and the same time stand in the order of their lines, over every span', async (t) => {
  const tables = tablesFor(t)();
  const count = 3 * SPAN_ENTRIES;
  const lines = Array.from({ length: count }, (_, at) => (at < 2 * SPAN_ENTRIES ? at * 2 : (at * 101) % count));
  const said = lines.map((line) => messageRecord({ chat: 0, import: 1, line, second: 0 }));
  await foldAll(tables, placed([chatRecord('one'), importRecord(0, 'file'), ...said]), [
    2 + SPAN_ENTRIES,
    SPAN_ENTRIES,
    5,
  ]);
  const spans = await tables.store.read
    .selectFrom('span')
    .select(['chat', 'count', 'entries'])
    .orderBy('line')
    .orderBy('seq')
    .execute();
  const found = spans.flatMap(entryRows).map(([, , , , , , line]) => line ?? 0);
  assert.deepEqual(
    found,
    [...lines].sort((a, b) => a - b),
  );
});
