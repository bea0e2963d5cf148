import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sha256, verifyEd25519 } from '../../../tools/log-vectors/node-primitives.ts';
import { readVectors } from '../../../tools/log-vectors/vector-files.ts';
import {
  checkEvidence,
  defaultOrigin,
  EVIDENCE_FILE,
  type Evidence,
  type EvidenceVerdict,
  formatEvidence,
  parseEvidence,
  VerifierError,
} from './index.ts';

const code = (expected: string) => (error: unknown) => error instanceof VerifierError && error.code === expected;
const vectors = readVectors('proofs.json').evidence;

function filesOf(files: Readonly<Record<string, string>>): Map<string, Uint8Array> {
  return new Map(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]));
}

function goodFiles(): Map<string, Uint8Array> {
  const [good] = vectors;
  assert.ok(good !== undefined && good.what === 'good');
  return filesOf(good.files);
}

async function check(evidence: Evidence): Promise<EvidenceVerdict> {
  return checkEvidence({ ...evidence, sha256, verifyEd25519 });
}

for (const { what, files, expect } of vectors) {
  test(`evidence: ${what}`, async () => {
    const found = await check(parseEvidence(filesOf(files)));
    if (found.verdict === 'altered') return assert.deepEqual(found, expect);
    const { verdict, seq, size, origin, record } = found;
    assert.deepEqual({ verdict, seq, size, origin }, expect);
    assert.deepEqual(record, JSON.parse(files[EVIDENCE_FILE.record] ?? ''));
  });
}

test('evidence that is written is read back', () => {
  const evidence = parseEvidence(goodFiles());
  const files = formatEvidence(evidence);
  assert.deepEqual(files, goodFiles());
  assert.deepEqual(parseEvidence(files), evidence);
});

test('any single changed byte of any file is noticed, or costs the evidence its witness', async () => {
  const files = goodFiles();
  const witnessVkeys = readVectors('proofs.json').proofs[0]?.witnessVkeys ?? [];
  for (const [name, bytes] of files) {
    for (let at = 0; at < bytes.length; at++) {
      const changed = new Map(files).set(name, bytes.with(at, (bytes[at] ?? 0) ^ 1));
      const noticed = await Promise.resolve()
        .then(() => checkEvidence({ ...parseEvidence(changed), witnessVkeys, sha256, verifyEd25519 }))
        .then(
          (found) => found.verdict === 'altered' || found.cosignatures.length === 0,
          (error: unknown) => error instanceof VerifierError,
        );
      assert.ok(noticed, `${name}, byte ${at}`);
    }
  }
});

test('whoever brings another key is not convinced by the key in the folder', async () => {
  const evidence = parseEvidence(goodFiles());
  const other = vectors.find(({ what }) => what === 'another key')?.files[EVIDENCE_FILE.key];
  assert.ok(other !== undefined);
  const found = await check({ ...evidence, vkey: other });
  assert.deepEqual(found, { verdict: 'altered', at: 'checkpoint', reason: 'no-log-signature' });
});

test('known witnesses are named, unknown ones are not', async () => {
  const evidence = parseEvidence(goodFiles());
  const witnessVkeys = readVectors('proofs.json').proofs[0]?.witnessVkeys ?? [];
  const found = await checkEvidence({ ...evidence, witnessVkeys, sha256, verifyEd25519 });
  assert.ok(found.verdict === 'intact');
  assert.deepEqual(
    found.cosignatures.map(({ name, time }) => ({ name, time })),
    [{ name: 'witness.example/w1', time: 1_790_000_000 }],
  );
  const alone = await check(evidence);
  assert.ok(alone.verdict === 'intact' && alone.cosignatures.length === 0);
});

test('the cell id may be left out where the origin spells it, and only there', async () => {
  const { cellId, seq: _seq, ...rest } = parseEvidence(goodFiles());
  const found = await checkEvidence({ ...rest, sha256, verifyEd25519 });
  assert.ok(found.verdict === 'intact' && found.origin === defaultOrigin(cellId));
  const custom = vectors.find(({ what }) => what === 'an origin that does not spell the cell');
  assert.ok(custom !== undefined);
  const { cellId: _cell, ...unnamed } = parseEvidence(filesOf(custom.files));
  const lost = await checkEvidence({ ...unnamed, sha256, verifyEd25519 });
  assert.deepEqual(lost, { verdict: 'altered', at: 'cell', reason: 'no-cell' });
});

test('a cell id or salt of another length is altered evidence, not an error', async () => {
  const evidence = parseEvidence(goodFiles());
  const short = new Uint8Array(15);
  assert.deepEqual(await check({ ...evidence, salt: short }), {
    verdict: 'altered',
    at: 'salt',
    reason: 'wrong-length',
  });
  assert.deepEqual(await check({ ...evidence, cellId: short }), {
    verdict: 'altered',
    at: 'cell',
    reason: 'wrong-length',
  });
});

test('malformed witness keys are the checker\u2019s own fault', async () => {
  const claim = { ...parseEvidence(goodFiles()), sha256, verifyEd25519 };
  await assert.rejects(checkEvidence({ ...claim, witnessVkeys: ['x'] }), code('vkey-malformed'));
});

test('a primitive that fails is not reported as altered evidence', async () => {
  const broken = new Error('no such algorithm');
  const claim = { ...parseEvidence(goodFiles()), sha256 };
  await assert.rejects(checkEvidence({ ...claim, verifyEd25519: () => Promise.reject(broken) }), broken);
});

test('a folder with a file missing or a malformed description is refused', () => {
  for (const name of Object.values(EVIDENCE_FILE)) {
    const files = goodFiles();
    files.delete(name);
    assert.throws(() => parseEvidence(files), code('evidence-file-missing'));
  }
  const id = '0'.repeat(32);
  const fields = { cell: id, salt: id, seq: 0, v: 1 };
  const wrong = [
    { v: 2 },
    { seq: -1 },
    { seq: '0' },
    { cell: id.slice(1) },
    { salt: `${id}0` },
    { more: 1 },
    { cell: 1 },
  ];
  for (const change of wrong) {
    const about = { ...fields, ...change };
    const text = JSON.stringify(Object.fromEntries(Object.entries(about).sort(([a], [b]) => (a < b ? -1 : 1))));
    const files = goodFiles().set(EVIDENCE_FILE.evidence, new TextEncoder().encode(text));
    assert.throws(() => parseEvidence(files), code('evidence-malformed'), text);
  }
  for (const text of ['[]', 'null', '"v"']) {
    const files = goodFiles().set(EVIDENCE_FILE.evidence, new TextEncoder().encode(text));
    assert.throws(() => parseEvidence(files), code('evidence-malformed'), text);
  }
});

test('no evidence is written that could not be read', () => {
  const evidence = parseEvidence(goodFiles());
  assert.throws(() => formatEvidence({ ...evidence, seq: -1 }), code('out-of-range'));
  assert.throws(() => formatEvidence({ ...evidence, salt: new Uint8Array(8) }), code('wrong-length'));
  const spaced = new TextEncoder().encode('{ }');
  assert.throws(() => formatEvidence({ ...evidence, record: spaced }), code('json-not-canonical'));
});
