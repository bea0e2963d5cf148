import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holds, isSuspect } from './characters.ts';

const CLASSES = ['control', 'bidi-override', 'bidi-any', 'zero-width-run', 'hidden-tags', 'replaced'] as const;

test('every character of a class makes a text suspect', () => {
  for (let point = 0; point <= 0x10_ffff; point++) {
    const text = `a${String.fromCodePoint(point).repeat(3)}b`;
    if (CLASSES.some((one) => holds(text, one))) assert.equal(isSuspect(text), true, point.toString(16));
  }
});

test('what people write in any script is not suspect', () => {
  for (const text of ['Grüße\n\ttab', '你好，世界', 'नमस्ते', 'שלום', 'مرحبا', '👍🏽 family 👪', '\u200ename\u200f'])
    assert.equal(isSuspect(text), false, text);
});
