import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sha256 } from '../../../tools/log-vectors/node-primitives.ts';
import { ReferenceTree, vectorLeaves } from '../../../tools/log-vectors/reference-tree.ts';
import { readVectors } from '../../../tools/log-vectors/vector-files.ts';
import { concatBytes } from './bytes.ts';
import {
  encodeEntries,
  entriesPath,
  parseEntries,
  parseTilePath,
  TILE_WIDTH,
  tilePath,
  tilesOf,
  toHex,
  VerifierError,
} from './index.ts';

const code = (expected: string) => (error: unknown) => error instanceof VerifierError && error.code === expected;

test('the paths of the vectors are written and read, and the others refused', () => {
  const { paths, refuse } = readVectors('tile-paths.json');
  for (const { path, level, index, width } of paths) {
    const read = parseTilePath(path);
    if (level === 'entries') assert.deepEqual(read, { kind: 'entries', index, width });
    else assert.deepEqual(read, { kind: 'hashes', level, index, width });
    assert.equal(level === 'entries' ? entriesPath(index, width) : tilePath(level, index, width), path);
  }
  for (const path of refuse) assert.throws(() => parseTilePath(path), code('tile-path-malformed'), path);
});

test('every path that is written is read back', () => {
  const place = { index: fc.maxSafeNat(), width: fc.integer({ min: 1, max: 256 }), level: fc.nat(63) };
  fc.assert(
    fc.property(fc.record(place), ({ level, index, width }) => {
      assert.deepEqual(parseTilePath(tilePath(level, index, width)), { kind: 'hashes', level, index, width });
      assert.deepEqual(parseTilePath(entriesPath(index, width)), { kind: 'entries', index, width });
    }),
  );
});

test('a path is read only if it is the one that is written', () => {
  const pieces = fc.constantFrom('tile', 'entries', '/', '0', '1', '63', 'x', '000', '001', '.p/', '255', 'x001', '-');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 9 }), (parts) => {
      const path = parts.join('');
      try {
        const read = parseTilePath(path);
        const { index, width } = read;
        assert.equal(read.kind === 'entries' ? entriesPath(index, width) : tilePath(read.level, index, width), path);
      } catch (error) {
        assert.ok(error instanceof VerifierError && error.code === 'tile-path-malformed', path);
      }
    }),
  );
});

test('levels, indices and widths out of range are refused', () => {
  const refused = [() => tilePath(64, 0), () => tilePath(-1, 0), () => tilePath(0, -1), () => tilePath(0, 2 ** 53)];
  const widths = [0, 257, 1.5, -1].map((width) => () => entriesPath(0, width));
  for (const call of [...refused, ...widths]) assert.throws(call, code('out-of-range'));
  assert.throws(() => [...tilesOf(-1)], code('out-of-range'));
  assert.throws(() => [...tilesOf(2 ** 53)], code('out-of-range'));
});

test('the tiles of the vectors are listed, in order, and their bytes hash to what stands there', () => {
  const tree = new ReferenceTree(vectorLeaves(70_000));
  for (const { size, tiles } of readVectors('trees.json').trees) {
    const listed = [...tilesOf(size)];
    assert.deepEqual(
      listed.map(({ level, index, width }) => tilePath(level, index, width)),
      tiles.map(([path]) => path),
      `size ${size}`,
    );
    for (const [i, { level, index, width }] of listed.entries()) {
      const span = TILE_WIDTH ** level;
      const first = index * TILE_WIDTH;
      const hashes = Array.from({ length: width }, (_, slot) =>
        tree.subtree((first + slot) * span, (first + slot + 1) * span),
      );
      assert.equal(toHex(sha256(concatBytes(...hashes))), tiles[i]?.[1]);
    }
  }
});

test('the bundles of the vectors are written', () => {
  const datas = vectorLeaves(70_000);
  for (const { size, entries } of readVectors('trees.json').trees) {
    const bundles = [...tilesOf(size)].filter(({ level }) => level === 0);
    const written = bundles.map(({ index, width }) => {
      const bytes = encodeEntries(datas.slice(index * TILE_WIDTH, index * TILE_WIDTH + width));
      return [entriesPath(index, width), toHex(sha256(bytes))];
    });
    assert.deepEqual(written, entries, `size ${size}`);
  }
});

test('bundles are read back as they were written', () => {
  const data = fc.uint8Array({ maxLength: 300 });
  fc.assert(
    fc.property(fc.array(data, { minLength: 1, maxLength: 256 }), (datas) => {
      assert.deepEqual(parseEntries(encodeEntries(datas)), datas);
    }),
  );
});

test('a bundle may hold entries up to 65,535 bytes and none longer', () => {
  const longest = new Uint8Array(65_535).fill(1);
  assert.deepEqual(parseEntries(encodeEntries([longest, new Uint8Array(0)])), [longest, new Uint8Array(0)]);
  assert.throws(() => encodeEntries([new Uint8Array(65_536)]), code('entry-too-long'));
});

test('empty, overfull and cut bundles are refused', () => {
  assert.throws(() => encodeEntries([]), code('entries-count'));
  assert.throws(() => parseEntries(new Uint8Array(0)), code('entries-count'));
  assert.throws(() => encodeEntries(new Array(257).fill(new Uint8Array(1))), code('entries-count'));
  assert.throws(() => parseEntries(new Uint8Array(2 * 257)), code('entries-count'));
  const bundle = encodeEntries([Uint8Array.of(1, 2, 3), Uint8Array.of(4)]);
  for (const length of [1, 2, 4, 6, 7]) {
    assert.throws(() => parseEntries(bundle.subarray(0, length)), code('entries-truncated'), `${length} bytes`);
  }
});
