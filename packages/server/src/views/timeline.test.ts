// What the views answer over the tables, held against a model: which entries stand and in which order, forwards, backwards
// and within times, also while a writer goes on.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  chatRecord,
  foldAll,
  importedRecord,
  importRecord,
  messageRecord,
  placed,
  START,
  tablesFor,
} from '../projections/fold.test-support.ts';
import { type History, history, type ModelEntry, stands } from '../projections/history.test-support.ts';
import { comparePositions, type EntryColumns } from '../projections/tables/entry-columns.ts';
import { shownTallies } from './shown-tallies.ts';
import { areStanding, ChatStanding, type Standard, standingVersions } from './standing.ts';
import { entriesBackward, entriesForward } from './timeline.ts';

async function seqsOf(spans: AsyncIterable<EntryColumns>, isBackward = false): Promise<number[]> {
  const seqs: number[][] = [];
  for await (const { seq } of spans) seqs.push([...seq]);
  return (isBackward ? seqs.reverse() : seqs).flat();
}

const inChat = ({ entries }: History, chat: number): ModelEntry[] =>
  [...entries.values()].filter((entry) => entry.chat === chat).sort(comparePositions);

test('entries stand in the order of their time, from either end and within any times', async (t) => {
  const made = tablesFor(t);
  const time = fc.option(fc.oneof(fc.nat(6), fc.nat(100_000)), { nil: undefined });
  await fc.assert(
    fc.asyncProperty(
      history,
      fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }),
      time,
      time,
      async (past, sizes, from, to) => {
        const tables = made();
        await foldAll(tables, past.records, sizes);
        const window = {
          chat: 100,
          ...(from === undefined ? {} : { after: START + from }),
          ...(to === undefined ? {} : { before: START + to }),
        };
        const within = ({ at }: ModelEntry): boolean =>
          (from === undefined || at >= START + from) && (to === undefined || at < START + to);
        const expected = inChat(past, 100)
          .filter(within)
          .map(({ seq }) => seq);
        assert.deepEqual(await seqsOf(entriesForward(tables.store.read, window)), expected);
        assert.deepEqual(await seqsOf(entriesBackward(tables.store.read, window), true), expected);
      },
    ),
    { numRuns: 20 },
  );
});

test('what stands is what an import in the right state brought or vouches for, and so it is counted', async (t) => {
  const made = tablesFor(t);
  await fc.assert(
    fc.asyncProperty(history, async (past) => {
      const tables = made();
      await foldAll(tables, past.records, [50]);
      const db = tables.store.read;
      const all = Array.from(past.records, (_, seq) => seq);
      for (const standard of ['shown', 'held'] as const) {
        const standing = (seq: number): boolean => {
          const entry = past.entries.get(seq);
          return entry !== undefined && stands(past, entry, standard);
        };
        assert.deepEqual(await areStanding(db, standard, all), all.map(standing));
        assert.deepEqual(await rootsIn(db, 101, standard), rootsOf(past, 101, standard));
        const versions = await standingVersions(db, standard, all);
        for (const [of, seqs] of versions) {
          const expected = [...past.entries.values()].filter((one) => one.of === of && standing(one.seq));
          assert.deepEqual(
            seqs,
            expected.map(({ seq }) => seq),
          );
        }
      }
      const counted = (await shownTallies(db)).tallies.reduce((sum, { count }) => sum + count, 0);
      const shown = [...past.entries.values()].filter((entry) => stands(past, entry, 'shown'));
      assert.equal(counted, shown.length);
    }),
    { numRuns: 20 },
  );
});

async function rootsIn(db: Parameters<typeof entriesForward>[0], chat: number, standard: Standard): Promise<number[]> {
  const standing = await ChatStanding.of(db, chat, standard);
  const seqs: number[] = [];
  for await (const entries of entriesForward(db, { chat })) {
    for (const i of await standing.roots(entries)) seqs.push(entries.seq[i] ?? 0);
  }
  return seqs;
}

function rootsOf(past: History, chat: number, standard: Standard): number[] {
  const standing = inChat(past, chat).filter((entry) => stands(past, entry, standard));
  const seqs = new Set(standing.map(({ seq }) => seq));
  return standing.filter(({ of }) => of === 0 || !seqs.has(of)).map(({ seq }) => seq);
}

test('a reader beside a writer meets every entry that stood before, once and in order', async (t) => {
  const made = tablesFor(t);
  const seconds = fc.array(fc.nat(3000), { minLength: 600, maxLength: 1200 });
  await fc.assert(
    fc.asyncProperty(seconds, fc.boolean(), async (said, isBackward) => {
      const tables = made();
      const head = [chatRecord('one'), importRecord(0, 'file'), importedRecord(1)];
      const say = (second: number, line: number) => messageRecord({ chat: 0, import: 1, line, second });
      const records = placed([...head, ...said.map(say)]);
      const half = Math.floor(records.length / 2);
      await foldAll(tables, records.slice(0, half), [half]);
      const db = tables.store.read;
      const met: number[] = [];
      let next = half;
      for await (const { seq } of isBackward ? entriesBackward(db, { chat: 0 }) : entriesForward(db, { chat: 0 })) {
        met.push(...(isBackward ? [...seq].reverse() : seq));
        await foldAll(tables, records.slice(next, next + 150), [150]);
        next += 150;
      }
      if (isBackward) met.reverse();
      assert.equal(new Set(met).size, met.length);
      const positions = met.map((seq) => ({
        at: said[seq - head.length] ?? 0,
        import: 1,
        line: seq - head.length,
        seq,
      }));
      assert.deepEqual(positions, [...positions].sort(comparePositions));
      const were = new Set(met);
      for (let seq = head.length; seq < half; seq++) assert.ok(were.has(seq));
    }),
    { numRuns: 15 },
  );
});
