import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sha256 } from '../../../tools/log-vectors/node-primitives.ts';
import { readVectors } from '../../../tools/log-vectors/vector-files.ts';
import { Committer, commitmentOf, fromHex, toHex, VerifierError } from './index.ts';

const code = (expected: string) => (error: unknown) => error instanceof VerifierError && error.code === expected;
const { commitments } = readVectors('proofs.json');
const id = fc.uint8Array({ minLength: 16, maxLength: 16 });

test('the commitments of the vectors come out', () => {
  for (const { cell, salt, record, commitment } of commitments) {
    const parts = { sha256, cellId: fromHex(cell), salt: fromHex(salt), record: new TextEncoder().encode(record) };
    assert.equal(toHex(commitmentOf(parts)), commitment);
  }
});

test('in bulk, from text or bytes, commitments are the same as one by one', () => {
  const record = fc.string({ unit: 'grapheme', maxLength: 3000 });
  fc.assert(
    fc.property(id, fc.array(fc.tuple(id, record), { maxLength: 6 }), (cellId, pairs) => {
      const texts = pairs.map(([, text]) => text);
      const bytes = texts.map((text) => new TextEncoder().encode(text));
      const salts = new Uint8Array(Buffer.concat(pairs.map(([salt]) => salt)));
      const one = pairs.map(([salt], i) =>
        commitmentOf({ sha256, cellId, salt, record: bytes[i] ?? new Uint8Array(0) }),
      );
      const expected = new Uint8Array(Buffer.concat(one));
      const committer = new Committer({ sha256, cellId });
      for (const records of [texts, bytes]) {
        const out = new Uint8Array(32 * pairs.length);
        committer.commitAll({ salts, records, out });
        assert.deepEqual(out, expected);
      }
    }),
  );
});

test('a long record before a short one leaves nothing behind', () => {
  const cellId = new Uint8Array(16).fill(1);
  const salt = new Uint8Array(16).fill(2);
  const committer = new Committer({ sha256, cellId });
  for (const record of ['x'.repeat(100_000), '{}', '\u{1f44b}'.repeat(30_000), '']) {
    const out = new Uint8Array(40);
    committer.commit({ salt, record, out, offset: 8 });
    const expected = commitmentOf({ sha256, cellId, salt, record: new TextEncoder().encode(record) });
    assert.deepEqual(out.subarray(8), expected);
    assert.deepEqual(out.subarray(0, 8), new Uint8Array(8));
  }
  committer.wipe();
  const out = new Uint8Array(32);
  committer.commit({ salt, record: '{}', out, offset: 0 });
  assert.deepEqual(out, commitmentOf({ sha256, cellId, salt, record: new TextEncoder().encode('{}') }));
});

test('cell, salt and record each change the commitment', () => {
  const parts = { sha256, cellId: new Uint8Array(16), salt: new Uint8Array(16), record: new Uint8Array(16) };
  const seen = new Set([toHex(commitmentOf(parts))]);
  for (const name of ['cellId', 'salt', 'record'] as const) {
    for (let at = 0; at < 16; at++) {
      seen.add(toHex(commitmentOf({ ...parts, [name]: parts[name].map((byte, i) => (i === at ? byte ^ 1 : byte)) })));
    }
  }
  seen.add(toHex(commitmentOf({ ...parts, record: new Uint8Array(17) })));
  assert.equal(seen.size, 50);
});

test('ids, salts and buffers of another length are refused', () => {
  const short = new Uint8Array(15);
  assert.throws(() => new Committer({ sha256, cellId: short }), code('wrong-length'));
  const committer = new Committer({ sha256, cellId: new Uint8Array(16) });
  const part = { salt: new Uint8Array(16), record: '{}', out: new Uint8Array(32), offset: 0 };
  assert.throws(() => committer.commit({ ...part, salt: short }), code('wrong-length'));
  assert.throws(() => committer.commit({ ...part, offset: 1 }), code('out-of-range'));
  assert.throws(() => committer.commit({ ...part, offset: -1 }), code('out-of-range'));
  const all = { salts: new Uint8Array(32), records: ['{}', '{}'], out: new Uint8Array(64) };
  assert.throws(() => committer.commitAll({ ...all, salts: new Uint8Array(31) }), code('wrong-length'));
  assert.throws(() => committer.commitAll({ ...all, out: new Uint8Array(65) }), code('wrong-length'));
});
