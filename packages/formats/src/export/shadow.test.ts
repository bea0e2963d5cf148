import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isMark, shadowOf } from './shadow.ts';

test('a mark is what casts no shadow, and never ASCII', () => {
  const marks = Array.from(shadowOf.keys()).filter((code) => shadowOf[code] === 0);
  assert.deepEqual(Array.from(shadowOf.keys()).filter(isMark), marks);
  assert.ok(marks.every((code) => code > 0xac));
});
