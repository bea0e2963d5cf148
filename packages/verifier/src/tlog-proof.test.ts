import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { sha256, verifyEd25519 } from '../../../tools/log-vectors/node-primitives.ts';
import type { ProofVector } from '../../../tools/log-vectors/proof-vectors.ts';
import { readVectors } from '../../../tools/log-vectors/vector-files.ts';
import { formatTlogProof, fromHex, parseTlogProof, parseVkey, VerifierError, verifyTlogProof } from './index.ts';

const code = (expected: string) => (error: unknown) => error instanceof VerifierError && error.code === expected;
const { proofs } = readVectors('proofs.json');

async function checked(vector: ProofVector, proof: string | Uint8Array = vector.proof): Promise<unknown> {
  const logKey = parseVkey(sha256, vector.vkey);
  const witnessKeys = vector.witnessVkeys.map((vkey) => parseVkey(sha256, vkey));
  const data = fromHex(vector.data);
  try {
    const found = await verifyTlogProof({ proof, data, logKey, witnessKeys, sha256, verifyEd25519 });
    if (found.verdict === 'refused') return found;
    const { verdict, index, checkpoint, cosignatures } = found;
    return { verdict, index, size: checkpoint.size, witnesses: cosignatures.map(({ name }) => name) };
  } catch (error) {
    if (error instanceof VerifierError) return { error: error.code };
    throw error;
  }
}

for (const vector of proofs) {
  test(`proof: ${vector.what}`, async () => assert.deepEqual(await checked(vector), vector.expect));
}

test('the proofs of the vectors are written as they stand', () => {
  for (const { proof, expect } of proofs) {
    if ('error' in expect) continue;
    assert.equal(formatTlogProof(parseTlogProof(proof)), proof);
  }
});

test('any single changed byte of a proof is refused, or costs it the witness whose line it is in', async () => {
  const [good] = proofs;
  assert.ok(good !== undefined && good.what === 'good');
  const bytes = Buffer.from(good.proof);
  const lastLine = bytes.lastIndexOf('\n', -2);
  for (let at = 0; at < bytes.length; at++) {
    const found = await checked(good, bytes.with(at, (bytes[at] ?? 0) ^ 1));
    const unwitnessed = at > lastLine && isDeepStrictEqual(found, { ...good.expect, witnesses: [] });
    const refused = typeof found === 'object' && found !== null && !('index' in found);
    assert.ok(refused || unwitnessed, `byte ${at}`);
  }
});

test('a proof that is written is read back', () => {
  const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
  const parts = {
    index: fc.maxSafeNat(),
    proof: fc.array(hash, { maxLength: 63 }),
    checkpoint: fc.constant('a\n0\nAA==\n\n\u2014 a AAAAAAA=\n'),
    extra: fc.uint8Array({ minLength: 1 }),
  };
  fc.assert(
    fc.property(
      fc.record(parts, { requiredKeys: ['index', 'proof', 'checkpoint'], noNullPrototype: true }),
      (proof) => {
        assert.deepEqual(parseTlogProof(formatTlogProof(proof)), proof);
      },
    ),
  );
});

test('no proof is written that could not be read', () => {
  const proof = { index: 0, proof: [], checkpoint: '' };
  assert.throws(() => formatTlogProof({ ...proof, index: -1 }), code('out-of-range'));
  assert.throws(() => formatTlogProof({ ...proof, proof: [new Uint8Array(31)] }), code('wrong-length'));
  const many = new Array(64).fill(new Uint8Array(32));
  assert.throws(() => formatTlogProof({ ...proof, proof: many }), code('proof-too-long'));
});
