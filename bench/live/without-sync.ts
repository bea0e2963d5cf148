// Preloaded into a server that is measured for comparison (`node --import`): SQLite waits for no disk. Nothing that is installed can
// reach it.

import { createRequire } from 'node:module';

const ofServer = createRequire(new URL('../../packages/server/package.json', import.meta.url));
const Sqlite = ofServer('better-sqlite3-multiple-ciphers') as {
  readonly prototype: { readonly pragma: (said: string, options?: unknown) => unknown };
};

const FULL = /^synchronous=\w+$/;
const { pragma } = Sqlite.prototype;
Reflect.set(Sqlite.prototype, 'pragma', function (this: unknown, said: string, options?: unknown) {
  return Reflect.apply(pragma, this, [said.replace(FULL, 'synchronous=OFF'), options]);
});
