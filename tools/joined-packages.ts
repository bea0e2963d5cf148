// The server's joined packages, as an installation has them: made where they are not there for what is locked now, so that what is
// tested is what runs.

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { isJoined } from '../packages/server/joined/place.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Joins them unless that was done. */
export async function joinedPackages(): Promise<void> {
  if (isJoined()) return;
  const words = ['build', 'packages/server', '--config', 'packages/server/joined/vite.config.ts', '--logLevel', 'warn'];
  await promisify(execFile)(process.execPath, [`${root}node_modules/vite/bin/vite.js`, ...words], { cwd: root });
}
