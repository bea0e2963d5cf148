import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AndroidShape, provableAndroidShape, writeAndroidText } from './android-text.ts';
import { provableIosShape, writeIosText } from './ios-text.ts';
import { writeJsonLines } from './json-lines.ts';
import { lossOf } from './text-content.ts';
import { textWords } from './text-words.ts';
import type { WrittenMessage } from './written-message.ts';

const hello: WrittenMessage = { at: '2026-07-04T09:05:07', author: 'Ana', text: 'hola', kind: 'message', type: 'text' };

async function* each(...messages: readonly WrittenMessage[]) {
  for (const message of messages) yield message;
}

async function joined(chunks: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}

const android = (message: Partial<WrittenMessage>, shape: Partial<AndroidShape> = {}) =>
  joined(writeAndroidText(each({ ...hello, ...message }), { ...provableAndroidShape, ...shape }));
const ios = (message: Partial<WrittenMessage>) =>
  joined(writeIosText(each({ ...hello, ...message }), provableIosShape));

test('headers follow the shape', async () => {
  assert.equal(await android({}), '2026-07-04, 09:05 - Ana: hola\n');
  assert.equal(await ios({}), '[2026-07-04, 09:05:07] Ana: hola\r\n');
  const periods = { am: 'a.\u00a0m.', pm: 'p.\u00a0m.', gap: '\u202f', isBefore: false };
  const shape = { dateOrder: 'MDY', dateSeparator: '/', padded: false, yearDigits: 2, paddedHour: false } as const;
  assert.equal(await android({}, { ...shape, dayPeriods: periods }), '7/4/26, 9:05\u202fa.\u00a0m. - Ana: hola\n');
  assert.equal(
    await android({ at: '2026-07-04T00:30' }, { ...shape, dayPeriods: periods, dash: ' – ' }),
    '7/4/26, 12:30\u202fa.\u00a0m. – Ana: hola\n',
  );
  const chinese = {
    dayPeriods: { am: '上午', pm: '下午', gap: '', isBefore: true },
    beforeTime: ' ',
    dateOrder: 'YMD',
  } as const;
  assert.equal(
    await android({ at: '2026-07-04T13:54' }, { ...shape, ...chinese, yearDigits: 4 }),
    '2026/7/4 下午1:54 - Ana: hola\n',
  );
  assert.equal(
    await android(
      {},
      { dateOrder: 'DMY', dateSeparator: '.', hasByteOrderMark: true, lineEnd: '\r\n', hasSeconds: true },
    ),
    '\ufeff04.07.2026, 09:05:07 - Ana: hola\r\n',
  );
});

test('what text cannot hold stands as the platforms write it', async () => {
  const header = '2026-07-04, 09:05 - ';
  const present = { state: 'present', name: 'IMG-1.jpg' } as const;
  assert.equal(
    await android({ author: 'Ana', kind: 'deleted', text: '' }),
    `${header}Ana: This message was deleted.\n`,
  );
  assert.equal(await android({ edited: true }), `${header}Ana: hola <This message was edited>\n`);
  assert.equal(await android({ media: present }), `${header}Ana: IMG-1.jpg (file attached)\nhola\n`);
  assert.equal(
    await android({ media: { state: 'omitted' }, text: '' }, { words: textWords.es }),
    `${header}Ana: <Multimedia omitido>\n`,
  );
  const location = { latitude: '25.7', longitude: '-100.3', name: 'Obra' };
  assert.equal(
    await android({ location, text: '' }),
    `${header}Ana: Obra\nlocation: https://maps.google.com/?q=25.7,-100.3\n`,
  );
  const time = '[2026-07-04, 09:05:07] ';
  assert.equal(await ios({ media: present, text: '' }), `\u200e${time}Ana: \u200e<attached: IMG-1.jpg>\r\n`);
  assert.equal(
    await ios({ media: { state: 'omitted' }, type: 'image', text: '' }),
    `\u200e${time}Ana: \u200eimage omitted\r\n`,
  );
  assert.equal(
    await ios({ media: { state: 'omitted' }, type: 'toString', text: '' }),
    `\u200e${time}Ana: \u200edocument omitted\r\n`,
  );
  assert.equal(await ios({ kind: 'system', text: 'Ana left' }), `\u200e${time}Ana: \u200eAna left\r\n`);
  const poll = { question: 'When?', options: [{ text: 'Now', votes: 2 }] };
  assert.equal(await ios({ poll }), `\u200e${time}Ana: \u200ePOLL:\r\nWhen?\r\n\u200eOPTION: Now (2 votes)\r\n`);
});

test('line ends in a text become those of the file, and an author stays on one line', async () => {
  assert.equal(await ios({ text: 'a\nb\rc\r\nd', author: 'A\nB' }), '[2026-07-04, 09:05:07] A B: a\r\nb\r\nc\r\nd\r\n');
});

test('messages that no reader could give back are named beforehand', () => {
  const loss = (message: Partial<WrittenMessage>) => lossOf({ ...hello, ...message });
  assert.equal(loss({}), undefined);
  assert.equal(loss({ text: 'see:\n2026 was good\n- 3/4 cup' }), undefined);
  for (const line of ['15/3/2024, 9:00 - Ana: hi', '[2024-3-1, 9:00] x', '\u200e[1.3.24', '٢٧/٣/٢٠٢٢', '2024年3月1日'])
    assert.equal(loss({ text: `look:\n${line}` }), 'line-like-header', line);
  assert.equal(loss({ author: 'Ana: shop' }), 'author-ambiguous');
  assert.equal(loss({ author: ' Ana' }), 'author-ambiguous');
  assert.equal(loss({ text: 'a\rb' }), 'line-end');
  assert.equal(loss({ text: 'a\n' }), 'blank-edge');
});

test('JSON lines are canonical: sorted keys, no spaces, nothing for what is absent', async () => {
  const poll = { question: 'q', options: [{ votes: 1, text: 'a' }] };
  const lines = await joined(
    writeJsonLines(each({ ...hello, text: '"\n\u2028é\ud800', poll, seq: 1, edited: false }, hello)),
  );
  assert.equal(
    lines,
    '{"at":"2026-07-04T09:05:07","author":"Ana","edited":false,"kind":"message","poll":{"options":[{"text":"a","votes":1}],"question":"q"},"seq":1,"text":"\\"\\n\u2028é\ufffd","type":"text"}\n' +
      '{"at":"2026-07-04T09:05:07","author":"Ana","kind":"message","text":"hola","type":"text"}\n',
  );
});

test('batches and single messages give one text, in chunks', async () => {
  const many = Array.from({ length: 20_000 }, (_, index) => ({ ...hello, text: `line ${index}` }));
  async function* batches() {
    yield many.slice(0, 9_000);
    yield many.slice(9_000);
  }
  const chunks: string[] = [];
  for await (const chunk of writeAndroidText(batches(), provableAndroidShape)) chunks.push(chunk);
  assert.ok(chunks.length > 5 && chunks.every((chunk) => chunk.length < 70_000));
  assert.equal(chunks.join(''), await joined(writeAndroidText(each(...many), provableAndroidShape)));
  assert.equal(await joined(writeAndroidText(each(), provableAndroidShape)), '');
});
