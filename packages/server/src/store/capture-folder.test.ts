// Frames in a folder: what was durable is there, what was cut off is not, and a file that is cut anywhere gives no wrong frame.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { CaptureFolder } from './capture-folder.ts';

function folder(t: TestContext): string {
  const dir = mkdtempSync(join(tmpdir(), 'acta-captures-'));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  return join(dir, 'captures');
}

const FRAMES = [5, 1, 300, 70].map((length, at) => new Uint8Array(length).fill(at + 1));

async function framesIn(dir: string, key: number): Promise<Uint8Array[]> {
  const found: Uint8Array[] = [];
  for await (const frame of new CaptureFolder(dir).frames(key)) found.push(new Uint8Array(frame));
  return found;
}

test('frames come back in their order, keys the oldest first, and what is dropped is gone', async (t) => {
  const dir = folder(t);
  const store = new CaptureFolder(dir);
  assert.deepEqual(await store.keys(), []);
  for (const [index, frame] of FRAMES.entries()) await store.append(9, index, frame);
  await store.append(11, 0, Uint8Array.of(7));
  assert.deepEqual(await new CaptureFolder(dir).keys(), [9, 11]);
  assert.deepEqual(await framesIn(dir, 9), FRAMES);
  await store.drop(9);
  await store.drop(9);
  await store.append(11, 1, Uint8Array.of(8));
  assert.deepEqual(await store.keys(), [11]);
  assert.deepEqual(await framesIn(dir, 11), [Uint8Array.of(7), Uint8Array.of(8)]);
  await assert.rejects(() => store.append(9, 4, Uint8Array.of(1)));
  await store.close();
});

test('a file that was cut off anywhere, or filled up with zeros, gives the frames before that', async (t) => {
  const dir = folder(t);
  const store = new CaptureFolder(dir);
  const ends: number[] = [];
  for (const [index, frame] of FRAMES.entries()) {
    await store.append(1, index, frame);
    ends.push(readFileSync(join(dir, '1')).length);
  }
  await store.close();
  const whole = readFileSync(join(dir, '1'));
  for (let length = 0; length <= whole.length; length++) {
    const expected = FRAMES.slice(0, ends.filter((end) => end <= length).length);
    writeFileSync(join(dir, '1'), whole.subarray(0, length));
    assert.deepEqual(await framesIn(dir, 1), expected, `${length} bytes`);
  }
  for (const end of ends) {
    writeFileSync(join(dir, '1'), whole.subarray(0, end));
    truncateSync(join(dir, '1'), end + 50);
    assert.deepEqual(await framesIn(dir, 1), FRAMES.slice(0, ends.indexOf(end) + 1));
  }
});
