// Runs before the program, in each of its threads: what the server imports of the joined packages comes from their joined files.

import { registerHooks } from 'node:module';
import { isJoined, JOINED, joinedFile, joinedFolder } from './place.ts';

const SERVER = new URL('../', import.meta.url).href;

const folder = joinedFolder();
const urls = new Map(JOINED.map((name) => [name, new URL(joinedFile(name), folder).href]));

if (isJoined(folder))
  registerHooks({
    resolve: (specifier, context, next) => {
      const url = urls.get(specifier);
      if (url === undefined || context.parentURL?.startsWith(SERVER) !== true) return next(specifier, context);
      return { url, format: 'module', shortCircuit: true };
    },
  });
