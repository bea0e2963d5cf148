import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ArchiveModel, dice, makeChat, withoutMedia, withoutSeconds } from './archive-model.ts';
import type { MessageFact } from './message-fact.ts';

const RUNS = { numRuns: 150 } as const;

const seeds = fc.integer({ min: 1, max: 1_000_000 });

interface Script {
  readonly size: number;
  readonly uniqueInTen: number;
}

const scripts: fc.Arbitrary<Script> = fc.record({
  size: fc.integer({ min: 1, max: 150 }),
  uniqueInTen: fc.constantFrom(0, 0, 2, 6),
});

function chatOf(roll: (below: number) => number, { size, uniqueInTen }: Script): MessageFact[] {
  return makeChat(roll, { size, uniqueInTen, authors: ['Ana', 'Beto'] });
}

/** Neighbours out of order now and then, as late delivery leaves them. */
function shuffled(roll: (below: number) => number, chat: readonly MessageFact[]): MessageFact[] {
  const copy = [...chat];
  for (let index = 1; index < copy.length; index++) {
    const [before, here] = [copy[index - 1], copy[index]];
    if (before && here && roll(8) === 0) [copy[index - 1], copy[index]] = [here, before];
  }
  return copy;
}

/** Where an export may begin without cutting a minute in two. */
function cleanCuts(chat: readonly MessageFact[]): number[] {
  const minutes = chat.map(({ at }) => Math.floor(at / 60));
  const cuts = [0];
  for (let index = 1; index < chat.length; index++) {
    if (Math.max(...minutes.slice(0, index)) < Math.min(...minutes.slice(index))) cuts.push(index);
  }
  return [...cuts, chat.length];
}

function windowOf(roll: (below: number) => number, cuts: readonly number[]): [number, number] {
  const [one = 0, other = 0] = [cuts[roll(cuts.length)], cuts[roll(cuts.length)]];
  return [Math.min(one, other), Math.max(one, other)];
}

/** How the message looks at a stage: some are edited at stage 1 or 2, some deleted at stage 2. */
function atStage(entry: MessageFact, fate: number, stage: number): MessageFact {
  if (fate === 0 && stage >= 2) return { ...entry, kind: 'deleted', text: '', media: '', mediaName: '' };
  if (fate <= 1 && stage >= 1 && entry.media === '') return { ...entry, edited: true, text: `${entry.text} ya` };
  if (fate === 2 && stage >= 2 && entry.media === '') return { ...entry, edited: true, text: 'ok' };
  return entry;
}

test('exports of any windows, taken in any order and twice, end as their union, whatever was edited, deleted or omitted', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, scripts, fc.boolean(), async (seed, script, seconds) => {
      const roll = dice(seed);
      const chat = shuffled(roll, chatOf(roll, script)).map(seconds ? (entry) => entry : withoutSeconds);
      const fates = chat.map(() => roll(10));
      const cuts = cleanCuts(chat);
      const shown = new Set<number>();
      const exports = Array.from({ length: 2 + roll(3) }, () => {
        const [from, to] = windowOf(roll, cuts);
        const [stage, media] = [roll(3), roll(2) === 0];
        for (let index = from; index < to; index++) shown.add(index);
        const states = chat.map((entry, index) => atStage(entry, fates[index] ?? 9, stage)).slice(from, to);
        return media ? states : states.map(withoutMedia);
      });
      const archive = new ArchiveModel();
      for (const file of exports) {
        await archive.take(file);
        const { added, newVersions } = (await archive.take(file)).counts;
        assert.deepEqual([added, newVersions], [0, 0]);
      }
      assert.equal(archive.messages.length, shown.size);
      for (const file of exports) assert.equal((await archive.take(file)).counts.added, 0);
    }),
    RUNS,
  );
});

test('two exports give the same messages in either order', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, scripts, async (seed, script) => {
      const roll = dice(seed);
      const chat = shuffled(roll, chatOf(roll, script)).map(withoutSeconds);
      const [one, other] = [windowOf(roll, cleanCuts(chat)), windowOf(roll, cleanCuts(chat))].map(([from, to]) =>
        chat.slice(from, to),
      );
      const [forward, backward] = [new ArchiveModel(), new ArchiveModel()];
      for (const file of [one ?? [], other ?? []]) await forward.take(file);
      for (const file of [other ?? [], one ?? []]) await backward.take(file);
      assert.deepEqual(forward.contents(), backward.contents());
    }),
    RUNS,
  );
});

test('exports cut anywhere, even inside a minute, keep of each message as many as any of them shows', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, scripts, async (seed, script) => {
      const roll = dice(seed);
      const chat = chatOf(roll, script).map((entry) => withoutSeconds({ ...entry, media: '', mediaName: '' }));
      const anywhere = Array.from({ length: chat.length + 1 }, (_, index) => index);
      const most = new Map<string, number>();
      const archive = new ArchiveModel();
      for (let round = 0; round < 4; round++) {
        const file = chat.slice(...windowOf(roll, anywhere));
        const tally = new Map<string, number>();
        for (const { at, author, text } of file) {
          const key = `${at} ${author} ${text}`;
          tally.set(key, (tally.get(key) ?? 0) + 1);
        }
        for (const [key, count] of tally) most.set(key, Math.max(count, most.get(key) ?? 0));
        await archive.take(file);
      }
      assert.equal(
        archive.messages.length,
        [...most.values()].reduce((sum, count) => sum + count, 0),
      );
    }),
    RUNS,
  );
});

test('minutes that differ by one throughout never make a message new', async () => {
  await fc.assert(
    fc.asyncProperty(
      seeds,
      fc.record({ size: fc.integer({ min: 8, max: 150 }), uniqueInTen: fc.constantFrom(0, 2, 6) }),
      async (seed, script) => {
        const roll = dice(seed);
        const chat = chatOf(roll, script).map(withoutSeconds);
        const archive = new ArchiveModel();
        await archive.take(chat);
        const moved = await archive.take(chat.map((entry) => ({ ...entry, at: entry.at + (roll(3) - 1) * 60 })));
        assert.equal(moved.counts.added, 0);
        assert.equal(moved.lacks.incoming, 0);
      },
    ),
    RUNS,
  );
});
