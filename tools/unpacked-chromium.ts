// The browser of the tests, unpacked once for the version that is installed and kept beside what else is made from packages. Its folder
// is named by who unpacks and takes its place whole, so that two who begin at once do not write into each other.
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import packed from '@sparticuz/chromium';

const CACHE = fileURLToPath(new URL('../node_modules/.cache', import.meta.url));
const { resolve } = createRequire(import.meta.url);

/** Where its program lies. */
export async function unpackedChromium(): Promise<string> {
  const folder = join(CACHE, `chromium-${version()}`);
  if (!existsSync(folder)) await unpackInto(folder);
  return join(folder, 'chromium');
}

/** No copy of another version is ever taken. */
function version(): string {
  const file = join(dirname(resolve('@sparticuz/chromium')), '..', 'package.json');
  return String((JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version);
}

async function unpackInto(folder: string): Promise<void> {
  await mkdir(CACHE, { recursive: true });
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
