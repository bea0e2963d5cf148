// A real browser for the console's tests.

import { type Browser, chromium } from 'playwright-core';
import { unpackedChromium } from '../../tools/unpacked-chromium.ts';

/** One process renders for all pages of a profile and another draws for all: each further one costs as much as a page does. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--in-process-gpu',
  '--renderer-process-limit=1',
  '--font-render-hinting=none',
];

/** Starts a browser. Whoever starts it closes it. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await unpackedChromium(), args: ARGS });
}
