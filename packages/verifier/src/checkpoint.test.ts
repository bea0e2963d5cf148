import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CheckpointVector } from '../../../tools/log-vectors/checkpoint-vectors.ts';
import { sha256, vectorKey, verifyEd25519 } from '../../../tools/log-vectors/node-primitives.ts';
import { readVectors } from '../../../tools/log-vectors/vector-files.ts';
import {
  ALG_COSIGNATURE,
  cosignatureKeyId,
  cosignedMessage,
  decodeBase64,
  encodeBase64,
  encodeCosignature,
  formatCheckpoint,
  formatNote,
  keyId,
  noteKey,
  parseCheckpoint,
  parseCosignature,
  parseVkey,
  VerifierError,
  verifyCheckpoint,
  verifyCosignature,
} from './index.ts';

const code = (expected: string) => (error: unknown) => error instanceof VerifierError && error.code === expected;
const vectors = readVectors('checkpoints.json');

async function checked(vector: CheckpointVector): Promise<unknown> {
  const { note, vkey, origin, witnessVkeys } = vector;
  const logKey = parseVkey(sha256, vkey);
  const witnessKeys = witnessVkeys.map((witness) => parseVkey(sha256, witness));
  try {
    const found = await verifyCheckpoint({ note, logKey, witnessKeys, verifyEd25519, ...(origin && { origin }) });
    if (found.verdict === 'refused') return found;
    const { checkpoint, cosignatures, unknown, verdict } = found;
    const witnesses = cosignatures.map(({ name, time }) => ({ name, time }));
    const root = encodeBase64(checkpoint.root);
    return { verdict, ...checkpoint, root, cosignatures: witnesses, unknown: unknown.length };
  } catch (error) {
    if (error instanceof VerifierError) return { error: error.code };
    throw error;
  }
}

for (const vector of vectors.checkpoints) {
  test(`checkpoint: ${vector.what}`, async () => assert.deepEqual(await checked(vector), vector.expect));
}

for (const { what, checkpointText, payload, publicKey, expect } of vectors.cosignatures) {
  test(`cosignature: ${what}`, async () => {
    const claim = { checkpointText, payload: decodeBase64(payload), publicKey: decodeBase64(publicKey), verifyEd25519 };
    if ('error' in expect) return assert.rejects(verifyCosignature(claim), code(expect.error));
    const found = await verifyCosignature(claim);
    assert.deepEqual(found, 'refused' in expect ? undefined : expect);
    assert.deepEqual(encodeCosignature(parseCosignature(claim.payload)), claim.payload);
  });
}

test('a checkpoint that is written is read back', () => {
  const origin = fc.string({ unit: fc.constantFrom('a', '.', '/', '-', '\u00e9', '9'), minLength: 1 });
  const root = fc.uint8Array({ minLength: 32, maxLength: 32 });
  fc.assert(
    fc.property(fc.record({ origin, size: fc.maxSafeNat(), root }), (checkpoint) => {
      assert.deepEqual(parseCheckpoint(formatCheckpoint(checkpoint)), { ...checkpoint, extensions: [] });
    }),
  );
});

test('no checkpoint is written that could not be checked', () => {
  const checkpoint = { origin: 'a', size: 0, root: new Uint8Array(32) };
  for (const origin of ['', 'a b', 'a+b', 'a\nb', 'a\u2003b']) {
    assert.throws(() => formatCheckpoint({ ...checkpoint, origin }), code('checkpoint-origin'));
  }
  for (const size of [-1, 0.5, 2 ** 53, Number.NaN]) {
    assert.throws(() => formatCheckpoint({ ...checkpoint, size }), code('checkpoint-size'));
  }
  assert.throws(() => formatCheckpoint({ ...checkpoint, root: new Uint8Array(31) }), code('wrong-length'));
});

test('a text without its last newline is no checkpoint', () => {
  assert.throws(() => parseCheckpoint(formatCheckpoint({ origin: 'a', size: 0, root: new Uint8Array(32) }).trimEnd()));
});

test('the cosigned message is the one of the specification', () => {
  const body = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
  const message = new TextDecoder().decode(cosignedMessage(1_679_315_147, body));
  assert.equal(message, `cosignature/v1\ntime 1679315147\n${body}`);
  assert.throws(() => cosignedMessage(-1, body), code('cosignature-time'));
  assert.throws(() => encodeCosignature({ time: 2 ** 53, signature: new Uint8Array(64) }), code('cosignature-time'));
});

test('a log that signs as a witness does is not its own witness', async () => {
  const key = vectorKey('log.example/acta');
  const body = formatCheckpoint({ origin: key.name, size: 0, root: new Uint8Array(32) });
  const signature = encodeCosignature({ time: 5, signature: key.sign(cosignedMessage(5, body)) });
  const logKey = noteKey(sha256, { name: key.name, alg: ALG_COSIGNATURE, publicKey: key.publicKey });
  const note = formatNote({ text: body, signatures: [{ ...logKey, signature }] });
  const found = await verifyCheckpoint({ note, logKey, witnessKeys: [logKey], verifyEd25519 });
  assert.ok(found.verdict === 'verified');
  assert.deepEqual(found.cosignatures, []);
});

test('a witness key has another id than the same key as a log key', () => {
  const { name, publicKey } = vectorKey('witness.example/w1');
  const id = cosignatureKeyId(sha256, name, publicKey);
  assert.equal(id, keyId(sha256, name, ALG_COSIGNATURE, publicKey));
  assert.notEqual(id, keyId(sha256, name, 1, publicKey));
});
