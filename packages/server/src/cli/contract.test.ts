// The command line's contract: names, fields, exit codes, and which stream says what.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Fields, fileOf, filesOf, freshActa } from './acta.test-support.ts';
import { SAMPLES } from './run-here.test-support.ts';

const CHAT = `13/03/2024, 09:00 - Ana: Buenos días
13/03/2024, 09:01 - Luis: Hola Ana
13/03/2024, 09:02 - Ana: IMG-20240313-WA0001.jpg (file attached)
14/03/2024, 10:00 - Luis: <Media omitted>
14/03/2024, 10:01 - Ana: This message was deleted
14/03/2024, 10:02 - Luis: corregido <This message was edited>
`;

const COMMANDS = [
  'start',
  'serve',
  'send',
  'halts',
  'inspect',
  'import',
  'chats',
  'show',
  'search',
  'people',
  'export',
  'media',
  'undo',
  'erase',
  'verify',
  'prove',
  'check',
  'export-log',
  'stats',
  'rebuild',
  'quarantine',
  'key',
  'api-key',
];

test('every command explains itself with examples, in every language', async (t) => {
  const acta = freshActa(t);
  const all = await acta.do('--help');
  for (const command of COMMANDS) {
    assert.match(all.out, new RegExp(`^  ${command} +\\S`, 'm'));
    for (const language of ['en', 'es', 'zh'] as const) {
      const help = await acta.ask({ language }, command, '--help');
      assert.equal(help.code, 0);
      assert.match(help.out, new RegExp(`^acta ${command}.*\\n\\n\\S.*\\n`));
      assert.match(help.out, new RegExp(`\\n  acta ${command}`));
      assert.equal(help.err, '');
    }
  }
});

test('wrong use ends with 2, says what is wrong on stderr, and touches nothing', async (t) => {
  const acta = freshActa(t);
  const wrong: readonly (readonly string[])[] = [
    [],
    ['nonsense'],
    ['constructor'],
    ['chats', '--nonsense'],
    ['chats', 'extra'],
    ['show'],
    ['import'],
    ['inspect'],
    ['search'],
    ['show', 'Ana', '--limit', 'ten'],
    ['show', 'Ana', '--limit', '0'],
    ['show', 'Ana', '--limit', '1e3'],
    ['show', 'Ana', '--limit'],
    ['show', 'Ana', '--after', '2024-02-31'],
    ['show', 'Ana', '--after', 'yesterday'],
    ['show', 'Ana', '--before', '2024-01-01T25:00'],
    ['search', 'x', '--limit', '-5'],
    ['search', ''],
    ['search', '"open'],
    ['search', '-only'],
    ['search', 'from:'],
    ['search', 'has:nothing'],
    ['search', 'before:never'],
    ['import', 'x', '--date-order', 'dym'],
    ['import', 'x', '--zone', 'Mars/Olympus'],
    ['inspect', 'x', '--date-order', 'dym'],
    ['export', 'Ana'],
    ['export', 'Ana', '--format', 'doc', '--out', 'x'],
    ['media', 'one', '--out', 'x'],
    ['media', '1'],
    ['prove', '1'],
    ['prove', '-1', '--out', 'x'],
    ['undo'],
    ['undo', 'x'],
    ['erase'],
    ['erase', '--person', '1', '--chat', '2', '--reason', 'x'],
    ['erase', '--seq', '1,,2', '--reason', 'x'],
    ['quarantine'],
    ['quarantine', 'burn'],
    ['quarantine', 'show'],
    ['key'],
    ['key', 'lend'],
    ['check'],
    ['export-log'],
    ['chats', '--json=yes'],
    ['chats', '--vault'],
  ];
  for (const typed of wrong) {
    const { code, err, out } = await acta.do(...typed);
    assert.equal(code, 2, `${typed.join(' ')}: ${code} ${err}`);
    assert.notEqual(err, '', typed.join(' '));
    assert.doesNotMatch(err, /\n\s+at |Error:/);
    assert.equal(out, '');
  }
  assert.match((await acta.do('search', 'x', '--limt', '3')).err, /--limt/);
  assert.match((await acta.do('show', 'Ana', '--limit', 'ten')).err, /ten/);
});

test('without a vault every command but import and start says so and makes none', async (t) => {
  const acta = freshActa(t);
  for (const typed of [
    ['chats'],
    ['show', 'Ana'],
    ['search', 'x'],
    ['people'],
    ['stats'],
    ['rebuild'],
    ['quarantine', 'list'],
    ['undo', '1'],
    ['key', 'code'],
    ['key', 'rotate'],
    ['prove', '1', '--out', 'x'],
    ['export-log', acta.place('log')],
    ['erase', '--seq', '1', '--reason', 'x'],
  ]) {
    const { code, err, out } = await acta.do(...typed, '--json');
    assert.deepEqual([code, out], [1, ''], typed.join(' '));
    assert.match(err, /There is no vault in .*ACTA_VAULT/);
  }
  assert.equal((await acta.do('verify', '--json')).code, 12);
});

const REPORT: Readonly<Record<string, string>> = {
  path: 'string',
  sha256: 'string',
  platform: 'string',
  dateOrder: 'string',
  dateOrderBasis: 'string',
  readings: 'array',
  lines: 'number',
  linesAccounted: 'number',
  entries: 'number',
  authorless: 'number',
  authors: 'array',
  system: 'number',
  media: 'object',
  deleted: 'number',
  edited: 'number',
  polls: 'number',
  locations: 'number',
  contacts: 'number',
  calls: 'number',
  first: 'string',
  last: 'string',
  possiblyTruncated: 'boolean',
  warnings: 'array',
};

function expectTypes(fields: Fields, types: Readonly<Record<string, string>>): void {
  for (const [name, type] of Object.entries(types)) {
    const value = fields[name];
    assert.equal(Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value, type, name);
  }
}

test('inspect prints a report with every field, a line a chat text', async (t) => {
  const acta = freshActa(t);
  const path = acta.file('WhatsApp Chat with Ana.txt', CHAT);
  const { code, err, json } = await acta.do('inspect', path, SAMPLES, '--json');
  assert.deepEqual([code, err, json.length], [0, '', 4]);
  for (const report of json) expectTypes(report, REPORT);
  const [first = {}] = json;
  assert.equal(first['path'], path);
  assert.deepEqual([first['entries'], first['lines'], first['linesAccounted'], first['dateOrder']], [6, 6, 6, 'DMY']);
  assert.deepEqual(first['media'], { present: 0, omitted: 1, missing: 1 });
  assert.deepEqual([first['first'], first['last']], ['2024-03-13T09:00', '2024-03-14T10:02']);
  assert.match(String(first['sha256']), /^[0-9a-f]{64}$/);
  assert.ok(json.some((report) => String(report['path']).endsWith('.zip!/_chat.txt')));
});

test('import, and everything that reads, answers with the fields of the contract', async (t) => {
  const acta = freshActa(t);
  const path = acta.file('WhatsApp Chat with Ana.txt', CHAT);
  const imported = await acta.do('import', path, '--json');
  assert.equal(imported.code, 0, imported.err);
  assert.equal(imported.json.length, 1);
  expectTypes(imported.first, { files: 'array', checkpoint: 'object', elapsedMs: 'number' });
  const file = fileOf(imported);
  expectTypes(file, {
    ...REPORT,
    import: 'number',
    added: 'number',
    duplicates: 'number',
    newVersions: 'number',
    quarantined: 'number',
    steps: 'object',
  });
  assert.deepEqual([file['added'], file['duplicates'], file['quarantined']], [6, 0, 0]);
  const chats = await acta.do('chats', '--json');
  assert.equal(chats.json.length, 1);
  expectTypes(chats.first, { id: 'number', title: 'string', entries: 'number', first: 'string', last: 'string' });
  const hits = await acta.do('search', 'hola', '--json');
  assert.equal(hits.json.length, 1);
  expectTypes(hits.first, { seq: 'number', chat: 'number', at: 'string', author: 'string', text: 'string' });
  const shown = await acta.do('show', 'Ana', '--json');
  assert.equal(shown.json.length, 6);
  const people = await acta.do('people', '--json');
  assert.equal(people.json.length, 2);
  expectTypes(people.first, { id: 'number', names: 'array', identifiers: 'array' });
  const stats = await acta.do('stats', '--json');
  assert.equal(stats.json.length, 1);
  const numbers = ['records', 'messages', 'statuses', 'chats', 'people', 'captures', 'quarantined', 'erased'];
  expectTypes(stats.first, {
    ...Object.fromEntries(numbers.map((name) => [name, 'number'])),
    kinds: 'object',
    checkpoint: 'object',
    bytes: 'object',
  });
  expectTypes(stats.first['bytes'] as Fields, {
    total: 'number',
    pages: 'number',
    index: 'number',
    projections: 'number',
    objects: 'number',
    log: 'number',
  });
  const verified = await acta.do('verify', '--deep', '--json');
  assert.equal(verified.json.length, 1);
  expectTypes(verified.first, {
    verdict: 'string',
    size: 'number',
    root: 'string',
    checked: 'number',
    erased: 'number',
    witnesses: 'array',
    missing: 'array',
    altered: 'array',
  });
  assert.deepEqual([verified.code, verified.first['verdict']], [0, 'intact']);
  const rebuilt = await acta.do('rebuild', '--json');
  assert.deepEqual([rebuilt.code, rebuilt.json.length], [0, 1]);
});

test('commands that list print nothing for none and end with 0', async (t) => {
  const acta = freshActa(t);
  const path = acta.file('WhatsApp Chat with Ana.txt', CHAT);
  await acta.do('import', path);
  for (const typed of [
    ['search', 'nowhere'],
    ['quarantine', 'list'],
    ['show', 'Ana', '--after', '2030-01-01'],
  ]) {
    const { code, out } = await acta.do(...typed, '--json');
    assert.deepEqual([code, out], [0, ''], typed.join(' '));
  }
  assert.notEqual((await acta.do('search', 'nowhere')).err, '');
  const undone = await acta.do('undo', String(fileOf(await acta.do('import', path, '--json'))['import']), '--json');
  assert.deepEqual([undone.code, undone.json.length], [0, 1]);
  for (const typed of [['chats'], ['show', 'Ana'], ['search', 'hola']]) {
    const { code, out } = await acta.do(...typed, '--json');
    assert.deepEqual([code, out], [0, ''], typed.join(' '));
  }
});

test('what is not there is named, and ends with 1', async (t) => {
  const acta = freshActa(t);
  await acta.do('import', acta.file('WhatsApp Chat with Ana.txt', CHAT));
  const out = acta.place('out');
  for (const typed of [
    ['show', 'Nobody'],
    ['show', '9999'],
    ['media', '9999', '--out', out],
    ['media', '3', '--out', out],
    ['prove', '9999', '--out', out],
    ['undo', '9999'],
    ['undo', '1'],
    ['erase', '--person', '9999', '--reason', 'x'],
    ['erase', '--chat', 'Nobody', '--reason', 'x'],
    ['erase', '--seq', '9999', '--reason', 'x'],
    ['quarantine', 'show', '9999'],
    ['quarantine', 'retry', '9999'],
    ['export', 'Nobody', '--out', out],
  ]) {
    const answer = await acta.do(...typed, '--json');
    assert.deepEqual([answer.code, answer.out], [1, ''], `${typed.join(' ')}: ${answer.err}`);
    assert.match(answer.err, /Nobody|9999|3|1|Nothing of that is held/);
    assert.doesNotMatch(answer.err, /internal|does not know/);
  }
});

test('one bad file never stops the others, in inspect and in import', async (t) => {
  const acta = freshActa(t);
  const good = acta.file('WhatsApp Chat with Ana.txt', CHAT);
  const binary = acta.file('photo.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0xff]));
  const empty = acta.file('empty.txt', '');
  const prose = acta.file('notes.txt', 'Milk, eggs\nand bread\n');
  const missing = acta.place('nothing.txt');
  const inspected = await acta.do('inspect', missing, binary, empty, prose, good, '--json');
  assert.equal(inspected.code, 1, 'a missing file is a failure');
  assert.deepEqual(
    inspected.json.map((one) => [one['path'], one['entries']]),
    [
      [binary, 0],
      [empty, 0],
      [prose, 0],
      [good, 6],
    ],
  );
  assert.match(inspected.err, /nothing\.txt/);
  assert.equal((await acta.do('inspect', binary, empty, prose, '--json')).code, 0);
  const imported = await acta.do('import', missing, binary, empty, prose, good, '--json');
  assert.equal(imported.code, 1);
  assert.deepEqual(
    filesOf(imported).map((one) => [one['added'], one['quarantined']]),
    [
      [0, 0],
      [0, 1],
      [0, 1],
      [0, 1],
      [6, 0],
    ],
  );
  assert.equal((await acta.do('import', binary, good, '--json')).code, 4);
  const held = await acta.do('quarantine', 'list', '--json');
  assert.deepEqual([held.code, held.json.length], [0, 3]);
});
