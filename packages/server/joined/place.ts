// Packages of others of which each would be hundreds of files: joined to a few when everything is installed, beside the packages
// themselves, so that a start opens fifty files in place of two thousand. Nothing of ours is joined, and nothing is changed: where the
// joined files are missing, or were made for other packages, each package is loaded as it stands.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** As the server names them. */
export const JOINED: readonly string[] = [
  '@better-auth/passkey',
  '@better-auth/utils/otp',
  '@fastify/type-provider-typebox',
  'better-auth',
  'better-auth/api',
  'better-auth/crypto',
  'better-auth/db/migration',
  'better-auth/plugins',
  'better-call',
  'kysely',
  'openid-client',
  'typebox',
];

const ROOT = new URL('../../../', import.meta.url);

/** Where they lie for exactly the packages that are locked: a folder URL that ends with a slash. */
export function joinedFolder(): URL {
  const of = createHash('sha256').update(JSON.stringify(JOINED));
  of.update(lockedPackages());
  return new URL(`node_modules/.cache/joined/${of.digest('hex').slice(0, 16)}/`, ROOT);
}

/** Nothing where somebody took the program away from its lock file. */
function lockedPackages(): Uint8Array {
  const lock = new URL('package-lock.json', ROOT);
  return existsSync(lock) ? readFileSync(lock) : new Uint8Array();
}

/** The file of a package of `JOINED`. */
export function joinedFile(name: string): string {
  return `${name.replaceAll('/', '-')}.mjs`;
}

/** Stands in the folder once all files do. */
export const MADE = 'made';

/** Whether they were made. */
export function isJoined(folder: URL = joinedFolder()): boolean {
  return existsSync(new URL(MADE, folder));
}

/** Words for Node before the program's file: what the server loads of `JOINED` is then taken from there. */
export const WITH_JOINED: readonly string[] = ['--import', fileURLToPath(new URL('take.ts', import.meta.url))];
