import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFewEmoji, isFolded, linesOf, partsOf } from './said-text.ts';
import { wordDiff } from './word-diff.ts';

const joined = (parts: readonly { readonly text: string }[]): string => parts.map(({ text }) => text).join('');

test('a version is told word by word, and both versions can be read out of it', () => {
  const [before, after] = ['Que sean 40 bultos, mejor.', 'Que sean 45 bultos grises, mejor.'];
  const parts = wordDiff(before, after);
  assert.equal(joined(parts.filter(({ kind }) => kind !== 'added')), before);
  assert.equal(joined(parts.filter(({ kind }) => kind !== 'removed')), after);
  assert.deepEqual(
    parts.filter(({ kind }) => kind !== 'same').map(({ kind, text }) => `${kind} ${text}`),
    ['removed 40', 'added 45', 'added  grises'],
  );
});

test('versions without spaces, equal ones, empty ones and huge ones are told too', () => {
  assert.deepEqual(
    wordDiff('税号我晚点发', '税号我早点发').map(({ kind, text }) => [kind, text]),
    [
      ['same', '税号我'],
      ['removed', '晚'],
      ['added', '早'],
      ['same', '点发'],
    ],
  );
  assert.deepEqual(wordDiff('a b', 'a b'), [{ kind: 'same', text: 'a b' }]);
  assert.deepEqual(wordDiff('', 'a'), [{ kind: 'added', text: 'a' }]);
  const [one, other] = ['a '.repeat(9_000), 'b '.repeat(9_000)];
  assert.deepEqual(
    wordDiff(one, other).map(({ kind }) => kind),
    ['removed', 'added', 'same'],
  );
});

test('only http and https lead anywhere, and marks of the sentence stay outside', () => {
  const text = 'See (https://a.example/b?c=1), javascript:alert(1) and HTTP://b.example.';
  const parts = partsOf(text);
  assert.equal(joined(parts), text);
  assert.deepEqual(
    parts.flatMap(({ href }) => href ?? []),
    ['https://a.example/b?c=1', 'http://b.example/'],
  );
});

test('what was searched for is marked, without regard to case and accents', () => {
  const parts = partsOf('El FLETE y el fléte', ['flete']);
  assert.deepEqual(
    parts.filter(({ isHit }) => isHit === true).map(({ text }) => text),
    ['FLETE', 'fléte'],
  );
  assert.equal(joined(parts), 'El FLETE y el fléte');
});

test('a few emoji are large; numbers, words and many are not', () => {
  for (const text of ['👍', '🌻🌻', '👨‍👩‍👧', '🇲🇽', ' ❤️ ']) assert.equal(isFewEmoji(text), true, text);
  for (const text of ['', '12', 'ok 👍', '👍'.repeat(20)]) assert.equal(isFewEmoji(text), false, text);
});

test('above twelve lines a text is folded', () => {
  assert.equal(linesOf('one\ntwo'), 2);
  assert.equal(isFolded('line\n'.repeat(11)), false);
  assert.equal(isFolded('line\n'.repeat(13)), true);
  assert.equal(isFolded('字'.repeat(600)), true);
  assert.equal(isFolded('x'.repeat(10_000)), true);
});
