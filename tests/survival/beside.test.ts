// Several at once: the short form.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brokenIn, shortForm } from './short-form.ts';
import { beside } from './trials/beside.ts';

test('writers at once, readers beside a writer and many conversations see whole answers', async () => {
  assert.equal(brokenIn(await shortForm(beside)), '');
});
