import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inputRules } from '@acta/policy';
import { isSentence } from './index.ts';

test('every rule of input has its sentence', () => {
  for (const { sentence } of inputRules) assert.ok(isSentence(sentence), sentence);
});
