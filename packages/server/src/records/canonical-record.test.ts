import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalise, VerifierError } from '@acta/verifier';
import fc from 'fast-check';
import { canonicalRecord } from './canonical-record.ts';
import type { EntryRecord } from './conversation.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom('', '"', '\\', '\n', '\u2028', '\u0000', '📎'),
);
const id = fc.oneof(fc.nat(), fc.maxSafeInteger());
const media = fc.oneof(
  fc.record({ name: text, state: fc.constantFrom('present', 'omitted', 'missing') }, { requiredKeys: ['state'] }),
  fc.constant({ content: { key: 'k', object: 'o', sha256: 's', sizeBytes: 1 }, state: 'present' }),
);
const entries = fc
  .record(
    {
      at: text,
      author: text,
      authorPhone: text,
      call: fc.constant({ medium: 'voice', outcome: 'missed' }),
      chat: id,
      edited: fc.constant(true),
      from: id,
      import: id,
      kind: fc.constantFrom('message', 'system', 'call', 'deleted'),
      line: id,
      location: fc.constant({ latitude: '1.5' }),
      media,
      of: id,
      oversize: fc.constant({ key: 'k', object: 'o', sha256: 's', sizeBytes: 1 }),
      poll: fc.constant({ options: [{ text: 'a', votes: 1 }], question: 'b' }),
      raw: text,
      raw64: text,
      shift: fc.integer(),
      system: text,
      text,
      type: text,
      v: fc.constant(1),
      zone: text,
    },
    { requiredKeys: ['at', 'chat', 'import', 'kind', 'line', 'text', 'type', 'v'] },
  )
  .map((entry) => entry as EntryRecord);

test('an entry is written as the general writer writes it', () => {
  fc.assert(
    fc.property(entries, (entry) => {
      assert.equal(canonicalRecord(entry), canonicalise(entry));
    }),
    { numRuns: 2000 },
  );
});

const plain: EntryRecord = {
  at: '2024-08-07T04:17',
  chat: 1,
  import: 2,
  kind: 'message',
  line: 3,
  text: 'a',
  type: 'text',
  v: 1,
};

test('members that nobody listed are written too, or refused as the general writer refuses them', () => {
  const more = { ...plain, alpha: 'first', zulu: [1] };
  assert.equal(canonicalRecord(more), canonicalise(more));
  const refused: readonly (readonly [object, string])[] = [
    [{ text: '\ud800' }, 'json-surrogate'],
    [{ raw: 'a\udc00' }, 'json-surrogate'],
    [{ line: 1.5 }, 'json-number'],
    [{ shift: -0 }, 'json-number'],
    [{ author: undefined }, 'json-value'],
  ];
  for (const [wrong, code] of refused) {
    const entry: EntryRecord = { ...plain, ...wrong };
    assert.throws(
      () => canonicalRecord(entry),
      (error) => error instanceof VerifierError && error.code === code,
    );
  }
});

test('records of other kinds go through the general writer', () => {
  const record = { kind: 'conversation', title: 'Inés', v: 1 } as const;
  assert.equal(canonicalRecord(record), canonicalise(record));
});
