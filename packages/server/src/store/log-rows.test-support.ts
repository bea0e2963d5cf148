// Rows of a log for tests of its stores: of the right sizes, and each told from the others by one byte. No tree is made over them.

import type { LogChange, PageRow } from '@acta/ledger';

export function leaf(at: number): Uint8Array {
  return Buffer.alloc(32, at + 1);
}

export function page(firstSeq: number, fill: number): PageRow {
  return { firstSeq, bytes: Buffer.alloc(50, fill), sha256: Buffer.alloc(32, fill) };
}

/** A commit of `count` entries at `firstSeq`, all in the first bundle. */
export function change(firstSeq: number, count: number): LogChange {
  return {
    firstSeq,
    bundles: [{ index: 0, bytes: Buffer.concat(Array.from({ length: firstSeq + count }, (_, at) => leaf(at))) }],
    tiles: firstSeq === 0 ? [] : [{ level: 1, index: 0, bytes: leaf(firstSeq + count) }],
    pages: [page(firstSeq, firstSeq + 1)],
  };
}
