// A real browser for the console's tests, unpacked once for all files of a run: the folder is named by who unpacks, and takes its
// place whole, so that two who begin at once do not write into each other.

import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import packed from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const { resolve } = createRequire(import.meta.url);

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
  const folder = join(tmpdir(), `acta-chromium-${version()}`);
  if (!existsSync(folder)) await unpackInto(folder);
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: ARGS,
    env: { ...process.env, TMPDIR: folder },
  });
}

/** No copy of another version is ever taken. */
function version(): string {
  const file = join(dirname(resolve('@sparticuz/chromium')), '..', 'package.json');
  return String((JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version);
}

async function unpackInto(folder: string): Promise<void> {
  const before = process.env['TMPDIR'];
  const own = await mkdtemp(`${folder}-`);
  process.env['TMPDIR'] = own;
  try {
    await packed.executablePath();
    await rename(own, folder);
  } catch (error) {
    await rm(own, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  } finally {
    if (before === undefined) Reflect.deleteProperty(process.env, 'TMPDIR');
    else process.env['TMPDIR'] = before;
  }
}
