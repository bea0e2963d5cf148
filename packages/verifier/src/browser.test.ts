import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const folder = new URL('.', import.meta.url);
const sources = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
const comments = /\/\*[\s\S]*?\*\/|\/\/.*$/gm;

test('the package imports nothing but its own files', () => {
  assert.ok(sources.length > 15);
  for (const name of sources) {
    const text = readFileSync(new URL(name, folder), 'utf8');
    for (const [, from] of text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)) {
      assert.match(from ?? '', /^\.\/[a-z0-9-]+\.ts$/, `${name} imports ${from}`);
    }
    assert.doesNotMatch(text.replaceAll(comments, ''), /node:|\brequire\b/, name);
  }
});

test('the package uses no global that only Node has', () => {
  for (const name of sources) {
    const code = readFileSync(new URL(name, folder), 'utf8').replaceAll(comments, '');
    assert.doesNotMatch(code, /\b(Buffer|process|global|__dirname|__filename|setImmediate)\b/, name);
  }
});
