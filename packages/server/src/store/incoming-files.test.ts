// Files on their way in: what goes in comes back at any offset, nothing readable lies on disk, and nothing outlives its process.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { IncomingFiles } from './incoming-files.ts';

test('what was written in pieces of any size is read at any offset', async (t) => {
  const files = await IncomingFiles.open(folder(t));
  const bytes = randomBytes(300_001);
  const file = await files.begin();
  for (let at = 0, step = 1; at < bytes.length; at += step, step = (step * 7) % 90_001)
    await file.write(bytes.subarray(at, at + step));
  const input = file.input('chat.txt');
  assert.equal(input.sizeBytes, bytes.length);
  for (const [offset, length] of [
    [0, 4],
    [65_535, 2],
    [65_536, 65_536],
    [200_000, 90_000],
    [299_999, 99],
    [300_001, 5],
  ] as const)
    assert.deepEqual(Buffer.from(await input.read(offset, length)), bytes.subarray(offset, offset + length));
  const pieces: Uint8Array[] = [];
  for await (const piece of input.open(10, 250_000)) pieces.push(piece);
  assert.deepEqual(Buffer.concat(pieces), bytes.subarray(10, 250_000));
  await file.remove();
});

test('nobody but the owner reads the file, and nobody at all its words', async (t) => {
  const dir = folder(t);
  const files = await IncomingFiles.open(dir);
  const file = await files.begin();
  await file.write(Buffer.from("12/05/24, 9:15 - Ana: words that are nobody else's\n".repeat(4_000)));
  const [name = ''] = readdirSync(dir);
  assert.equal(statSync(join(dir, name)).mode & 0o777, 0o600);
  assert.equal(readFileSync(join(dir, name)).includes('Ana'), false);
  await file.remove();
  assert.deepEqual(readdirSync(dir), []);
});

test('what another process left is removed and counted', async (t) => {
  const dir = folder(t);
  const before = await IncomingFiles.open(dir);
  await (await before.begin()).write(randomBytes(70_000));
  const files = await IncomingFiles.open(dir);
  assert.equal(files.left, 1);
  assert.deepEqual(readdirSync(dir), []);
  assert.ok((await files.freeBytes()) > 0);
});

function folder(t: TestContext): string {
  const dir = mkdtempSync(join(tmpdir(), 'acta-incoming-'));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}
