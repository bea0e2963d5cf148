// The law of the projections: dropped and folded again from the ledger, they have the rows they had, whatever happened before.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import type { WriteVault } from '../cli/vault.ts';
import { entryRows } from '../projections/entry-rows.ts';
import { ServerError } from '../server-error.ts';
import { searchEntries } from '../views/search.ts';
import { importInto, temporaryFolder, testVault } from './vault.test-support.ts';

const AUTHORS = ['Brunhilde', 'Otto', '+52 1 55 1234 5678', 'Carla'];
const TITLES = ['Zhandrokul', 'Brunhilde', 'Otto'];

/** One line of the one conversation that all exports of a title are cut from; a later telling may have lost it. */
function line(at: number, telling: number): string {
  const author = AUTHORS[(at * 7) % AUTHORS.length];
  const text =
    telling > 0 && at % 3 === telling % 3 ? 'This message was deleted' : `palabra${at} vlendriskat ${at % 4}`;
  const stamp = `25/${at % 2 === 0 ? '11' : '12'}/2019, ${String(10 + Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
  return `${stamp} - ${author}: ${text}\n`;
}

type Action =
  | {
      readonly do: 'import';
      readonly title: number;
      readonly from: number;
      readonly count: number;
      readonly telling: number;
    }
  | { readonly do: 'undo'; readonly which: number; readonly now: boolean }
  | { readonly do: 'erase'; readonly scope: 'person' | 'chat' | 'entries'; readonly which: number }
  | { readonly do: 'nonsense'; readonly which: number };

const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('import' as const),
      title: fc.nat(2),
      from: fc.nat(12),
      count: fc.integer({ min: 1, max: 16 }),
      telling: fc.nat(3),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const), which: fc.nat(9), now: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('erase' as const),
      scope: fc.constantFrom('person' as const, 'chat' as const, 'entries' as const),
      which: fc.nat(40),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('nonsense' as const), which: fc.nat(3) }) },
);

async function perform(vault: WriteVault, dir: string, number: number, act: Action): Promise<void> {
  const { db } = vault.views;
  const pick = <T>(rows: readonly T[], which: number): T | undefined => rows[which % Math.max(1, rows.length)];
  if (act.do === 'nonsense') {
    await importInto(vault, join(dir, `${number}`, 'note.txt'), `nothing that is a chat ${act.which}\n`);
  } else if (act.do === 'import') {
    const lines = Array.from({ length: act.count }, (_, at) => line(act.from + at, act.telling)).sort();
    const text = `25/10/2019, 09:00 - Messages and calls are end-to-end encrypted.\n${lines.join('')}`;
    await importInto(vault, join(dir, `${number}`, `WhatsApp Chat with ${TITLES[act.title]}.txt`), text);
  } else if (act.do === 'undo') {
    const row = pick(await db.selectFrom('import').select('id').orderBy('id').execute(), act.which);
    if (row !== undefined) await vault.withdraw(row.id, act.now);
  } else {
    const row = pick(act.scope === 'entries' ? await entryIds(db) : await idsIn(db, act.scope), act.which);
    if (row !== undefined) await vault.erase(await vault.planErasure({ scope: act.scope, ids: [row.id] }), 'asked for');
  }
  await vault.audit({ command: 'test' });
}

function idsIn(db: WriteVault['views']['db'], table: 'chat' | 'person'): Promise<{ readonly id: number }[]> {
  return db.selectFrom(table).select(`${table}.id as id`).orderBy(`${table}.id`).execute();
}

async function entryIds(db: WriteVault['views']['db']): Promise<{ readonly id: number }[]> {
  const spans = await db.selectFrom('span').select(['chat', 'count', 'entries']).execute();
  const seqs = spans.flatMap(entryRows).map(([seq = 0]) => seq);
  return seqs.sort((a, b) => a - b).map((id) => ({ id }));
}

async function found(vault: WriteVault): Promise<string[]> {
  const parts = { ...vault.views, index: await vault.index() };
  const hits: string[] = [];
  for (const query of ['vlendriskat', 'palabra3', 'message -vlendriskat']) {
    const result = await searchEntries(parts, { query, limit: 1000, order: 'newest' });
    hits.push(...result.hits.map(({ seq, text }) => `${query}: ${seq} ${text}`));
  }
  return hits;
}

async function holds(t: TestContext, actions: readonly Action[]): Promise<void> {
  const vault = testVault(t);
  const dir = temporaryFolder(t);
  const hits = await vault.write(async (open) => {
    for (const [number, act] of actions.entries()) {
      await perform(open, dir, number, act).catch((error: unknown) => {
        const expected = ['import-withdrawn', 'nothing-to-erase'];
        if (!(error instanceof ServerError && expected.includes(error.code))) throw error;
      });
    }
    return found(open);
  });
  const live = await vault.rows();
  const after = await vault.write(async (open) => {
    await open.rebuild(() => undefined);
    return found(open);
  });
  assert.deepEqual(await vault.rows(), live);
  assert.deepEqual(after, hits);
  const { altered, erased, missing } = await vault.verify();
  assert.deepEqual({ altered, missing }, { altered: [], missing: [] });
  const runs = live['erased'] ?? [];
  assert.equal(
    erased,
    runs.reduce((sum, [, count]) => sum + Number(count), 0),
  );
}

test('rebuilt is live, after any imports, withdrawals, erasures and quarantines', { timeout: 120_000 }, async (t) => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 2, maxLength: 9 }), (actions) => holds(t, actions)),
    { numRuns: 15, endOnFailure: false },
  );
});
