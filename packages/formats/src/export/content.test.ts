import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContent } from './content.ts';
import type { Content, ContentContext } from './content-facts.ts';

const ios: ContentContext = { platform: 'ios', mediaNames: undefined, title: undefined };
const android: ContentContext = { platform: 'android', mediaNames: undefined, title: undefined };
const L = '\u200E';

function said(body: string, context: ContentContext = android, author: string | undefined = 'Ana'): Content {
  return readContent(body, author, context);
}

test('words are text, whatever they resemble', () => {
  for (const body of [
    'hola',
    'Video call',
    'image omitted',
    'null and void',
    'POLL',
    '<3 you',
    '<html>',
    'see (attached)',
    'ok)',
    '0',
    'Ana',
  ]) {
    assert.deepEqual(said(body), { kind: 'message', type: 'text', text: body }, body);
  }
});

test('placeholders are media of their kind, with the caption that follows', () => {
  assert.deepEqual(said('<Media omitted>\nlook'), {
    kind: 'message',
    type: 'media',
    text: 'look',
    media: { state: 'omitted' },
  });
  for (const body of [
    '<Multimedia omitido>',
    '<Medien ausgeschlossen>',
    '<省略多媒体文件>',
    '<תוכן מדיה הוסתר>',
    '<미디어 파일 제외됨>',
  ]) {
    assert.equal(said(body).media?.state, 'omitted', body);
  }
  const kinds = [
    `${L}image omitted`,
    `${L}Video omitido`,
    `${L}音訊已略去`,
    `${L}sticker weggelaten`,
    `${L}GIF retiré`,
    `${L}Kontaktkarte ausgelassen`,
  ];
  assert.deepEqual(
    kinds.map((body) => said(body, ios).type),
    ['image', 'video', 'audio', 'sticker', 'gif', 'contact'],
  );
  assert.deepEqual(said(`Report.pdf • ${L}3 pages ${L}document omitted`, ios), {
    kind: 'message',
    type: 'document',
    text: '',
    media: { state: 'omitted', name: 'Report.pdf' },
  });
  assert.equal(said(`look at this ${L}image omitted`, ios).text, 'look at this');
});

test('named files are present beside the text or missing, in every form', () => {
  const names = new Set(['IMG-20220327-WA0001.jpg', 'Tarif & Preise.pdf', 'photo.jpg']);
  const beside = { ...android, mediaNames: names };
  assert.deepEqual(said('IMG-20220327-WA0001.jpg (archivo adjunto)\nmira', beside).media, {
    state: 'present',
    name: 'IMG-20220327-WA0001.jpg',
  });
  assert.deepEqual(said('IMG-20220327-WA0001.jpg (dosiero aldonita)', android).media, {
    state: 'missing',
    name: 'IMG-20220327-WA0001.jpg',
  });
  assert.equal(said(`${L}Tarif & Preise.pdf (in no language)`, beside).media?.state, 'present');
  assert.equal(said('Max Caulfield.vcf (Datei angehängt)').type, 'contact');
  const iosBeside = { ...ios, mediaNames: names };
  assert.deepEqual(said(`${L}<attached: 00000042-PHOTO-2022-03-27-21-41-55.jpg>`, ios).media, {
    state: 'missing',
    name: '00000042-PHOTO-2022-03-27-21-41-55.jpg',
  });
  assert.deepEqual(said(`look ${L}<Anhang: photo.jpg>`, iosBeside), {
    kind: 'message',
    type: 'image',
    text: 'look',
    media: { state: 'present', name: 'photo.jpg' },
  });
  assert.equal(said(`photo.jpg <${L}attached>`, iosBeside).media?.name, 'photo.jpg');
  assert.equal(said(`<${L}photo.jpg eklendi>`, iosBeside).media?.name, 'photo.jpg');
  assert.equal(said(`${L}<附件：00000001-AUDIO-2022-03-27-21-41-55.opus>`, ios).type, 'voice');
});

test('deleted, edited and waiting messages are told from what people write', () => {
  assert.equal(said('This message was deleted').kind, 'deleted');
  assert.equal(said('Eliminaste este mensaje.').kind, 'deleted');
  assert.equal(said(`${L}您已删除此消息`, ios).kind, 'deleted');
  assert.deepEqual(said(`done ${L}<This message was edited>`, ios), {
    kind: 'message',
    type: 'text',
    text: 'done',
    edited: true,
  });
  assert.deepEqual(said('hecho <Se editó este mensaje.>'), {
    kind: 'message',
    type: 'text',
    text: 'hecho',
    edited: true,
  });
  assert.equal(said(`ok ${L}<ይህ መልእክት ተስተካክሏል>`, ios).edited, true);
  assert.equal(said('Waiting for this message. This may take a while.').system, 'waiting');
});

test('calls, polls and places are read into their parts', () => {
  assert.deepEqual(said(`${L}Voice call, ${L}2 min`, ios).call, {
    medium: 'voice',
    outcome: 'other',
    duration: '2 min',
  });
  assert.deepEqual(said(`${L}Missed video call, ${L}Tap to call back`, ios).call, {
    medium: 'video',
    outcome: 'missed',
  });
  assert.deepEqual(said('Llamada perdida').call, { medium: 'voice', outcome: 'missed' });
  assert.deepEqual(said('ENCUESTA:\n¿Cuándo?\nOPCIÓN: hoy (2 votos)\nOPCIÓN: mañana (1 voto)').poll, {
    question: '¿Cuándo?',
    options: [
      { text: 'hoy', votes: 2 },
      { text: 'mañana', votes: 1 },
    ],
  });
  const place = { latitude: '40.1', longitude: '-3.25', url: 'https://maps.google.com/?q=40.1,-3.25' };
  assert.deepEqual(said(`location: ${place.url}`).location, place);
  assert.deepEqual(said(`Sol\nMadrid\nubicación: ${place.url}`).location, { ...place, name: 'Sol\nMadrid' });
  assert.equal(said(`meet me here ${place.url}`).type, 'text');
  assert.deepEqual(said('live location shared').location, { live: true });
});

test('an empty or null message on Android was to be seen once', () => {
  assert.equal(said('').type, 'view-once');
  assert.equal(said('null').type, 'view-once');
  assert.equal(said('null', ios).type, 'text');
});

test('lines of the app say what they report', () => {
  const topic = (body: string, author?: string, context: ContentContext = android): string | undefined =>
    readContent(body, author, context).system;
  assert.equal(
    topic('Messages and calls are end-to-end encrypted. No one outside of this chat can read them.'),
    'encryption',
  );
  assert.equal(topic('Ana hat die Gruppe "Team" erstellt'), 'group-created');
  assert.equal(topic('Ana added Bob'), 'added');
  assert.equal(topic('Ana salió del grupo'), 'left');
  assert.equal(topic('Tu código de seguridad con Ana cambió.'), 'security-code');
  assert.equal(topic(`${L}Ana changed this group's icon`, 'Ana', ios), 'icon');
  assert.equal(topic('+1 23 updated the message timer. New messages will disappear.', '+1 23'), 'timer');
  assert.equal(topic('something nobody knows'), undefined);
  assert.equal(topic('I added Bob to the list', 'Ana'), undefined);
});
