// Who is who: names count inside one chat, numbers and our own side anywhere; what is 1:1 and what is a group.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Fields, freshActa, type TestActa } from '../cli/acta.test-support.ts';

async function take(acta: TestActa, title: string, lines: readonly string[], ...more: string[]): Promise<void> {
  const text = lines.map((line, at) => `13/03/2024, 09:${String(at).padStart(2, '0')} - ${line}\n`).join('');
  const answer = await acta.do('import', acta.file(`WhatsApp Chat with ${title}.txt`, text), ...more);
  assert.equal(answer.code, 0, answer.err);
}

async function people(acta: TestActa): Promise<readonly Fields[]> {
  return (await acta.do('people', '--json')).json;
}

const called = (all: readonly Fields[], name: string): readonly Fields[] =>
  all.filter((one) => (one['identifiers'] as string[]).includes(name));

const chatsOf = (person: Fields | undefined): number => {
  const chats = person?.['chats'];
  return Array.isArray(chats) ? chats.length : 0;
};

test('the same name in two chats is two people; our own side, named by --me, is one', async (t) => {
  const acta = freshActa(t);
  await take(acta, 'Ana', ['Ana: hola', 'Sol: buenas'], '--me', 'Sol');
  await take(acta, 'Vecinos', ['Ana: soy otra', 'Sol: ya veo', 'Bea: y yo'], '--me', 'Sol');
  const all = await people(acta);
  assert.equal(called(all, 'Ana').length, 2);
  assert.equal(called(all, 'Sol').length, 1);
  assert.deepEqual([called(all, 'Sol')[0]?.['me'], chatsOf(called(all, 'Sol')[0])], [true, 2]);
  assert.deepEqual(all.map((one) => one['me']).filter(Boolean), [true]);
});

test('a number is one person in every chat and in every writing', async (t) => {
  const acta = freshActa(t);
  await take(acta, 'Uno', ['+52 1 81 1234 5678: hola', 'Sol: buenas', 'Bea: y yo']);
  await take(acta, 'Dos', ['\u202a+52 1 81 1234-5678\u202c: hola', 'Sol: buenas', 'Bea: y yo']);
  const all = await people(acta);
  const phones = all.filter((one) => (one['phones'] as string[]).length > 0);
  assert.equal(phones.length, 1);
  assert.equal(chatsOf(phones[0]), 2);
  assert.equal((await acta.do('search', 'from:"+52 1 81 1234 5678"', '--json')).json.length, 2);
});

test('a Mexican number with or without its 1, a Brazilian one with or without its 9, is one line', async (t) => {
  const acta = freshActa(t);
  await take(acta, 'Uno', ['+52 1 81 1234 5678: hola', '+55 11 98765-4321: oi', 'Bea: y yo']);
  await take(acta, 'Dos', ['+52 81 1234 5678: hola', '+55 11 8765-4321: oi', '+55 11 3765-4321: fixo']);
  assert.equal((await people(acta)).filter((one) => (one['phones'] as string[]).length > 0).length, 3);
  for (const from of ['+528112345678', '"+52 1 81 1234 5678"', '"81 1234 5678"', '5678']) {
    assert.equal((await acta.do('search', `from:${from}`, '--json')).json.length, 2, from);
  }
});

test('two who write are 1:1 where the title or --me names one, otherwise and with a system line of groups a group', async (t) => {
  const acta = freshActa(t);
  await take(acta, 'Ana', ['Ana: hola', 'Sol: buenas']);
  await take(acta, 'Trato', ['Bea: hola', 'Sol: buenas'], '--me', 'Sol');
  await take(acta, 'Nadie', ['Eva: hola', 'Ivo: buenas']);
  await take(acta, 'Club', ['Eva created group "Club"', 'Eva: hola', 'Club: buenas'], '--me', 'Eva');
  await take(acta, 'Sola', ['Sola: ¿hay alguien?']);
  const kinds = Object.fromEntries((await acta.do('chats', '--json')).json.map(({ kind, title }) => [title, kind]));
  assert.deepEqual(kinds, { Ana: 'direct', Trato: 'direct', Nadie: 'group', Club: 'group', Sola: 'direct' });
});

test('everything of a 1:1 chat is about the other side; erasing them leaves our own name only where else it stands', async (t) => {
  const acta = freshActa(t);
  await take(acta, 'Ana', ['Ana: hola', 'Sol: buenas', 'Ana: adiós'], '--me', 'Sol');
  await take(acta, 'Bea', ['Bea: hola', 'Sol: buenas'], '--me', 'Sol');
  const ana = called(await people(acta), 'Ana')[0]?.['id'];
  const preview = await acta.do('erase', '--person', String(ana), '--preview', '--json');
  assert.equal(preview.first['entries'], 3);
  assert.equal((await acta.do('erase', '--person', String(ana), '--reason', 'asked')).code, 0);
  assert.deepEqual(
    (await acta.do('chats', '--json')).json.map(({ title }) => title),
    ['Bea'],
  );
  const left = await people(acta);
  assert.deepEqual([called(left, 'Ana').length, called(left, 'Sol').length, left.length], [0, 1, 2]);
});
