// The work at conversations folds to the same rows however the records are parted, and an erasure leaves nothing of it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { LedgerRecord } from '../records/record.ts';
import type { WorkSaid } from '../records/work.ts';
import { chatRecord, foldAll, orderRecord, placed, tablesFor } from './fold.test-support.ts';

const WORK_TABLES = ['work', 'assigned', 'closed', 'snoozed', 'labelled', 'read_up_to', 'mention', 'defined'];
const done = { actor: 'user:a', recordedAt: '2026-01-01T00:00:00.000Z', v: 1 } as const;

const said: fc.Arbitrary<WorkSaid> = fc.oneof(
  fc.record(
    { act: fc.constant('assign' as const), assignee: fc.constantFrom('a', 'b'), team: fc.constantFrom('x') },
    { requiredKeys: ['act'] },
  ),
  fc.record({ act: fc.constantFrom('label' as const, 'unlabel' as const), label: fc.nat(3) }),
  fc.constant({ act: 'snooze', until: '2026-02-01T00:00:00.000Z' } as const),
  fc.record({ act: fc.constantFrom('wake' as const, 'close' as const, 'reopen' as const) }),
  fc.record({ act: fc.constantFrom('read' as const, 'unread' as const), upTo: fc.nat(99) }),
);
const worked = fc.oneof(
  fc
    .record({ chat: fc.nat(1), said })
    .map(({ chat, said: act }): LedgerRecord => ({ ...done, chat, kind: 'work', ...act })),
  fc.nat(1).map((chat): LedgerRecord => ({ ...done, chat, kind: 'note', mentions: ['b', 'c'], text: 'x' })),
);

test('work folds to the same rows in any batches, and goes with its conversation', async (t) => {
  const made = tablesFor(t);
  await fc.assert(
    fc.asyncProperty(
      fc.array(worked, { maxLength: 30 }),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
      async (acts, batches) => {
        const begun = [chatRecord('one'), chatRecord('other'), ...acts];
        const goes = begun.flatMap((record, seq) => ('chat' in record && record.chat === 1 ? [seq] : []));
        const records = placed([
          ...begun,
          orderRecord(
            goes.flatMap((seq) => [seq, 1]),
            [],
          ),
        ]);
        const [live, whole, rebuilt] = [made(), made(), made()];
        await foldAll(live, records, batches);
        await foldAll(whole, records, [records.length]);
        await foldAll(
          rebuilt,
          records.filter(({ seq }) => !goes.includes(seq)),
          [...batches].reverse(),
        );
        const rows = await live.projections.snapshot();
        assert.deepEqual(await whole.projections.snapshot(), rows);
        assert.deepEqual(await rebuilt.projections.snapshot(), rows);
        for (const name of WORK_TABLES) assert.ok(rows[name] !== undefined, name);
        const left = new Set(rows['work']?.map(([, chat]) => chat));
        assert.ok(!left.has(1));
      },
    ),
    { numRuns: 30 },
  );
});
