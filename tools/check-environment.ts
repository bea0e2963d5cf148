// The environment that checks and tests run in: the same on a desk and on a server. What a person has set for their own vault
// never reaches a test, and nothing is coloured, whatever the terminal. Real servers that tests are to use are named by ACTA_TEST_….

import { fileURLToPath } from 'node:url';

const COMPILED = fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url));
const OURS = /^(ACTA_(?!TEST_)|NODE_OPTIONS$|NODE_TEST_CONTEXT$|FORCE_COLOR$|LANGUAGE$|LC_)/;

/**
 * @returns this process's environment without what would make a check depend on who runs it; messages are in English.
 * Stripped and compiled modules are kept between the many processes: that is half of a small test's time.
 */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !OURS.test(name));
  return { ...Object.fromEntries(kept), NO_COLOR: '1', LANG: 'C.UTF-8', NODE_COMPILE_CACHE: COMPILED };
}
