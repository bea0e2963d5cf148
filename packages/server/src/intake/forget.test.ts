// Undoing an import, erasing somebody, and what importing again may bring back.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Fields, fileOf, freshActa, type TestActa } from '../cli/acta.test-support.ts';

const GROUP = [
  '13/03/2024, 08:59 - Luis created group "Barrio"',
  '13/03/2024, 09:00 - Ana: Buenos días vecinos',
  '13/03/2024, 09:01 - Luis: Hola Ana, buen día',
  '13/03/2024, 09:02 - +52 81 1234 5678: Soy el nuevo del tercer piso',
  '14/03/2024, 10:00 - Ana: Mañana limpiamos el jardín',
  '14/03/2024, 10:01 - Luis: Llevo escobas',
];
const text = (lines: readonly string[]): string => `${lines.join('\n')}\n`;
const counts = ({ added, duplicates, newVersions, suppressed }: Fields): unknown[] => [
  added,
  duplicates,
  newVersions,
  suppressed,
];

async function take(acta: TestActa, name: string, lines: readonly string[], ...more: string[]): Promise<Fields> {
  const answer = await acta.do('import', acta.file(name, text(lines)), '--json', ...more);
  assert.equal(answer.code, 0, answer.err);
  return fileOf(answer);
}

async function done(acta: TestActa, ...typed: string[]): Promise<Fields> {
  const answer = await acta.do(...typed, '--json');
  assert.equal(answer.code, 0, answer.err);
  return answer.first;
}

async function said(acta: TestActa, chat: string): Promise<string[]> {
  const answer = await acta.do('show', chat, '--json');
  return answer.code === 0 ? answer.json.map((row) => String(row['text'])) : [];
}

async function idOf(acta: TestActa, name: string): Promise<string> {
  const found = (await acta.do('people', '--json')).json.find((one) => (one['identifiers'] as string[]).includes(name));
  return String(found?.['id']);
}

async function expectWhole(acta: TestActa): Promise<void> {
  assert.equal((await acta.do('verify', '--deep', '--json')).first['verdict'], 'intact');
}

test('undo hides at once, keeps what other imports brought too, and the file can come again', async (t) => {
  const acta = freshActa(t);
  await take(acta, 'a/WhatsApp Chat with Barrio.txt', GROUP.slice(0, 4));
  const second = await take(acta, 'b/WhatsApp Chat with Barrio.txt', GROUP.slice(2));
  assert.deepEqual(counts(second), [2, 2, 0, 0]);
  const id = String(second['import']);
  const preview = await done(acta, 'undo', id, '--preview');
  assert.equal(preview['entries'], 2);
  assert.equal((await said(acta, 'Barrio')).length, 6, 'a preview changes nothing');
  const undone = await done(acta, 'undo', id);
  assert.match(String(undone['eraseFrom']), /^20/);
  assert.equal((await said(acta, 'Barrio')).length, 4);
  assert.equal((await acta.do('search', 'escobas', '--json')).out, '');
  assert.equal((await acta.do('undo', id)).code, 1, 'withdrawn already');
  const again = await take(acta, 'b/WhatsApp Chat with Barrio.txt', GROUP.slice(2));
  assert.deepEqual(counts(again), [2, 2, 0, 0]);
  assert.notEqual(String(again['import']), id);
  assert.equal((await said(acta, 'Barrio')).length, 6);
  await expectWhole(acta);
});

test('undo of the first import leaves what a later one vouches for; --now erases at once', async (t) => {
  const acta = freshActa(t);
  const first = await take(acta, 'a/WhatsApp Chat with Barrio.txt', GROUP.slice(0, 4));
  await take(acta, 'b/WhatsApp Chat with Barrio.txt', GROUP.slice(2));
  const undone = await done(acta, 'undo', String(first['import']), '--now');
  assert.equal((undone['certificate'] as Fields)['kind'], 'erasure-done');
  assert.deepEqual(
    await said(acta, 'Barrio'),
    GROUP.slice(2).map((line) => line.replace(/^[^:]*:[^:]*: /, '')),
  );
  assert.equal((await done(acta, 'stats'))['messages'], 4);
  await expectWhole(acta);
  const again = await take(acta, 'a/WhatsApp Chat with Barrio.txt', GROUP.slice(0, 4));
  assert.deepEqual(counts(again), [2, 2, 0, 0]);
  assert.equal((await said(acta, 'Barrio')).length, 6);
  await expectWhole(acta);
});

test('undo of the only import, and importing it again', async (t) => {
  const acta = freshActa(t);
  const first = await take(acta, 'WhatsApp Chat with Barrio.txt', GROUP);
  await done(acta, 'undo', String(first['import']), '--now');
  assert.equal((await acta.do('chats', '--json')).out, '');
  assert.equal((await acta.do('people', '--json')).out, '', 'nobody is known by it any more');
  const again = await take(acta, 'WhatsApp Chat with Barrio.txt', GROUP);
  assert.deepEqual(counts(again), [6, 0, 0, 0]);
  assert.equal((await said(acta, 'Barrio')).length, 6);
  await expectWhole(acta);
});

test('somebody erased from a group does not come back by the same, a later or a renamed file, unless readmitted', async (t) => {
  const acta = freshActa(t);
  const lines = [...GROUP, '14/03/2024, 10:02 - Ana left'];
  await take(acta, 'a/WhatsApp Chat with Barrio.txt', lines);
  const id = await idOf(acta, 'Ana');
  assert.equal((await done(acta, 'erase', '--person', id, '--preview'))['entries'], 3, 'the line about her too');
  const certificate = await done(acta, 'erase', '--person', id, '--reason', 'asked for it');
  assert.equal(certificate['kind'], 'erasure-done');
  assert.equal((await said(acta, 'Barrio')).length, 4);
  assert.equal((await acta.do('search', 'jardín', '--json')).out, '');
  assert.deepEqual(counts(await take(acta, 'a/WhatsApp Chat with Barrio.txt', lines)).slice(0, 1), [0]);
  const later = [...lines, '15/03/2024, 11:00 - Ana: De nuevo yo', '15/03/2024, 11:01 - Luis: Nuevo aviso'];
  assert.deepEqual(counts(await take(acta, 'b/WhatsApp Chat with Barrio.txt', later)), [1, 4, 0, 4]);
  const other = [...lines, '16/03/2024, 11:00 - Ana: Y otra vez yo'];
  assert.deepEqual(counts(await take(acta, 'c/other name.txt', other, '--same-as', 'Barrio')), [0, 4, 0, 4]);
  const chat = String((await acta.do('chats', '--json')).first['id']);
  assert.deepEqual(counts(await take(acta, 'd/third name.txt', [...other, ''], '--chat', chat)), [0, 4, 0, 4]);
  assert.equal((await acta.do('search', 'from:Ana', '--json')).code, 2, 'nobody of this name is known');
  await expectWhole(acta);
  const back = await take(acta, 'b/WhatsApp Chat with Barrio.txt', later, '--readmit');
  assert.deepEqual(counts(back), [4, 5, 0, 0]);
  assert.equal(((await done(acta, 'stats'))['kinds'] as Fields)['readmission'], 1);
  assert.equal((await said(acta, 'Barrio')).length, 9);
  await expectWhole(acta);
});

test('a phone number that was erased does not come back in any chat', async (t) => {
  const acta = freshActa(t);
  await take(acta, 'WhatsApp Chat with Barrio.txt', GROUP);
  const id = await idOf(acta, '+528112345678');
  await done(acta, 'erase', '--person', id, '--reason', 'asked');
  const elsewhere = ['14/05/2024, 10:00 - +52 81 1234 5678: yo otra vez', '14/05/2024, 10:01 - Luis: hola'];
  assert.deepEqual(counts(await take(acta, 'WhatsApp Chat with Taller.txt', elsewhere)), [1, 0, 0, 1]);
});

test('an erased 1:1 chat stays away under its title; an erased entry stays away alone', async (t) => {
  const acta = freshActa(t);
  const lines = [
    '13/03/2024, 09:00 - Ana: Mi clave es tulipán',
    '13/03/2024, 09:01 - Luis: No la escribas aquí',
    '13/03/2024, 09:02 - Ana: Ay',
  ];
  await take(acta, 'WhatsApp Chat with Ana.txt', lines, '--me', 'Luis');
  const hit = (await acta.do('search', 'tulipán', '--json')).first;
  await done(acta, 'erase', '--seq', String(hit['seq']), '--reason', 'secret');
  assert.equal((await said(acta, 'Ana')).length, 2);
  assert.deepEqual(
    counts(
      await take(acta, 'b/WhatsApp Chat with Ana.txt', [...lines, '13/03/2024, 09:05 - Ana: Listo'], '--me', 'Luis'),
    ),
    [1, 2, 0, 1],
  );
  await done(acta, 'erase', '--person', await idOf(acta, 'Ana'), '--reason', 'asked');
  assert.equal((await acta.do('chats', '--json')).out, '');
  assert.deepEqual(
    counts(await take(acta, 'c/WhatsApp Chat with Ana.txt', [...lines, '13/03/2024, 09:06 - Ana: Hola'])),
    [0, 0, 0, 4],
  );
  assert.deepEqual(
    counts(await take(acta, 'c/WhatsApp Chat with Ana.txt', [...lines, '13/03/2024, 09:06 - Ana: Hola'], '--readmit')),
    [4, 0, 0, 0],
  );
  await expectWhole(acta);
});

test('erasing needs a reason or a person at the terminal, and an unknown id is named', async (t) => {
  const acta = freshActa(t);
  await take(acta, 'WhatsApp Chat with Barrio.txt', GROUP);
  const id = await idOf(acta, 'Ana');
  assert.equal((await acta.do('erase', '--person', id)).code, 3);
  const left = await acta.ask({ typed: ['no'] }, 'erase', '--person', id, '--reason', 'x');
  assert.equal(left.code, 3);
  assert.match(left.err, /Ana/);
  assert.equal((await said(acta, 'Barrio')).length, 6);
  const erased = await acta.ask({ typed: ['ERASE', 'asked by letter'] }, 'erase', '--person', id);
  assert.equal(erased.code, 0, erased.err);
  assert.equal((await said(acta, 'Barrio')).length, 4);
  assert.equal((await acta.do('erase', '--person', id, '--reason', 'x')).code, 1);
});
