// One of two servers dies during an import: the short form.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brokenIn, shortForm } from './short-form.ts';
import { failOver } from './trials/fail-over.ts';

test('when the writing server is killed the other goes on, and every message is there once', async () => {
  assert.equal(brokenIn(await shortForm(failOver)), '');
});
