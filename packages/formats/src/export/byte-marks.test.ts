import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ByteMarks, type Places } from './byte-marks.ts';

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc
    .array(
      fc.constantFrom('\n', '\r\n', 'a', 'hola ', 'ñ', '王', '\u200E', '\u200F', '…', '\t', '\0', '\u007F', '😀'),
      {
        maxLength: 60,
      },
    )
    .map((pieces) => new TextEncoder().encode(pieces.join(''))),
);

function all(places: Places): number[] {
  return Array.from({ length: places.count }, (_, index) => places.at(index, -1));
}

test('line ends, marks and control characters are found wherever the bytes start in memory', () => {
  const marks = new ByteMarks();
  fc.assert(
    fc.property(bytes, fc.nat({ max: 7 }), (data, before) => {
      const placed = new Uint8Array(before + data.length + 8).fill(10);
      placed.set(data, before);
      const text = Buffer.from(data).toString('latin1');
      marks.find(placed.subarray(before, before + data.length));
      const found = (pattern: RegExp): number[] => [...text.matchAll(pattern)].map((match) => match.index);
      assert.deepEqual(
        all(marks.lineEnds),
        found(/\n/g).map((at) => at + 1),
      );
      assert.deepEqual(all(marks.marks), found(/\xe2\x80\x8e/g));
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
      assert.equal(marks.hasControls, /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(text));
    }),
    { numRuns: 2000 },
  );
});

test('more lines than there was room for at first are all found', () => {
  const marks = new ByteMarks();
  marks.find(new Uint8Array(50_000).fill(10));
  assert.equal(marks.lineEnds.count, 50_000);
  assert.equal(marks.lineEnds.at(49_999, -1), 50_000);
  assert.equal(marks.lineEnds.at(50_000, -1), -1);
});
