// The checker, checked: it must count honestly, and must never be green because it saw nothing. Test files of every fate are
// written into the temporary folder and run by a process of its own, since node:test runs nothing inside a test.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { plainEnvironment } from './check-environment.ts';
import { keepLengths, keptLengths, longestFirst } from './check-lengths.ts';
import { rowsOf } from './check-rows.ts';
import { inParallel } from './check-steps.ts';

const fates: Readonly<Record<string, string>> = {
  'good.test.ts': `
    describe('a suite', () => { test('one', () => {}); test('two', () => {}); });
    test('three', async (t) => { await t.test('four', () => {}); });`,
  'bad.test.ts': `console.log('printed on the way'); test('adds', () => assert.equal(1 + 1, 3));`,
  'left-out.test.ts': `test('later', { skip: true }, () => {}); test('now', () => {});`,
  'crash.test.ts': `throw new Error('at the door');`,
  'silent.test.ts': 'export const nothing = 1;',
  'leaves.test.ts': `test('one', () => {}); test('two', () => process.exit(0)); test('three', () => {});`,
  'stray.test.ts': `import { executionAsyncId } from 'node:async_hooks';
    test('stray', async () => { setTimeout(() => { throw new Error('nobody waits'); }); await new Promise((done) => setTimeout(done, 50)); });
    test('unheard', async () => { await null; assert.equal(executionAsyncId(), 0); });`,
  'hook.test.ts': `describe('a suite', () => { after(() => { throw new Error('after all'); }); test('one', () => {}); });`,
};

/** Runs rows of files as the checker does, and reports them. */
async function checked(rows: readonly (readonly string[])[], limitMs: number): Promise<string> {
  const files = rows.map((names) => names.map((name) => join(folder, name)));
  const script = `
    const { runTests } = await import(${JSON.stringify(import.meta.resolve('./check-tests.ts'))});
    const { printTests } = await import(${JSON.stringify(import.meta.resolve('./check-report.ts'))});
    const where = { cwd: ${JSON.stringify(folder)}, env: process.env, atOnce: 2, limitMs: ${limitMs} };
    printTests(await runTests(${JSON.stringify(files)}, where), ${JSON.stringify(folder)});`;
  await writeFile(join(folder, 'main.mjs'), script);
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'main.mjs')], {
    env: plainEnvironment(),
  });
  return stdout;
}

let folder = '';
let report = '';

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'acta-check-'));
  const head = "import assert from 'node:assert/strict';\nimport { after, describe, test } from 'node:test';\n";
  for (const [name, text] of Object.entries(fates)) await writeFile(join(folder, name), head + text);
  report = await checked(
    Object.keys(fates).map((name) => [name]),
    60_000,
  );
});

after(() => rm(folder, { recursive: true }));

test('tests are counted, not suites and files, and what was skipped did not pass', () => {
  assert.match(report, /\n1 skipped\n\n7 passed, 6 failed\n$/);
});

test('a failure is shown with its place, its reason and what the file printed', () => {
  assert.match(report, /^tests +\d+\.\d s {2}FAILED\n/);
  assert.match(report, /--- bad\.test\.ts:3: adds ---\nAssertionError.*\n\n2 !== 3/);
  assert.match(report, /--- printed by bad\.test\.ts ---\nprinted on the way\n/);
});

test('a file that crashes, holds no test, leaves early or fails in a hook has failed', () => {
  assert.match(report, /--- printed by crash\.test\.ts ---\n[\s\S]*Error: at the door/);
  assert.match(report, /--- silent\.test\.ts:1: the file itself ---\nNo test ran in it\./);
  assert.match(report, /--- leaves\.test\.ts:1: the file itself ---\nNo test ran in it\./);
  assert.match(report, /--- hook\.test\.ts:3: a suite ---\nError: after all/);
});

test('an error outside of a test fails the test that it came from, and nobody hears of every promise for that', () => {
  assert.match(report, /--- stray\.test\.ts:4: stray ---\nError: nobody waits/);
  assert.doesNotMatch(report, /unheard/);
});

test('a file that does not end has failed at the limit', async () => {
  const text = "import { test } from 'node:test';\ntest('x', () => {});\nsetInterval(() => {}, 50);\n";
  await writeFile(join(folder, 'hang.test.ts'), text);
  const hung = await checked([['hang.test.ts']], 1500);
  assert.match(hung, /--- hang\.test\.ts:1: the file itself ---[\s\S]*\n1 passed, 1 failed\n$/);
});

test('those that share a process are counted each by itself, and each has failed where one of them crashes', async () => {
  const shared = await checked([['good.test.ts', 'bad.test.ts', 'left-out.test.ts', 'silent.test.ts']], 60_000);
  assert.match(shared, /--- bad\.test\.ts:3: adds ---\nAssertionError/);
  assert.match(shared, /--- silent\.test\.ts:1: the file itself ---\nNo test ran in it\./);
  assert.match(shared, /--- printed by good\.test\.ts, bad.*---\nprinted on the way\n/);
  assert.match(shared, /slowest of 4 test files\n[\s\S]*\n1 skipped\n\n5 passed, 2 failed\n$/);
  const crashed = await checked([['good.test.ts', 'crash.test.ts']], 60_000);
  for (const name of ['good', 'crash'])
    assert.match(crashed, new RegExp(`--- ${name}\\.test\\.ts:1: the file itself ---`));
  assert.match(crashed, /Error: at the door/);
});

test('what is short and keeps to itself is dealt into rows; what takes long or touches the whole process stands alone', async () => {
  const texts = {
    a: '',
    b: "process.env['X'] = '1';",
    c: 'before(() => {});',
    d: '',
    e: '  before(() => process.pid);',
    f: '',
  };
  const files = await Promise.all(
    Object.entries(texts).map(async ([name, text]) => {
      const file = join(folder, `row-${name}`);
      await writeFile(file, text);
      return file;
    }),
  );
  const rows = rowsOf(files, (file) => file.endsWith('-f'), 2);
  assert.deepEqual(
    rows.map((row) => row.map((file) => file.at(-1)).join('')),
    ['b', 'c', 'f', 'ae', 'd'],
  );
});

test('who took longest last time begins first, what is unknown by a guess, and what did not run is not forgotten', async () => {
  const path = join(folder, 'kept', 'lengths.json');
  assert.equal(keptLengths(path).size, 0);
  keepLengths(
    path,
    new Map([
      ['a', 5],
      ['b', 20],
    ]),
  );
  keepLengths(path, new Map([['a', 10]]));
  const rows = [['a'], ['b'], ['a', 'c'], ['d']];
  const guessMs = (file: string): number => (file === 'd' ? 30 : 1);
  assert.deepEqual(longestFirst(rows, keptLengths(path), guessMs), [['d'], ['b'], ['a', 'c'], ['a']]);
  await writeFile(path, 'broken');
  assert.equal(keptLengths(path).size, 0);
});

test('no test at all is a failure, and a green run prints no failure', async () => {
  assert.match(await checked([], 60_000), /FAILED: no test ran\n[\s\S]*\n0 passed, 0 failed\n$/);
  const green = await checked([['good.test.ts']], 60_000);
  assert.match(green, /^tests +\d+\.\d s {2}ok\n\nslowest of 1 test files\n.*good\.test\.ts\n\n4 passed, 0 failed\n$/);
});

test('steps run side by side, all of them, and keep their order and their output', async () => {
  const node = (code: string): readonly string[] => [process.execPath, '--eval', code];
  const steps = [
    { name: 'slow', command: node("setTimeout(() => console.log('done'), 300)") },
    { name: 'red', command: node("console.error('why'); process.exitCode = 3") },
    { name: 'missing', command: ['./no-such-program'] },
    { name: 'last', command: node('') },
  ];
  const results = await inParallel(steps, { cwd: tmpdir(), env: plainEnvironment(), atOnce: 2 });
  assert.deepEqual(
    results.map(({ name, ok }) => `${name} ${ok}`),
    ['slow true', 'red false', 'missing false', 'last true'],
  );
  assert.deepEqual([results[0]?.output, results[1]?.output], ['done\n', 'why\n']);
});

test('what a person has set for a vault of their own does not reach a test', () => {
  process.env['ACTA_VAULT'] = 'mine';
  process.env['LC_ALL'] = 'es_ES.UTF-8';
  const environment = plainEnvironment();
  delete process.env['ACTA_VAULT'];
  delete process.env['LC_ALL'];
  assert.deepEqual(
    [environment['ACTA_VAULT'], environment['LC_ALL'], environment['LANG']],
    [undefined, undefined, 'C.UTF-8'],
  );
  assert.equal(environment['PATH'], process.env['PATH']);
});
