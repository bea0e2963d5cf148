import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sha256 } from '../../../tools/log-vectors/node-primitives.ts';
import { ReferenceTree, vectorLeaves } from '../../../tools/log-vectors/reference-tree.ts';
import { readVectors } from '../../../tools/log-vectors/vector-files.ts';
import { CompactTree, emptyRoot, encodeBase64, fromHex, leafHash, rootOf, toHex, VerifierError } from './index.ts';

const most = 600;
const datas = vectorLeaves(most);
const reference = new ReferenceTree(datas);
const leaves = datas.map((data) => leafHash(sha256, data));

test('the empty root and the leaf hash of nothing are those of RFC 6962', () => {
  assert.equal(toHex(emptyRoot(sha256)), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  const empty = leafHash(sha256, new Uint8Array(0));
  assert.equal(toHex(empty), '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
});

test('the roots published with the Certificate Transparency reference code come out', () => {
  const published: readonly (readonly [data: string, root: string])[] = [
    ['', '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    ['00', 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    ['10', 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
    ['2021', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
    ['3031', '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
    ['40414243', '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
    ['5051525354555657', 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
    ['606162636465666768696a6b6c6d6e6f', '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
  ];
  const tree = new CompactTree(sha256);
  for (const [data, root] of published) {
    tree.appendData(fromHex(data));
    assert.equal(toHex(tree.root()), root);
  }
});

test('at every size to 600 the tree, the bulk root and the recursion of RFC 6962 agree', () => {
  const tree = new CompactTree(sha256);
  for (let size = 0; size <= most; size++) {
    const expected = toHex(reference.root(size));
    assert.equal(toHex(tree.root()), expected, `size ${size}`);
    assert.equal(toHex(rootOf(sha256, leaves.slice(0, size))), expected, `size ${size}`);
    assert.equal(tree.size, size);
    const leaf = leaves[size];
    if (leaf !== undefined) tree.append(leaf);
  }
});

test('the roots of the vectors come out', () => {
  const { trees } = readVectors('trees.json');
  const tree = new CompactTree(sha256);
  const all = vectorLeaves(70_000);
  for (const { size, root } of trees) {
    for (const data of all.slice(tree.size, size)) tree.appendData(data);
    assert.equal(encodeBase64(tree.root()), root, `size ${size}`);
  }
});

test('a tree restored from its edge grows as the whole one does', () => {
  fc.assert(
    fc.property(fc.nat(most), fc.nat(most), (a, b) => {
      const [size, grown] = [Math.min(a, b), Math.max(a, b)];
      const whole = new CompactTree(sha256);
      for (const leaf of leaves.slice(0, size)) whole.append(leaf);
      const restored = CompactTree.from(sha256, size, whole.edge());
      for (const leaf of leaves.slice(size, grown)) restored.append(leaf);
      assert.deepEqual(restored.root(), reference.root(grown));
      assert.equal(restored.size, grown);
    }),
  );
});

test('full tiles can be added by their roots', () => {
  const tree = new CompactTree(sha256);
  tree.appendSubtree(8, reference.subtree(0, 256));
  tree.appendSubtree(8, reference.subtree(256, 512));
  tree.appendSubtree(4, reference.subtree(512, 528));
  for (const leaf of leaves.slice(528)) tree.append(leaf);
  assert.deepEqual(tree.root(), reference.root(most));
});

test('the tree keeps no view of what it is given or gives', () => {
  const tree = new CompactTree(sha256);
  const reused = new Uint8Array(32);
  for (const leaf of leaves.slice(0, 3)) {
    reused.set(leaf);
    tree.append(reused);
  }
  reused.fill(0);
  for (const hash of tree.edge()) hash.fill(0);
  assert.deepEqual(tree.root(), reference.root(3));
});

test('what does not fit is refused', () => {
  const code = (expected: string) => (error: unknown) => error instanceof VerifierError && error.code === expected;
  const tree = new CompactTree(sha256);
  assert.throws(() => tree.append(new Uint8Array(31)), code('wrong-length'));
  tree.append(new Uint8Array(32));
  assert.throws(() => tree.appendSubtree(1, new Uint8Array(32)), code('out-of-range'));
  assert.throws(() => tree.appendSubtree(-1, new Uint8Array(32)), code('out-of-range'));
  assert.throws(() => tree.appendSubtree(53, new Uint8Array(32)), code('out-of-range'));
  assert.throws(() => CompactTree.from(sha256, 3, [new Uint8Array(32)]), code('wrong-length'));
  assert.throws(() => CompactTree.from(sha256, 1, [new Uint8Array(33)]), code('wrong-length'));
  assert.throws(() => CompactTree.from(sha256, 2 ** 53, []), code('out-of-range'));
  assert.throws(() => CompactTree.from(sha256, -1, []), code('out-of-range'));
  const full = CompactTree.from(sha256, Number.MAX_SAFE_INTEGER, new Array(53).fill(new Uint8Array(32)));
  assert.throws(() => full.append(new Uint8Array(32)), code('out-of-range'));
});
