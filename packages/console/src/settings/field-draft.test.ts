import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftOf, ruleOf } from './field-draft.ts';

test('a rule says only what belongs to its type', () => {
  const draft = { ...draftOf(undefined), least: '12', most: ' 13 ', pattern: '[A-Z0-9]+', choices: 'a\n\n b ' };
  assert.deepEqual(ruleOf(draft), { type: 'text', least: 12, most: 13, pattern: '[A-Z0-9]+' });
  assert.deepEqual(ruleOf({ ...draft, type: 'choice' }), { type: 'choice', choices: ['a', 'b'] });
  assert.deepEqual(ruleOf({ ...draft, type: 'date', example: '2026-07-14' }), { type: 'date', example: '2026-07-14' });
  assert.deepEqual(ruleOf({ ...draft, type: 'number', least: '0,5', most: 'x' }), { type: 'number', least: 0.5 });
});

test('a field that is there is changed from what it asks', () => {
  const field = { key: '7', title: 'RFC', type: 'text', many: 1, least: 12, template: 'name' } as const;
  assert.deepEqual(ruleOf(draftOf(field)), { type: 'text', least: 12, template: 'name' });
});
