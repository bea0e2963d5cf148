// Searching from the command line: what a person types and what is found, in the languages of the chats.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Fields, freshActa, type TestActa } from './acta.test-support.ts';

const ANA = `13/03/2024, 09:00 - Ana: Buenos días, ¿tienen jamón serrano y piñatas?
13/03/2024, 09:01 - Luis: Sí, el jamon está aquí. Mi número es +52 81 1234-5678
13/03/2024, 09:02 - Ana: entrega el viernes por favor 🎉
14/03/2024, 10:00 - Luis: el viernes no hay entrega
14/03/2024, 10:01 - Ana: factura-2024.pdf (file attached)
15/04/2024, 10:01 - Ana: La facturación queda cancelada 👨‍👩‍👧
16/04/2024, 10:01 - Luis: <Media omitted>
`;
const CHEN = `2024/5/1 09:00 - 陈思远: 您好，请开一张发票
2024/5/1 09:01 - Café: 发票已经开好了，明天送货
2024/5/2 09:01 - 陈思远: 好的，谢谢
`;
const OMAR = `14/06/2024, 09:00 - عمر: مرحبا، أريد فاتورة من فضلك
14/06/2024, 09:01 - Luis: السلام عليكم
`;

async function filled(acta: TestActa): Promise<void> {
  for (const [name, text] of [
    ['WhatsApp Chat with Ana.txt', ANA],
    ['与陈思远的 WhatsApp 聊天.txt', CHEN],
    ['WhatsApp Chat with عمر.txt', OMAR],
  ] as const) {
    const { code, err } = await acta.do('import', acta.file(name, text));
    assert.equal(code, 0, err);
  }
}

const texts = (rows: readonly Fields[]): string[] => rows.map((row) => String(row['text']).slice(0, 12));

test('words, phrases, minus, prefixes and filters find what they say and nothing else', async (t) => {
  const acta = freshActa(t);
  await filled(acta);
  const cases: readonly (readonly [string, number])[] = [
    ['jamón', 2],
    ['JAMON', 2],
    ['pinatas', 1],
    ['entrega', 2],
    ['"entrega el viernes"', 1],
    ['entrega viernes', 2],
    ['entrega -hay', 1],
    ['factur*', 2],
    ['facturación', 1],
    ['from:Ana', 4],
    ['from:ana entrega', 1],
    ['from:luis', 4],
    ['in:Ana viernes', 2],
    ['in:陈思远', 3],
    ['after:2024-04-15 in:Ana', 2],
    ['before:2024-03-14 in:Ana', 3],
    ['before:2024-04 in:Ana', 5],
    ['has:document', 1],
    ['has:media in:Ana', 2],
    ['发', 2],
    ['发票', 2],
    ['开一张发票', 1],
    ['已经开好', 1],
    ['票发', 0],
    ['谢谢', 1],
    ['فاتورة', 1],
    ['مرحبا', 1],
    ['السلام', 1],
    ['🎉', 1],
    ['👨‍👩‍👧', 1],
    ['+528112345678', 1],
    ['81 1234 5678', 1],
    ['8112345678', 1],
    ['"81 1234-5678"', 1],
  ];
  for (const [query, count] of cases) {
    const { code, err, json } = await acta.do('search', query, '--json');
    assert.deepEqual(
      [query, code, json.length, texts(json).length],
      [query, 0, count, count],
      `${err} ${texts(json).join(' | ')}`,
    );
  }
});

test('a word that begins with a dash is one to leave out, quoted or not', async (t) => {
  const acta = freshActa(t);
  await filled(acta);
  assert.equal((await acta.do('search', 'entrega', '-hay', '--json')).json.length, 1);
  assert.equal((await acta.do('search', '-hay entrega', '--json')).json.length, 1);
  assert.equal((await acta.do('search', '--json', '--limit', '1', '-hay', 'entrega')).json.length, 1);
  assert.equal((await acta.do('search', 'entrega', '--nonsense')).code, 2);
});

test('newest stand first, the best first with --best, and --limit says that there is more', async (t) => {
  const acta = freshActa(t);
  await filled(acta);
  const newest = await acta.do('search', 'viernes', '--json');
  assert.deepEqual(
    newest.json.map((row) => row['at']),
    ['2024-03-14T10:00', '2024-03-13T09:02'],
  );
  const best = await acta.do('search', 'viernes', '--best', '--json');
  assert.equal(best.json.length, 2);
  const limited = await acta.do('search', 'viernes', '--limit', '1');
  assert.equal(limited.out.trim().split('\n').length, 1);
  assert.match(limited.err, /--limit/);
});

test('near-misses are suggested when nothing was found, never returned', async (t) => {
  const acta = freshActa(t);
  await filled(acta);
  const { code, err, out } = await acta.do('search', 'entrga');
  assert.deepEqual([code, out], [0, '']);
  assert.match(err, /entrega/);
});

test('somebody or a chat that nobody knows is a clear error, as are malformed queries', async (t) => {
  const acta = freshActa(t);
  await filled(acta);
  for (const query of [
    'from:Nobody',
    'in:Nothing x',
    '"open',
    '-only',
    'from:',
    'has:money',
    'before:never',
    'a*',
    '   ',
    '*',
    'x'.repeat(2000),
  ]) {
    const { code, err, out } = await acta.do('search', query, '--json');
    assert.deepEqual([query.slice(0, 20), code, out], [query.slice(0, 20), 2, '']);
    assert.match(err, /^The search was not run/);
  }
});
