// Files go up piece by piece, and every answer but the hoped-for one has its remedy.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiProblem } from '../api/client.ts';
import { CHUNK_BYTES, nextChunk, remedyFor } from './chunks.ts';

test('pieces tile the file from wherever the server has it', () => {
  const size = CHUNK_BYTES * 2 + 7;
  for (const start of [0, 1, CHUNK_BYTES, size - 1]) {
    let at = start;
    for (let chunk = nextChunk(at, size); chunk !== undefined; chunk = nextChunk(at, size)) {
      assert.equal(chunk.from, at);
      assert.ok(chunk.to > chunk.from && chunk.to - chunk.from <= CHUNK_BYTES);
      at = chunk.to;
    }
    assert.equal(at, size);
  }
});

test('an empty file goes up as one empty piece', () => {
  assert.deepEqual(nextChunk(0, 0), { from: 0, to: 0 });
});

test('a server that is away is tried again, and bytes that are there already are not sent twice', () => {
  assert.deepEqual(remedyFor(new ApiProblem(0, 'unreachable')), { act: 'again' });
  assert.deepEqual(remedyFor(new ApiProblem(503, 'busy')), { act: 'again' });
  assert.deepEqual(remedyFor(new ApiProblem(409, 'offset-differs', { receivedBytes: 9 })), {
    act: 'from',
    receivedBytes: 9,
  });
});

test('what will not get better is given up with its reason', () => {
  const full = remedyFor(new ApiProblem(507, 'no-room', { freeBytes: 5 }));
  assert.deepEqual(full, { act: 'give-up', problem: 'no-room', freeBytes: 5 });
  assert.deepEqual(remedyFor(new ApiProblem(403, 'role-missing')), { act: 'give-up', problem: 'not-sent' });
  assert.deepEqual(remedyFor(new DOMException('gone', 'NotReadableError')), { act: 'give-up', problem: 'gone' });
});
