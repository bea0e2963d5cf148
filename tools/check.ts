// Everything that must hold before a change is shared: style, types, dead code and all tests, of which the walls are one
// (walls.test.ts). Prints one table, the whole output of what failed, and a closing line with the number of tests. `--fast` leaves
// out the files named `*.slow.test.ts`.
import { existsSync, globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { plainEnvironment } from './check-environment.ts';
import { keepLengths, keptLengths, longestFirst } from './check-lengths.ts';
import { printSteps, printTests } from './check-report.ts';
import { rowsOf } from './check-rows.ts';
import { inParallel, type Step } from './check-steps.ts';
import { runTests, type TestResults } from './check-tests.ts';
import { joinedPackages } from './joined-packages.ts';
import { withTemporaryFolder } from './memory-folder.ts';
import { withTestServer } from './postgres-server.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (path: string): readonly string[] => [process.execPath, `${root}node_modules/${path}`];
const parts = ['packages', 'tools', 'bench', 'tests'].filter((part) => existsSync(`${root}${part}`));

/** What is kept between two checks; of types and dead code: what was found in each file, until it or what it rests on has changed. */
const kept = (name: string): string => `${root}node_modules/.cache/${name}`;
const types = (project: string, name: string): Step => ({
  name,
  command: [
    ...bin('tsc7/bin/tsc'),
    '-p',
    project,
    '--pretty',
    'false',
    '--incremental',
    '--tsBuildInfoFile',
    kept(`${name.replaceAll(' ', '-')}.tsbuildinfo`),
  ],
});

const steps: readonly Step[] = [
  { name: 'style', command: [...bin('@biomejs/biome/bin/biome'), 'check', '--colors=off', '--error-on-warnings', '.'] },
  types('tsconfig.json', 'types'),
  types('packages/console/tsconfig.json', 'console types'),
  {
    name: 'dead code',
    command: [
      ...bin('knip/bin/knip.js'),
      '--no-progress',
      '--no-config-hints',
      '--cache',
      '--cache-location',
      kept('knip'),
    ],
  },
];

/** A run that has not ended by then hangs; a tenth of it is the rule. */
const limitMs = 900_000;

/** How long each file took last. */
const LENGTHS = kept('test-lengths.json');

/** Processes in which the short test files run: long enough to spare most of the loading, short enough to end together. */
const SHARED = 6;

/** Test files are looked for where code lives, never in what a person keeps beside it. */
function testRows(fast: boolean): readonly (readonly string[])[] {
  const found = globSync(
    parts.map((part) => `${root}${part}/**/*.test.ts`),
    {
      exclude: (path) => path.endsWith('node_modules') || (fast && path.endsWith('.slow.test.ts')),
    },
  );
  return longestFirst(rowsOf(found.toSorted(), isLong, SHARED), keptLengths(LENGTHS), guessMs);
}

function isLong(path: string): boolean {
  return path.endsWith('.slow.test.ts') || path.startsWith(`${root}tests/`);
}

/** What a browser does takes longest. */
function guessMs(path: string): number {
  if (path.startsWith(`${root}tests/console/`)) return 60_000;
  return isLong(path) ? 10_000 : 1000;
}

/** Runs everything, whatever fails first. @returns whether all of it holds, and at least one test ran */
async function check(fast: boolean): Promise<boolean> {
  await joinedPackages();
  const [isHeld, tests] = await Promise.all([checkSteps(), testAll(fast)]);
  printTests(tests, root);
  return isHeld && tests.failed.length === 0 && tests.passed > 0;
}

/** One after another, beside the tests; what they find is said at once. */
async function checkSteps(): Promise<boolean> {
  const done = await inParallel(steps, { cwd: root, env: plainEnvironment(), atOnce: 1 });
  printSteps(done);
  return done.every(({ ok }) => ok);
}

async function testAll(fast: boolean): Promise<TestResults> {
  // Many a test waits, for a browser, a disk or another process: two more than there are cores keep them busy.
  const atOnce = Math.max(2, availableParallelism()) + 2;
  const tests = await withTemporaryFolder((TMPDIR) =>
    withTestServer((server) =>
      runTests(testRows(fast), { cwd: root, env: { ...plainEnvironment(), ...server, TMPDIR }, atOnce, limitMs }),
    ),
  );
  keepLengths(LENGTHS, new Map(tests.files.map(({ elapsedMs, file }) => [file, elapsedMs])));
  return tests;
}

process.exitCode = (await check(process.argv.includes('--fast'))) ? 0 : 1;
