// Long work beside other long work on one thread.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownTurn, Pace } from './pace.ts';

test('each who waits goes on in a turn of its own, in the order in which they came', async () => {
  let turn = 0;
  let isCounting = true;
  const count = (): void => {
    turn++;
    if (isCounting) setImmediate(count);
  };
  setImmediate(count);
  const wentOn: [name: string, turn: number][] = [];
  const work = async (name: string): Promise<void> => {
    await ownTurn();
    wentOn.push([name, turn]);
  };
  await Promise.all(['one', 'two', 'three'].map(work));
  isCounting = false;
  assert.deepEqual(
    wentOn.map(([name]) => name),
    ['one', 'two', 'three'],
  );
  assert.equal(new Set(wentOn.map(([, at]) => at)).size, 3);
});

test('who waits again stands behind those who wait already', async () => {
  const wentOn: string[] = [];
  const work = async (name: string, times: number): Promise<void> => {
    for (let at = 0; at < times; at++) {
      await ownTurn();
      wentOn.push(name);
    }
  };
  await Promise.all([work('long', 3), work('short', 1)]);
  assert.deepEqual(wentOn, ['long', 'short', 'long', 'long']);
});

test('a rest is due when the stretch is over, and again after the next', async () => {
  assert.equal(new Pace(Number.POSITIVE_INFINITY).isDue, false);
  const pace = new Pace(0);
  assert.equal(pace.isDue, true);
  await pace.rest();
  assert.equal(pace.isDue, true);
});
