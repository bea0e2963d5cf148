import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sha256 } from '../../../tools/log-vectors/node-primitives.ts';
import { ReferenceTree, vectorLeaves } from '../../../tools/log-vectors/reference-tree.ts';
import { readVectors } from '../../../tools/log-vectors/vector-files.ts';
import { decodeBase64, type InclusionClaim, verifyInclusion } from './index.ts';

const most = 300;
const tree = new ReferenceTree(vectorLeaves(most));

function claimFor(index: number, size: number): InclusionClaim {
  const proof = tree.inclusion(index, size);
  return { sha256, index, size, leaf: tree.leaf(index), proof, root: tree.root(size) };
}

const anyClaim = fc
  .tuple(fc.integer({ min: 1, max: most }), fc.nat())
  .map(([size, place]) => claimFor(place % size, size));

test('every leaf of every tree to 64 is included, and at no other index', () => {
  for (let size = 1; size <= 64; size++) {
    for (let index = 0; index < size; index++) {
      const claim = claimFor(index, size);
      for (let other = 0; other <= size; other++) {
        assert.equal(verifyInclusion({ ...claim, index: other }), other === index, `${other} for ${index} of ${size}`);
      }
    }
  }
});

test('the inclusion proofs of the vectors hold', () => {
  for (const { size, root, inclusion } of readVectors('trees.json').trees) {
    for (const { index, leaf, proof } of inclusion) {
      const [leafBytes, rootBytes] = [decodeBase64(leaf), decodeBase64(root)];
      const claim = { sha256, index, size, leaf: leafBytes, proof: proof.map(decodeBase64), root: rootBytes };
      assert.equal(verifyInclusion(claim), true, `${index} of ${size}`);
    }
  }
});

test('any single changed byte of leaf, proof or root fails', () => {
  fc.assert(
    fc.property(anyClaim, fc.nat(), fc.integer({ min: 1, max: 255 }), (claim, place, mask) => {
      const hashes = [claim.leaf, claim.root, ...claim.proof];
      const at = place % (hashes.length * 32);
      const changed = hashes.map((hash, i) => flipped(hash, at - i * 32, mask));
      const [leaf, root, ...proof] = changed;
      assert.ok(leaf !== undefined && root !== undefined);
      assert.equal(verifyInclusion({ ...claim, leaf, root, proof }), false);
    }),
  );
});

test('a proof with a hash more, less, swapped or of another length fails', () => {
  fc.assert(
    fc.property(anyClaim, fc.nat(), (claim, place) => {
      const { proof } = claim;
      const at = place % (proof.length + 1);
      assert.equal(verifyInclusion({ ...claim, proof: proof.toSpliced(at, 0, claim.root) }), false);
      if (proof.length > 0) assert.equal(verifyInclusion({ ...claim, proof: proof.slice(0, -1) }), false);
      if (proof.length > 1) assert.equal(verifyInclusion({ ...claim, proof: proof.toReversed() }), false);
      const short = proof.map((hash, i) => (i === at ? hash.subarray(1) : hash));
      if (at < proof.length) assert.equal(verifyInclusion({ ...claim, proof: short }), false);
      assert.equal(verifyInclusion({ ...claim, leaf: new Uint8Array(0) }), false);
      assert.equal(verifyInclusion({ ...claim, root: claim.root.subarray(0, 31) }), false);
    }),
  );
});

test('another size fails unless it asks the very same of the proof', () => {
  const claim = claimFor(0, 5);
  assert.equal(verifyInclusion({ ...claim, size: 4 }), false);
  assert.equal(verifyInclusion({ ...claim, size: 9 }), false);
});

test('indices and sizes that are no counts fail without an error', () => {
  const claim = claimFor(0, 1);
  for (const size of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    assert.equal(verifyInclusion({ ...claim, size }), false, `size ${size}`);
  }
  for (const index of [1, -1, 0.5, Number.NaN, 2 ** 53]) {
    assert.equal(verifyInclusion({ ...claim, index }), false, `index ${index}`);
  }
});

test('a tree of 2^53 - 1 leaves is climbed without losing a bit', () => {
  const size = Number.MAX_SAFE_INTEGER;
  const sibling = new Uint8Array(32).fill(7);
  const proof = new Array(53).fill(sibling);
  const ascend = (index: number): Uint8Array => {
    let [hash, rest] = [tree.leaf(0), index];
    for (let level = 0; level < 53; level++, rest = Math.floor(rest / 2)) {
      const [left, right] = rest % 2 === 1 ? [sibling, hash] : [hash, sibling];
      hash = sha256(Buffer.concat([Buffer.of(1), left, right]));
    }
    return hash;
  };
  const index = 2 ** 52 + 1;
  const claim = { sha256, index, size, leaf: tree.leaf(0), proof, root: ascend(index) };
  assert.equal(verifyInclusion(claim), true);
  assert.equal(verifyInclusion({ ...claim, index: index - 1 }), false);
});

function flipped(bytes: Uint8Array, at: number, mask: number): Uint8Array {
  return bytes.map((byte, i) => (i === at ? byte ^ mask : byte));
}
