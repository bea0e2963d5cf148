// A deployment of three cells as a user has it, two in folders and one on PostgreSQL where there is one: chats go where they belong,
// lists are merged, ids carry their cell's name, and nothing of one cell stands in another's folder.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { Deployment } from '../assembly/deployment/deployment.ts';
import { freshDatabase, needsPostgres } from '../store/postgres/server.test-support.ts';
import { type Answer, answer } from './acta.test-support.ts';
import { runHere } from './run-here.test-support.ts';

interface TestCells {
  readonly dir: string;
  readonly file: (name: string, content: string) => string;
  readonly do: (...typed: readonly string[]) => Promise<Answer>;
}

const CELLS = [
  { name: 'mx', region: 'americas', numbers: ['+52'], vault: 'mx' },
  { name: 'eu', region: 'europe', numbers: ['+34', '+49'], vault: 'eu' },
];

function cellsIn(t: TestContext, config: object, env: Readonly<Record<string, string>> = {}): TestCells {
  const dir = mkdtempSync(join(tmpdir(), 'acta-cells-'));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  const source = { file: join(dir, 'acta.json'), env };
  const shared = { keys: { dir: join(dir, 'keys') }, isSeen: false };
  return {
    dir,
    file: (name, content) => {
      const path = join(dir, 'files', name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      return path;
    },
    do: async (...typed) => {
      const { code, err, out } = await runHere(typed, {
        vaultsFor: async () => Promise.reject(new Error('there are cells')),
        cellsFor: async () => new Deployment(JSON.stringify(config), source, shared),
        now: () => new Date('2026-11-22T12:00:00Z'),
      });
      return answer(code, out, err);
    },
  };
}

const chat = (author: string, ...lines: readonly (readonly [day: string, text: string])[]): string =>
  lines.map(([day, text]) => `${day}/03/2024, 10:00 - ${author}: ${text}\n`).join('');

const MEXICAN = '+52 1 81 5555 0101';
const SPANISH = '+34 600 000 001';

/** Three chats: one for each region by its number, one for home by its title. */
function files({ file }: TestCells): string[] {
  return [
    file(`WhatsApp Chat with ${MEXICAN}.txt`, chat(MEXICAN, ['20', 'pedido vlendriskat'], ['25', 'pedido recibido'])),
    file(`WhatsApp Chat with ${SPANISH}.txt`, chat(SPANISH, ['22', 'pedido jaburothex'], ['27', 'pedido pagado'])),
    file('WhatsApp Chat with Zug.txt', chat('Otto', ['26', 'pedido xobbiltane'])),
  ];
}

async function imported(t: TestContext): Promise<TestCells> {
  const cells = cellsIn(t, { home: 'europe', cells: CELLS });
  const { code, err } = await cells.do('import', ...files(cells));
  assert.equal(code, 0, err);
  return cells;
}

test('each chat goes to its cell, and it is said which and why', async (t) => {
  const cells = cellsIn(t, { home: 'europe', cells: CELLS });
  const { err, out } = await cells.do('import', ...files(cells));
  assert.match(err, /0101\.txt: to cell mx, by its number \(\+52…\)/);
  assert.match(err, /001\.txt: to cell eu, by its number \(\+34…\)/);
  assert.match(err, /Zug\.txt: to cell eu, of the home region/);
  assert.match(out, /^mx\t1 file/m);
  const again = await cells.do('import', '--json', ...files(cells));
  const said = again.first['files'] as { cell: { cell: string; rule: string }; added: number }[];
  assert.deepEqual(
    said.map(({ added, cell }) => [added, cell.cell, cell.rule]),
    [
      [0, 'mx', 'held'],
      [0, 'eu', 'held'],
      [0, 'eu', 'held'],
    ],
  );
});

test('a chat that was put into a cell by name stays there, whatever its number', async (t) => {
  const cells = cellsIn(t, { home: 'europe', cells: CELLS });
  const [mexican = ''] = files(cells);
  assert.equal((await cells.do('import', mexican, '--cell', 'eu')).code, 0);
  const more = cells.file(
    `later/WhatsApp Chat with ${MEXICAN}.txt`,
    chat(MEXICAN, ['25', 'pedido recibido'], ['28', 'adiós']),
  );
  assert.match((await cells.do('import', more)).err, /to cell eu, which holds the conversation/);
  assert.deepEqual(
    (await cells.do('chats', '--json')).json.map(({ cell, error }) => [cell, error !== undefined]),
    [
      ['mx', true],
      ['eu', false],
    ],
  );
});

test('lists are merged, hits by message time with the limit over all', async (t) => {
  const cells = await imported(t);
  const chats = (await cells.do('chats', '--json')).json;
  assert.deepEqual(chats.map(({ cell }) => cell).sort(), ['eu', 'eu', 'mx']);
  assert.ok(chats.every(({ cell, id }) => String(id).startsWith(`${cell}:`)));
  const found = await cells.do('search', 'pedido', '--json');
  assert.deepEqual(
    found.json.map(({ at, cell }) => [String(at).slice(8, 10), cell]),
    [
      ['27', 'eu'],
      ['26', 'eu'],
      ['25', 'mx'],
      ['22', 'eu'],
      ['20', 'mx'],
    ],
  );
  const few = await cells.do('search', 'pedido', '--limit', '2');
  assert.equal(few.out.split('\n').length, 3);
  assert.match(few.err, /more/i);
  assert.equal((await cells.do('people', '--json')).code, 0);
  assert.deepEqual(
    (await cells.do('stats', '--json')).json.map(({ cell }) => cell),
    ['mx', 'eu'],
  );
  const verified = await cells.do('verify', '--deep', '--json');
  assert.deepEqual([verified.code, ...verified.json.map(({ verdict }) => verdict)], [0, 'intact', 'intact']);
  assert.equal((await cells.do('rebuild')).code, 0);
  assert.equal((await cells.do('quarantine', 'list')).code, 0);
  assert.deepEqual(
    (await cells.do('search', 'pedido', '--json', '--cell', 'mx')).json.map(({ cell }) => cell),
    ['mx', 'mx'],
  );
});

test('an id names its cell; without one a command asks for it', async (t) => {
  const cells = await imported(t);
  const [row] = (await cells.do('chats', '--json', '--cell', 'mx')).json;
  const id = String(row?.['id']);
  const shown = (await cells.do('show', id, '--json')).json;
  assert.deepEqual(shown.map(({ text }) => text).sort(), ['pedido recibido', 'pedido vlendriskat']);
  assert.equal((await cells.do('show', id.slice(3), '--cell', 'mx')).code, 0);
  for (const typed of [
    ['show', id.slice(3)],
    ['key', 'code'],
    ['start'],
    ['erase', '--person', 'mx:1,eu:2', '--reason', 'x'],
  ]) {
    const { code, err } = await cells.do(...typed);
    assert.deepEqual([code, /concerns one cell/.test(err)], [2, true], err);
  }
  assert.match((await cells.do('chats', '--cell', 'ca')).err, /no cell ca\. Cells: mx, eu/);
  const person = (await cells.do('people', '--json', '--cell', 'mx')).json[0]?.['id'];
  assert.equal((await cells.do('erase', '--person', String(person), '--reason', 'asked for')).code, 0);
  assert.equal((await cells.do('search', 'vlendriskat', '--json')).json.length, 0);
  assert.equal((await cells.do('search', 'jaburothex', '--json')).json.length, 1);
});

test('a cell that cannot be reached is named, and nothing passes for whole', async (t) => {
  const cells = await imported(t);
  renameSync(join(cells.dir, 'mx'), join(cells.dir, 'gone'));
  for (const typed of [['chats'], ['search', 'pedido'], ['people'], ['stats'], ['quarantine', 'list']]) {
    const { code, err } = await cells.do(...typed);
    assert.deepEqual([code, /Cell mx is missing/.test(err)], [10, true], err);
  }
  assert.equal((await cells.do('verify')).code, 12);
  const found = (await cells.do('search', 'pedido', '--json')).json;
  assert.deepEqual(found.at(0)?.['error'], { code: 'vault-missing' });
  const eva = cells.file('WhatsApp Chat with Eva.txt', chat('Eva', ['20', 'tarde']));
  assert.match((await cells.do('import', eva)).err, /Cell mx has no vault yet/);
  renameSync(join(cells.dir, 'gone'), join(cells.dir, 'mx'));
  writeFileSync(join(cells.dir, 'mx', 'cell'), 'no cell');
  const ivo = cells.file('WhatsApp Chat with Ivo.txt', chat('Ivo', ['20', 'pronto']));
  const { code, err } = await cells.do('import', ivo);
  assert.deepEqual([code, /cell is damaged/.test(err)], [1, true], err);
  assert.equal((await cells.do('search', 'pronto', '--json', '--cell', 'eu')).json.length, 0);
});

/** Whether any file below a folder holds the bytes. */
function isInFolder(dir: string, needle: Buffer): boolean {
  const names = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return names.some((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(needle));
}

test('nothing of one cell stands in the folder of another: not a word, not its id, not a record of being looked at', async (t) => {
  const cells = cellsIn(t, { home: 'europe', cells: CELLS });
  const [mexican = ''] = files(cells);
  assert.equal((await cells.do('import', mexican)).code, 0);
  const { json: before } = await cells.do('stats', '--json', '--cell', 'mx');
  const others = files(cells).slice(1);
  assert.equal((await cells.do('import', ...others)).code, 0);
  const { json: after } = await cells.do('stats', '--json', '--cell', 'mx');
  assert.deepEqual(
    after[0]?.['records'],
    before[0]?.['records'],
    'another cell took something in: nothing is recorded here',
  );
  const idOf = (cell: string): Buffer => readFileSync(join(cells.dir, cell, 'cell')).subarray(4);
  assert.notDeepEqual(idOf('mx'), idOf('eu'));
  for (const canary of ['vlendriskat', 'jaburothex', 'xobbiltane', '5555', '600000001']) {
    for (const cell of ['mx', 'eu']) assert.equal(isInFolder(join(cells.dir, cell), Buffer.from(canary)), false);
  }
  assert.equal(isInFolder(join(cells.dir, 'mx'), idOf('eu')), false);
  assert.equal(isInFolder(join(cells.dir, 'eu'), idOf('mx')), false);
  const records = async (cell: string): Promise<unknown> =>
    (await cells.do('stats', '--json', '--cell', cell)).first['records'];
  const counts = [await records('mx'), await records('eu')];
  assert.equal((await cells.do('search', 'pedido')).code, 0);
  assert.deepEqual(
    [await records('mx'), await records('eu')],
    counts.map((count) => Number(count) + 1),
  );
});

test('a cell on PostgreSQL takes part like the others', needsPostgres, async (t) => {
  const { url } = await freshDatabase(t);
  const third = { name: 'br', region: 'brazil', numbers: ['+55'], database: { env: 'BR' } };
  const cells = cellsIn(t, { home: 'europe', cells: [...CELLS, third] }, { BR: url });
  const brazilian = '+55 11 95555-0101';
  const file = cells.file(`WhatsApp Chat with ${brazilian}.txt`, chat(brazilian, ['24', 'pedido pruvekdims']));
  const said = await cells.do('import', ...files(cells), file);
  assert.match(said.err, /to cell br, by its number \(\+55…\)/);
  const found = (await cells.do('search', 'pedido', '--json')).json;
  assert.deepEqual(
    found.map(({ cell }) => cell),
    ['eu', 'eu', 'mx', 'br', 'eu', 'mx'],
  );
  assert.equal((await cells.do('show', String(found[3]?.['chat']), '--json')).json.length, 1);
  const verified = await cells.do('verify', '--deep', '--json');
  assert.deepEqual(
    verified.json.map(({ verdict }) => verdict),
    ['intact', 'intact', 'intact'],
  );
});

test('what a configuration says wrongly is named where it stands', async (t) => {
  const [mx, eu] = CELLS;
  const random = randomBytes(4).toString('hex');
  const wrong: readonly (readonly [object, RegExp])[] = [
    [{ home: 'europe', cells: [mx, { ...eu, name: 'mx' }] }, /cells\[1\]\.name: another cell has this name/],
    [{ home: 'europe', cells: [mx, { ...eu, numbers: ['+34', '+52'] }] }, /cells\[1\]\.numbers\[1\]: another region/],
    [{ home: 'asia', cells: CELLS }, /home: no cell lies in the home region/],
    [{ home: 'europe', cells: CELLS, colour: 1 }, /colour: no such member/],
    [{ home: 'europe', cells: [mx, { ...eu, valt: 'x' }] }, /cells\[1\]\.valt: no such member/],
    [{ home: 'europe', cells: [mx, { ...eu, vault: './mx/' }] }, /cells\[1\]: another cell has this folder/],
    [{ home: 'europe', cells: [{ ...eu, numbers: ['34'] }] }, /cells\[0\]\.numbers\[0\]: the beginning of a number/],
    [{ home: 'europe', cells: [{ ...eu, name: 'E U' }] }, /cells\[0\]\.name: a name has/],
    [{ home: 'europe', cells: [{ ...eu, database: { env: random } }] }, /cells\[0\]\.database: the variable/],
    [{ home: 'europe', cells: [{ ...eu, vault: undefined }] }, /cells\[0\]\.vault: it is missing/],
    [{ home: 'europe', cells: [] }, /cells: it is missing/],
  ];
  for (const [config, expected] of wrong) {
    const { code, err } = await cellsIn(t, config).do('chats');
    assert.equal(code, 1);
    assert.match(err, expected);
  }
});
