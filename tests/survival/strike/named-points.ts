// Preloaded into a process under test (`node --import`): kills it at a named point, where no call on a file stands: between two
// rows of one transaction, or right after the answer was printed. It wraps SQLite's statements and standard output.
//
//   STRIKE_POINT  name of a point in NAMED_POINTS, or `acknowledged`
//   STRIKE_TIMES  how many times the point is passed before the kill; 0 when missing

import Sqlite from 'better-sqlite3-multiple-ciphers';
import { NAMED_POINTS } from './point-names.ts';

const point = process.env['STRIKE_POINT'] ?? '';
let left = Number(process.env['STRIKE_TIMES'] ?? 0);

function die(): void {
  if (left-- === 0) process.kill(process.pid, 'SIGKILL');
}

/** The statements' prototype has no name of its own: it is taken from one of them. */
function killAfterStatement(pattern: RegExp): void {
  const db = new Sqlite(':memory:');
  const prototype: object = Object.getPrototypeOf(db.prepare('select 1'));
  db.close();
  for (const method of ['run', 'get', 'all']) {
    const original: unknown = Reflect.get(prototype, method);
    if (typeof original !== 'function') throw new Error(`no statement can ${method}`);
    Reflect.set(prototype, method, function (this: Sqlite.Statement, ...values: unknown[]): unknown {
      const result: unknown = Reflect.apply(original, this, values);
      if (pattern.test(this.source)) die();
      return result;
    });
  }
}

function killAfterAnswer(): void {
  const { stdout } = process;
  const write = stdout.write;
  Reflect.set(stdout, 'write', (...values: unknown[]): unknown => {
    const written: unknown = Reflect.apply(write, stdout, values);
    if (String(values[0]).startsWith('{')) die();
    return written;
  });
}

const pattern = NAMED_POINTS[point];
if (point === 'acknowledged') killAfterAnswer();
else if (pattern !== undefined) killAfterStatement(pattern);
