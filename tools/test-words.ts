// What Node is told before a test file, wherever one is started: joined packages, and tests that are known by their context.

import { fileURLToPath } from 'node:url';
import { WITH_JOINED } from '../packages/server/joined/place.ts';

export const TEST_WORDS: readonly string[] = [
  '--import',
  fileURLToPath(new URL('test-context.ts', import.meta.url)),
  ...WITH_JOINED,
];
