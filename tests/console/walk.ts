// A walk over every page on one device: each must stand without a complaint, without a breach of the rules of accessibility, and
// without moving sideways at the narrowest width.

import assert from 'node:assert/strict';
import type { House } from './house.ts';
import { takePicture } from './pictures.ts';
import { type Device, expectAccessible, expectFitsNarrow, PHONE } from './watched.ts';

export interface Place {
  readonly name: string;
  readonly path: string;
  /** What stands on the page once it has what it shows. */
  readonly shows: string;
}

/** Walks over the pages; everything that is wrong on any of them is told at once. */
export async function walkOver(house: House, places: readonly Place[], device: Device): Promise<void> {
  const { context, isClean, page, settled } = await house.asOwner(device);
  const wrong: string[] = [];
  for (const { name, path, shows } of places) {
    const on = [name, device.language ?? 'en', device.theme ?? 'light', ...(device.size === PHONE ? ['phone'] : [])];
    try {
      await page.goto(path);
      await page.locator(shows).first().waitFor();
      await settled();
      await page.evaluate('document.fonts.ready.then(() => true)');
      await takePicture(page, on.join('-'));
      await expectAccessible(page, on.join(' '));
      await expectFitsNarrow(page, on.join(' '));
      isClean();
    } catch (error) {
      wrong.push(`${on.join(' ')}: ${error instanceof Error ? error.message : error}`);
    }
  }
  await context.close();
  assert.ok(wrong.length === 0, wrong.join('\n'));
}
