import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cloudVector } from '../webhook/body-samples.test-support.ts';
import { readGraphError, readMediaInfo, readSendResponse } from './read-answer.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

interface AnswerVector {
  readonly to: 'send' | 'media';
  readonly body: string;
  readonly read: unknown;
}

for (const [name, { to, body, read }] of Object.entries(cloudVector('answers.json') as Record<string, AnswerVector>))
  test(`an answer that is ${name} reads as expected`, () => {
    assert.deepEqual(to === 'send' ? readSendResponse(bytesOf(body)) : readMediaInfo(bytesOf(body)), read);
  });

test('no answer throws, whatever it holds', () => {
  const answer = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    fc.json().map(bytesOf),
    fc
      .dictionary(fc.constantFrom('error', 'messages', 'contacts', 'url', 'sha256', 'id'), fc.jsonValue())
      .map((object) => bytesOf(JSON.stringify(object))),
    fc.constant(bytesOf(`{"error":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)),
  );
  fc.assert(
    fc.property(answer, (bytes) => {
      assert.ok(['accepted', 'refused', 'unclear'].includes(readSendResponse(bytes).outcome));
      assert.ok(['found', 'refused', 'unclear'].includes(readMediaInfo(bytes).outcome));
      readGraphError(bytes);
    }),
  );
});
