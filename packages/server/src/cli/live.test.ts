// What came through the platform, as the commands show it.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Said } from '../assembly/live.test-support.ts';
import { ACCOUNT, NUMBER } from '../assembly/live.test-support.ts';
import { VaultHouse } from '../assembly/vault-house.ts';
import { type Fields, freshActa, type TestActa } from './acta.test-support.ts';

const ANA = '5215512345678';
const START = Date.parse('2026-11-20T16:00:00Z') / 1000;

function said(id: string, minute: number, more: Said): Said {
  return { from: ANA, id: `wamid.${id}`, timestamp: String(START + minute * 60), ...more };
}

const text = (id: string, minute: number, body: string, more: Said = {}): Said =>
  said(id, minute, { type: 'text', text: { body }, ...more });

/** A member that is a list of objects. */
function list(of: Fields | undefined, name: string): readonly Fields[] {
  const found = of?.[name];
  return Array.isArray(found) ? found : assert.fail(`no list ${name}`);
}

/** A member that is an object. */
function member(of: Fields | undefined, name: string): Fields {
  const found = of?.[name];
  return typeof found === 'object' && found !== null ? { ...found } : assert.fail(`no ${name}`);
}

const contacts = [{ wa_id: ANA, profile: { name: 'Ana López' } }];

async function conversation(acta: TestActa): Promise<void> {
  acta.now = new Date((START + 600) * 1000);
  await acta.deliver(
    { contacts, messages: [text('1', 0, '¿Tienen pan de muerto hoy?')] },
    { contacts, messages: [text('2', 1, 'sí quiero', { context: { from: '15550783881', id: 'wamid.1' } })] },
    { contacts, messages: [text('3', 2, 'otra cosa', { context: { id: 'wamid.nowhere' } })] },
    { contacts, messages: [said('4', 3, { type: 'reaction', reaction: { message_id: 'wamid.1', emoji: '👍' } })] },
    {
      contacts,
      messages: [
        said('5', 4, { type: 'image', image: { id: '77', mime_type: 'image/jpeg', sha256: '', caption: 'mi pastel' } }),
        said('6', 5, { type: 'unsupported', errors: [{ code: 131051 }], unsupported: { type: 'poll_creation' } }),
        text('7', 6, 'a las dose'),
        said('8', 7, {
          type: 'edit',
          edit: { original_message_id: 'wamid.7', message: { type: 'text', text: { body: 'a las doce' } } },
        }),
        text('9', 8, 'mi clave es 1234'),
        said('10', 9, { type: 'revoke', revoke: { original_message_id: 'wamid.9' } }),
      ],
    },
    {
      statuses: [
        { id: 'wamid.1', status: 'read', timestamp: String(START + 60), recipient_id: ANA },
        { id: 'wamid.1', status: 'delivered', timestamp: String(START + 30), recipient_id: ANA },
        {
          id: 'wamid.2',
          status: 'failed',
          timestamp: String(START + 90),
          recipient_id: ANA,
          errors: [{ code: 131047, title: 'x' }],
        },
      ],
    },
  );
}

test('a conversation of a channel is shown with all that stands beside its messages', async (t) => {
  const acta = freshActa(t);
  acta.env = { ACTA_TIME_ZONE: 'America/Mexico_City' };
  await conversation(acta);
  const { code, err, out } = await acta.do('show', 'Ana López');
  assert.equal(code, 0, err);
  assert.match(err, /America\/Mexico_City/);
  const lines = out.trimEnd().split('\n');
  const line = (words: string): string => lines.find((one) => one.includes(words)) ?? assert.fail(`${words}:\n${out}`);
  assert.match(line('pan de muerto'), /2026-11-20T10:00:00-06:00\tAna López\t.*✓✓ read 👍$/);
  assert.match(line('sí quiero'), /↩ \d+ “¿Tienen pan de muerto hoy\?” sí quiero ✗ not delivered: .*24 hours.*131047/);
  assert.match(line('otra cosa'), /↩ \(a message that is not here\) otra cosa/);
  assert.match(line('mi pastel'), /\[image: , omitted\] mi pastel/);
  assert.match(line('poll_creation'), /did not hand this message over/);
  assert.match(line('a las doce'), /T10:06:00-06:00\t.*\(edited\) a las doce/);
  assert.match(line('deleted'), /T10:08:00-06:00/);
  assert.equal(lines.length, 7);
  assert.doesNotMatch(out, /dose|1234$/);
  assert.doesNotMatch(out, /mi clave/);
  const versions = await acta.do('show', 'Ana López', '--versions');
  assert.match(versions.out, /earlier or other state .*a las dose/);
  const later = await acta.do('show', 'Ana López', '--after', '2026-11-20T10:08', '--json');
  assert.equal(later.json.length, 1);
});

test('a program is given the same, with times as recorded', async (t) => {
  const acta = freshActa(t);
  acta.env = { ACTA_TIME_ZONE: 'Asia/Shanghai' };
  await conversation(acta);
  const { json } = await acta.do('show', 'Ana López', '--json');
  const [first, reply] = json;
  assert.deepEqual(
    [first?.['at'], first?.['zone'], first?.['shownAt'], first?.['wamid'], first?.['origin']],
    ['2026-11-20T16:00:00', 'UTC', '2026-11-21T00:00:00+08:00', 'wamid.1', 'live'],
  );
  assert.deepEqual(member(first, 'state')['times'], {
    delivered: '2026-11-20T16:00:30',
    read: '2026-11-20T16:01:00',
  });
  assert.equal(list(first, 'reactions')[0]?.['emoji'], '👍');
  assert.equal(member(reply, 'quote')['text'], '¿Tienen pan de muerto hoy?');
  assert.deepEqual(reply?.['state'], { state: 'failed', times: { failed: '2026-11-20T16:01:30' }, code: 131047 });
  const unsupported = json.find((one) => one['type'] === 'unsupported');
  assert.equal(member(unsupported, 'details')['unsupported'], 'poll_creation');
});

test('chats name the number they come through, and what is counted is counted', async (t) => {
  const acta = freshActa(t);
  acta.env = { ACTA_TIME_ZONE: 'America/Mexico_City' };
  await conversation(acta);
  const chats = await acta.do('chats');
  assert.match(chats.out, /2026-11-20T10:00:00-06:00\t2026-11-20T10:08:00-06:00\tAna López\t15550783881/);
  const [chat] = (await acta.do('chats', '--json')).json;
  assert.equal(list(chat, 'channels')[0]?.['number'], NUMBER.phone_number_id);
  const { first, out } = await acta.do('stats', '--json');
  assert.deepEqual(
    ['statuses', 'deliveries', 'captures', 'events', 'channels'].map((name) => first[name]),
    [3, 6, 6, 0, 1],
    out,
  );
  assert.match((await acta.do('stats')).out, /6 deliveries of the platform, 3 statuses/);
});

test('what the platform reported is listed, and what nobody here knows is marked', async (t) => {
  const acta = freshActa(t);
  acta.env = { ACTA_TIME_ZONE: 'America/Mexico_City' };
  const change = (field: string, value: unknown): Buffer =>
    Buffer.from(
      JSON.stringify({
        object: 'whatsapp_business_account',
        entry: [{ id: ACCOUNT, time: START, changes: [{ field, value }] }],
      }),
    );
  const template = {
    event: 'APPROVED',
    message_template_id: 594425479261596,
    message_template_name: 'pedido',
    message_template_language: 'es',
  };
  await acta.deliver(change('message_template_status_update', template), change('moon_phase', { phase: 'full' }));
  const { json } = await acta.do('events', '--json');
  assert.deepEqual(
    json.map(({ field, known, name }) => [field, name, known]),
    [
      ['message_template_status_update', 'APPROVED', true],
      ['moon_phase', '', false],
    ],
  );
  assert.equal(JSON.parse(String(json[0]?.['raw']))['message_template_name'], 'pedido');
  const some = await acta.do('events', '--field', 'moon_phase');
  assert.match(some.out, /moon_phase.*unknown here/);
  assert.doesNotMatch(some.out, /template/);
  assert.match((await acta.do('events', '--field', 'none')).err, /reported nothing/);
  assert.equal((await acta.do('events', '--limit', '1', '--json')).json[0]?.['field'], 'moon_phase');
});

/** As the worker records it when the file of an entry was fetched. */
async function fetched(acta: TestActa, of: number, bytes: Buffer): Promise<void> {
  const house = new VaultHouse({ ...acta.at, dir: acta.vault, keys: { dir: acta.keys }, isSeen: false });
  const vault = await house.write({ make: false });
  const keep = async function* () {
    yield bytes;
  };
  const entry = await vault.reader.record(of);
  const [subject, conversation] = entry?.kind === 'message' ? [entry.from ?? 0, entry.chat] : [0, 0];
  const content = await vault.desk.keep(keep());
  const recordedAt = acta.now.toISOString();
  const record = {
    content,
    kind: 'media',
    mime: 'image/jpeg',
    of,
    recordedAt,
    state: 'present',
    tries: 1,
    v: 1,
  } as const;
  await vault.desk.append([{ subject, conversation, month: 0, record }]);
  await vault.settle();
  await vault.close();
}

test('an export holds what stands beside messages, and the files that were fetched', async (t) => {
  const acta = freshActa(t);
  acta.env = { ACTA_TIME_ZONE: 'America/Mexico_City' };
  await conversation(acta);
  const picture = (await acta.do('show', 'Ana López', '--json')).json.find(({ type }) => type === 'image');
  const seq = Number(picture?.['seq']);
  const bytes = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
  await fetched(acta, seq, bytes);
  const shown = (await acta.do('show', 'Ana López', '--json')).json.find((one) => one['seq'] === seq);
  assert.deepEqual([member(shown, 'media')['state'], member(shown, 'media')['mime']], ['present', 'image/jpeg']);
  const file = acta.place('picture.jpg');
  assert.equal((await acta.do('media', String(seq), '--out', file)).code, 0);
  assert.ok(readFileSync(file).equals(bytes));
  const html = acta.place('html');
  const made = await acta.do('export', 'Ana López', '--format', 'html', '--out', html);
  assert.match(made.err, /America\/Mexico_City/);
  const page = readFileSync(join(html, 'Ana López.html'), 'utf8');
  assert.match(page, /<span>👍<\/span><span>✓✓ read<\/span><time datetime="2026-11-20T16:00:00Z">10:00:00<\/time>/);
  assert.match(
    page,
    /<div class="v"><bdi class="w">Ana López<\/bdi><p class="t" dir="auto">¿Tienen pan de muerto hoy\?/,
  );
  assert.equal(readdirSync(html).filter((name) => name.endsWith('.jpeg')).length, 1);
  const lines = acta.place('jsonl');
  await acta.do('export', 'Ana López', '--format', 'jsonl', '--out', lines);
  const [first] = readFileSync(join(lines, 'Ana López.jsonl'), 'utf8').trimEnd().split('\n');
  const said = JSON.parse(first ?? '') as Fields;
  assert.deepEqual(
    [said['at'], said['instant'], said['state'], said['reactions']],
    ['2026-11-20T10:00:00', '2026-11-20T16:00:00Z', 'read', [{ emoji: '👍' }]],
  );
  const text = acta.place('txt');
  await acta.do('export', 'Ana López', '--format', 'txt', '--out', text);
  assert.match(
    readFileSync(join(text, 'Ana López.txt'), 'utf8'),
    /^2026-11-20, 10:00 - Ana López: ¿Tienen[\s\S]*\.jpeg \(file attached\)\nmi pastel/,
  );
});

test('a channel is no import that could be undone', async (t) => {
  const acta = freshActa(t);
  await conversation(acta);
  const [chat] = (await acta.do('chats', '--json')).json;
  const channel = list(chat, 'channels')[0]?.['id'];
  for (const typed of [
    ['undo', String(channel)],
    ['undo', String(channel), '--now'],
    ['undo', String(channel), '--preview'],
  ]) {
    const answer = await acta.do(...typed);
    assert.deepEqual([answer.code, answer.out], [1, '']);
  }
  assert.equal((await acta.do('show', 'Ana López', '--json')).json.length, 7);
});

test('a zone that there is none of is refused before anything is opened', async (t) => {
  const acta = freshActa(t);
  acta.env = { ACTA_TIME_ZONE: 'Mars/Olympus' };
  const { code, err } = await acta.do('chats');
  assert.deepEqual([code, /ACTA_TIME_ZONE.*no such time zone/.test(err)], [1, true], err);
});
