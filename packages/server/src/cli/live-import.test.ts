// Exports of conversations that a channel of the platform leads to: the same message by file and by platform counts once, whatever
// clock and names each has.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ACCOUNT, NUMBER, type Said } from '../assembly/live.test-support.ts';
import { fileOf, freshActa, type TestActa } from './acta.test-support.ts';

const ANA = '5215512345678';
/** 10:00 on the wall of a phone in Mexico City. */
const START = Date.parse('2026-11-20T16:00:00Z') / 1000;

function text(id: string, minute: number, body: string): Said {
  return { from: ANA, id: `wamid.${id}`, timestamp: String(START + minute * 60 + 17), type: 'text', text: { body } };
}

/** What the business wrote with its own app. */
function echo(id: string, minute: number, body: string): Buffer {
  const said = {
    from: '15550783881',
    to: ANA,
    id: `wamid.${id}`,
    timestamp: String(START + minute * 60 + 5),
    type: 'text',
    text: { body },
  };
  const value = { messaging_product: 'whatsapp', metadata: NUMBER, message_echoes: [said] };
  const entry = [{ id: ACCOUNT, changes: [{ field: 'smb_message_echoes', value }] }];
  return Buffer.from(JSON.stringify({ object: 'whatsapp_business_account', entry }));
}

const contacts = [{ wa_id: ANA, profile: { name: 'Ana López' } }];

async function live(acta: TestActa): Promise<void> {
  acta.env = { ACTA_TIME_ZONE: 'America/Mexico_City' };
  await acta.deliver(
    { contacts, messages: [text('1', 0, 'Buenos días, ¿tienen roscas?')] },
    echo('2', 1, 'Sí, hay de tres tamaños'),
    { contacts, messages: [text('3', 2, 'ok'), text('4', 2, 'ok')] },
    {
      contacts,
      messages: [
        {
          from: ANA,
          id: 'wamid.5',
          timestamp: String(START + 180),
          type: 'image',
          image: { id: '9', mime_type: 'image/jpeg', caption: 'como esta' },
        },
        text('6', 4, 'para las dose'),
        {
          from: ANA,
          id: 'wamid.7',
          timestamp: String(START + 420),
          type: 'edit',
          edit: { original_message_id: 'wamid.6', message: { type: 'text', text: { body: 'para las doce' } } },
        },
        text('8', 8, 'mi clave es 1234'),
        {
          from: ANA,
          id: 'wamid.9',
          timestamp: String(START + 540),
          type: 'revoke',
          revoke: { original_message_id: 'wamid.8' },
        },
      ],
    },
  );
}

const SAME = (ana: string): string => `20/11/2026, 10:00 - ${ana}: Buenos días, ¿tienen roscas?
20/11/2026, 10:01 - Café Aurora: Sí, hay de tres tamaños
20/11/2026, 10:02 - ${ana}: ok
20/11/2026, 10:02 - ${ana}: ok
20/11/2026, 10:03 - ${ana}: IMG-20261120-WA0001.jpg (file attached)
como esta
20/11/2026, 10:04 - ${ana}: para las doce <This message was edited>
20/11/2026, 10:08 - ${ana}: This message was deleted
`;

async function imported(acta: TestActa, title: string, content: string, ...options: string[]) {
  const answer = await acta.do('import', acta.file(`WhatsApp Chat with ${title}.txt`, content), ...options, '--json');
  const { added, duplicates, error, newVersions } = fileOf(answer);
  return { code: answer.code, added, duplicates, newVersions, error };
}

async function shown(acta: TestActa, chat = 'Ana López'): Promise<string[]> {
  const { json } = await acta.do('show', chat, '--json');
  return json.map(({ kind, text: said }) => (kind === 'deleted' ? 'deleted' : String(said)));
}

const HELD = [
  'Buenos días, ¿tienen roscas?',
  'Sí, hay de tres tamaños',
  'ok',
  'ok',
  'como esta',
  'para las doce',
  'deleted',
];

test('an export of a conversation that was live brings nothing twice, whatever clock its phone showed', async (t) => {
  for (const title of ['+52 1 55 1234 5678', 'Ana López']) {
    const acta = freshActa(t);
    await live(acta);
    const before = `20/11/2026, 09:00 - ${title}: antes de todo
20/11/2026, 09:30 - Café Aurora: le contestamos pronto
`;
    const after = `20/11/2026, 10:30 - ${title}: gracias por todo\n`;
    const once = await imported(acta, title, before + SAME(title) + after);
    assert.deepEqual(once, { code: 0, added: 3, duplicates: 7, newVersions: 0, error: undefined }, title);
    const all = ['antes de todo', 'le contestamos pronto', ...HELD, 'gracias por todo'];
    assert.deepEqual(await shown(acta), all, 'in the order in which it was said');
    assert.equal((await acta.do('chats', '--json')).json.length, 1);
    const longer = `${before}${SAME(title)}${after}20/11/2026, 10:31 - Café Aurora: a usted\n`;
    const again = await imported(acta, title, longer);
    assert.deepEqual([again.added, again.duplicates, again.newVersions], [1, 10, 0], title);
    assert.deepEqual(await shown(acta), [...all, 'a usted']);
    const own = (await acta.do('people', '--json')).json.filter(({ me }) => me === true);
    assert.equal(own.length, 1, 'our own side is one, by either name');
    assert.equal((await acta.do('verify', '--deep', '--json')).first['verdict'], 'intact');
  }
});

test('an export whose name alone fits a live conversation must have something in common with it', async (t) => {
  const acta = freshActa(t);
  await live(acta);
  const stranger = `20/11/2026, 10:00 - Ana López: soy otra persona del mismo nombre
20/11/2026, 10:05 - Café Aurora: mucho gusto
`;
  const refused = await imported(acta, 'Ana López', stranger);
  assert.deepEqual([refused.code, (refused.error as Said)['code']], [3, 'chat-unclear']);
  assert.deepEqual(await shown(acta), HELD);
  const chosen = await imported(acta, 'Ana López', stranger, '--chat', 'Ana, la otra');
  assert.deepEqual([chosen.code, chosen.added], [0, 2]);
  assert.equal((await acta.do('chats', '--json')).json.length, 2);
});

test('a conversation that began with an export is gone on with by the channel, and a newer export overlaps both', async (t) => {
  const acta = freshActa(t);
  const title = '+52 1 55 1234 5678';
  const first = `19/11/2026, 18:00 - ${title}: quería encargar una rosca
19/11/2026, 18:01 - Café Aurora: claro que sí
`;
  assert.equal((await imported(acta, title, first)).added, 2);
  await live(acta);
  const newer = await imported(acta, title, `${first}${SAME(title)}20/11/2026, 10:40 - ${title}: llego tarde\n`);
  assert.deepEqual([newer.added, newer.duplicates, newer.newVersions], [1, 9, 0]);
  assert.deepEqual(await shown(acta, title), ['quería encargar una rosca', 'claro que sí', ...HELD, 'llego tarde']);
});

test('the zone of a phone elsewhere is told by --zone', async (t) => {
  const acta = freshActa(t);
  await live(acta);
  const berlin = SAME('Ana López').replaceAll(', 10:', ', 17:');
  const there = await imported(acta, 'Ana López', berlin, '--zone', 'Europe/Berlin');
  assert.deepEqual([there.added, there.duplicates, there.newVersions], [0, 7, 0]);
});

test('a message of a channel that was erased does not come back by an export, and undoing an export leaves what was live', async (t) => {
  const acta = freshActa(t);
  await live(acta);
  const held = (await acta.do('show', 'Ana López', '--json')).json;
  const seq = (said: string): string => String(held.find(({ text: words }) => words === said)?.['seq']);
  const erased = await acta.do('erase', '--seq', `${seq('como esta')},${seq(HELD[1] ?? '')}`, '--reason', 'by mistake');
  assert.equal(erased.code, 0, erased.err);
  const left = HELD.filter((said) => said !== 'como esta' && said !== HELD[1]);
  assert.deepEqual(await shown(acta), left);
  const title = '+52 1 55 1234 5678';
  const file = acta.file(`WhatsApp Chat with ${title}.txt`, `${SAME(title)}20/11/2026, 10:30 - ${title}: gracias\n`);
  const { added, duplicates, import: id, suppressed } = fileOf(await acta.do('import', file, '--json'));
  assert.deepEqual([added, duplicates, suppressed], [1, 5, 2]);
  assert.deepEqual(await shown(acta), [...left, 'gracias']);
  assert.equal((await acta.do('undo', String(id), '--now')).code, 0);
  assert.deepEqual(await shown(acta), left);
  assert.equal((await acta.do('verify', '--deep', '--json')).first['verdict'], 'intact');
});
