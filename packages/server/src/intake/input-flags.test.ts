// What an export or a webhook holds that the rules of input do not like: it is kept as it came, and flagged where it stands.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver, webhookBody } from '../assembly/live.test-support.ts';
import { type TestVault, testVault } from '../assembly/vault.test-support.ts';
import type { WriteVault } from '../cli/vault.ts';
import { entriesOf, listChats } from '../views/conversation.ts';
import { marksOf } from '../views/entry-marks.ts';

/** Texts of all entries that are flagged, each with its flags. */
async function flagged({ views }: WriteVault): Promise<[string, ...string[]][]> {
  const found: [string, ...string[]][] = [];
  for (const { id } of await listChats(views)) {
    for await (const batch of entriesOf(views, { chat: id })) {
      const seqs = batch.map(({ seq }) => seq);
      const marks = await marksOf(views, seqs);
      for (const { record, seq } of batch) {
        const flags = marks.get(seq)?.flags ?? [];
        if (flags.length > 0) found.push([record.text, ...flags]);
      }
    }
  }
  return found;
}

const flaggedIn = (vault: TestVault): Promise<[string, ...string[]][]> => vault.write(flagged);

test('entries of an export are flagged where they stand, an author once', async (t) => {
  const vault = testVault(t);
  const lines = [
    '13/03/2024, 09:00 - Ana: Buenos días',
    '13/03/2024, 09:01 - 🌸: hola a todas',
    '13/03/2024, 09:02 - Luis: uno\u0001dos',
    '13/03/2024, 09:03 - 🌸: otra vez',
    '13/03/2024, 09:04 - Ana: gracias \u202eotla',
  ];
  await vault.importText('WhatsApp Chat with Tres amigas.txt', `${lines.join('\n')}\n`);
  const expected = [
    ['hola a todas', 'name-without-letters@name'],
    ['uno\u0001dos', 'control-characters@text'],
    ['gracias \u202eotla', 'bidi-override@text'],
  ];
  assert.deepEqual(await flaggedIn(vault), expected);
  await vault.importText('WhatsApp Chat with Tres amigas.txt', `${lines.join('\n')}\n`);
  assert.deepEqual(await flaggedIn(vault), expected);
  const rows = await vault.rows();
  await vault.write((open) => open.rebuild(() => undefined));
  assert.deepEqual(await vault.rows(), rows);
  assert.equal((await vault.verify(true)).verdict, 'intact');
});

test('in an import of several commits each flag stands on its entry', async (t) => {
  const vault = testVault(t);
  const lines = Array.from({ length: 9_000 }, (_, at) => {
    const [hour, minute] = [Math.floor(at / 60) % 24, at % 60].map((each) => String(each).padStart(2, '0'));
    const day = String(1 + (Math.floor(at / 1_440) % 28)).padStart(2, '0');
    const bad = at % 899 === 7 ? '\u0001' : '';
    return `${day}/03/2024, ${hour}:${minute} - Persona ${'ABCDE'.charAt(at % 5)}: mensaje ${at}${bad}`;
  });
  await vault.importText('WhatsApp Chat with Muchos.txt', `${lines.join('\n')}\n`);
  const found = await flaggedIn(vault);
  const bad = lines.filter((line) => line.endsWith('\u0001')).map((line) => line.slice(line.indexOf('mensaje')));
  assert.deepEqual(
    found,
    bad.map((text) => [text, 'control-characters@text']),
  );
  assert.ok(found.length > 9);
});

test('what comes through a webhook is kept and flagged by what it says and when', async (t) => {
  const vault = testVault(t);
  const from = '5215512345678';
  const receivedAt = new Date('2026-11-20T12:00:00Z');
  const at = (date: string): string => String(Date.parse(date) / 1_000);
  const image = { id: '1', mime_type: 'picture', caption: 'x'.repeat(1_025) };
  const messages = [
    { id: 'wamid.1', from, timestamp: at('2026-11-20T11:59:00Z'), type: 'text', text: { body: 'plain' } },
    { id: 'wamid.2', from, timestamp: at('2026-11-20T12:11:00Z'), type: 'text', text: { body: 'early' } },
    { id: 'wamid.3', from, timestamp: at('2026-11-18T12:00:00Z'), type: 'text', text: { body: 'late' } },
    { id: 'wamid.4', from, timestamp: at('2008-11-20T12:00:00Z'), type: 'text', text: { body: 'old\u0000' } },
    { id: 'wamid.5', from, timestamp: at('2026-11-20T11:59:30Z'), type: 'image', image },
  ];
  await vault.write(async (open) => {
    await deliver(open, webhookBody({ messages }), receivedAt);
    await open.settle();
    const found = new Map((await flagged(open)).map(([text, ...flags]) => [text, flags]));
    assert.deepEqual(found.get('plain'), undefined);
    assert.deepEqual(found.get('early'), ['in-the-future@at']);
    assert.deepEqual(found.get('late'), ['delivered-late@receivedAt']);
    assert.deepEqual(found.get('old\u0000'), [
      'before-whatsapp@at',
      'control-characters@text',
      'delivered-late@receivedAt',
    ]);
    assert.deepEqual(found.get('x'.repeat(1_025)), ['caption-too-long@caption', 'media-type-form@mime']);
  });
});
