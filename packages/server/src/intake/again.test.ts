// Importing again is safe: whatever file of a chat comes later, nothing is doubled and nothing is lost.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Answer, type Fields, fileOf, freshActa, type TestActa } from '../cli/acta.test-support.ts';

const LINES = [
  '13/03/2024, 09:00 - Ana: Buenos días, quisiera un pastel',
  '13/03/2024, 09:01 - Luis: Claro que sí, ¿para cuántas personas?',
  '13/03/2024, 09:02 - Ana: ok',
  '13/03/2024, 09:02 - Ana: ok',
  '13/03/2024, 09:03 - Luis: <Media omitted>',
  '14/03/2024, 10:00 - Ana: Mañana paso a recogerlo por la tarde',
  '14/03/2024, 10:01 - Luis: Perfecto, aquí lo tendremos listo',
  '15/03/2024, 18:00 - Ana: Muchas gracias, quedó delicioso',
];
const text = (lines: readonly string[]): string => `${lines.join('\n')}\n`;

async function take(
  acta: TestActa,
  name: string,
  content: string | readonly string[],
  ...more: string[]
): Promise<Fields> {
  const path = acta.file(name, typeof content === 'string' ? content : text(content));
  const answer = await acta.do('import', path, '--json', ...more);
  assert.equal(answer.code, 0, answer.err);
  return fileOf(answer);
}

const counts = ({ added, duplicates, newVersions }: Fields): unknown[] => [added, duplicates, newVersions];

async function shown(acta: TestActa, chat = 'Ana'): Promise<Answer> {
  const answer = await acta.do('show', chat, '--json', '--versions');
  assert.equal(answer.code, 0, answer.err);
  return answer;
}

async function expectWhole(acta: TestActa): Promise<void> {
  const verified = await acta.do('verify', '--deep', '--json');
  assert.equal(verified.first['verdict'], 'intact');
}

test('the same file again brings nothing, under any name', async (t) => {
  const acta = freshActa(t);
  const first = await take(acta, 'WhatsApp Chat with Ana.txt', LINES);
  assert.deepEqual(counts(first), [8, 0, 0]);
  const again = await take(acta, 'WhatsApp Chat with Ana.txt', LINES);
  assert.deepEqual(counts(again), [0, 8, 0]);
  assert.equal(again['import'], first['import']);
  assert.deepEqual(counts(await take(acta, 'copy of it.txt', LINES)), [0, 8, 0]);
  assert.equal((await acta.do('chats', '--json')).json.length, 1);
  assert.equal((await shown(acta)).json.length, 8);
});

test('a path twice in one command is taken in once', async (t) => {
  const acta = freshActa(t);
  const path = acta.file('WhatsApp Chat with Ana.txt', text(LINES));
  const answer = await acta.do('import', path, path, '--json');
  const files = answer.first['files'] as readonly Fields[];
  assert.deepEqual(files.map(counts), [
    [8, 0, 0],
    [0, 8, 0],
  ]);
});

test('a later export brings only what is new, a shorter one loses nothing, a cut one joins the older', async (t) => {
  const acta = freshActa(t);
  assert.deepEqual(counts(await take(acta, 'a/WhatsApp Chat with Ana.txt', LINES.slice(0, 5))), [5, 0, 0]);
  assert.deepEqual(counts(await take(acta, 'b/WhatsApp Chat with Ana.txt', LINES.slice(0, 7))), [2, 5, 0]);
  assert.deepEqual(counts(await take(acta, 'c/WhatsApp Chat with Ana.txt', LINES.slice(0, 2))), [0, 2, 0]);
  assert.deepEqual(counts(await take(acta, 'd/WhatsApp Chat with Ana.txt', LINES.slice(4))), [1, 3, 0]);
  assert.equal((await shown(acta)).json.length, 8);
  await expectWhole(acta);
});

test('equal messages of one minute stay as many as they were', async (t) => {
  const acta = freshActa(t);
  const one = '13/03/2024, 09:02 - Ana: ok';
  await take(acta, 'a/WhatsApp Chat with Ana.txt', [one, one, LINES[5] ?? '']);
  assert.deepEqual(
    counts(await take(acta, 'b/WhatsApp Chat with Ana.txt', [one, one, one, LINES[5] ?? ''])),
    [1, 3, 0],
  );
  assert.deepEqual(counts(await take(acta, 'c/WhatsApp Chat with Ana.txt', [one, LINES[5] ?? ''])), [0, 2, 0]);
  assert.equal((await shown(acta)).json.length, 4);
});

test('what became deleted, edited or present later is a new version beside the earlier one', async (t) => {
  const acta = freshActa(t);
  await take(acta, 'a/WhatsApp Chat with Ana.txt', LINES);
  const later = [...LINES];
  later[1] = '13/03/2024, 09:01 - Luis: This message was deleted';
  later[4] = '13/03/2024, 09:03 - Luis: IMG-20240313-WA0001.jpg (file attached)';
  later[6] = '14/03/2024, 10:01 - Luis: Perfecto, aquí lo tendremos listo a las 6 <This message was edited>';
  acta.file('b/IMG-20240313-WA0001.jpg', Buffer.from('not really a photo'));
  assert.deepEqual(counts(await take(acta, 'b/WhatsApp Chat with Ana.txt', later)), [0, 5, 3]);
  const rows = (await shown(acta)).json;
  assert.equal(rows.length, 8);
  assert.deepEqual(
    rows.map((row) => (row['versions'] as unknown[]).length),
    [1, 2, 1, 1, 2, 1, 2, 1],
  );
  assert.equal(rows[1]?.['kind'], 'deleted');
  const { media, versions } = rows[4] as { media: Fields; versions: readonly Fields[] };
  assert.equal(media['state'], 'present');
  assert.match(String(rows[6]?.['text']), /a las 6/);
  assert.equal((await acta.do('search', 'cuántas personas', '--json')).json.length, 1, 'the earlier state is found');
  assert.deepEqual(counts(await take(acta, 'c/WhatsApp Chat with Ana.txt', later)), [0, 8, 0]);
  assert.deepEqual(counts(await take(acta, 'd/WhatsApp Chat with Ana.txt', LINES)), [0, 8, 0], 'the older file again');
  const out = acta.place('photo.jpg');
  assert.equal((await acta.do('media', String(rows[4]?.['seq']), '--out', acta.place('same.jpg'))).code, 0);
  assert.equal((await acta.do('media', String(versions[1]?.['seq']), '--out', out)).code, 0);
});

test('the other side of the chat, its clock shifted and to the second, is the same with --same-as', async (t) => {
  const acta = freshActa(t);
  await take(acta, 'WhatsApp Chat with Ana.txt', LINES);
  const other = [
    '[3/12/24, 9:00:12 PM] Ana Mercado: Buenos días, quisiera un pastel',
    '[3/12/24, 9:01:05 PM] Pastelería Sol: Claro que sí, ¿para cuántas personas?',
    '[3/12/24, 9:02:11 PM] Ana Mercado: ok',
    '[3/12/24, 9:02:40 PM] Ana Mercado: ok',
    '\u200e[3/12/24, 9:03:00 PM] Pastelería Sol: \u200eimage omitted',
    '[3/13/24, 10:00:30 PM] Ana Mercado: Mañana paso a recogerlo por la tarde',
    '[3/13/24, 10:01:02 PM] Pastelería Sol: Perfecto, aquí lo tendremos listo',
    '[3/14/24, 6:00:01 AM] Ana Mercado: Muchas gracias, quedó delicioso',
    '[3/14/24, 6:01:01 AM] Ana Mercado: Y el café también',
  ];
  // Twelve hours earlier throughout; the last but one keeps that distance.
  other[7] = '[3/15/24, 6:00:01 AM] Ana Mercado: Muchas gracias, quedó delicioso';
  other[8] = '[3/15/24, 6:01:01 AM] Ana Mercado: Y el café también';
  const file = await take(acta, '_chat.txt', other, '--same-as', 'Ana', '--date-order', 'mdy');
  assert.deepEqual(counts(file), [1, 8, 0]);
  const lacks = (file['sameAs'] as Fields)['lacks'];
  assert.deepEqual(lacks, { held: 1, heldInOverlap: 0, incoming: 0 });
  assert.equal((await acta.do('chats', '--json')).json.length, 1);
  const people = (await acta.do('people', '--json')).json;
  assert.equal(people.length, 2);
  assert.ok(
    people.some(
      (one) => (one['names'] as string[]).includes('Ana Mercado') && (one['names'] as string[]).includes('Ana'),
    ),
  );
  const rows = (await shown(acta)).json;
  assert.match(String(rows.at(-1)?.['text']), /café también/);
});

test('a chat of the same title with other people is a question', async (t) => {
  const acta = freshActa(t);
  await take(acta, 'a/WhatsApp Chat with Ana.txt', LINES);
  const stranger = [
    '01/05/2024, 09:00 - Zoe: hello',
    '01/05/2024, 09:00 - Yan: hello you',
    '21/05/2024, 09:00 - Zoe: bye',
  ];
  const path = acta.file('b/WhatsApp Chat with Ana.txt', text(stranger));
  const answer = await acta.do('import', path, '--json');
  assert.equal(answer.code, 3);
  assert.match(answer.err, /--chat/);
  assert.equal(fileOf(answer)['import'], null);
  assert.equal((await acta.do('stats', '--json')).first['messages'], 8);
  assert.equal((await acta.do('import', path, '--chat', 'Ana from the gym')).code, 0);
  assert.deepEqual((await acta.do('chats', '--json')).json.map(({ title }) => title).sort(), [
    'Ana',
    'Ana from the gym',
  ]);
  const asked = await acta.ask(
    { typed: ['Zoe'] },
    'import',
    acta.file('c/WhatsApp Chat with Ana.txt', text(stranger.slice(1))),
  );
  assert.equal(asked.code, 0, asked.err);
  assert.equal((await acta.do('chats', '--json')).json.length, 3);
});

test('a date order that nothing proves is a question, answered by --date-order or at the terminal', async (t) => {
  const acta = freshActa(t);
  const unclear = ['03/04/2024, 09:00 - Ana: one', '04/04/2024, 09:00 - Luis: two'];
  const path = acta.file('WhatsApp Chat with Ana.txt', text(unclear));
  const inspected = await acta.do('inspect', path, '--json');
  assert.deepEqual(
    [inspected.code, inspected.first['dateOrder'], (inspected.first['readings'] as unknown[]).length],
    [0, 'AMBIGUOUS', 2],
  );
  const answer = await acta.do('import', path, '--json');
  assert.equal(answer.code, 3);
  assert.match(answer.err, /--date-order/);
  assert.equal((await acta.do('stats', '--json')).first['messages'], 0);
  const asked = await acta.ask({ typed: ['2'] }, 'import', path, '--json');
  assert.equal(asked.code, 0);
  const said = (await shown(acta)).json;
  assert.equal(said.length, 2);
  assert.equal((await acta.do('import', path, '--json')).code, 0, 'what is held needs no answer again');
});
