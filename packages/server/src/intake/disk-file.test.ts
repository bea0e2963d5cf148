import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { InputFile } from '../records/input-file.ts';
import { openDiskFile } from './disk-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'acta-disk-file-'));
after(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'file');
/** More than three pieces, none of them like another. */
const bytes = Uint8Array.from({ length: 900_001 }, (_, at) => (at * 31 + (at >> 8) * 7 + (at >> 16)) & 255);

async function opened<T>(use: (file: InputFile) => Promise<T>): Promise<T> {
  writeFileSync(path, bytes);
  const file = await openDiskFile(path, 'file');
  try {
    return await use(file);
  } finally {
    await file.close();
  }
}

async function gathered(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece.slice());
  return Buffer.concat(all);
}

test('a file and any stretch of it come in pieces that together are its bytes', async () => {
  await opened(async (file) => {
    assert.equal(Buffer.compare(await gathered(file.open()), bytes), 0);
    for (const [start, end] of [
      [0, 1],
      [5, 5],
      [7, 3],
      [262_143, 262_145],
      [1, 900_000],
      [900_000, 2_000_000],
      [900_001, 900_002],
    ] as const) {
      assert.equal(
        Buffer.compare(await gathered(file.open(start, end)), bytes.subarray(start, Math.max(start, end))),
        0,
      );
    }
  });
});

test('a piece in hand stays as it is while the next one is read', async () => {
  await opened(async (file) => {
    let at = 0;
    for await (const piece of file.open()) {
      await new Promise((done) => setTimeout(done, 5));
      assert.equal(Buffer.compare(piece, bytes.subarray(at, at + piece.length)), 0);
      at += piece.length;
    }
    assert.equal(at, bytes.length);
  });
});

test('a file that grew shorter ends where it ends', async () => {
  await opened(async (file) => {
    truncateSync(path, 300_000);
    assert.equal((await gathered(file.open())).length, 300_000);
  });
});

test('whoever stops early leaves nothing open, and a file that is gone is told when it is read', async () => {
  await opened(async (file) => {
    for await (const piece of file.open()) {
      assert.ok(piece.length > 0);
      break;
    }
    rmSync(path);
    await assert.rejects(gathered(file.open()), { code: 'ENOENT' });
  });
});
