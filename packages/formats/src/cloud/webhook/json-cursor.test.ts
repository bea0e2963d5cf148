import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FormatsError } from '../../formats-error.ts';
import { bodyText } from './body-text.ts';
import { JsonCursor } from './json-cursor.ts';

function cursorOf(text: string): JsonCursor {
  return new JsonCursor(bodyText(new TextEncoder().encode(text)));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function passes(text: string): boolean {
  const cursor = cursorOf(text);
  try {
    cursor.pass();
    cursor.end();
    return true;
  } catch (error) {
    assert.ok(error instanceof FormatsError);
    return false;
  }
}

test('what it passes is what JSON.parse takes', () => {
  const piece = fc.constantFrom(
    ...['{', '}', '[', ']', ',', ':', '"', '"a"', '\\', '\\n', '\\u00e9', '\\ud83d', 'true', 'false', 'null', 'nul'],
    ...['0', '-', '1', '01', '.5', '1.5', 'e', '1e5', '1E-5', '1e', '+1', ' ', '\n', '\t', '\u0001', 'é', '😀', '/'],
  );
  const soup = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(soup, (text) => {
      assert.equal(passes(text), isJson(text), text);
    }),
    { numRuns: 3000 },
  );
});

test('any JSON, and any JSON with a character changed, is judged as JSON.parse judges it', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), fc.nat(), fc.string({ maxLength: 2 }), (json, at, insert) => {
      assert.equal(passes(json), true);
      const from = at % json.length;
      const changed = json.slice(0, from) + insert + json.slice(from + 1);
      if (changed.isWellFormed()) assert.equal(passes(changed), isJson(changed), changed);
    }),
    { numRuns: 1000 },
  );
});

test('members are told with their keys, escaped or not, and where they stand', () => {
  const text = '{ "a" : "é😀" , "\\u0062é" :[2,{"c":3}]}';
  const cursor = cursorOf(text);
  const found: unknown[] = [];
  cursor.members((key, { at, textAt }) => {
    found.push([key, at, textAt, cursor.shape()]);
    cursor.pass();
  });
  cursor.end();
  assert.deepEqual(found, [
    ['a', 2, 2, 'scalar'],
    ['bé', 19, 16, 'array'],
  ]);
});

test('numbers that JSON.parse might not give back are counted', () => {
  const cursor = cursorOf('[1, -12, 123456789012345, 1234567890123456, 1.0, 1e3, "1.5"]');
  cursor.pass();
  assert.equal(cursor.oddNumbers.length, 2 * 3);
});

test('sixty-four brackets may be open, and no more', () => {
  assert.equal(passes('['.repeat(64) + ']'.repeat(64)), true);
  const cursor = cursorOf('['.repeat(65) + ']'.repeat(65));
  assert.throws(
    () => cursor.pass(),
    (error) => error instanceof FormatsError && error.code === 'webhook-too-deep',
  );
});
