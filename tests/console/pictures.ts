// Pictures of the pages for the documentation, taken where `ACTA_PICTURES` is set: twice as fine as a screen's points, in few enough
// colours to stay small.

import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { DESK, type Device } from './watched.ts';

const FOLDER = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const SERVER = new URL('../../packages/server/package.json', import.meta.url);

/** Whether this run takes them. */
export const TAKES_PICTURES: boolean = process.env['ACTA_PICTURES'] === '1';

const MOST_BYTES = 300_000;
const COLOURS = [256, 128, 64, 32] as const;

/** Every page once, in one language, light or dark, at the desk or on a phone. */
const CHOSEN: ReadonlySet<string> = new Set([
  'inbox',
  'proof',
  'inbox-es-dark',
  'conversation-en-light',
  'conversation-es-light-phone',
  'search-en-light',
  'search-zh-dark-phone',
  'people-zh-light',
  'people-en-dark-phone',
  'person-en-light',
  'import-es-dark',
  'connect-en-light',
  'integrity-zh-light',
  'audit-en-light',
  'quality-es-light-phone',
  'more-zh-dark-phone',
  'settings-me-es-dark',
  'settings-security-en-dark-phone',
  'settings-team-en-light',
  'settings-keys-zh-light',
  'settings-labels-en-dark-phone',
  'settings-replies-es-light-phone',
  'settings-fields-zh-dark-phone',
  'settings-vault-es-dark',
]);

/** What is used of the server's own library of pictures. */
type Sharp = (picture: Uint8Array) => {
  png(options: { readonly palette: true; readonly colours: number; readonly effort: number }): {
    toBuffer(): Promise<Uint8Array>;
  };
};

/** Keeps what a flow shows in English at the desk. */
export async function takeFlowPicture(
  { device, page }: { readonly device: Device; readonly page: Page },
  name: string,
): Promise<void> {
  if (device.language === 'en' && device.size === DESK) await takePicture(page, name);
}

/** Keeps what the page shows as `console-NAME.png`. */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (!TAKES_PICTURES || !CHOSEN.has(name)) return;
  const sharp = createRequire(SERVER)('sharp') as Sharp;
  const taken = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  for (const colours of COLOURS) {
    const small = await sharp(taken).png({ palette: true, colours, effort: 8 }).toBuffer();
    if (small.length > MOST_BYTES && colours !== COLOURS.at(-1)) continue;
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(`${FOLDER}console-${name}.png`, small);
    return;
  }
}
