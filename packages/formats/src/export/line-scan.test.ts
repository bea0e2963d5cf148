import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LineScan, linkFound, markFound } from './line-scan.ts';

const piece = fc.oneof(
  fc.constantFrom(
    '\n',
    '\r\n',
    '\u200E',
    '\u200F',
    '://',
    ': ',
    ':\u00A0',
    ':',
    '\u0007',
    '\u007F',
    'é',
    '王',
    '😀',
    '',
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('').toWellFormed());

const utf8 = new TextEncoder();

interface Seen {
  readonly end: number;
  readonly surplus: number;
  readonly found: number;
  readonly nameEnd: number;
}

function linesOf(scan: LineScan): Seen[] {
  return Array.from({ length: scan.count + 1 }, (_, line) => ({
    end: scan.endOf(line),
    surplus: scan.surplusAt(line),
    found: scan.foundIn(line),
    nameEnd: scan.nameEndIn(line),
  }));
}

test('sixteen bytes at a time show what one at a time shows, of any bytes at any place', () => {
  const [scan, slow] = [new LineScan(), new LineScan()];
  const bytes = fc.oneof(
    text.map((one) => new TextEncoder().encode(one)),
    fc.uint8Array({ maxLength: 200 }),
  );
  fc.assert(
    fc.property(bytes, fc.nat(20), (all, from) => {
      const block = all.subarray(from);
      scan.find(block);
      slow.findSlowly(block);
      assert.deepEqual(linesOf(scan), linesOf(slow));
      assert.equal(scan.hasControls, slow.hasControls);
      assert.equal(scan.isWellFormed, slow.isWellFormed);
    }),
    { numRuns: 1000 },
  );
});

test('bytes that are no UTF-8 are told from those that are, at any place of a block', () => {
  const [scan, slow] = [new LineScan(), new LineScan()];
  const edges = [0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee];
  const byte = fc.constantFrom(...edges, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xf7, 0xf8, 0xff);
  const character = fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }).map((one) => [...utf8.encode(one)]);
  const some = fc.array(fc.oneof({ weight: 9, arbitrary: character }, fc.array(byte, { maxLength: 4 })), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(fc.nat(40), some, fc.nat(40), (before, middle, after) => {
      const block = Uint8Array.from([...Array(before).fill(97), ...middle.flat(), ...Array(after).fill(97)]);
      scan.find(block);
      slow.findSlowly(block);
      assert.equal(scan.isWellFormed, slow.isWellFormed);
    }),
    { numRuns: 3000 },
  );
});

test('lines, their code units, marks, links and control characters are what a search in the text finds', () => {
  const scan = new LineScan();
  fc.assert(
    fc.property(text, (whole) => {
      scan.find(new TextEncoder().encode(whole));
      const lines = whole.split('\n');
      assert.equal(scan.count, lines.length - 1);
      let units = 0;
      lines.forEach((line, at) => {
        units += line.length + (at < scan.count ? 1 : 0);
        assert.equal(scan.endOf(at) - scan.surplusAt(at), units);
        assert.equal((scan.foundIn(at) & markFound) !== 0, line.includes('\u200E'));
        assert.equal((scan.foundIn(at) & linkFound) !== 0, line.includes('://'));
      });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
      assert.equal(scan.hasControls, /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(whole));
    }),
  );
});

test('blocks of nothing but line ends, and larger ones than usual, are scanned whole', () => {
  const scan = new LineScan();
  for (const size of [131_072, 131_073, 1_000_000]) {
    scan.find(new Uint8Array(size).fill(10));
    assert.equal(scan.count, size);
    assert.equal(scan.endOf(size - 1), size);
    assert.equal(scan.endOf(size), size);
  }
  scan.find(new Uint8Array(0));
  assert.deepEqual(linesOf(scan), [{ end: 0, surplus: 0, found: 0, nameEnd: -1 }]);
});
