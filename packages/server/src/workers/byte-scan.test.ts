import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { scanFolder } from './byte-scan.ts';
import { NeedleSearch } from './needle-search.ts';

function folder(t: TestContext): string {
  const dir = mkdtempSync(join(tmpdir(), 'acta-scan-'));
  t.after(() => rmSync(dir, { recursive: true }));
  return dir;
}

const needle = fc.uint8Array({ minLength: 1, maxLength: 12, max: 3 });

test('every needle is found that the bytes hold, and no other, wherever they are cut', () => {
  const bytes = fc.uint8Array({ maxLength: 300, max: 3 });
  const property = fc.property(bytes, fc.array(needle, { maxLength: 8 }), fc.nat(20), (all, needles, cut) => {
    const search = new NeedleSearch(needles);
    const [from, to] = [Math.min(cut, all.length), Math.max(Math.min(cut, all.length), all.length - cut)];
    search.look(all, from, to);
    const window = Buffer.from(all.subarray(from, to));
    assert.equal(search.found, needles.filter((one) => window.includes(Buffer.from(one))).length);
  });
  fc.assert(property, { numRuns: 500 });
});

test('of longer needles fewer places are looked at, and none is missed', () => {
  const lengths = fc.constantFrom(5, 8, 9, 16, 17, 40);
  const property = fc.property(lengths, fc.nat(200), fc.nat(7), (length, before, shift) => {
    const bytes = new Uint8Array(before + length + 20);
    const needles = [0, 1].map((nth) => Uint8Array.from({ length: length + nth * 3 }, (_, i) => 1 + nth + (i % 5)));
    bytes.set(needles[0] ?? [], before);
    const search = new NeedleSearch(needles);
    search.look(bytes, Math.min(shift, before), bytes.length);
    assert.equal(search.found, 1);
  });
  fc.assert(property, { numRuns: 500 });
});

test('a needle is found at any place of a long file, across reads, and in a name', async (t) => {
  const dir = folder(t);
  mkdirSync(join(dir, 'deep'));
  const bytes = randomBytes(5 * (1 << 20) + 17);
  const needles = [0, 3, (2 << 20) - 5, (2 << 20) - 1, 2 << 20, (4 << 20) - 2, bytes.length - 9].map((at) =>
    Uint8Array.from(bytes.subarray(at, at + 9)),
  );
  const absent = randomBytes(40);
  writeFileSync(join(dir, 'deep', 'long'), bytes);
  writeFileSync(join(dir, 'a-telling-name'), '');
  const scan = await scanFolder(dir, [...needles, absent, Buffer.from('telling')]);
  assert.deepEqual(scan, { files: 2, bytes: bytes.length, found: needles.length + 1 });
});
