import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editDistance } from './edit-distance.ts';
import { matchRanges } from './match-ranges.ts';
import { parseQuery } from './query-parser.ts';

const cases: readonly (readonly [text: string, query: string, shown: readonly string[]])[] = [
  ['Un CAMIÓN rojo, otro camion', 'camión', ['CAMIÓN', 'camion']],
  ['el camión rojo y rojo el camión', '"camión rojo"', ['camión rojo']],
  ['camiones y camión', 'camion*', ['camiones', 'camión']],
  ['我用微信支付吧', '微信支付', ['微信支付']],
  ["Mr. O'Brien", 'obrien', ["O'Brien"]],
  ['llama al +52 1 81 1234-5678 ya', '8112345678', ['52 1 81 1234-5678']],
  ['pieza 1234 de 5678 y 81', '81 1234 5678', ['1234', '5678', '81']],
  ['hola 👍🏽', '👍', ['👍🏽']],
  ['hola mundo', 'hola -mundo', ['hola']],
  ['hola mundo', 'from:ana', []],
  ['nada', 'hola', []],
];

for (const [text, query, shown] of cases) {
  test(`${query} marks ${JSON.stringify(shown)} in ${text}`, () => {
    const ranges = matchRanges(text, parseQuery(query));
    assert.deepEqual(
      ranges.map(({ start, end }) => text.slice(start, end)),
      shown,
    );
  });
}

test('edit distance counts inserted, dropped, changed and swapped letters, up to a bound', () => {
  assert.equal(editDistance('camion', 'camion', 2), 0);
  assert.equal(editDistance('camion', 'camoin', 2), 1);
  assert.equal(editDistance('camion', 'camiones', 2), 2);
  assert.equal(editDistance('camion', 'amion', 1), 1);
  assert.equal(editDistance('camion', 'avion', 2), 2);
  assert.equal(editDistance('camion', 'perro', 2), 3);
  assert.equal(editDistance('a'.repeat(100), 'a'.repeat(100), 2), 3);
});
