import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { isBulk } from './input-size.ts';

test('what is taken in is bulk from a million bytes in all, in files or folders, and nothing else is', async (t) => {
  const dir = mkdtempSync(join(tmpdir(), 'acta-test-'));
  t.after(() => rmSync(dir, { recursive: true }));
  mkdirSync(join(dir, 'exports', 'inner'), { recursive: true });
  writeFileSync(join(dir, 'small.txt'), 'x'.repeat(400_000));
  writeFileSync(join(dir, 'exports', 'inner', 'chat.txt'), 'x'.repeat(600_000));
  assert.equal(await isBulk([join(dir, 'small.txt'), join(dir, 'exports')]), true);
  assert.equal(await isBulk([dir]), true);
  assert.equal(await isBulk([join(dir, 'exports')]), false);
  assert.equal(await isBulk([join(dir, 'absent'), join(dir, 'small.txt')]), false);
});
