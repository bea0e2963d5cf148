// Flipped bits, cuts, zeros, swapped and older files: the short form.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brokenIn, shortForm } from './short-form.ts';
import { damage } from './trials/damage.ts';

test('a hurt file never gives a wrong answer: it is named, mended or without effect', async () => {
  assert.equal(brokenIn(await shortForm(damage)), '');
});
