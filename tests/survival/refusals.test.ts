// Disks that fail or are full, folders without permission: the short form.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brokenIn, shortForm } from './short-form.ts';
import { refusals } from './trials/refusals.ts';

test('a disk that refuses is told in a sentence, and nothing is lost or doubled', async () => {
  assert.equal(brokenIn(await shortForm(refusals)), '');
});
