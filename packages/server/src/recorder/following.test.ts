import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NewRecord } from '../records/record.ts';
import { type Follower, Following } from './following.ts';

const ONE: NewRecord = {
  subject: 0,
  conversation: 0,
  month: 0,
  record: { actor: 'system:test', kind: 'rotation', recordedAt: '2026-01-01T00:00:00.000Z', v: 1 },
};

/** A follower, and where each stretch that it was told of begins and how long it is. */
function watched(): { readonly follower: Follower; readonly told: (readonly [firstSeq: number, count: number])[] } {
  const told: (readonly [number, number])[] = [];
  const follower: Follower = {
    gather: () => ({
      add: () => undefined,
      placed:
        ({ firstSeq, places }) =>
        async () => {
          told.push([firstSeq, places.length]);
        },
    }),
  };
  return { follower, told };
}

function fails(error: unknown): void {
  assert.fail(String(error));
}

test('after a rest a commit is told of at once; those that follow upon it are told of together', async () => {
  const { follower, told } = watched();
  const following = new Following([follower], fails);
  await following.follow(0, [ONE, ONE]);
  await new Promise(setImmediate);
  assert.deepEqual(told, [[0, 2]]);
  for (const seq of [2, 3, 4]) {
    await following.follow(seq, [ONE]);
    await new Promise(setImmediate);
  }
  assert.deepEqual(told, [[0, 2]]);
  await following.caughtUp();
  assert.deepEqual(told, [
    [0, 2],
    [2, 3],
  ]);
});

test('what was put off is told of without anybody asking', async () => {
  const { follower, told } = watched();
  const following = new Following([follower], fails);
  await following.follow(0, [ONE]);
  await new Promise(setImmediate);
  await following.follow(1, [ONE]);
  while (told.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
  assert.deepEqual(told.at(-1), [1, 1]);
});

test('many records are not put off, and nobody waits for more than the most that may be behind', async () => {
  const { follower, told } = watched();
  const following = new Following([follower], fails);
  const many = Array.from({ length: 3_000 }, () => ONE);
  for (let seq = 0; seq < 30_000; seq += many.length) await following.follow(seq, many);
  await following.caughtUp();
  assert.equal(
    told.reduce((sum, [, count]) => sum + count, 0),
    30_000,
  );
  assert.deepEqual(
    told.map(([seq]) => seq),
    told.map(([seq]) => seq).toSorted((a, b) => a - b),
  );
});
