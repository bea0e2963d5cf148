import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plausibleOverlap } from './overlap.ts';

const DAY = 86_400;
const held = { first: 100 * DAY, last: 200 * DAY, authors: new Set(['Ana', 'Beto']) };

test('a file with an author and a time in common is plausible', () => {
  assert.deepEqual(plausibleOverlap(held, { first: 150 * DAY, last: 300 * DAY, authors: new Set(['Ana', 'Eva']) }), {
    verdict: 'plausible',
  });
});

test('a file that begins within a month of the chat is plausible', () => {
  assert.deepEqual(plausibleOverlap(held, { first: 220 * DAY, last: 300 * DAY, authors: new Set(['Ana']) }), {
    verdict: 'plausible',
  });
});

test('a file without a common author is doubtful', () => {
  const strangers = { first: 150 * DAY, last: 160 * DAY, authors: new Set(['Eva']) };
  assert.deepEqual(plausibleOverlap(held, strangers), { verdict: 'doubtful', why: 'no-common-author' });
});

test('a file of another time is doubtful, before or after', () => {
  assert.deepEqual(plausibleOverlap(held, { first: 0, last: DAY, authors: held.authors }), {
    verdict: 'doubtful',
    why: 'apart',
  });
  assert.deepEqual(plausibleOverlap(held, { first: 300 * DAY, last: 301 * DAY, authors: held.authors }), {
    verdict: 'doubtful',
    why: 'apart',
  });
});

test('a side with system lines only fits by its time', () => {
  assert.deepEqual(plausibleOverlap(held, { first: 150 * DAY, last: 160 * DAY, authors: new Set() }), {
    verdict: 'plausible',
  });
});
