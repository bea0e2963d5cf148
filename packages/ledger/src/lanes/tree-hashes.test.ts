/** Bulk hashes are those of RFC 6962, for any number of inputs. */
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { CompactTree, leafHash, nodeHash } from '@acta/verifier';
import fc from 'fast-check';
import { sha256 } from '../hashing.ts';
import { HASHES_AT, sha256Module } from './sha256-code.ts';
import { treeHashes } from './tree-hashes.ts';

const rows = (bytes: Uint8Array, width: number): Buffer[] =>
  Array.from({ length: bytes.length / width }, (_, i) => Buffer.from(bytes.subarray(i * width, (i + 1) * width)));

test('leaf and node hashes in bulk are the ones made one by one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 700 }), (count) => {
      const datas = randomBytes(count * 32);
      const children = randomBytes(count * 64);
      const leaves = rows(datas, 32).map((data) => createHash('sha256').update(Uint8Array.of(0)).update(data).digest());
      const nodes = rows(children, 64).map((pair) =>
        createHash('sha256').update(Uint8Array.of(1)).update(pair).digest(),
      );
      assert.ok(Buffer.concat(leaves).equals(treeHashes.leaves(datas)));
      assert.ok(Buffer.concat(nodes).equals(treeHashes.nodes(children)));
    }),
    { numRuns: 30 },
  );
});

test('a tree that takes its data in bulk is the tree that takes it piece by piece', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 5 }), (sizes) => {
      const [bulk, single] = [new CompactTree(sha256), new CompactTree(sha256)];
      for (const size of sizes) {
        const datas = randomBytes(size * 32);
        bulk.appendDatas(datas, treeHashes);
        for (const data of rows(datas, 32)) single.appendData(data);
        assert.equal(bulk.size, single.size);
        assert.deepEqual(Buffer.from(bulk.root()), Buffer.from(single.root()));
      }
    }),
    { numRuns: 30 },
  );
});

test('data that is not a whole number of hashes is refused', () => {
  assert.throws(() => new CompactTree(sha256).appendDatas(new Uint8Array(33), treeHashes), { code: 'wrong-length' });
});

test('the module is small, the same every time, and leaves room for what it hashes', () => {
  const module = sha256Module();
  assert.deepEqual(sha256Module(), module);
  assert.ok(module.length < 64 * 1024 && HASHES_AT >= 256 * 64);
  const [left, right] = [randomBytes(32), randomBytes(32)];
  assert.deepEqual(
    Buffer.from(treeHashes.nodes(Buffer.concat([left, right]))),
    Buffer.from(nodeHash(sha256, left, right)),
  );
  assert.deepEqual(Buffer.from(treeHashes.leaves(left)), Buffer.from(leafHash(sha256, left)));
});
