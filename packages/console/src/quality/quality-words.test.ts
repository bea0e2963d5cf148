// Every rule of input that the command line names has its sentence here too.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { en } from '../words/en/index.ts';

const SENTENCES = '../../../server/src/cli/sentences/quality-en.ts';
const RULE = /'quality\.([a-z-]+)':/g;

test('every rule of input has a sentence', () => {
  const text = readFileSync(join(dirname(fileURLToPath(import.meta.url)), SENTENCES), 'utf8');
  const rules = [...text.matchAll(RULE)].map(([, rule = '']) => rule);
  assert.ok(rules.includes('name-empty'));
  assert.deepEqual(
    rules.filter((rule) => !Object.hasOwn(en, `quality.rule.${rule}`)),
    [],
  );
});
