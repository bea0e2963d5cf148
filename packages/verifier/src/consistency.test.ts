import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sha256 } from '../../../tools/log-vectors/node-primitives.ts';
import { ReferenceTree, vectorLeaves } from '../../../tools/log-vectors/reference-tree.ts';
import { readVectors } from '../../../tools/log-vectors/vector-files.ts';
import { type ConsistencyClaim, decodeBase64, verifyConsistency } from './index.ts';

const most = 300;
const tree = new ReferenceTree(vectorLeaves(most));

function claimFor(oldSize: number, newSize: number): ConsistencyClaim {
  const proof = tree.consistency(oldSize, newSize);
  return { sha256, oldSize, newSize, oldRoot: tree.root(oldSize), newRoot: tree.root(newSize), proof };
}

/** Two trees of which the older is neither empty nor the newer. */
const anyClaim = fc
  .tuple(fc.integer({ min: 2, max: most }), fc.nat())
  .map(([newSize, place]) => claimFor(1 + (place % (newSize - 1)), newSize));

test('all pairs of sizes to 64 are consistent', () => {
  for (let newSize = 0; newSize <= 64; newSize++) {
    for (let oldSize = 0; oldSize <= newSize; oldSize++) {
      assert.equal(verifyConsistency(claimFor(oldSize, newSize)), true, `${oldSize} to ${newSize}`);
    }
  }
});

test('the consistency proofs of the vectors hold', () => {
  const { trees } = readVectors('trees.json');
  const roots = new Map(trees.map(({ size, root }) => [size, root]));
  let checked = 0;
  for (const { size, root, consistency } of trees) {
    for (const { oldSize, proof } of consistency) {
      const older = roots.get(oldSize);
      if (older === undefined) continue;
      const [oldRoot, newRoot] = [decodeBase64(older), decodeBase64(root)];
      const claim = { sha256, oldSize, newSize: size, oldRoot, newRoot, proof: proof.map(decodeBase64) };
      assert.equal(verifyConsistency(claim), true, `${oldSize} to ${size}`);
      checked++;
    }
  }
  assert.equal(checked, 36);
});

test('any single changed byte of either root or the proof fails', () => {
  fc.assert(
    fc.property(anyClaim, fc.nat(), fc.integer({ min: 1, max: 255 }), (claim, place, mask) => {
      const hashes = [claim.oldRoot, claim.newRoot, ...claim.proof];
      const at = place % (hashes.length * 32);
      const [oldRoot, newRoot, ...proof] = hashes.map((hash, i) =>
        hash.map((byte, j) => (i * 32 + j === at ? byte ^ mask : byte)),
      );
      assert.ok(oldRoot !== undefined && newRoot !== undefined);
      assert.equal(verifyConsistency({ ...claim, oldRoot, newRoot, proof }), false);
    }),
  );
});

test('a proof with a hash more, less or of another length fails', () => {
  fc.assert(
    fc.property(anyClaim, fc.nat(), (claim, place) => {
      const { proof } = claim;
      const at = place % (proof.length + 1);
      assert.equal(verifyConsistency({ ...claim, proof: proof.toSpliced(at, 0, claim.oldRoot) }), false);
      assert.equal(verifyConsistency({ ...claim, proof: proof.slice(0, -1) }), false);
      assert.equal(verifyConsistency({ ...claim, proof: [] }), false);
      const short = proof.map((hash, i) => (i === at ? hash.subarray(1) : hash));
      if (at < proof.length) assert.equal(verifyConsistency({ ...claim, proof: short }), false);
    }),
  );
});

test('a tree in which one old leaf was changed is not consistent', () => {
  const datas = vectorLeaves(most);
  const forked = new ReferenceTree(datas.with(3, new Uint8Array(32)));
  const [oldRoot, newRoot] = [tree.root(100), forked.root(most)];
  for (const proof of [tree.consistency(100, most), forked.consistency(100, most)]) {
    assert.equal(verifyConsistency({ sha256, oldSize: 100, newSize: most, oldRoot, newRoot, proof }), false);
  }
});

test('equal sizes need equal roots and an empty proof', () => {
  const claim = claimFor(7, 7);
  assert.equal(verifyConsistency(claim), true);
  assert.equal(verifyConsistency({ ...claim, proof: [claim.oldRoot] }), false);
  assert.equal(verifyConsistency({ ...claim, newRoot: tree.root(8) }), false);
});

test('the empty tree begins every tree, with an empty proof and under its own root only', () => {
  const claim = claimFor(0, 9);
  assert.equal(verifyConsistency(claim), true);
  assert.equal(verifyConsistency({ ...claim, proof: [claim.newRoot] }), false);
  assert.equal(verifyConsistency({ ...claim, oldRoot: tree.root(1) }), false);
});

test('sizes that shrink or are no counts fail without an error', () => {
  const claim = claimFor(4, 8);
  assert.equal(verifyConsistency({ ...claim, oldSize: 8, newSize: 4 }), false);
  for (const size of [-1, 4.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    assert.equal(verifyConsistency({ ...claim, oldSize: size }), false);
    assert.equal(verifyConsistency({ ...claim, newSize: size }), false);
  }
});
