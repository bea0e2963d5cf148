import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedQuery, chipText, queryParts, queryText, typedParts, withWord } from './query-chips.ts';

const chip = (filter: 'from' | 'in' | 'before' | 'after' | 'has', value: string, without = false) => ({
  filter,
  value,
  without,
});

test('a filter becomes a chip with the space behind it, and not before', () => {
  assert.deepEqual(typedParts('freight from:an'), { chips: [], text: 'freight from:an' });
  assert.deepEqual(typedParts('freight from:ana '), { chips: [chip('from', 'ana')], text: 'freight ' });
  assert.deepEqual(typedParts('from:"Ana Luisa"'), { chips: [chip('from', 'Ana Luisa')], text: '' });
  assert.deepEqual(typedParts('-has:Image x'), { chips: [chip('has', 'image', true)], text: 'x' });
});

test('what is no filter of the language stays text', () => {
  for (const text of ['has:money ', 'before:soon ', 'to:ana ', 'http://x.org/ ', '12:30 '])
    assert.deepEqual(typedParts(text).chips, [], text);
});

test('the address holds the whole query, and gives it back', () => {
  const query = { chips: [chip('from', 'Rogelio Cantú'), chip('before', '2026-07-01')], text: 'freight invoice' };
  assert.equal(queryText(query), 'freight invoice from:"Rogelio Cantú" before:2026-07-01');
  assert.deepEqual(queryParts(queryText(query)), query);
  assert.equal(chipText(chip('in', 'a"b c')), 'in:"ab c"');
});

test('the server is asked what it can understand while somebody types', () => {
  assert.equal(askedQuery({ chips: [], text: 'freight invo' }), 'freight invo*');
  assert.equal(askedQuery({ chips: [], text: 'freight ' }), 'freight');
  assert.equal(askedQuery({ chips: [], text: 'freight from:' }), 'freight');
  assert.equal(askedQuery({ chips: [], text: 'freight from:"Ana L' }), 'freight');
  assert.equal(askedQuery({ chips: [], text: '"freight inv' }), '"freight inv"');
  assert.equal(askedQuery({ chips: [], text: '发票' }), '发票');
  assert.equal(askedQuery({ chips: [], text: '+52 81' }), '+52 81');
  assert.equal(askedQuery({ chips: [chip('has', 'image')], text: '' }), 'has:image');
  assert.equal(askedQuery({ chips: [], text: '  -' }), '');
  assert.equal(askedQuery({ chips: [], text: 'frieght' }, { isGrowing: false }), 'frieght');
});

test('a suggestion takes the place of the word it is near to', () => {
  assert.equal(withWord('the Frieght invoice', 'frieght', 'freight'), 'the freight invoice');
});
