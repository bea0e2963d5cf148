// What becomes of media on the disk is found by a deep verification, and named by the record that refers to it.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { SAMPLES } from '../cli/run-here.test-support.ts';
import { PathImporter } from '../intake/import-paths.ts';
import { type TestVault, testVault } from './vault.test-support.ts';

const QUIET = { reading: () => undefined, importing: () => undefined, done: () => undefined };
const NOBODY = { dateOrder: async () => 'DMY' as const, title: async () => undefined };

function objectsOf({ dir }: TestVault): string[] {
  const files = readdirSync(join(dir, 'objects'), { recursive: true, withFileTypes: true });
  return files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
}

test('an object that is gone, flipped in a bit or cut off is named by the record that refers to it', async (t) => {
  const vault = testVault(t);
  await vault.write(async (open) => {
    const importer = new PathImporter(open.desk, { readmit: false, actor: 'test', me: 'Café Aurora' }, NOBODY, QUIET);
    await importer.importPaths([join(SAMPLES, 'WhatsApp Chat - Nora Walsh.zip')]);
  });
  assert.equal((await vault.verify()).verdict, 'intact');
  const [first = '', second = '', third = ''] = objectsOf(vault);
  const bytes = readFileSync(first);
  bytes[40] = (bytes[40] ?? 0) ^ 1;
  writeFileSync(first, bytes);
  writeFileSync(second, readFileSync(second).subarray(0, 20));
  rmSync(third);
  const { altered, missing, verdict } = await vault.verify();
  assert.equal(verdict, 'altered');
  assert.deepEqual(
    altered.map(({ reason, what }) => `${what} ${reason}`),
    ['object object-differs', 'object object-differs'],
  );
  assert.deepEqual(
    missing.map(({ reason, what }) => `${what} ${reason}`),
    ['object gone'],
  );
  const seqs = [...altered, ...missing].map((one) => one.first);
  const records = await vault.write((open) => open.reader.records(seqs));
  assert.deepEqual(new Set(seqs), new Set(records.keys()));
  assert.equal((await vault.verify(false)).verdict, 'intact', 'only a deep verification reads objects');
});
