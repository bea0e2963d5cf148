// Every page of the console in a real browser, at the real program with the samples in it: in each language, at the desk and on a phone,
// in light and in dark.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pages } from './flows/pages.ts';
import { settings } from './flows/settings.ts';
import { IS_LONG, named, sayNotRun } from './forms.ts';
import { House } from './house.ts';
import { TAKES_PICTURES } from './pictures.ts';
import { DESK, type Device, PHONE } from './watched.ts';

/** A picture is taken of every page on one of these. */
const WALKS: readonly Device[] = [
  { language: 'en', theme: 'light', size: DESK },
  { language: 'en', theme: 'dark', size: PHONE },
  { language: 'es', theme: 'light', size: PHONE },
  { language: 'es', theme: 'dark', size: DESK },
  { language: 'zh', theme: 'light', size: DESK },
  { language: 'zh', theme: 'dark', size: PHONE },
];

/** Each language, both widths and both themes; the rest changes one of them. */
const SHORT: readonly number[] = [0, 2, 5];

sayNotRun('walks over the pages in each language, at each width, in each theme');

let house: House | undefined;

before(async () => {
  house = await House.open();
});

after(() => house?.close());

for (const [place, device] of WALKS.entries()) {
  if (!IS_LONG && !TAKES_PICTURES && !SHORT.includes(place)) continue;
  test(`${pages.title} (${named(device)}, ${device.theme})`, async () => {
    assert.ok(house !== undefined);
    await house.walk(pages, device);
  });
}

for (const flow of settings)
  test(flow.title, async () => {
    assert.ok(house !== undefined);
    await house.walk(flow, { language: 'en', size: DESK });
  });
