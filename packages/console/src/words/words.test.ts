// Every sentence stands in every language with the same places, and every one is said somewhere.

import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { en } from './en/index.ts';
import { es } from './es/index.ts';
import { placesOf, type Sentence } from './sentence.ts';
import { zh } from './zh/index.ts';

const SOURCE = join(dirname(fileURLToPath(import.meta.url)), '..');
const NOT_SAID = /[¡！]|\bOops\b|\bplease\b|\bpor favor\b|(?<!邀)请|successfully|!/iu;

for (const [name, words] of Object.entries({ es, zh })) {
  test(`${name} has every sentence of the English catalogue, with the same places`, () => {
    assert.deepEqual(Object.keys(words).sort(), Object.keys(en).sort());
    for (const [key, sentence] of Object.entries<Sentence>(en))
      assert.deepEqual(placesOf(wordOf(words, key)), placesOf(sentence), key);
  });
}

test('no sentence begs, cheers or shouts', () => {
  for (const words of [en, es, zh])
    for (const [key, sentence] of Object.entries<Sentence>(words))
      assert.doesNotMatch(JSON.stringify(sentence), NOT_SAID, key);
});

test('every sentence is said somewhere', () => {
  const files = globSync('**/*.{ts,tsx}', { cwd: SOURCE }).filter((file) => !file.startsWith('words/'));
  const source = files.map((file) => readFileSync(join(SOURCE, file), 'utf8')).join('\n');
  const unsaid = Object.keys(en).filter(
    (key) => !source.includes(`'${key}'`) && !source.includes(`id="${key}"`) && !saidByPrefix(source, key),
  );
  assert.deepEqual(unsaid, []);
});

/** A key that is put together names its beginning in a template: `audit.did.${command}`. */
function saidByPrefix(source: string, key: string): boolean {
  const last = key.lastIndexOf('.');
  return last > 0 && source.includes(`\`${key.slice(0, last)}.\${`);
}

function wordOf(words: object, key: string): Sentence {
  const found = new Map<string, Sentence>(Object.entries(words)).get(key);
  assert.ok(found !== undefined, key);
  return found;
}
