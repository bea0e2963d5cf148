import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type GraphErrorAct, graphErrorRule } from './graph-error-rules.ts';

/** By act, what the platform's documentation lists. */
const documented: readonly (readonly [GraphErrorAct, readonly number[]])[] = [
  ['stop-all', [0, 190, 3, 10, 200, 251, 299, 131005, 131031, 368]],
  ['back-off', [4, 80007, 132069]],
  ['slow-number', [130429]],
  ['wait-pair', [131056]],
  ['pause-campaign', [131048]],
  ['wait-day', [131049]],
  ['suppress-marketing', [131050]],
  ['experiment', [130472]],
  ['template-needed', [131047]],
  ['undeliverable', [131026, 130497]],
  [
    'fix',
    [131021, 131030, 131062, 100, 33, 131008, 131009, 131051, 135000, 132000, 132005, 132012, 134011, 2040, 2046, 2047],
  ],
  ['retry', [131000, 131016, 131057, 133004, 1, 2]],
  ['media', [131052, 131053]],
  ['stop-number', [131037, 131042, 131045, 133000, 133005, 133006, 133008, 133009, 133010, 133015, 133016]],
  ['stop-template', [132001, 132007, 132015, 132016, 132068]],
  ['note', [131060, 2593109]],
];

test('each documented code has its act', () => {
  for (const [act, codes] of documented)
    for (const code of codes) assert.equal(graphErrorRule(code).act, act, String(code));
});

test('an unknown code is judged by its class, and is never one to try again blindly', () => {
  assert.equal(graphErrorRule(80008).act, 'back-off');
  assert.equal(graphErrorRule(132999).act, 'stop-template');
  assert.equal(graphErrorRule(133999).act, 'stop-number');
  for (const code of [-1, 7, 131999, 999_999, Number.NaN]) assert.equal(graphErrorRule(code).act, 'undeliverable');
});
