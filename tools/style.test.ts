// The linter's strict rules, tried with a breach of each: a rule that was renamed or left its group is switched off in silence.
// The promise rules look through types, so one breach crosses from one package into another.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

interface Report {
  readonly diagnostics: readonly { readonly category: string; readonly location: { readonly path: string } }[];
}

const root = fileURLToPath(new URL('..', import.meta.url));
const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
const room = 'packages/server/src/intake';

const breaches: readonly (readonly [rule: string, path: string, text: string])[] = [
  ['nursery/noFloatingPromises', `${room}/a.ts`, "import { soon } from '@acta/ledger';\nsoon();"],
  [
    'nursery/noMisusedPromises',
    `${room}/b.ts`,
    "import { soon } from '@acta/ledger';\nif (soon()) throw new TypeError('x');",
  ],
  ['style/noDefaultExport', `${room}/c.ts`, 'export default 1;'],
  ['style/useImportType', `${room}/d.ts`, "import { Stats } from 'node:fs';\nexport type A = Stats;"],
  ['style/useNodejsImportProtocol', `${room}/e.ts`, "export { readFileSync } from 'fs';"],
  ['style/noNonNullAssertion', `${room}/f.ts`, 'export const a = (b: { c?: string }): string => b.c!;'],
  ['suspicious/noExplicitAny', `${room}/g.ts`, 'export const a = (b: any): string => String(b);'],
  ['style/noParameterAssign', `${room}/h.ts`, 'export const a = (b: number): number => {\n  b += 1;\n  return b;\n};'],
  [
    'style/useReadonlyClassProperties',
    `${room}/i.ts`,
    'export class A {\n  private b = 1;\n  c(): number {\n    return this.b;\n  }\n}',
  ],
  ['style/useFilenamingConvention', `${room}/j_k.ts`, 'export const a = 1;'],
  ['suspicious/noConsole', `${room}/k.ts`, "console.log('a');"],
  [
    'complexity/useMaxParams',
    `${room}/l.ts`,
    'export const a = (b: 1, c: 1, d: 1, e: 1, f: 1, g: 1): number => b + c + d + e + f + g;',
  ],
  ['complexity/noExcessiveCognitiveComplexity', `${room}/m.ts`, nested(7)],
  ['suspicious/noFocusedTests', `${room}/n.test.ts`, "import { test } from 'node:test';\ntest.only('x', () => {});"],
];

const lawful: Readonly<Record<string, string>> = {
  'packages/server/src/cli/a.ts': "console.log('a');",
  'tools/a.config.ts': 'export default 1;',
  'packages/ledger/src/index.ts': 'export const soon = (): Promise<number> => Promise.resolve(1);',
  [`${room}/z.ts`]: "import { soon } from '@acta/ledger';\nawait soon();",
};

function nested(depth: number): string {
  const open = Array.from({ length: depth }, (_, level) => `if (b > ${level}) {`).join('\n');
  return `export const a = (b: number): number => {\n${open}\nreturn 1;\n${'}'.repeat(depth)}\nreturn 0;\n};`;
}

async function put(house: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(house, path)), { recursive: true });
  await writeFile(join(house, path), `${text}\n`);
}

async function lint(house: string): Promise<Report> {
  const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=200', '.'];
  const run = promisify(execFile)(process.execPath, args, { cwd: house });
  const { stdout } = await run.catch((error: { readonly stdout: string }) => error);
  return JSON.parse(stdout) as Report;
}

test('each strict rule of style finds its breach, and nothing lawful is found', async () => {
  const house = await mkdtemp(join(tmpdir(), 'acta-style-'));
  try {
    await cp(join(root, 'biome.json'), join(house, 'biome.json'));
    await put(
      house,
      'packages/ledger/package.json',
      JSON.stringify({ name: '@acta/ledger', exports: { '.': './src/index.ts' } }),
    );
    await mkdir(join(house, 'node_modules/@acta'), { recursive: true });
    await symlink('../../packages/ledger', join(house, 'node_modules/@acta/ledger'));
    for (const [, path, text] of breaches) await put(house, path, text);
    for (const [path, text] of Object.entries(lawful)) await put(house, path, text);
    const { diagnostics } = await lint(house);
    const found = Map.groupBy(diagnostics, ({ location }) => location.path);
    for (const [rule, path, text] of breaches) {
      const rules = (found.get(path) ?? []).map(({ category }) => category);
      assert.ok(rules.includes(`lint/${rule}`), `${rule}: ${text}`);
    }
    for (const path of Object.keys(lawful)) assert.deepEqual(found.get(path) ?? [], [], path);
  } finally {
    await rm(house, { recursive: true });
  }
});
