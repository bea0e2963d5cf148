import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Backlog } from './backlog.ts';

/** Work that ends when it is told to. */
function work(): { readonly run: () => Promise<void>; readonly end: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { run: () => promise, end: resolve };
}

test('whoever brings more than may wait, waits for the oldest', async () => {
  const backlog = new Backlog(10);
  const [one, other] = [work(), work()];
  const order: string[] = [];
  await backlog.add(10, one.run);
  const waits = backlog.add(1, other.run).then(() => order.push('taken in'));
  const done = backlog.done().then(() => order.push('done'));
  one.end();
  await waits;
  other.end();
  await done;
  assert.deepEqual(order, ['taken in', 'done']);
});

test('what goes wrong is told to everybody who comes, and nothing is done after it', async () => {
  const backlog = new Backlog(10);
  await backlog.add(1, () => Promise.reject(new RangeError('no room')));
  let isDone = false;
  const after = async (): Promise<void> => {
    isDone = true;
  };
  await backlog.add(1, after);
  await assert.rejects(backlog.done(), RangeError);
  await assert.rejects(backlog.add(20, after), RangeError);
  assert.equal(isDone, false);
});
