import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { isBulkImport } from './import-shape.ts';

const dir = mkdtempSync(join(tmpdir(), 'acta-import-shape-'));
after(() => rmSync(dir, { recursive: true }));
const large = join(dir, 'large.txt');
writeFileSync(large, Buffer.alloc(2_000_000));

test('an import of much is known by the sizes of what it names', async () => {
  assert.equal(await isBulkImport(['import', '--json', large]), true);
  assert.equal(await isBulkImport(['import', dir, '--chat', 'Ana']), true);
  assert.equal(await isBulkImport(['import', join(dir, 'nothing.txt')]), false);
});

test('what an option names is not taken in, and no other command takes anything in', async () => {
  assert.equal(await isBulkImport(['import', join(dir, 'nothing.txt'), '--vault', dir]), false);
  assert.equal(await isBulkImport(['inspect', large]), false);
  assert.equal(await isBulkImport([]), false);
});

test('words that cannot be read are left to whoever runs them', async () => {
  assert.equal(await isBulkImport(['import', large, '--chat']), false);
  assert.equal(await isBulkImport(['import', large, '--nonsense']), false);
});
