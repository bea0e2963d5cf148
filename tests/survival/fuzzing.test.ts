// Every parser under fuzz: the short form.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brokenIn, shortForm } from './short-form.ts';
import { fuzzing } from './trials/fuzzing.ts';

test('every parser answers or refuses with an error of its own, whatever it is fed', async () => {
  assert.equal(brokenIn(await shortForm(fuzzing)), '');
});
