// The tidiness that no linter knows: each rule is tried with a planted breach and with what it must let pass, and then holds for
// every file of the project.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as code from './tidy-code.ts';
import { type Check, fileOf, readProject } from './tidy-files.ts';
import * as text from './tidy-text.ts';

interface Rule {
  readonly check: Check;
  /** Files that break the rule, once each. */
  readonly breaches: readonly (readonly [path: string, text: string])[];
  /** Files that look like it and do not. */
  readonly lawful: readonly (readonly [path: string, text: string])[];
}

const lines = (count: number): string => 'a;\n'.repeat(count);
const functionOf = (count: number): string => `function f() {\n${lines(count - 2)}}\n`;

const rules: Readonly<Record<string, Rule>> = {
  'a file has at most 400 lines': {
    check: code.filesAreShort,
    breaches: [['packages/policy/src/a.ts', lines(401)]],
    lawful: [
      ['packages/policy/src/a.ts', lines(400)],
      ['packages/server/client/schema.ts', lines(401)],
    ],
  },
  'a function has at most 70 lines': {
    check: code.functionsAreShort,
    breaches: [
      ['tools/a.ts', functionOf(71)],
      ['tools/a.ts', `class A {\n  m(): void {\n${lines(70)}}\n}\n`],
      ['tools/a.test.ts', `test('x', () => {\n${lines(70)}});\n`],
    ],
    lawful: [
      ['tools/a.ts', functionOf(70)],
      ['tools/a.test.ts', `describe('x', () => {\n${lines(70)}});\n`],
    ],
  },
  'a name says something': {
    check: code.namesSaySomething,
    breaches: [
      ['packages/policy/src/string-utils.ts', '// A.'],
      ['packages/policy/src/helpers/hold.ts', '// A.'],
      ['tools/a.ts', 'export function parseHelper(): void {}'],
      ['tools/a.ts', 'export const commonParts = 1;'],
      ['tools/a.ts', 'class KeyManager {}'],
      ['tools/a.ts', 'interface MiscOptions {}'],
    ],
    lawful: [
      ['tools/uncommonly.ts', 'export const utilityBill = 1;\nfunction miscellany(): void {\n  const common = 1;\n}'],
    ],
  },
  'a source file opens with a comment': {
    check: code.opensWithComment,
    breaches: [['tools/a.ts', "import 'node:fs';\n// Late."]],
    lawful: [
      ['tools/a.ts', '// Early.'],
      ['tools/a.ts', '/* Early. */'],
      ['tools/a.test.ts', "import 'node:fs';"],
    ],
  },
  'no test is left out': {
    check: code.noTestLeftOut,
    breaches: [
      ['tools/a.test.ts', "test.only('x', () => {});"],
      ['tools/a.test.ts', "describe.skip('x', () => {});"],
      ['tools/a.test.ts', "test('x', { skip: 'later' }, () => {});"],
      ['tools/a.test.ts', "it.todo('x');"],
      ['tools/a.test.ts', "test('x', (t) => t.skip());"],
    ],
    lawful: [['tools/a.test.ts', "test('x', { skip: false }, () => { read({ skip: 3 }); options.only; });"]],
  },
  'nothing is cast to any': {
    check: code.noCastToAny,
    breaches: [['tools/a.ts', 'const a = b as any;']],
    lawful: [['tools/a.ts', "const a = b as unknown; // as any\nconst c = 'as any';"]],
  },
  'SQL stands in store, projections and views, and names its columns': {
    check: code.sqlInItsPlace,
    breaches: [
      ['packages/server/src/cli/a.ts', "run('select seq from message');"],
      ['packages/server/src/cli/a.ts', 'run(`SELECT seq\n  FROM message`);'],
      ['packages/server/src/cli/a.ts', "run('insert or ignore into message values (1)');"],
      ['packages/server/src/cli/a.ts', 'run(`update message set ${column} = 1`);'],
      ['packages/ledger/src/a.ts', "run('delete from message');"],
      ['packages/ledger/src/a.ts', "run('create unique index i on message (seq)');"],
      ['packages/server/src/store/a.ts', "run('select * from message');"],
      ['packages/server/src/views/a.ts', "db.selectFrom('message').selectAll();"],
    ],
    lawful: [
      ['packages/server/src/store/a.ts', "run('select count(*) from message');"],
      ['packages/server/src/cli/a.ts', "say('Select a chat. It comes from the list.'); // select seq from message"],
      ['packages/server/src/cli/a.ts', "say('To update, set ACTA_VAULT.');"],
      ['packages/server/src/cli/a.test.ts', "run('select seq from message');"],
      ['bench/a.ts', "run('select * from message');"],
    ],
  },
  'the ledger is written in the recorder only': {
    check: code.ledgerWrittenInOnePlace,
    breaches: [
      ['packages/server/src/workers/a.ts', "import { resealPage as reseal } from '@acta/ledger';"],
      ['packages/server/src/cli/a.ts', "import type { Log } from '@acta/ledger';"],
    ],
    lawful: [
      ['packages/server/src/recorder/a.ts', "import { Log, openPage } from '@acta/ledger';"],
      ['packages/server/src/views/a.ts', "import { openPage } from '@acta/ledger';\nimport { Log } from './log.ts';"],
    ],
  },
  'no file names a path or a host of one machine': {
    check: text.noMachine,
    breaches: [
      ['docs/a.md', ['see ', 'work', 'main'].join('/')],
      ['docs/a.md', ['', 'home', 'someone', 'acta'].join('/')],
      ['tools/a.ts', `'${['', 'tmp', 'acta'].join('/')}'`],
      ['.npmrc', ['registry', 'npmjs', 'org'].join('.')],
      ['package-lock.json', ['"resolved": "', 'ttps://x"'].join('h')],
    ],
    lawful: [['docs/a.md', 'https://example.org/works/a, ./works/a, ${dir}/tmp/a, /workers, the registry. And npm.']],
  },
  'no file holds a note to self': {
    check: text.noNoteToSelf,
    breaches: [['docs/a.md', ['TO', 'DO: write'].join('')]],
    lawful: [
      ['docs/a.md', 'todo, método, TODOS'],
      ['vectors/a.txt', ['TO', 'DO'].join('')],
    ],
  },
  'a vector parses': {
    check: text.dataParses,
    breaches: [['vectors/export/a.json', '{']],
    lawful: [
      ['vectors/export/a.json', '{}'],
      ['vectors/export/a.txt', '{'],
    ],
  },
  'a link within the project leads somewhere': {
    check: text.linksLead,
    breaches: [
      ['README.md', 'See [the plan](docs/plan.md).'],
      ['docs/a.md', '[b]: b.md'],
    ],
    lawful: [
      ['README.md', '[a](docs/there.md#part), [b](docs), [c](https://x.org), [d](#here)'],
      ['docs/a.md', '[a](there.md) [b](../docs/) [c](..)\n```\n[d](nowhere.md)\n```'],
    ],
  },
  'a decision is numbered and has at most 40 lines': {
    check: text.decisionsAreShort,
    breaches: [
      ['docs/decisions/0001-a.md', lines(41)],
      ['docs/decisions/a.md', 'a'],
    ],
    lawful: [['docs/decisions/0001-own-index.md', lines(40)]],
  },
  'a version is pinned': {
    check: text.versionsArePinned,
    breaches: [
      ['package.json', '{"dependencies":{"a":"^1.0.0"}}'],
      ['packages/policy/package.json', '{"devDependencies":{"a":"*"}}'],
    ],
    lawful: [['package.json', '{"dependencies":{"a":"1.0.0-beta.1","b":"npm:@c/d@2.0.0"}}']],
  },
};

const root = fileURLToPath(new URL('..', import.meta.url));
const project = readProject(root);

for (const [title, { check, breaches, lawful }] of Object.entries(rules)) {
  test(`${title}: a breach is found, and only a breach`, () => {
    const there = new Set(['docs/there.md']);
    for (const [path, held] of breaches) assert.equal(check(fileOf(path, held), there).length, 1, `${path}: ${held}`);
    for (const [path, held] of lawful) assert.deepEqual(check(fileOf(path, held), there), [], `${path}: ${held}`);
  });

  test(`${title}, in every file of the project`, () => {
    const found = project.files.flatMap((file) =>
      check(file, project.paths).map(({ line, what }) => `${file.path}:${line}: ${what}`),
    );
    assert.equal(found.join('\n'), '');
  });
}

test('what is kept to the recorder is what the ledger offers for writing', async () => {
  const ledger = await import('../packages/ledger/src/index.ts');
  for (const name of ['Log', 'sealCommit', 'resealPage']) {
    assert.ok(name in ledger, name);
    const planted = fileOf('packages/server/src/views/a.ts', `import { ${name} } from '@acta/ledger';`);
    assert.equal(code.ledgerWrittenInOnePlace(planted, new Set()).length, 1, name);
  }
});

test('every rule of tidiness is tried, and there is something to try it on', () => {
  const tried = new Set(Object.values(rules).map(({ check }) => check));
  for (const check of [...Object.values(code), ...Object.values(text)]) assert.ok(tried.has(check));
  assert.ok(project.files.filter(({ syntax }) => syntax).length > 20);
  assert.ok(project.paths.has('README.md'));
});
