// kill -9 in every kind of command: the short form.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brokenIn, shortForm } from './short-form.ts';
import { kills } from './trials/kills.ts';

test('a kill loses nothing that was acknowledged, doubles nothing, and an ordered erasure is completed', async () => {
  assert.equal(brokenIn(await shortForm(kills)), '');
});
