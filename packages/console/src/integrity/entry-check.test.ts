// The check that a browser makes of an entry's proof: it holds for what was sealed, and any bit that is another is altered. The key,
// record and tree are made here, as a vault makes them.

import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { test } from 'node:test';
import {
  CompactTree,
  commitmentOf,
  defaultOrigin,
  formatCheckpoint,
  formatNote,
  formatTlogProof,
  formatVkey,
  leafHash,
  nodeHash,
  parseVkey,
  toHex,
} from '@acta/verifier';
import { type ClaimedEntry, checkEntry } from './entry-check.ts';
import { sha256 } from './sha-256.ts';
import { webEd25519 } from './web-ed25519.ts';

test('SHA-256 is what everybody else computes', () => {
  for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000]) {
    const data = Uint8Array.from({ length }, (_, index) => (index * 37 + length) & 0xff);
    assert.equal(toHex(sha256(data)), createHash('sha256').update(data).digest('hex'), String(length));
  }
});

test('what was sealed holds in every step', async () => {
  const checked = await check(claimed());
  assert.equal(checked.state, 'checked');
  assert.deepEqual([checked.record, checked.place, checked.checkpoint], ['holds', 'holds', 'holds']);
  assert.equal(checked.steps, 2);
  assert.equal(checked.signed?.size, 4);
});

test('any bit that is another is altered', async () => {
  const whole = claimed();
  const other = (text: string | undefined, at: number): string => {
    const code = (text ?? '').charCodeAt(at);
    return `${text?.slice(0, at)}${String.fromCharCode(code ^ 1)}${text?.slice(at + 1)}`;
  };
  const proof = whole.proof ?? '';
  const cases: Readonly<Record<string, Partial<ClaimedEntry>>> = {
    record: { record: other(whole.record, 12) },
    salt: { salt: `0${(whole.salt ?? '').slice(1)}` },
    commitment: { commitment: `${whole.commitment?.startsWith('0') ? '1' : '0'}${(whole.commitment ?? '').slice(1)}` },
    cell: { cell: `f${whole.cell.slice(1)}` },
    entry: { entry: whole.entry + 1 },
    key: { vkey: makeVault().vkey },
    path: { proof: other(proof, proof.indexOf('index') + 20) },
    size: { proof: proof.replace('\n4\n', '\n5\n') },
    signature: { proof: other(proof, proof.length - 20) },
    header: { proof: other(proof, 3) },
  };
  for (const [what, change] of Object.entries(cases))
    assert.equal((await check({ ...whole, ...change })).state, 'altered', what);
});

test('without the record its step is left open, and the rest is checked', async () => {
  const { record: _record, salt: _salt, ...bare } = claimed();
  const checked = await check(bare);
  assert.deepEqual([checked.state, checked.record, checked.place], ['checked', 'unknown', 'holds']);
});

test('what was erased keeps its place; what has none is missing, and what is too new is under way', async () => {
  const { record: _record, salt: _salt, ...bare } = claimed();
  assert.equal((await check({ ...bare, state: 'erased' })).state, 'erased');
  const { commitment: _commitment, proof: _proof, ...nothing } = bare;
  assert.equal((await check({ ...nothing, state: 'missing' })).state, 'missing');
  assert.equal((await check({ ...nothing, state: 'under-way' })).state, 'under-way');
});

test('a browser without Ed25519 says that it cannot check the signature', async () => {
  assert.equal((await checkEntry(claimed(), undefined)).checkpoint, 'unknown');
});

async function check(entry: ClaimedEntry): ReturnType<typeof checkEntry> {
  const verify = await webEd25519();
  assert.ok(verify !== undefined);
  return checkEntry(entry, verify);
}

interface MadeVault {
  readonly cellId: Uint8Array;
  readonly origin: string;
  readonly vkey: string;
  readonly privateKey: KeyObject;
}

function makeVault(): MadeVault {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const cellId = Uint8Array.from({ length: 16 }, (_, index) => index);
  const origin = defaultOrigin(cellId);
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
  return { cellId, origin, vkey: formatVkey(sha256, origin, raw), privateKey };
}

/** Entry 2 of a ledger of four. */
function claimed(): ClaimedEntry {
  const { cellId, origin, privateKey, vkey } = makeVault();
  const record = '{"kind":"message","text":"Make it 45 bags","v":1}';
  const salt = Uint8Array.from({ length: 16 }, (_, index) => 255 - index);
  const commitment = commitmentOf({ sha256, cellId, salt, record: new TextEncoder().encode(record) });
  const datas = [0, 1, 2, 3].map((at) => (at === 2 ? commitment : sha256(Uint8Array.of(at))));
  const leaves = datas.map((data) => leafHash(sha256, data));
  const [first = leaves[0], second, , fourth] = leaves;
  assert.ok(first !== undefined && second !== undefined && fourth !== undefined);
  const tree = new CompactTree(sha256);
  for (const leaf of leaves) tree.append(leaf);
  const text = formatCheckpoint({ origin, size: 4, root: tree.root() });
  const { keyId, name } = parseVkey(sha256, vkey);
  const signature = sign(undefined, Buffer.from(text), privateKey);
  const checkpoint = formatNote({ text, signatures: [{ name, keyId, signature }] });
  const proof = formatTlogProof({ index: 2, proof: [fourth, nodeHash(sha256, first, second)], checkpoint });
  const cell = toHex(cellId);
  return {
    ...{ entry: 2, state: 'sealed', cell, origin, vkey, proof, record },
    commitment: toHex(commitment),
    salt: toHex(salt),
  };
}
