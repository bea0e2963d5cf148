// A move that is killed: the short form.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brokenIn, shortForm } from './short-form.ts';
import { moves } from './trials/moves.ts';

test('a killed move leaves one place that takes records, and completes when it is run again', async () => {
  assert.equal(brokenIn(await shortForm(moves)), '');
});
