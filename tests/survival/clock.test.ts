// A clock that is wrong: the short form.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brokenIn, shortForm } from './short-form.ts';
import { clock } from './trials/clock.ts';

test('a wrong clock changes no answer', async () => {
  assert.equal(brokenIn(await shortForm(clock)), '');
});
