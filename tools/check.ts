// Everything that must hold before a change is shared: style, types, walls, dead code, tests. Prints one table, the whole output
// of what failed, and a closing line with the number of tests. `--fast` leaves out the files named `*.slow.test.ts`.
import { existsSync, globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { plainEnvironment } from './check-environment.ts';
import { printSteps, printTests } from './check-report.ts';
import { inParallel, type Step } from './check-steps.ts';
import { runTests } from './check-tests.ts';
import { joinedPackages } from './joined-packages.ts';
import { withTemporaryFolder } from './memory-folder.ts';
import { withTestServer } from './postgres-server.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (path: string): readonly string[] => [process.execPath, `${root}node_modules/${path}`];
const parts = ['packages', 'tools', 'bench', 'tests'].filter((part) => existsSync(`${root}${part}`));

const steps: readonly Step[] = [
  { name: 'style', command: [...bin('@biomejs/biome/bin/biome'), 'check', '--colors=off', '--error-on-warnings', '.'] },
  { name: 'types', command: [...bin('tsc7/bin/tsc'), '-p', 'tsconfig.json', '--pretty', 'false'] },
  {
    name: 'console types',
    command: [...bin('tsc7/bin/tsc'), '-p', 'packages/console/tsconfig.json', '--pretty', 'false'],
  },
  {
    name: 'walls',
    command: [...bin('dependency-cruiser/bin/dependency-cruiser.mjs'), '--output-type', 'err-long', ...parts],
  },
  { name: 'dead code', command: [...bin('knip/bin/knip.js'), '--no-progress', '--no-config-hints'] },
];

/** A run that has not ended by then hangs; a tenth of it is the rule. */
const limitMs = 900_000;

/** Test files are looked for where code lives, never in what a person keeps beside it. What takes long comes first: nobody waits for it alone. */
function testFiles(fast: boolean): readonly string[] {
  const found = globSync(
    parts.map((part) => `${root}${part}/**/*.test.ts`),
    {
      exclude: (path) => path.endsWith('node_modules') || (fast && path.endsWith('.slow.test.ts')),
    },
  );
  const isLong = (path: string): boolean => path.endsWith('.slow.test.ts') || path.startsWith(`${root}tests/`);
  return found.toSorted((a, b) => Number(isLong(b)) - Number(isLong(a)) || (a < b ? -1 : 1));
}

/** Runs everything, whatever fails first. @returns whether all of it holds, and at least one test ran */
async function check(fast: boolean): Promise<boolean> {
  await joinedPackages();
  const cores = Math.max(2, availableParallelism());
  const where = { cwd: root, env: plainEnvironment(), atOnce: cores };
  const done = await inParallel(steps, where);
  printSteps(done);
  const tests = await withTemporaryFolder((TMPDIR) =>
    withTestServer((server) =>
      // Many a test waits, for a browser, a disk or another process: one more than there are cores keeps them busy.
      runTests(testFiles(fast), { cwd: root, env: { ...where.env, ...server, TMPDIR }, atOnce: cores + 1, limitMs }),
    ),
  );
  printTests(tests, root);
  return done.every(({ ok }) => ok) && tests.failed.length === 0 && tests.passed > 0;
}

process.exitCode = (await check(process.argv.includes('--fast'))) ? 0 : 1;
