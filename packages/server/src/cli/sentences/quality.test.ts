import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inputRules, lintOutgoing } from '@acta/policy';
import { isSentence } from './index.ts';

test('every rule of input has its sentence', () => {
  for (const { sentence } of inputRules) assert.ok(isSentence(sentence), sentence);
});

test('every number that no text should hold has its sentence', () => {
  const numbers = [
    'tarjeta 4242424242424242',
    'CURP XEXX010101HNEXXXA4',
    'SSN 536-90-4399',
    '身份证 11010519491231002X',
  ];
  for (const text of numbers) {
    const [finding] = lintOutgoing(text);
    assert.ok(isSentence(`${finding?.rule}`.replace('acta/lint/', 'lint.')), finding?.rule);
  }
});
