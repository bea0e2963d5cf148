import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readVectors } from '../../../tools/log-vectors/vector-files.ts';
import { canonicalise, fromHex, isCanonical, parseCanonical, VerifierError } from './index.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function isRead(bytes: Uint8Array): boolean {
  try {
    parseCanonical(bytes);
    return true;
  } catch (error) {
    assert.ok(error instanceof VerifierError);
    return false;
  }
}

test('the vectors are taken and refused as the reader takes and refuses them', () => {
  const { accept, refuse } = readVectors('canonical.json');
  for (const { what, json, canonical } of accept) {
    assert.equal(isCanonical(bytesOf(canonical)), true, what);
    assert.equal(isCanonical(bytesOf(json)), json === canonical, what);
  }
  for (const { what, text, encoding } of refuse) {
    assert.equal(isCanonical(encoding === 'hex' ? fromHex(text) : bytesOf(text)), false, what);
  }
});

/** Without backslashes: the engine's JSON.parse (V8 13.6) takes a name `"` for a backslash where it has met that one before. No record has either. */
const names = fc.oneof(
  fc.constantFrom('a', 'b', '1', '10', '9', 'é', '\u{1f600}', '\uffff', '"', ''),
  fc.string({ maxLength: 3 }).filter((name) => !name.includes('\\')),
);
const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom('\n', '\u0000', '\u001f', '\u007f', '\u2028', '\\'),
);
const leaves = fc.oneof(
  fc.constantFrom(null, true, false, 0, -1, 2 ** 53 - 1, -(2 ** 53 - 1)),
  fc.maxSafeInteger(),
  texts,
);
const values = fc.dictionary(
  names,
  fc.oneof(leaves, fc.array(leaves, { maxLength: 3 }), fc.dictionary(names, leaves, { maxKeys: 3 })),
  { maxKeys: 5 },
);

test('whatever is written is canonical', () => {
  fc.assert(
    fc.property(values, (value) => {
      assert.equal(isCanonical(bytesOf(canonicalise(value))), true);
    }),
    { numRuns: 1000 },
  );
});

const interesting = fc.constantFrom(
  ...[
    0x00, 0x1f, 0x20, 0x22, 0x2c, 0x2d, 0x2e, 0x30, 0x39, 0x5c, 0x62, 0x65, 0x75, 0x7b, 0x7d, 0x7f, 0x80, 0xc1, 0xe0,
    0xed, 0xf0, 0xf5,
  ],
);

test('bytes that were changed, dropped or put in are judged as the reader judges them', () => {
  fc.assert(
    fc.property(values, fc.nat(), fc.oneof(interesting, fc.nat(255)), fc.nat(2), (value, place, byte, cut) => {
      const bytes = bytesOf(canonicalise(value));
      const at = place % (bytes.length + 1);
      const changed = Uint8Array.of(
        ...bytes.subarray(0, at),
        byte,
        ...bytes.subarray(Math.min(bytes.length, at + cut)),
      );
      const dropped = Uint8Array.of(...bytes.subarray(0, at), ...bytes.subarray(at + 1));
      for (const spoiled of [changed, dropped]) assert.equal(isCanonical(spoiled), isRead(spoiled));
    }),
    { numRuns: 5000 },
  );
});

test('pieces of JSON in any order are judged as the reader judges them', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"',
    ':',
    ',',
    '"a"',
    '"b"',
    '1',
    '-',
    '0',
    '12',
    'true',
    'null',
    '\\u000b',
    '\\n',
    '\\u0041',
    '\\/',
    'é',
    ' ',
    '.5',
    'e3',
    '9007199254740993',
    '1234567890123456',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      for (const text of [pieces.join(''), `{"a":${pieces.join('')}}`, `["${pieces.join('')}"]`]) {
        assert.equal(isCanonical(bytesOf(text)), isRead(bytesOf(text)), text);
      }
    }),
    { numRuns: 3000 },
  );
});

test('nesting is bounded as the reader bounds it', () => {
  for (const depth of [63, 64, 65]) {
    const text = `${'['.repeat(depth)}${']'.repeat(depth)}`;
    assert.equal(isCanonical(bytesOf(text)), depth <= 64);
    assert.equal(isRead(bytesOf(text)), depth <= 64);
  }
});
