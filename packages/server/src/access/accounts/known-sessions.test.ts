import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KnownSessions } from './known-sessions.ts';

function counting(stamp: (() => string) | undefined, now: () => number = () => 0) {
  const known = new KnownSessions<string | undefined>(stamp, now);
  let asked = 0;
  const ask = (answer: string | undefined) => async (): Promise<string | undefined> => {
    asked++;
    return answer;
  };
  return { known, ask, asked: () => asked };
}

test('a session is looked up once while nothing changes, also by who asks meanwhile', async () => {
  const { ask, asked, known } = counting(() => '1');
  const both = await Promise.all([known.of('a', ask('ana')), known.of('a', ask('ana'))]);
  assert.deepEqual([...both, await known.of('a', ask('ana'))], ['ana', 'ana', 'ana']);
  assert.equal(asked(), 1);
  assert.equal(await known.of('b', ask('ben')), 'ben');
});

test('any change in the tables makes every session be looked up again', async () => {
  let stamp = '1';
  const { ask, asked, known } = counting(() => stamp);
  await known.of('a', ask('ana'));
  stamp = '2';
  assert.equal(await known.of('a', ask(undefined)), undefined);
  assert.equal(asked(), 2);
});

test('a session is looked up again after a moment, and whenever there was none', async () => {
  let nowMs = 0;
  const { ask, asked, known } = counting(
    () => '1',
    () => nowMs,
  );
  await known.of('a', ask('ana'));
  nowMs = 5_000;
  await known.of('a', ask('ana'));
  assert.equal(asked(), 2);
  await known.of('b', ask(undefined));
  await known.of('b', ask('ben'));
  assert.equal(asked(), 4);
});

test('where no stamp tells of changes, nothing is kept', async () => {
  const { ask, asked, known } = counting(undefined);
  await known.of('a', ask('ana'));
  await known.of('a', ask('ana'));
  assert.equal(asked(), 2);
});
