/** The dictionary is what its source makes, and its bytes never change. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { dictionaryText } from './dictionary-source.ts';
import { DICTIONARY_V1 } from './dictionary-v1.ts';

test('dictionary 1 is what its source makes', () => {
  assert.equal(Buffer.from(DICTIONARY_V1).toString('utf8'), dictionaryText());
});

test('dictionary 1 has the bytes that stored strips depend on', () => {
  assert.equal(
    createHash('sha256').update(DICTIONARY_V1).digest('hex'),
    '60b493a6f46ae9354f704ddef0c265a0e87727e2bed561fd9654e1050823c5a4',
  );
});
