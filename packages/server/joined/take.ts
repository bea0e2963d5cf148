// Runs before the program, in each of its threads: what the server imports of the joined packages comes from their joined files, and
// what our modules import of each other by a path is where the path says, so that nobody looks for it on the disk.

import { registerHooks } from 'node:module';
import { isJoined, JOINED, joinedFile, joinedFolder } from './place.ts';

const SERVER = new URL('../', import.meta.url).href;
const PACKAGES = new URL('../../', import.meta.url).href;
const OURS = /^\.{1,2}\/.+\.ts$/u;

const folder = joinedFolder();
const urls = new Map(isJoined(folder) ? JOINED.map((name) => [name, new URL(joinedFile(name), folder).href]) : []);

registerHooks({
  resolve: (specifier, context, next) => {
    const { parentURL } = context;
    if (parentURL?.startsWith(PACKAGES) !== true) return next(specifier, context);
    if (OURS.test(specifier))
      return { url: new URL(specifier, parentURL).href, format: 'module-typescript', shortCircuit: true };
    const url = parentURL.startsWith(SERVER) ? urls.get(specifier) : undefined;
    return url === undefined ? next(specifier, context) : { url, format: 'module', shortCircuit: true };
  },
});
