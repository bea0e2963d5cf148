import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { NumberState } from './number-state.ts';
import { OutboxLine, type Pending, type Turn } from './outbox-line.ts';

/** A line over a clock of its own, which moves only when nothing else is to be done. */
function lineOf(step: (pending: Pending, nowMs: number) => Turn, state = new NumberState(1_000)) {
  let nowMs = 0;
  let running = 0;
  let most = 0;
  const line = new OutboxLine({
    state,
    nowMs: () => nowMs,
    mostAtOnce: 4,
    step: async (pending) => {
      running++;
      most = Math.max(most, running);
      await turn();
      running--;
      nowMs += 1;
      return step(pending, nowMs);
    },
  });
  return { line, state, mostAtOnce: () => most };
}

async function emptied(line: OutboxLine): Promise<void> {
  for (let turns = 0; line.size > 0; turns++) {
    assert.ok(turns < 100_000, 'the line stands still');
    await turn();
  }
}

test('messages of one conversation are settled in their order, each once, whatever comes between', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ chat: fc.nat(3), again: fc.nat(2) }), { maxLength: 30 }),
      async (messages) => {
        const settled: number[] = [];
        const { line, mostAtOnce } = lineOf(({ seq, tries }, nowMs) => {
          if (tries < (messages[seq]?.again ?? 0)) return { tries: tries + 1, notBeforeMs: nowMs };
          settled.push(seq);
          return 'settled';
        });
        for (const [seq, { chat }] of messages.entries()) line.add({ seq, chat, tries: 0, notBeforeMs: 0 });
        await emptied(line);
        assert.equal(settled.length, messages.length);
        for (const chat of [0, 1, 2, 3]) {
          const ofChat = settled.filter((seq) => messages[seq]?.chat === chat);
          assert.deepEqual(
            ofChat,
            ofChat.toSorted((a, b) => a - b),
          );
        }
        assert.ok(mostAtOnce() <= 4);
      },
    ),
    { numRuns: 50 },
  );
});

test('a halted number begins nothing, and goes on where it stood; a stopped line never does', async () => {
  const settled: number[] = [];
  const { line, state } = lineOf(({ seq }) => {
    settled.push(seq);
    return 'settled';
  });
  state.halt = { code: 190, sinceMs: 0 };
  for (const seq of [1, 2, 3]) line.add({ seq, chat: seq, tries: 0, notBeforeMs: 0 });
  await turn();
  assert.deepEqual(settled, []);
  state.halt = undefined;
  line.wake();
  await emptied(line);
  assert.deepEqual(settled, [1, 2, 3]);
  await line.stop();
  line.add({ seq: 4, chat: 4, tries: 0, notBeforeMs: 0 });
  await turn();
  assert.deepEqual(settled, [1, 2, 3]);
});

test('who has to wait long lets those behind go first', async () => {
  const settled: number[] = [];
  const { line } = lineOf(({ seq, tries }, nowMs) => {
    if (seq === 1 && tries === 0) return { tries: 1, notBeforeMs: nowMs + 86_400_000 };
    settled.push(seq);
    return 'settled';
  });
  for (const seq of [1, 2]) line.add({ seq, chat: 1, tries: 0, notBeforeMs: 0 });
  while (line.size > 1) await turn();
  assert.deepEqual(settled, [2]);
  await line.stop();
});

test('a number sends no more in a second than it may, and waits as long as it was told', () => {
  const state = new NumberState(2);
  assert.equal(state.waitMs(0), 0);
  state.sent(0);
  state.sent(400);
  assert.equal(state.waitMs(500), 500);
  assert.equal(state.waitMs(1_000), 0);
  state.waitUntilMs = 9_000;
  assert.equal(state.waitMs(5_000), 4_000);
});
