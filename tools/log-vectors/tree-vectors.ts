// Roots, proofs, tiles and bundles of trees of the sizes where a tile or a level begins, ends or is just passed.
import { sha256 } from './node-primitives.ts';
import { ReferenceTree, vectorLeaves } from './reference-tree.ts';

export interface TreeVectors {
  /** How the data of leaf i is made. */
  readonly leaf: string;
  readonly trees: readonly {
    readonly size: number;
    readonly root: string;
    readonly inclusion: readonly { readonly index: number; readonly leaf: string; readonly proof: readonly string[] }[];
    readonly consistency: readonly { readonly oldSize: number; readonly proof: readonly string[] }[];
    /** Path and SHA-256 of the bytes, in hex. */
    readonly tiles: readonly (readonly [path: string, sha256: string])[];
    readonly entries: readonly (readonly [path: string, sha256: string])[];
  }[];
}

const sizes = [0, 1, 2, 255, 256, 257, 65_536, 70_000];

export function treeVectors(): TreeVectors {
  const datas = vectorLeaves(Math.max(...sizes));
  const tree = new ReferenceTree(datas);
  const trees = sizes.map((size) => ({
    size,
    root: base64(tree.root(size)),
    inclusion: placesOf(size).map((index) => {
      return { index, leaf: base64(tree.leaf(index)), proof: tree.inclusion(index, size).map(base64) };
    }),
    consistency: olderThan(size).map((oldSize) => {
      return { oldSize, proof: tree.consistency(oldSize, size).map(base64) };
    }),
    tiles: tilesOf(tree, size),
    entries: bundlesOf(datas, size),
  }));
  return { leaf: 'SHA-256 of the ASCII text acta/vector/leaf/<index>, index in decimal', trees };
}

function placesOf(size: number): number[] {
  const places = [0, 1, 2, 127, 254, 255, 256, 32_768, 65_535, 65_536, 69_887, 69_888, size - 1];
  return unique(places.filter((index) => index >= 0 && index < size));
}

function olderThan(size: number): number[] {
  return unique([...sizes, 3, 128, 65_535, 65_537, 69_999].filter((oldSize) => oldSize <= size));
}

function tilesOf(tree: ReferenceTree, size: number): [string, string][] {
  const tiles: [string, string][] = [];
  for (let level = 0; 256 ** level <= size; level++) {
    const span = 256 ** level;
    for (let index = 0; ; index++) {
      const hashes: Uint8Array[] = [];
      for (let i = index * 256; i < (index + 1) * 256 && (i + 1) * span <= size; i++) {
        hashes.push(tree.subtree(i * span, (i + 1) * span));
      }
      if (hashes.length === 0) break;
      tiles.push([`tile/${level}/${placeOf(index, hashes.length)}`, hex(sha256(Buffer.concat(hashes)))]);
    }
  }
  return tiles;
}

function bundlesOf(datas: readonly Uint8Array[], size: number): [string, string][] {
  const bundles: [string, string][] = [];
  for (let start = 0; start < size; start += 256) {
    const entries = datas.slice(start, Math.min(start + 256, size));
    const bytes = Buffer.concat(entries.flatMap((data) => [Buffer.of(data.length >> 8, data.length & 255), data]));
    bundles.push([`tile/entries/${placeOf(start / 256, entries.length)}`, hex(sha256(bytes))]);
  }
  return bundles;
}

/** Enough for the indices met here, which have three digits. */
function placeOf(index: number, width: number): string {
  return `${String(index).padStart(3, '0')}${width === 256 ? '' : `.p/${width}`}`;
}

function unique(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
