import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { vectorFiles, vectorFolder } from './vector-files.ts';

test('the vectors in the repository are what the generator writes', () => {
  for (const [name, text] of vectorFiles()) {
    assert.ok(readFileSync(new URL(name, vectorFolder), 'utf8') === text, name);
  }
});
