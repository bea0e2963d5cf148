// Reads a zip whose files are stored as they are, as evidence is handed out.

import assert from 'node:assert/strict';

const END = 0x06054b50;
const END_BYTES = 22;
const CENTRAL = 0x02014b50;
const STORED = 0;

/** The files of the zip by name, in its order. */
export function filesOf(zip: Buffer): ReadonlyMap<string, Buffer> {
  const end = zip.length - END_BYTES;
  assert.equal(zip.readUInt32LE(end), END, 'no zip without a comment');
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    assert.equal(zip.readUInt32LE(at), CENTRAL);
    assert.equal(zip.readUInt16LE(at + 10), STORED);
    const sizeBytes = zip.readUInt32LE(at + 24);
    const nameBytes = zip.readUInt16LE(at + 28);
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    files.set(zip.toString('utf8', at + 46, at + 46 + nameBytes), zip.subarray(from, from + sizeBytes));
    at += 46 + nameBytes + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}
