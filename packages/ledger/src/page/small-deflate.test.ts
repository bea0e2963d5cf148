/** What is written small is read by zlib. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { DICTIONARY_V1 } from './dictionary-v1.ts';
import { MAX_SMALL_BYTES, SmallDeflate } from './small-deflate.ts';

const small = new SmallDeflate(DICTIONARY_V1);
const opened = (frame: Uint8Array): Buffer => inflateRawSync(frame, { dictionary: DICTIONARY_V1 });

/** Bytes of few values, of many, and of what stands in the dictionary. */
const inputs = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 100 }),
      fc.uint8Array({ max: 3, maxLength: 300 }),
      fc
        .tuple(fc.nat(DICTIONARY_V1.length), fc.nat(300))
        .map(([from, length]) => DICTIONARY_V1.slice(from, from + length)),
    ),
    { maxLength: 6 },
  )
  .map((parts) => Buffer.concat(parts).subarray(0, MAX_SMALL_BYTES));

test('zlib opens whatever was written small', () => {
  fc.assert(
    fc.property(inputs, (input) => assert.deepEqual(opened(small.compress(input)), Buffer.from(input))),
    { numRuns: 2_000 },
  );
});

test('what was written before leaves no trace in what is written next', () => {
  const input = Buffer.from('{"kind":"message","text":"Hola"}');
  const first = small.compress(input);
  small.compress(Buffer.from('another text altogether '.repeat(20)));
  assert.deepEqual(small.compress(input), first);
});

test('every length and many distances are written as they are read', () => {
  for (let length = 0; length <= MAX_SMALL_BYTES; length++) {
    const input = Buffer.alloc(length, 'a');
    assert.deepEqual(opened(small.compress(input)), input);
  }
  for (let from = 0; from < DICTIONARY_V1.length; from += 7) {
    const input = Buffer.from(DICTIONARY_V1.subarray(from, from + 40));
    assert.deepEqual(opened(small.compress(input)), input);
  }
});

test('a short record becomes no longer than zlib makes it', () => {
  const raw = `{"from":"5215512345678","id":"wamid.HBgNMTU1NTA3ODM4ODE","timestamp":"1749416383","text":{"body":"Hola"},"type":"text"}`;
  const input = Buffer.from(JSON.stringify({ at: '2026-06-08T20:59:43', kind: 'message', raw, text: 'Hola', v: 1 }));
  const byZlib = deflateRawSync(input, { level: 2, dictionary: DICTIONARY_V1 });
  assert.ok(small.compress(input).length <= byZlib.length);
});

test('what is too large for it is refused', () => {
  assert.throws(() => small.compress(new Uint8Array(MAX_SMALL_BYTES + 1)), RangeError);
  assert.throws(() => new SmallDeflate(new Uint8Array(8_192)), RangeError);
});
