// Power cuts are for the long form: this says so.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brokenIn, shortForm } from './short-form.ts';
import { powerCuts } from './trials/power-cuts.ts';

test('a power cut loses nothing that was acknowledged', async () => {
  assert.equal(brokenIn(await shortForm(powerCuts)), '');
});
