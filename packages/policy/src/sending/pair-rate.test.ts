import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pairFreeFrom } from './pair-rate.ts';

test('a person gets 45 messages at once and then one in six seconds', () => {
  const sent: number[] = [];
  for (let count = 0; count < 45; count++) {
    assert.ok(pairFreeFrom(sent) <= 0);
    sent.push(0);
  }
  assert.equal(pairFreeFrom(sent), 6_000);
  assert.equal(pairFreeFrom([...sent, 6_000]), 12_000);
});

test('whoever keeps to it never sends more than 45 and one in six seconds in any stretch of time', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 150 }), (pauses) => {
      const sent: number[] = [];
      let now = 0;
      for (const pause of pauses) {
        now = Math.max(now + (pause % 7 === 0 ? pause : 0), pairFreeFrom(sent));
        sent.push(now);
      }
      for (let from = 0; from < sent.length; from++) {
        const stretch = (sent.at(-1) ?? 0) - (sent[from] ?? 0);
        assert.ok(sent.length - from <= 45 + stretch / 6_000);
      }
    }),
  );
});

test('the order in which earlier messages are told does not matter', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 600_000 })), (sent) => {
      assert.equal(pairFreeFrom(sent), pairFreeFrom(sent.toReversed()));
    }),
  );
});
