// kill -9 of a server under load: the short form.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brokenIn, shortForm } from './short-form.ts';
import { live } from './trials/live.ts';

test('a server that is killed under load loses no delivery, doubles none, and sends nothing twice', async () => {
  assert.equal(brokenIn(await shortForm(live)), '');
});
