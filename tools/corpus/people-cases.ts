// Who speaks: names that fight the parser, phone numbers, system lines with and without an author.

import { byHand, type Case } from './case.ts';
import { FSI, LRE, LRM, NBSP, NNBSP, PDF, PDI } from './marks.ts';

const NAMES: readonly Case[] = [
  byHand(
    ['en', 'names-with-colons'],
    [
      '25/09/2020, 10:27 - Dr: Ada: hello',
      '25/09/2020, 10:28 - Cyril: hi',
      '25/09/2020, 10:29 - Dr: Ada: are you coming?',
      '25/09/2020, 10:30 - Does it work: with colons?: yes',
      '25/09/2020, 10:31 - Does it work: with colons?: it does',
      '25/09/2020, 10:32 - Dr: Ada: fine',
      '25/09/2020, 10:33 - Does it work: with colons?: end',
    ],
    {
      entries: 7,
      authorless: 0,
      dateOrder: 'DMY',
      authors: 3,
      first: '2020-09-25T10:27',
      last: '2020-09-25T10:33',
    },
  ),
  byHand(
    ['en', 'names-of-all-kinds'],
    [
      '25/09/2020, 10:27 - n: short',
      '25/09/2020, 10:28 - .: shorter',
      '25/09/2020, 10:29 - 🌵🌵: emoji',
      '25/09/2020, 10:30 - Low, Ada (work) [2]: brackets',
      '25/09/2020, 10:31 - Jean-Luc - the other: dashes',
      '25/09/2020, 10:32 - O\'Neil "Bud" <b>&amp;: markup',
      '25/09/2020, 10:33 - C:\\fun/..: slashes',
      '25/09/2020, 10:34 - 007: numbers',
      '25/09/2020, 10:35 - نور: rtl',
      '25/09/2020, 10:36 - 25/09: a date for a name',
    ],
    {
      entries: 10,
      authorless: 0,
      dateOrder: 'DMY',
      authors: 10,
      first: '2020-09-25T10:27',
      last: '2020-09-25T10:36',
    },
  ),
  byHand(
    ['en', 'phones-with-marks-ios'],
    [
      `[25/09/2020, 10:27:00] ${LRE}+1${NBSP}(202)${NBSP}555\u20110147${PDF}: one`,
      `[25/09/2020, 10:28:00] ${LRE}+1${NBSP}(202)${NBSP}555\u20110188${PDF}: two`,
      `[25/09/2020, 10:29:00] ~${NBSP}Zed: three`,
      `[25/09/2020, 10:30:00] ~${NNBSP}Uma: four`,
      `[25/09/2020, 10:31:00] ${LRE}+1${NBSP}(202)${NBSP}555\u20110147${PDF}: five`,
    ],
    {
      entries: 5,
      authorless: 0,
      dateOrder: 'DMY',
      authors: 4,
      first: '2020-09-25T10:27:00',
      last: '2020-09-25T10:31:00',
    },
    { newline: '\r\n' },
  ),
  byHand(
    ['en', 'phones-android'],
    [
      '25/09/2020, 10:27 - +1 202-555-0147: one',
      `25/09/2020, 10:28 - +49${NBSP}151${NBSP}00000001: two`,
      `25/09/2020, 10:29 - ${LRE}+34 600 00 00 01${PDF}: three`,
      `25/09/2020, 10:30 - ${FSI}Zed${PDI}: four`,
    ],
    {
      entries: 4,
      authorless: 0,
      dateOrder: 'DMY',
      authors: 4,
      first: '2020-09-25T10:27',
      last: '2020-09-25T10:30',
    },
  ),
  byHand(
    ['en', 'name-is-very-long'],
    [
      `25/09/2020, 10:27 - ${'Association of the Friends of the Old Mill '.repeat(3).trim()}: one`,
      '25/09/2020, 10:28 - Ada: two',
    ],
    {
      entries: 2,
      authorless: 0,
      dateOrder: 'DMY',
      authors: 2,
      first: '2020-09-25T10:27',
      last: '2020-09-25T10:28',
    },
  ),
];

const ANDROID: readonly Case[] = [
  byHand(
    ['en', 'system-android-all-kinds'],
    [
      '25/09/2020, 10:20 - Messages and calls are end-to-end encrypted. No one outside of this chat can read them.',
      '25/09/2020, 10:21 - Ada created group "Lunch"',
      '25/09/2020, 10:22 - You were added',
      '25/09/2020, 10:23 - Ada added Cyril and Zed',
      "25/09/2020, 10:24 - +1 202-555-0147 joined using this group's invite link",
      '25/09/2020, 10:25 - Zed left',
      '25/09/2020, 10:26 - Ada removed +1 202-555-0147',
      "25/09/2020, 10:27 - Ada changed this group's icon",
      '25/09/2020, 10:28 - Ada changed the group description',
      '25/09/2020, 10:29 - Cyril changed their phone number to a new number. Tap to message or add the new number.',
      '25/09/2020, 10:30 - Your security code with Cyril changed. Tap to learn more.',
      "25/09/2020, 10:31 - You're now an admin",
      '25/09/2020, 10:32 - Ada pinned a message',
      '25/09/2020, 10:33 - Ada: hello all',
    ],
    {
      entries: 14,
      authorless: 13,
      system: 13,
      dateOrder: 'DMY',
      authors: 1,
      first: '2020-09-25T10:20',
      last: '2020-09-25T10:33',
    },
  ),
  byHand(
    ['en', 'system-subject-with-colon'],
    [
      '25/09/2020, 10:21 - Ada created group "Lunch: Friday"',
      '25/09/2020, 10:22 - Ada changed the subject from "Lunch: Friday" to "Lunch: Monday"',
      '25/09/2020, 10:23 - Cyril: which one?',
      '25/09/2020, 10:24 - Ada: Monday',
    ],
    {
      entries: 4,
      authorless: 2,
      system: 2,
      dateOrder: 'DMY',
      authors: 2,
      first: '2020-09-25T10:21',
      last: '2020-09-25T10:24',
    },
  ),
  byHand(
    ['es', 'system-subject-with-colon'],
    [
      '25/9/20, 10:21 - Nuria creó el grupo "Cena: viernes"',
      '25/9/20, 10:22 - Íñigo: ¿cuál?',
      '25/9/20, 10:24 - Nuria: esa',
    ],
    {
      entries: 3,
      authorless: 1,
      dateOrder: 'DMY',
      authors: 2,
      first: '2020-09-25T10:21',
      last: '2020-09-25T10:24',
    },
  ),
  byHand(
    ['de', 'system-subject-with-colon'],
    [
      `25.09.20, 10:21 - ${LRM}Liesel hat die Gruppe "Essen: Freitag" erstellt.`,
      '25.09.20, 10:22 - Jörg: welche?',
      '25.09.20, 10:23 - Jörg hat den Betreff von "Essen: Freitag" zu "Essen: Montag" geändert.',
      '25.09.20, 10:24 - Liesel: diese',
    ],
    {
      entries: 4,
      authorless: 2,
      dateOrder: 'DMY',
      authors: 2,
      first: '2020-09-25T10:21',
      last: '2020-09-25T10:24',
    },
  ),
  byHand(
    ['en', 'system-timer-with-author'],
    [
      '25/09/2020, 10:21 - +1 202-555-0147: hello',
      "25/09/2020, 10:22 - +1 202-555-0147: +1 202-555-0147 updated the message timer. New messages will disappear from this chat 24 hours after they're sent, except when kept. Tap to change.",
      '25/09/2020, 10:23 - Ada: ok',
    ],
    {
      entries: 3,
      authorless: 0,
      dateOrder: 'DMY',
      authors: 2,
      system: 1,
      first: '2020-09-25T10:21',
      last: '2020-09-25T10:23',
    },
  ),
  byHand(
    ['en', 'system-business'],
    [
      '25/09/2020, 10:21 - Messages and calls are end-to-end encrypted. Tap to learn more.',
      '25/09/2020, 10:21 - This chat is with a business account. Tap to learn more.',
      '25/09/2020, 10:22 - Garage Low: Your car is ready',
      '25/09/2020, 10:23 - You blocked this contact. Tap to unblock.',
    ],
    {
      entries: 4,
      authorless: 3,
      dateOrder: 'DMY',
      authors: 1,
      system: 3,
      first: '2020-09-25T10:21',
      last: '2020-09-25T10:23',
    },
  ),
  byHand(
    ['ru', 'system-android'],
    [
      '25.09.2020, 10:21 - Варвара Ежова создал(-а) группу «Дача»',
      '25.09.2020, 10:22 - Варвара Ежова добавил(-а) вас',
      '25.09.2020, 10:23 - Дядя Миша покинул(-а) группу',
      '25.09.2020, 10:24 - Варвара Ежова: привет',
    ],
    {
      entries: 4,
      authorless: 3,
      dateOrder: 'DMY',
      authors: 1,
      system: 3,
      first: '2020-09-25T10:21',
      last: '2020-09-25T10:24',
    },
  ),
  byHand(
    ['zh-CN', 'system-android'],
    [
      '2020/9/25 上午10:21 - 林小满创建了群组“午饭”',
      '2020/9/25 上午10:22 - 老周加入了群组',
      '2020/9/25 上午10:23 - 老周: 大家好',
    ],
    {
      entries: 3,
      authorless: 2,
      dateOrder: 'YMD',
      authors: 1,
      system: 2,
      first: '2020-09-25T10:21',
      last: '2020-09-25T10:23',
    },
  ),
];

const IOS: readonly Case[] = [
  byHand(
    ['en', 'system-ios-group'],
    [
      `[25/09/2020, 10:20:00] Lunch: ${LRM}Messages and calls are end-to-end encrypted.`,
      `[25/09/2020, 10:21:00] Ada: ${LRM}Ada created this group`,
      `[25/09/2020, 10:22:00] Lunch: ${LRM}You were added`,
      `[25/09/2020, 10:23:00] Ada: ${LRM}Ada changed the group name to “Lunch: Friday”`,
      `[25/09/2020, 10:24:00] Cyril: ${LRM}Cyril left`,
      '[25/09/2020, 10:25:00] Ada: shall we?',
    ],
    {
      entries: 6,
      authorless: 0,
      system: 5,
      dateOrder: 'DMY',
      first: '2020-09-25T10:20:00',
      last: '2020-09-25T10:25:00',
    },
    { newline: '\r\n' },
  ),
  byHand(
    ['en', 'system-ios-without-marks'],
    [
      '[25/09/2020, 10:20:00] Ada: Messages and calls are end-to-end encrypted. No one outside of this chat, not even WhatsApp, can read or listen to them.',
      '[25/09/2020, 10:21:00] Ada: hi',
      '[25/09/2020, 10:22:00] Cyril: hey',
    ],
    {
      entries: 3,
      authorless: 0,
      system: 1,
      dateOrder: 'DMY',
      authors: 2,
      first: '2020-09-25T10:20:00',
      last: '2020-09-25T10:22:00',
    },
  ),
  byHand(
    ['de', 'system-ios-authorless'],
    ['[25.09.20, 22:42:50] Liesel: Wir sehen uns morgen.', '[25.09.20, 22:43:01] Jörg hat dich entfernt.'],
    {
      entries: 2,
      authorless: 1,
      system: 1,
      dateOrder: 'DMY',
      authors: 1,
      first: '2020-09-25T22:42:50',
      last: '2020-09-25T22:43:01',
    },
  ),
  byHand(
    ['pt-BR', 'system-ios'],
    [
      `[25/09/20, 10:20:00] Condomínio: ${LRM}As mensagens e as chamadas são protegidas com a criptografia de ponta a ponta.`,
      `[25/09/20, 10:21:00] Jussara: ${LRM}Jussara adicionou você`,
      '[25/09/20, 10:22:00] Jussara: bom dia',
    ],
    {
      entries: 3,
      authorless: 0,
      system: 2,
      dateOrder: 'DMY',
      first: '2020-09-25T10:20:00',
      last: '2020-09-25T10:22:00',
    },
    { newline: '\r\n' },
  ),
];

/** Cases about authors and system lines. */
export function peopleCases(): readonly Case[] {
  return [...NAMES, ...ANDROID, ...IOS];
}
