// The console as it is served: built once, and again only when a source is younger than what was built. Two test files that need it
// at once wait for one build.

import { execFile } from 'node:child_process';
import { globSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));
const BUILT = `${root}packages/console/dist/index.html`;
const CACHE = `${root}node_modules/.cache`;
const LOCK = `${CACHE}/console-build`;
const SOURCES = ['index.html', 'vite.config.ts', 'package.json', 'public/**', 'src/**', '../server/client/**'];

const POLL_MS = 200;
/** A build that takes longer was killed, and left its lock. */
const LONGEST_MS = 180_000;

/** Makes sure that what lies in the console's `dist` is built of these sources. */
export async function builtConsole(): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  while (isStale()) {
    if (takesLock()) {
      try {
        if (isStale()) await build();
      } finally {
        rmSync(LOCK, { recursive: true, force: true });
      }
    } else await wait(POLL_MS);
  }
}

function isStale(): boolean {
  const built = changedAt(BUILT);
  const sources = globSync(
    SOURCES.map((source) => `${root}packages/console/${source}`),
    { exclude: (path) => path.endsWith('.test.ts') },
  );
  return built === 0 || sources.some((source) => changedAt(source) > built);
}

function changedAt(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined || stat.isDirectory() ? 0 : stat.mtimeMs;
}

function takesLock(): boolean {
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    const since = statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - since > LONGEST_MS) rmSync(LOCK, { recursive: true, force: true });
    return false;
  }
}

async function build(): Promise<void> {
  const vite = `${root}node_modules/vite/bin/vite.js`;
  await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: `${root}packages/console`,
  });
}
