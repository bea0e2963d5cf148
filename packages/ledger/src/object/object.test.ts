/** Objects: what is sealed opens anywhere; what is cut, changed or moved does not. */
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { padme } from '../padme.ts';
import { OBJECT_CHUNK_BYTES, SEALED_CHUNK_BYTES } from './format.ts';
import { type ObjectContent, openObject } from './open-object.ts';
import { sealObject } from './seal-object.ts';

const cellId = randomBytes(16);
const key = randomBytes(32);

async function* pieces(content: Uint8Array, pieceBytes: number) {
  for (let at = 0; at < content.length; at += pieceBytes) yield content.subarray(at, at + pieceBytes);
}

async function seal(content: Uint8Array, pieceBytes = 50_000) {
  const written: Uint8Array[] = [];
  const write = async (bytes: Uint8Array) => void written.push(bytes);
  const sealed = await sealObject({ source: pieces(content, pieceBytes), key, cellId, randomBytes, write });
  return { ...sealed, bytes: Buffer.concat(written) };
}

function open(
  bytes: Uint8Array,
  with_: { readonly key?: Uint8Array; readonly cellId?: Uint8Array } = {},
): Promise<ObjectContent> {
  const readAt = async (offset: number, length: number) => bytes.subarray(offset, offset + length);
  return openObject({ readAt, sealedBytes: bytes.length, key, cellId, ...with_ });
}

async function contentOf(bytes: Uint8Array): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of (await open(bytes)).stream()) parts.push(part);
  return Buffer.concat(parts);
}

test('what was sealed opens whole and in any range, whatever the pieces it came in', async () => {
  const lengths = fc.oneof(fc.nat(300), fc.integer({ min: 65_500, max: 65_560 }), fc.nat(300_000));
  await fc.assert(
    fc.asyncProperty(lengths, fc.integer({ min: 1, max: 100_000 }), fc.nat(), fc.nat(), async (length, piece, a, b) => {
      const content = randomBytes(length);
      const { bytes, contentBytes, contentSha256, sealedBytes, name } = await seal(content, piece);
      assert.deepEqual(await contentOf(bytes), content);
      assert.deepEqual([contentBytes, sealedBytes], [length, bytes.length]);
      assert.deepEqual(contentSha256, createHash('sha256').update(content).digest());
      assert.deepEqual(name, createHash('sha256').update('acta/object/v1\n').update(bytes).digest());
      const offset = a % (length + 1);
      const size = b % (length - offset + 1);
      const range = await (await open(bytes)).read(offset, size);
      assert.deepEqual(Buffer.from(range), content.subarray(offset, offset + size));
    }),
    { numRuns: 40 },
  );
});

test('an object shows a Padmé length, not its own', async () => {
  const sizes = [0, 1, 100, 65_528, 65_529, 200_000];
  for (const size of sizes) {
    const padded = padme(size + 8);
    const { sealedBytes } = await seal(randomBytes(size));
    assert.equal(sealedBytes, 33 + padded + 16 * Math.ceil(padded / OBJECT_CHUNK_BYTES));
  }
});

test('a flipped bit anywhere keeps its chunk from opening', async () => {
  const { bytes } = await seal(randomBytes(150_000));
  for (let i = 0; i < 200; i++) {
    const changed = Buffer.from(bytes);
    const bit = i < 33 * 8 ? i : Math.floor((i * bytes.length * 8) / 200);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    await assert.rejects(contentOf(changed), { name: 'LedgerError' });
  }
});

test('an object that was cut, prolonged, or whose chunks were moved does not open', async () => {
  const { bytes } = await seal(randomBytes(200_000));
  const chunk = (index: number) =>
    bytes.subarray(33 + index * SEALED_CHUNK_BYTES, 33 + (index + 1) * SEALED_CHUNK_BYTES);
  const header = bytes.subarray(0, 33);
  await assert.rejects(open(bytes.subarray(0, 33 + 2 * SEALED_CHUNK_BYTES)), { code: 'object-truncated' });
  await assert.rejects(open(bytes.subarray(0, bytes.length - 1)), { code: 'object-altered' });
  await assert.rejects(open(bytes.subarray(0, 40)), { code: 'object-truncated' });
  await assert.rejects(open(new Uint8Array(0)), { code: 'object-truncated' });
  await assert.rejects(open(Buffer.concat([bytes, bytes.subarray(0, 1)])), { code: 'object-altered' });
  const swapped = Buffer.concat([header, chunk(1), chunk(0), chunk(2), chunk(3)]);
  await assert.rejects(contentOf(swapped), { code: 'object-altered' });
  const readAt = async (offset: number, length: number) => bytes.subarray(offset, offset + length - 1);
  await assert.rejects(openObject({ readAt, sealedBytes: bytes.length, key, cellId }), { code: 'object-truncated' });
});

test('an object opens with its key, in its cell and in its version only', async () => {
  const { bytes } = await seal(randomBytes(10));
  await assert.rejects(open(bytes, { key: randomBytes(32) }), { code: 'object-altered' });
  await assert.rejects(open(bytes, { cellId: randomBytes(16) }), { code: 'object-altered' });
  const newer = Buffer.from(bytes);
  newer[0] = 2;
  await assert.rejects(open(newer), { code: 'object-malformed' });
});

test('a range outside the content is refused', async () => {
  const content = await open((await seal(randomBytes(10))).bytes);
  for (const [offset, length] of [
    [0, 11],
    [11, 0],
    [-1, 2],
    [0, -1],
    [0.5, 1],
  ] as const) {
    await assert.rejects(content.read(offset, length), { code: 'object-range' });
  }
});

test('two objects of one content and key share no byte', async () => {
  const content = new Uint8Array(1000);
  const [a, b] = [await seal(content), await seal(content)];
  assert.notDeepEqual(a.name, b.name);
  assert.notDeepEqual(a.bytes.subarray(33), b.bytes.subarray(33));
});
