// The walls of .dependency-cruiser.cjs, tried from both sides: our own code breaks none of them, and a small house built in the
// temporary folder, with one violation of each rule, shows that each of them stands. A checker that sees nothing also passes, so
// the number of files seen is asserted too.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

interface Cruise {
  readonly summary: { readonly totalCruised: number; readonly violations: readonly Violation[] };
}

const root = fileURLToPath(new URL('..', import.meta.url));
const config = join(root, '.dependency-cruiser.cjs');
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
const { forbidden } = createRequire(import.meta.url)(config) as {
  readonly forbidden: readonly { readonly name: string; readonly comment?: string }[];
};

/** The rule that a planted file breaks, the file, and what it holds. */
const plants: readonly (readonly [rule: string, path: string, text: string])[] = [
  ['verifier-ours', 'packages/verifier/src/a.ts', "import '@acta/policy';"],
  ['verifier-npm', 'packages/verifier/src/b.ts', "import 'listed';"],
  ['verifier-core', 'packages/verifier/src/c.ts', "import 'node:crypto';"],
  ['formats-ours', 'packages/formats/src/a.ts', "import type { door } from '@acta/ledger';"],
  ['formats-npm', 'packages/formats/src/b.ts', "import 'listed';"],
  ['formats-core', 'packages/formats/src/c.ts', "import 'node:zlib';"],
  ['formats-zip-ours', 'packages/formats/src/zip/a.ts', "import '@acta/verifier';"],
  ['formats-zip-npm', 'packages/formats/src/zip/b.ts', "import 'listed';"],
  ['formats-zip-core', 'packages/formats/src/zip/c.ts', "import 'node:fs';"],
  ['policy-ours', 'packages/policy/src/a.ts', "import '@acta/verifier';"],
  ['policy-npm', 'packages/policy/src/b.ts', "import 'listed';"],
  ['policy-core', 'packages/policy/src/c.ts', "import 'node:os';"],
  ['ledger-ours', 'packages/ledger/src/a.ts', "import '@acta/formats';"],
  ['ledger-npm', 'packages/ledger/src/b.ts', "import 'listed';"],
  ['ledger-core', 'packages/ledger/src/c.ts', "import 'node:fs/promises';"],
  ['sandbox-ours', 'packages/sandbox/src/a.ts', "import '@acta/policy';"],
  ['sandbox-npm', 'packages/sandbox/src/b.ts', "import 'listed';"],
  ['console-ours', 'packages/console/src/a.ts', "import '@acta/formats';"],
  ['console-core', 'packages/console/src/b.ts', "import 'node:fs';"],
  ['server-ours', 'packages/server/src/records/a.ts', "import '@acta/attic';"],
  ['room-records', 'packages/server/src/records/b.ts', "import type { door } from '../store/door.ts';"],
  ['room-access', 'packages/server/src/access/a.ts', "import '../store/door.ts';"],
  ['room-store', 'packages/server/src/store/a.ts', "import '../recorder/door.ts';"],
  ['room-store-types', 'packages/server/src/store/b.ts', "import '../search/door.ts';"],
  ['room-search', 'packages/server/src/search/a.ts', "import '../views/door.ts';"],
  ['room-intake', 'packages/server/src/intake/a.ts', "import '../views/door.ts';"],
  ['room-intake-types', 'packages/server/src/intake/b.ts', "import { door } from '../projections/door.ts';"],
  ['room-recorder', 'packages/server/src/recorder/a.ts', "import '../intake/door.ts';"],
  ['room-recorder-types', 'packages/server/src/recorder/b.ts', "import '../store/door.ts';"],
  ['room-projections', 'packages/server/src/projections/a.ts', "import type { door } from '../views/door.ts';"],
  ['room-projections-types', 'packages/server/src/projections/b.ts', "import '../recorder/door.ts';"],
  ['room-views', 'packages/server/src/views/a.ts', "import type { door } from '../recorder/door.ts';"],
  ['room-views', 'packages/server/src/views/c.ts', "import '../projections/door.ts';"],
  ['room-views-types', 'packages/server/src/views/b.ts', "import '../store/door.ts';"],
  ['room-workers', 'packages/server/src/workers/a.ts', "import '../cli/door.ts';"],
  ['room-workers-types', 'packages/server/src/workers/b.ts', "import '../views/door.ts';"],
  ['room-http', 'packages/server/src/http/a.ts', "import '../projections/door.ts';"],
  ['room-http-types', 'packages/server/src/http/b.ts', "import '../recorder/door.ts';"],
  ['room-cli', 'packages/server/src/cli/a.ts', "import '../projections/door.ts';"],
  ['room-assembly', 'packages/server/src/assembly/a.ts', "import '../attic/a.ts';"],
  ['room-assembly-types', 'packages/server/src/assembly/b.ts', "import '../cli/door.ts';"],
  ['room-cli', 'packages/server/src/cli/c.ts', "import '../assembly/door.ts';"],
  ['room-cli-types', 'packages/server/src/cli/b.ts', "import '../recorder/door.ts';"],
  ['sqlite-in-store-only', 'packages/server/src/recorder/c.ts', "import 'better-sqlite3-multiple-ciphers';"],
  ['engine-behind-its-interface', 'packages/server/src/store/c.ts', "import './sqlite/database.ts';"],
  ['unknown-package', 'packages/attic/src/a.ts', "import '@acta/verifier';"],
  ['unknown-room', 'packages/server/src/attic/a.ts', "import 'node:os';"],
  ['by-the-front-door', 'packages/ledger/src/d.ts', "import '../../verifier/src/door.ts';"],
  ['error-knows-nobody', 'packages/server/src/server-error.ts', "import './records/door.ts';"],
  ['main-is-nobodys', 'packages/server/src/main.test.ts', "import './main.ts';"],
  ['main-is-nobodys', 'packages/server/src/program.test.ts', "import './program.ts';"],
  ['no-circle', 'packages/policy/src/d.ts', "import type { e } from './e.ts';\nexport type d = e;"],
  ['no-orphan', 'packages/policy/src/f.ts', 'export {};'],
  ['no-test-imported', 'packages/policy/src/g.ts', "import './g.test.ts';"],
  ['no-test-imported', 'packages/policy/src/i.test.ts', "import './g.test.ts';"],
  ['no-test-support-in-code', 'packages/policy/src/j.ts', "import './k.test-support.ts';"],
  ['no-development-package-in-code', 'packages/server/src/records/c.ts', "import 'development';"],
  ['no-unlisted-package', 'packages/server/src/records/d.ts', "import 'unlisted';"],
  ['no-unresolvable', 'packages/policy/src/h.ts', "import './nowhere.ts';"],
];

/** What our own code does all the time and no rule may mind. */
const lawful: Readonly<Record<string, string>> = {
  'packages/policy/src/e.ts': "import type { d } from './d.ts';\nexport type e = d | 1;",
  'packages/policy/src/g.test.ts': "import 'node:test';\nimport 'development';",
  'packages/formats/src/zip/entry.ts':
    "import { fromBuffer } from 'yauzl';\nimport 'node:zlib';\nexport { fromBuffer };",
  'packages/ledger/src/commit.ts':
    "import { createHash } from 'node:crypto';\nimport '@acta/verifier';\nexport { createHash };",
  'packages/server/src/main.ts': "import './program.ts';\nimport './cli/door.ts';\nimport './assembly/door.ts';",
  'packages/server/src/program.ts': "import './cli/door.ts';\nimport './assembly/door.ts';",
  'packages/server/src/assembly/vault.ts': "import '../recorder/door.ts';\nimport '../store/door.ts';",
  'packages/server/src/store/sqlite/database.ts': "import 'better-sqlite3-multiple-ciphers';",
  'packages/server/src/store/engines.ts': "import './sqlite/database.ts';",
  'packages/server/src/store/engine.ts':
    "import '../server-error.ts';\nimport 'better-sqlite3-multiple-ciphers';\nimport 'node:fs';\nimport '@acta/ledger';",
  'packages/policy/src/k.test-support.ts': "import 'development';\nimport 'node:fs';",
  'packages/policy/src/k.test.ts': "import './k.test-support.ts';",
  'packages/server/src/projections/tables.ts': "import '../records/door.ts';",
  'packages/server/src/views/search.ts': "import '../projections/tables.ts';\nimport '../search/door.ts';",
  'packages/server/src/views/chat.ts': "import type { door } from '../store/door.ts';\nexport type chat = typeof door;",
  'packages/server/src/intake/export.test.ts': "import '../views/door.ts';\nimport 'node:fs';",
};

const packages = ['verifier', 'formats', 'policy', 'ledger', 'sandbox', 'server', 'attic'];
const rooms = [
  'records',
  'access',
  'store',
  'search',
  'intake',
  'recorder',
  'projections',
  'views',
  'workers',
  'cli',
  'assembly',
];
const stubs = ['listed', 'yauzl', 'better-sqlite3-multiple-ciphers', 'development', 'unlisted'];

async function put(house: string, path: string, text: string): Promise<void> {
  const file = join(house, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${text}\n`);
}

/** Builds a house with every package and room, each with a door, and plants the violations in it. */
async function build(house: string): Promise<void> {
  const dependencies = Object.fromEntries(stubs.slice(0, 3).map((stub) => [stub, '1.0.0']));
  const manifest = {
    name: 'house',
    private: true,
    workspaces: ['packages/*'],
    devDependencies: { development: '1.0.0' },
  };
  await put(house, 'package.json', JSON.stringify(manifest));
  for (const stub of stubs) {
    await put(
      house,
      `node_modules/${stub}/package.json`,
      JSON.stringify({ name: stub, version: '1.0.0', main: 'index.js' }),
    );
    await put(house, `node_modules/${stub}/index.js`, 'module.exports = {};');
  }
  await mkdir(join(house, 'node_modules/@acta'));
  for (const name of packages) {
    const ours = Object.fromEntries(packages.map((other) => [`@acta/${other}`, '1.0.0']));
    const exports = { '.': './src/index.ts' };
    const text = JSON.stringify({ name: `@acta/${name}`, exports, dependencies: { ...dependencies, ...ours } });
    await put(house, `packages/${name}/package.json`, text);
    await put(house, `packages/${name}/src/index.ts`, "export { door } from './door.ts';");
    await put(house, `packages/${name}/src/door.ts`, 'export const door = 1;');
    await symlink(`../../packages/${name}`, join(house, 'node_modules/@acta', name));
  }
  await put(house, 'packages/server/src/index.ts', "export { door } from './cli/door.ts';");
  await rm(join(house, 'packages/server/src/door.ts'));
  for (const room of rooms) {
    await put(house, `packages/server/src/${room}/door.ts`, 'export const door = 1;');
    await put(house, `packages/server/src/${room}/door.test.ts`, "import './door.ts';");
  }
  for (const [, path, text] of plants) await put(house, path, text);
  for (const [path, text] of Object.entries(lawful)) await put(house, path, text);
}

/** Runs the cruiser itself, as a person would, in a folder. It exits with the number of violations, so the code says nothing. */
async function cruise(house: string, folders: readonly string[]): Promise<Cruise['summary']> {
  const args = [cruiser, '--config', config, '--output-type', 'json', ...folders];
  const run = promisify(execFile)(process.execPath, args, { cwd: house, maxBuffer: 2 ** 28 });
  const { stdout } = await run.catch((error: { readonly stdout: string }) => error);
  return (JSON.parse(stdout) as Cruise).summary;
}

const printed = ({ rule, from, to }: Violation): string => `${rule.name}: ${from} → ${to}`;

test('our own code breaks no wall, and the cruiser has seen it', async () => {
  const folders = ['packages', 'tools', 'bench', 'tests'].filter((folder) => existsSync(join(root, folder)));
  const summary = await cruise(root, folders);
  assert.deepEqual(summary.violations.map(printed), []);
  assert.ok(summary.totalCruised > 20, `only ${summary.totalCruised} files seen`);
});

test('every wall gives its reason and has a violation planted', () => {
  for (const { name, comment } of forbidden) assert.ok((comment ?? '').length > 30, `${name} gives no reason`);
  assert.deepEqual(new Set(plants.map(([rule]) => rule)), new Set(forbidden.map(({ name }) => name)));
});

test('each planted violation is found by its rule alone, and nothing lawful is', async () => {
  const house = await mkdtemp(join(tmpdir(), 'acta-walls-'));
  try {
    await build(house);
    const { violations } = await cruise(house, ['packages']);
    const found = Map.groupBy(violations, ({ from }) => from);
    for (const [rule, path, text] of plants) {
      const rules = (found.get(path) ?? []).map((violation) => violation.rule.name);
      assert.deepEqual([...new Set(rules)], [rule], `${path}: ${text}`);
      found.delete(path);
    }
    assert.deepEqual([...found.values()].flat().map(printed), []);
  } finally {
    await rm(house, { recursive: true });
  }
});
