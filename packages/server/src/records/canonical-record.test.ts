import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RecordBuffer } from '@acta/ledger';
import { canonicalise, VerifierError } from '@acta/verifier';
import fc from 'fast-check';
import { CanonicalWriter } from './canonical-record.ts';
import type { EntryRecord } from './conversation.ts';
import type { LedgerRecord } from './record.ts';

function canonicalText(record: LedgerRecord): string {
  const records = new RecordBuffer();
  new CanonicalWriter(records).add(record);
  return Buffer.from(records.bytes).toString('utf8');
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 5 }),
  fc.constantFrom('', '"', '\\', '\n', '\r', '\u2028', '\u0000', '\u001f', '\u007f', '\u0000'.repeat(3000), '📎'),
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
      origin: text,
      oversize: fc.constant({ key: 'k', object: 'o', sha256: 's', sizeBytes: 1 }),
      poll: fc.constant({ options: [{ text: 'a', votes: 1 }], question: 'b' }),
      raw: text,
      raw64: text,
      replyTo: text,
      shift: fc.integer(),
      system: text,
      target: text,
      text,
      type: text,
      v: fc.constant(1),
      wamid: text,
      zone: text,
    },
    { requiredKeys: ['at', 'chat', 'import', 'kind', 'line', 'text', 'type', 'v'] },
  )
  .map((entry) => entry as EntryRecord);

test('an entry is written as the general writer writes it', () => {
  fc.assert(
    fc.property(entries, (entry) => {
      assert.equal(canonicalText(entry), canonicalise(entry));
    }),
    { numRuns: 2000 },
  );
});

test('an entry behind others is written as if it stood alone', () => {
  fc.assert(
    fc.property(fc.array(entries, { maxLength: 6 }), fc.array(fc.nat(5), { maxLength: 12 }), (some, order) => {
      const said = order.flatMap((at) => some[at] ?? []);
      const records = new RecordBuffer();
      const writer = new CanonicalWriter(records);
      for (const entry of said) writer.add(entry);
      assert.equal(Buffer.from(records.bytes).toString('utf8'), said.map((entry) => canonicalise(entry)).join(''));
    }),
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

test('the largest whole numbers keep their last digit', () => {
  for (let line = Number.MAX_SAFE_INTEGER - 60; line < Number.MAX_SAFE_INTEGER; line++) {
    assert.equal(canonicalText({ ...plain, line }), canonicalise({ ...plain, line }));
  }
});

test('members that nobody listed are written too, or refused as the general writer refuses them', () => {
  const more = { ...plain, alpha: 'first', zulu: [1] };
  assert.equal(canonicalText(more), canonicalise(more));
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
      () => canonicalText(entry),
      (error) => error instanceof VerifierError && error.code === code,
    );
  }
});

test('a record that is refused leaves those before it as they were', () => {
  const records = new RecordBuffer();
  const writer = new CanonicalWriter(records);
  writer.add(plain);
  assert.throws(() => writer.add({ ...plain, author: 'Inés', text: 'secret \ud800' }), { code: 'json-surrogate' });
  writer.add({ ...plain, text: '' });
  writer.add({ ...plain, author: 'Inés' });
  const { bytes, count } = records;
  const expected = [plain, { ...plain, text: '' }, { ...plain, author: 'Inés' }];
  assert.equal(Buffer.from(bytes).toString('utf8'), expected.map((entry) => canonicalise(entry)).join(''));
  assert.equal(count, expected.length);
});

test('records of other kinds go through the general writer', () => {
  const record = { kind: 'conversation', title: 'Inés', v: 1 } as const;
  assert.equal(canonicalText(record), canonicalise(record));
});
