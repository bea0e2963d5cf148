import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isChatTextName, titleFromName } from './chat-name.ts';
import { chatNameTemplates } from './chat-name-templates.ts';

const titles: readonly (readonly [string, string | undefined])[] = [
  ['WhatsApp Chat with Ana Pérez.txt', 'Ana Pérez'],
  ['WhatsApp Chat - Ana.zip', 'Ana'],
  ['WhatsApp Chat – Ana.zip', 'Ana'],
  ['whatsapp chat WITH Ana.TXT', 'Ana'],
  ['WhatsApp Chat with Ana', 'Ana'],
  ['WhatsApp_Chat_with_Ana.txt', 'Ana'],
  ['WhatsApp Chat with Ana.txt.zip', 'Ana'],
  ['Chat de WhatsApp con Café Aurora.txt', 'Café Aurora'],
  ['Chat de WhatsApp con Cafe\u0301 Aurora.txt', 'Café Aurora'],
  ['WhatsApp Chat mit Die üblichen Verdächtigen.txt', 'Die üblichen Verdächtigen'],
  ['WhatsApp-Chat mit Jane.txt', 'Jane'],
  ['Discussion WhatsApp avec Équipe 🚀.txt', 'Équipe 🚀'],
  ['Conversa do WhatsApp com João.txt', 'João'],
  ['Чат WhatsApp с контактом Иван.txt', 'Иван'],
  ['Чат WhatsApp с Иваном.txt', 'Иваном'],
  ['Czat WhatsApp z Ola.txt', 'Ola'],
  ['Ayşe ile WhatsApp Sohbeti.txt', 'Ayşe'],
  ['与王芳的 WhatsApp 聊天.txt', '王芳'],
  ['与王芳的WhatsApp聊天.txt', '王芳'],
  ['與陳大文的WhatsApp對話.txt', '陳大文'],
  ['與陳大文的 WhatsApp 對話.txt', '陳大文'],
  ['与与非门的朋友的 WhatsApp 聊天.txt', '与非门的朋友'],
  ['田中さんとのWhatsAppチャット.txt', '田中さん'],
  ['محادثة واتساب مع ليلى.txt', 'ليلى'],
  ['WhatsApp Chat with +1 (555) 010-0199.txt', '+1 (555) 010-0199'],
  ['WhatsApp Chat with \u202a+52\u00a081\u00a05550\u00a00142\u202c.txt', '+52\u00a081\u00a05550\u00a00142'],
  ['WhatsApp Chat with +7 999 123-45-6.txt', '+7 999 123-45-6'],
  ['WhatsApp Chat with Ana (1).txt', 'Ana'],
  ['WhatsApp Chat with Ana(2).zip', 'Ana'],
  ['WhatsApp Chat with Ana (1) (2).zip', 'Ana'],
  ['WhatsApp Chat with Ana-1.txt', 'Ana'],
  ['与王芳的 WhatsApp 聊天 (3).txt', '王芳'],
  ['WhatsApp Chat with +1 (555) 010-0199 (1).txt', '+1 (555) 010-0199'],
  ['WhatsApp Chat with Reunión (2024).txt', 'Reunión (2024)'],
  ['WhatsApp Chat with v1.2.txt', 'v1.2'],
  ['WhatsApp Chat with with.txt', 'with'],
  ['WhatsApp Chat - WhatsApp Chat with Ana.zip', 'WhatsApp Chat with Ana'],
  ['Familia.txt', 'Familia'],
  ['(1).txt', '(1)'],
  ['_chat.txt', undefined],
  ['_chat 2.txt', undefined],
  ['_chat (1).txt', undefined],
  ['_chat-1.txt', undefined],
  ['_chat.zip', undefined],
  ['.txt', undefined],
  ['', undefined],
];

for (const [name, title] of titles) {
  test(`the title in ${JSON.stringify(name)} is ${JSON.stringify(title)}`, () =>
    assert.equal(titleFromName(name), title));
}

test('each template gives its title back, with any space in it and as a copy', () => {
  for (const { before = '', after = '' } of chatNameTemplates) {
    for (const title of ['Ana', '+52\u00a081 5550 0142', '聊天', 'a: b', 'ليلى', 'Ña 👋']) {
      for (const copy of ['', ' (1)', '(12)']) {
        for (const space of [' ', '\u00a0', '\u202f', '_']) {
          const name = `${`${before}\u0001${after}`.replaceAll(' ', space).replace('\u0001', title)}${copy}.txt`;
          assert.equal(titleFromName(name), title, JSON.stringify(name));
          assert.ok(isChatTextName(name), name);
        }
      }
    }
  }
});

test('each template gives any title back unless the title reads as words around a title itself', () => {
  const word = fc.stringMatching(/^[A-Za-zñü王芳ليلى]{1,8}$/);
  const title = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.constantFrom(...chatNameTemplates), title, ({ before = '', after = '' }, expected) => {
      assert.equal(titleFromName(`${before}${expected}${after}.txt`), expected);
    }),
    { numRuns: 400 },
  );
});

test('only texts with a name that WhatsApp gives are chat texts by name', () => {
  for (const name of ['_chat.txt', '_CHAT.TXT', '_chat 2.txt', 'WhatsApp Chat with Ana (1).txt'])
    assert.ok(isChatTextName(name), name);
  for (const name of [
    'notes.txt',
    'WhatsApp Chat with Ana.zip',
    'WhatsApp Chat with .txt',
    '_chat.txt.jpg',
    'x_chat.txt',
  ])
    assert.ok(!isChatTextName(name), name);
});

test('a hostile name takes no time', { timeout: 60_000 }, () => {
  for (const filler of [' ', '-1', '(1)', '与', '\u200e', '_ '])
    titleFromName(`WhatsApp Chat with ${filler.repeat(2_000)}.txt`);
});
