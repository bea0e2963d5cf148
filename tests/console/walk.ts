// A walk over every page on one device: each must stand without a complaint and without moving sideways at the narrowest width, and,
// where the walk examines, without a breach of the rules of accessibility.

import assert from 'node:assert/strict';
import { isExamined } from './forms.ts';
import type { Visit } from './house.ts';
import { takePicture } from './pictures.ts';
import { PHONE } from './watched.ts';
import type { Key } from './words.ts';

export interface Place {
  readonly name: string;
  readonly path: string;
  /** What stands on the page once it has what it shows. */
  readonly shows?: string;
  /** What a heading says. */
  readonly called?: Key;
}

/** Walks from page to page as the console's own links lead; everything that is wrong on any of them is told at once. */
export async function walkOver(visit: Visit, places: readonly Place[]): Promise<void> {
  const { accessible, device, fitsNarrow, isClean, page, say, settled } = visit;
  const { language = 'en', size, theme = 'light' } = device;
  const wrong: string[] = [];
  for (const [index, { called, name, path, shows }] of places.entries()) {
    const on = [name, language, theme, ...(size === PHONE ? ['phone'] : [])];
    try {
      if (index === 0) await page.goto(path);
      else await page.evaluate(`history.pushState(null, '', ${JSON.stringify(path)})`);
      await page.waitForURL((url) => url.pathname + url.search === path);
      if (called !== undefined)
        await page
          .getByRole('heading', { name: say(called) })
          .first()
          .waitFor();
      if (shows !== undefined) await page.locator(shows).first().waitFor();
      await settled();
      await page.evaluate('document.fonts.ready.then(() => true)');
      await takePicture(page, on.join('-'));
      if (isExamined(device)) await accessible(name);
      await fitsNarrow(name);
      isClean();
    } catch (error) {
      wrong.push(`${on.join(' ')}: ${error instanceof Error ? error.message : error}`);
    }
  }
  assert.ok(wrong.length === 0, wrong.join('\n'));
}
