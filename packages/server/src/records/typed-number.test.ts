import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lineOf } from './identity.ts';
import { linesTyped } from './typed-number.ts';

const finds = (typed: string, stored: string): boolean => linesTyped(typed).has(lineOf(stored));

test('a typed number finds the writings of the same line', () => {
  for (const [typed, stored] of [
    ['+52 1 55 1234 5678', '+525512345678'],
    ['525512345678', '+5215512345678'],
    ['+55 11 8765-4321', '+5511987654321'],
    ['+5531987654321', '+553187654321'],
    ['+54 11 2345-6789', '+5491123456789'],
    ['+5491123456789', '+541123456789'],
    ['+54 11 15 2345-6789', '+5491123456789'],
    ['+54 351 15 234-5678', '+5493512345678'],
    ['0052 55 1234 5678', '+525512345678'],
  ] as const) {
    assert.ok(finds(typed, stored), `${typed} ${stored}`);
  }
});

test('a typed number finds no other line', () => {
  for (const [typed, stored] of [
    ['+55 11 3765-4321', '+5511937654321'],
    ['+525512345678', '+525512345679'],
    ['+541123456789', '+541123456780'],
  ] as const) {
    assert.ok(!finds(typed, stored), `${typed} ${stored}`);
  }
  for (const none of ['', 'Ana', '12', '+', '12345678901234567', '+52 55 ab']) assert.equal(linesTyped(none).size, 0);
});

test('every number finds itself', () => {
  const number = fc.stringMatching(/^\+[1-9]\d{6,14}$/);
  fc.assert(fc.property(number, (typed) => finds(typed, typed)));
});
