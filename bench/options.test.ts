import assert from 'node:assert/strict';
import { test } from 'node:test';
import { optionsFrom, WrongUse } from './options.ts';

const works = ['parse', 'import'];

test('a million messages are measured where nothing else is said', () => {
  assert.deepEqual(optionsFrom([], works), { messages: 1_000_000, seconds: 600, only: [] });
});

test('works are chosen by name, with or without the word for it', () => {
  assert.deepEqual(optionsFrom(['import', '--seconds', '5'], works).only, ['import']);
  assert.equal(optionsFrom(['import', '--seconds', '5'], works).seconds, 5);
  const { messages, only } = optionsFrom(['--messages', '20000', '--only', 'import,parse'], works);
  assert.deepEqual([messages, only], [20_000, ['import', 'parse']]);
});

for (const args of [
  ['--messages', 'many'],
  ['--messages', '1999'],
  ['--seconds', '0'],
  ['--only', 'sing'],
  ['--loud'],
  ['word'],
]) {
  test(`'${args.join(' ')}' is refused with a sentence`, () => {
    assert.throws(() => optionsFrom(args, works), WrongUse);
  });
}
