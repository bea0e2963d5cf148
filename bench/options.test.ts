import assert from 'node:assert/strict';
import { test } from 'node:test';
import { optionsFrom, WrongUse } from './options.ts';

const works = ['parse', 'import'];

test('a million messages are measured where nothing else is said', () => {
  assert.deepEqual(optionsFrom([], works), { messages: 1_000_000, only: [] });
});

test('works are chosen by name', () => {
  const { messages, only } = optionsFrom(['--messages', '20000', '--only', 'import,parse'], works);
  assert.deepEqual([messages, only], [20_000, ['import', 'parse']]);
});

for (const args of [['--messages', 'many'], ['--messages', '999'], ['--only', 'sing'], ['--loud'], ['word']]) {
  test(`'${args.join(' ')}' is refused with a sentence`, () => {
    assert.throws(() => optionsFrom(args, works), WrongUse);
  });
}
