// Everything that can be done has a sentence: every operation of the interface, every command that leaves an audit record, every kind of
// record that names who decided it. And every group of acts names what there is.

import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { en } from '../words/en/index.ts';
import { didAsked } from './act-groups.ts';

const SERVER = join(dirname(fileURLToPath(import.meta.url)), '../../../server');
const OPERATION = /^ {4}(\w+): \{$/gm;
const SAID = /(?:command|record): '([a-z-]+)'/g;
const KIND = /kind: '([a-z-]+)'/;
const CAPITAL = /[A-Z]/g;

test('every operation of the interface has a sentence', () => {
  const schema = readFileSync(join(SERVER, 'client/schema.ts'), 'utf8');
  const operations = schema.slice(schema.indexOf('export interface operations'));
  const names = [...operations.matchAll(OPERATION)].map(([, name = '']) => name);
  assert.ok(names.includes('sendMessage'));
  assert.deepEqual(without(names.map((name) => `api-${kebab(name)}`)), []);
});

test('every command that leaves an audit record has a sentence', () => {
  const lines = sources('src/{cli,http,assembly,workers}/**/*.ts').flatMap((text) => text.split('\n'));
  const said = lines.filter((line) => !line.includes("'usage'") && !line.includes('throw ')).join('\n');
  const names = [...said.matchAll(SAID)].map(([, name = '']) => name);
  assert.ok(names.includes('sign-in') && names.includes('erase'));
  assert.deepEqual(without(names), []);
});

test('every kind of record that names who decided it has a sentence', () => {
  const blocks = sources('src/records/*.ts').flatMap((text) => text.split(/^export (?:interface|type) /m));
  const kinds = blocks
    .filter((block) => block.includes('actor: string') || block.includes('extends Done'))
    .flatMap((block) => KIND.exec(block)?.[1] ?? []);
  assert.ok(kinds.includes('merge') && kinds.includes('note'));
  assert.deepEqual(without(kinds.filter((kind) => kind !== 'audit')), []);
});

test('groups name what there is', () => {
  for (const group of ['looked', 'changed', 'exported', 'erased', 'signed-in', 'not-signed-in']) {
    const { but, did } = didAsked(group);
    assert.deepEqual(without((did ?? but ?? '').split(',')), [], group);
    assert.ok((did ?? but ?? '').length <= 4_000);
  }
  assert.deepEqual(didAsked('search'), { did: 'search' });
});

function sources(pattern: string): string[] {
  const files = globSync(pattern, { cwd: SERVER }).filter((file) => !file.includes('.test'));
  return files.map((file) => readFileSync(join(SERVER, file), 'utf8'));
}

/** Names that have no sentence, each once. */
function without(names: readonly string[]): string[] {
  return [...new Set(names)].filter((name) => !Object.hasOwn(en, `audit.did.${name}`)).sort();
}

function kebab(name: string): string {
  return name.replace(CAPITAL, (letter) => `-${letter.toLowerCase()}`);
}
