import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { afterError, type PlatformAct } from './after-error.ts';

const acts: readonly PlatformAct[] = [
  'retry',
  'back-off',
  'slow-number',
  'wait-pair',
  'wait-day',
  'pause-campaign',
  'suppress-marketing',
  'experiment',
  'template-needed',
  'undeliverable',
  'media',
  'fix',
  'stop-template',
  'stop-number',
  'stop-all',
  'note',
];
const after = (act: PlatformAct, tries = 1, nowMs = 0) =>
  afterError({ act, meaning: 'as listed' }, { tries, nowMs, jitter: 0 });

test('a passing fault is tried again, later each time, and not for ever', () => {
  assert.deepEqual(after('retry', 1, 1_000), {
    act: 'retry',
    scope: 'message',
    rule: 'acta/send/error/retry',
    untilMs: 3_000,
    meaning: 'as listed',
  });
  assert.equal(after('retry', 2).untilMs, 8_000);
  assert.deepEqual([after('retry', 6).act, after('retry', 6).untilMs], ['undeliverable', undefined]);
});

test('too much for one person waits 4^n seconds, for that person alone', () => {
  assert.deepEqual(
    [1, 2, 3, 4].map((tries) => after('wait-pair', tries).untilMs),
    [1_000, 4_000, 16_000, 64_000],
  );
  assert.equal(after('wait-pair').scope, 'pair');
});

test('enough marketing for now waits a whole day, once', () => {
  assert.deepEqual([after('wait-day').act, after('wait-day').untilMs], ['wait', 86_400_000]);
  assert.equal(after('wait-day', 2).act, 'refuse');
});

test('what stops more than the message says how far it reaches', () => {
  const reach = (act: PlatformAct) => `${after(act).act} ${after(act).scope}`;
  assert.equal(reach('stop-all'), 'stop-all account');
  assert.equal(reach('stop-number'), 'stop-all number');
  assert.equal(reach('stop-template'), 'refuse template');
  assert.equal(reach('pause-campaign'), 'pause-campaign campaign');
  assert.equal(reach('suppress-marketing'), 'suppress-marketing person');
});

test('every act ends after some tries, a wait never lies in the past, and jitter only lengthens it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...acts),
      fc.integer({ min: 1, max: 40 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (act, tries, jitter) => {
        const answer = afterError({ act, meaning: '' }, { tries, nowMs: 0, jitter });
        const isAgain = answer.act === 'retry' || answer.act === 'wait';
        assert.equal(isAgain, answer.untilMs !== undefined);
        assert.ok(!isAgain || tries < 12);
        if (answer.untilMs === undefined) return;
        const plain = after(act, tries).untilMs ?? 0;
        assert.ok(answer.untilMs > 0 && answer.untilMs >= plain && answer.untilMs <= plain * 1.25 + 1);
      },
    ),
  );
});

test('an error without a try is a mistake of the program', () => {
  assert.throws(() => after('retry', 0), RangeError);
});
