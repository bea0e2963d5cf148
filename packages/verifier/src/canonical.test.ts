import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readVectors } from '../../../tools/log-vectors/vector-files.ts';
import { type CanonicalValue, canonicalise, fromHex, parseCanonical, VerifierError } from './index.ts';

const code = (expected: string) => (error: unknown) => error instanceof VerifierError && error.code === expected;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const { accept, refuse } = readVectors('canonical.json');

for (const { what, json, canonical } of accept) {
  test(`canonical: ${what}`, () => {
    const value: unknown = JSON.parse(json);
    assert.equal(canonicalise(value), canonical);
    assert.deepEqual(parseCanonical(bytesOf(canonical)), value);
    if (json !== canonical) assert.throws(() => parseCanonical(bytesOf(json)), VerifierError);
  });
}

for (const { what, text, encoding, error } of refuse) {
  test(`refused: ${what}`, () => {
    assert.throws(() => parseCanonical(encoding === 'hex' ? fromHex(text) : bytesOf(text)), code(error));
  });
}

// Any character, surrogates apart; fast-check's own unit of that name spends a second on a table of all of them.
const character = fc
  .oneof(fc.nat(0x7f), fc.nat(0xd7ff), fc.integer({ min: 0xe000, max: 0x10ffff }))
  .map((codePoint) => String.fromCodePoint(codePoint));
const names = fc.oneof(
  fc.string({ unit: character, maxLength: 4 }),
  fc.constantFrom('1', '10', '9', '__proto__', 'toString'),
);
const leaves = fc.oneof(fc.constant(null), fc.boolean(), fc.maxSafeInteger(), fc.string({ unit: character }));
const { value: anyValue } = fc.letrec<{ value: CanonicalValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    leaves,
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(names, tie('value'), { maxKeys: 6 }),
  ),
}));

test('a value that is written is read back, and written the same again', () => {
  fc.assert(
    fc.property(anyValue, (value) => {
      const text = canonicalise(value);
      const read = parseCanonical(bytesOf(text));
      assert.equal(canonicalise(read), text);
      assert.equal(JSON.stringify(sorted(read)), JSON.stringify(sorted(value)));
    }),
    { numRuns: 500 },
  );
});

test('the order in which members were set makes no difference', () => {
  const members = fc.uniqueArray(fc.tuple(names, leaves), { selector: ([name]) => name });
  fc.assert(
    fc.property(members, fc.array(fc.nat()), (entries, keys) => {
      const shuffled = entries
        .map((entry, i) => ({ entry, key: keys[i] ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ entry }) => entry);
      assert.equal(canonicalise(Object.fromEntries(shuffled)), canonicalise(Object.fromEntries(entries)));
    }),
  );
});

test('any single changed byte is another value or is refused', () => {
  const original = bytesOf('{"a":[1,"\u00e9"],"b":null}');
  const read = parseCanonical(original);
  for (let at = 0; at < original.length; at++) {
    for (let byte = 0; byte < 256; byte++) {
      if (byte === original[at]) continue;
      try {
        assert.notDeepEqual(parseCanonical(original.with(at, byte)), read);
      } catch (error) {
        assert.ok(error instanceof VerifierError);
      }
    }
  }
});

test('what JSON would silently drop or change is refused', () => {
  class Dated {
    readonly at = 1;
  }
  const values: unknown[] = [
    undefined,
    () => 1,
    Symbol('a'),
    1n,
    new Date(0),
    new Dated(),
    new Map(),
    new Uint8Array(1),
  ];
  for (const value of values) {
    for (const place of [value, [value], { a: value }]) assert.throws(() => canonicalise(place), code('json-value'));
  }
  assert.throws(() => canonicalise(new Array(2)), code('json-value'));
  for (const value of [-0, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    assert.throws(() => canonicalise({ a: [value] }), code('json-number'));
  }
});

test('a value that holds itself is refused for its depth', () => {
  const ring: unknown[] = [];
  ring.push(ring);
  assert.throws(() => canonicalise(ring), code('json-depth'));
});

test('an object without a prototype is a plain object', () => {
  const bare: Record<string, number> = Object.create(null);
  bare['b'] = 1;
  bare['a'] = 2;
  assert.equal(canonicalise(bare), '{"a":2,"b":1}');
});

test('hostile nesting and length cost no stack and no more than linear time', { timeout: 60_000 }, () => {
  assert.throws(() => parseCanonical(bytesOf('['.repeat(2e5))), VerifierError);
  assert.throws(() => parseCanonical(bytesOf('['.repeat(2e5) + ']'.repeat(2e5))), code('json-depth'));
  const wide = canonicalise(Object.fromEntries(Array.from({ length: 3e4 }, (_, i) => [`k${3e4 - i}`, i])));
  parseCanonical(bytesOf(wide));
});

test('an error quotes nothing of what was read', () => {
  const secret = 'Guadalupe';
  for (const text of [`{"a":"${secret}"`, `"${secret}" `, `"${secret}\\ud800"`, `"${secret}`]) {
    assert.throws(
      () => parseCanonical(bytesOf(text)),
      (error: Error) => !`${error.stack}${String(error.cause)}`.includes(secret),
    );
  }
});

/** The same value with its members in one order, for comparing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([name, member]) => [name, sorted(member)]);
}
