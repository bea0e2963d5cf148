import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('main.ts', import.meta.url));

test('the program says where it listens, serves, and ends with its parent', async () => {
  const child = spawn(process.execPath, [program, '--port', '0', '--with-parent', '--people', '2']);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const url = /http:\S+/.exec(line.toString())?.[0] ?? '';
  const { people } = (await (await fetch(`${url}/sandbox/people`)).json()) as { readonly people: readonly unknown[] };
  assert.equal(people.length, 2);
  child.stdin.end();
  const [code] = (await once(child, 'exit')) as [number];
  assert.equal(code, 0);
});

test('what it does not understand it says on standard error, with exit code 1', async () => {
  const child = spawn(process.execPath, [program, '--speed', '9']);
  const [said] = (await once(child.stderr, 'data')) as [Buffer];
  const [code] = (await once(child, 'exit')) as [number];
  assert.deepEqual([said.toString(), code], ['sandbox: --speed is not understood; see --help\n', 1]);
});
