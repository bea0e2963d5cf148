// Messages of several lines, and text that looks like a header but is somebody's words.

import { byHand, type Case } from './case.ts';
import { LRM } from './marks.ts';

const android = { authorless: 0, dateOrder: 'DMY' } as const;

const PASTED: readonly Case[] = [
  byHand(
    ['en', 'pasted-ios-in-android'],
    [
      '25/09/2020, 10:27 - Ada: look what he wrote',
      '[12/05/2019, 10:11:12] Zed: never again',
      '[12/05/2019, 10:11:40] Zed: I mean it',
      '25/09/2020, 10:28 - Cyril: typical',
    ],
    { ...android, entries: 2, authors: 2, first: '2020-09-25T10:27', last: '2020-09-25T10:28' },
  ),
  byHand(
    ['en', 'pasted-android-in-ios'],
    [
      '[25/09/2020, 10:27:00] Ada: look what he wrote',
      '12/05/2019, 10:11 - Zed: never again',
      '12/05/2019, 10:12 - Zed: I mean it',
      '[25/09/2020, 10:28:00] Cyril: typical',
    ],
    { ...android, entries: 2, authors: 2, first: '2020-09-25T10:27:00', last: '2020-09-25T10:28:00' },
    { newline: '\r\n' },
  ),
  byHand(
    ['en', 'pasted-web-copy'],
    [
      '25/09/2020, 10:27 - Ada: [11:45, 6/4/2019] +1 202 555 0147: menu:',
      'soup',
      '[11:46, 6/4/2019] +1 202 555 0188: bread',
      '[11:46 AM, 6/4/2019] Zed: butter',
      '25/09/2020, 10:28 - Cyril: ok',
    ],
    { ...android, entries: 2, authors: 2, first: '2020-09-25T10:27', last: '2020-09-25T10:28' },
  ),
  byHand(
    ['en', 'pasted-half-day-in-24h'],
    [
      '25/09/2020, 10:27 - Ada: from my sister',
      '5/12/19, 9:11 PM - Zed: call me',
      '25/09/2020, 10:28 - Cyril: ok',
      '25/09/2020, 10:29 - Cyril: did you?',
    ],
    { ...android, entries: 3, authors: 2, first: '2020-09-25T10:27', last: '2020-09-25T10:29' },
  ),
  byHand(
    ['de', 'pasted-short-year'],
    [
      '[17.9.2019, 16:37:47] Liesel: erste Zeile',
      '[1.9.17, 00:00:00] Jörg: zweite Zeile der ersten Nachricht',
      '[17.9.2019, 16:38:06] Liesel: zweite Nachricht',
      '[18.9.2019, 16:38:06] Jörg: dritte',
    ],
    { ...android, entries: 3, authors: 2, first: '2019-09-17T16:37:47', last: '2019-09-18T16:38:06' },
  ),
  byHand(
    ['en', 'pasted-same-shape'],
    [
      '25/09/2020, 10:27 - Ada: forwarding',
      '24/09/2020, 18:00 - Zed: same phone, same shape',
      '25/09/2020, 10:28 - Cyril: ok',
    ],
    {
      ...android,
      entries: 3,
      first: '2020-09-25T10:27',
      last: '2020-09-25T10:28',
      note: 'nothing tells the pasted line from a late delivery, so it is an entry',
    },
  ),
  byHand(
    ['en', 'quoted-with-marks'],
    [
      '25/09/2020, 10:27 - Ada: as I said',
      '> 24/09/2020, 18:00 - Ada: we close at six',
      '| 24/09/2020, 18:01 - Zed: fine',
      '"24/09/2020, 18:02 - Zed: thanks"',
      '25/09/2020, 10:28 - Cyril: ok',
    ],
    { ...android, entries: 2, authors: 2, first: '2020-09-25T10:27', last: '2020-09-25T10:28' },
  ),
  byHand(
    ['en', 'lines-that-start-like-dates'],
    [
      '25/09/2020, 10:27 - Ada: plan',
      '26/09/2020: arrival',
      '27/09/2020 - museum',
      '28/09/2020, 10:00',
      '2016-04-29 10:30:00',
      '29/09: home',
      '10/10 - would travel again',
      '1/2 cup of sugar',
      '12:30 - lunch: soup',
      '3.5 - 4 hours: long',
      '25/09/2020, 10:28 - Cyril: ok',
    ],
    { ...android, entries: 2, authors: 2, first: '2020-09-25T10:27', last: '2020-09-25T10:28' },
  ),
  byHand(
    ['en', 'other-chat-formats-inside'],
    [
      '25/09/2020, 10:27 - Ada: all the copies',
      'Zed, [24.09.20 07:25]',
      'telegram copy',
      '[12:30] <zed> irc line',
      'On 24/09/2020, 10:11, Zed wrote:',
      '> mail',
      '00:00:20,000 --> 00:00:24,400',
      '2020-09-24T10:00:00Z INFO server: started',
      'Zed — Today at 10:00 AM',
      '25/09/2020, 10:28 - Cyril: ok',
    ],
    { ...android, entries: 2, authors: 2, first: '2020-09-25T10:27', last: '2020-09-25T10:28' },
  ),
  byHand(
    ['en', 'header-in-the-middle-of-a-line'],
    [
      '25/09/2020, 10:27 - Ada: she wrote 24/09/2020, 18:00 - Zed: nope',
      'and then 24/09/2020, 18:00 - Zed: yes',
      '25/09/2020, 10:28 - Cyril: 24/09/2020, 18:00 - Zed: copied at the start',
    ],
    { ...android, entries: 2, authors: 2, first: '2020-09-25T10:27', last: '2020-09-25T10:28' },
  ),
  byHand(
    ['en', 'pasted-impossible-dates'],
    [
      '25/09/2020, 10:27 - Ada: test data',
      '45/09/2020, 10:27 - Zed: day 45',
      '25/13/2020, 10:27 - Zed: month 13',
      '25/09/2020, 25:61 - Zed: hour 25',
      '25/09/2020, 10:28 - Cyril: ok',
    ],
    { ...android, entries: 2, authors: 2, first: '2020-09-25T10:27', last: '2020-09-25T10:28' },
  ),
  byHand(
    ['es', 'pasted-other-locale'],
    [
      '25/9/20, 10:27 - Nuria: esto me llegó',
      '24.09.20, 18:00 - Zed: deutsches Telefon',
      '2020/9/24 下午6:01 - 老周: 中文手机',
      '[24/9/20, 18:02:00] Zed: iPhone',
      '25/9/20, 10:28 - Íñigo: vale',
    ],
    { ...android, entries: 2, authors: 2, first: '2020-09-25T10:27', last: '2020-09-25T10:28' },
  ),
];

const LINES: readonly Case[] = [
  byHand(
    ['en', 'blank-lines-everywhere'],
    [
      '25/09/2020, 10:27 - Ada: ',
      '',
      '',
      'starts with blank lines',
      '',
      'and ends with them',
      '',
      '',
      '25/09/2020, 10:28 - Cyril: ok',
      '',
      '',
    ],
    { ...android, entries: 2, authors: 2, first: '2020-09-25T10:27', last: '2020-09-25T10:28' },
  ),
  byHand(
    ['en', 'empty-texts'],
    [
      '25/09/2020, 10:27 - Ada: ',
      '25/09/2020, 10:28 - Ada:',
      '25/09/2020, 10:29 - Cyril:',
      '',
      'after a lost space',
      `25/09/2020, 10:30 - Cyril: ${LRM}`,
      '25/09/2020, 10:31 - Ada: end',
    ],
    { ...android, entries: 5, authors: 2, first: '2020-09-25T10:27', last: '2020-09-25T10:31' },
  ),
  byHand(
    ['en', 'one-long-message'],
    [
      '25/09/2020, 10:27 - Ada: minutes of the meeting',
      ...Array.from({ length: 400 }, (_, index) => `${index + 1}. item: ${index * 7} - done`),
      '25/09/2020, 10:28 - Cyril: ok',
    ],
    { ...android, entries: 2, authors: 2, first: '2020-09-25T10:27', last: '2020-09-25T10:28' },
  ),
  byHand(
    ['en', 'other-line-separators'],
    [
      '25/09/2020, 10:27 - Ada: one\u2028two\u2029three\u0085four\u000Bfive\u000Csix',
      '25/09/2020, 10:28 - Cyril: not\u2028' + '25/09/2020, 10:29 - Zed: a header',
    ],
    {
      ...android,
      entries: 2,
      authors: 2,
      first: '2020-09-25T10:27',
      last: '2020-09-25T10:28',
      note: 'only LF and CRLF end a line',
    },
  ),
  byHand(
    ['en', 'single-line-no-newline'],
    ['25/09/2020, 10:27 - Ada: the only one'],
    { ...android, entries: 1, authors: 1, first: '2020-09-25T10:27', last: '2020-09-25T10:27' },
    { finalNewline: false },
  ),
  byHand(
    ['en', 'three-messages'],
    ['[9/25/20, 10:27:00 AM] Ada: one', '[9/25/20, 10:28:00 AM] Ada: two', '[9/25/20, 10:29:00 AM] Ada: three'],
    {
      entries: 3,
      authorless: 0,
      authors: 1,
      dateOrder: 'MDY',
      first: '2020-09-25T10:27:00',
      last: '2020-09-25T10:29:00',
    },
    { newline: '\r\n' },
  ),
  byHand(
    ['en', 'grids-of-emoji'],
    [
      '25/09/2020, 10:27 - Ada: Puzzle 218 3/6',
      '',
      '⬛⬛🟨🟨🟨',
      '🟩🟩🟩🟩🟩',
      '25/09/2020, 10:27 - Cyril: Puzzle 218 X/6*',
      '',
      '⬜🟨⬜🟩⬜',
      '25/09/2020, 10:28 - Ada: 👨‍👩‍👧‍👦👍🏽🏳️‍🌈',
    ],
    { ...android, entries: 3, authors: 2, first: '2020-09-25T10:27', last: '2020-09-25T10:28' },
  ),
];

const EDGES: readonly Case[] = [
  byHand(['xx', 'empty'], [], { entries: 0, authorless: 0, dateOrder: 'NONE' }, { finalNewline: false }),
  byHand(
    ['xx', 'only-a-bom'],
    [],
    { entries: 0, authorless: 0, dateOrder: 'NONE' },
    { bom: true, finalNewline: false },
  ),
  byHand(['xx', 'only-newlines'], ['', '', ''], { entries: 0, authorless: 0, dateOrder: 'NONE' }),
  byHand(
    ['en', 'not-a-chat-verse'],
    ['The lamp is lit at five: the street', 'is older than the rain - and we', 'are 3/4 of the way home, 10:30.'],
    { entries: 0, authorless: 0, dateOrder: 'NONE' },
  ),
  byHand(
    ['en', 'not-a-chat-log'],
    [
      '2020-09-25 10:27:00,123 INFO main started',
      '2020-09-25 10:27:01,456 WARN pool is small',
      '2020-09-26 00:00:00,000 INFO rotated',
    ],
    { entries: 0, authorless: 0, dateOrder: 'NONE' },
  ),
  byHand(
    ['en', 'not-a-chat-table'],
    ['date,time,name,amount', '25/09/2020,10:27,Ada,12.50', '26/09/2020,11:00,Cyril,7.00'],
    { entries: 0, authorless: 0, dateOrder: 'NONE' },
  ),
  byHand(
    ['en', 'not-a-chat-subtitles'],
    ['1', '00:00:20,000 --> 00:00:24,400', '- Hello: who is it?', '', '2', '00:00:25,000 --> 00:00:26,000', '- Me.'],
    { entries: 0, authorless: 0, dateOrder: 'NONE' },
  ),
  byHand(
    ['de', 'preamble'],
    [
      'Gruppenchat: Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt.',
      '',
      '13.01.2024, 09:59 - Liesel: Hallo',
      '13.01.2024, 10:00 - Jörg: Moin',
    ],
    { ...android, entries: 2, authors: 2, first: '2024-01-13T09:59', last: '2024-01-13T10:00' },
  ),
  byHand(
    ['en', 'preamble-is-the-tail-of-a-lost-message'],
    [
      'second line of a message whose header was cut off',
      '- eggs: 12',
      '25/09/2020, 10:27 - Ada: ok',
      '25/09/2020, 10:28 - Cyril: ok',
    ],
    { ...android, entries: 2, authors: 2, first: '2020-09-25T10:27', last: '2020-09-25T10:28' },
  ),
  byHand(
    ['en', 'clock-was-wrong'],
    [
      '25/09/2020, 10:27 - Ada: before',
      '01/01/1999, 00:03 - Cyril: my battery died',
      '26/09/2020, 08:00 - Ada: your clock is off',
      '17/05/2041, 08:01 - Cyril: and now?',
      '26/09/2020, 08:02 - Ada: still',
    ],
    {
      ...android,
      entries: 5,
      authors: 2,
      first: '2020-09-25T10:27',
      last: '2020-09-26T08:02',
      note: 'dates before 2009 and in the future are strange, not text',
    },
  ),
  byHand(
    ['en', 'order-of-minutes-is-free'],
    [
      '25/09/2020, 10:30 - Messages and calls are end-to-end encrypted. Tap to learn more.',
      '25/09/2020, 10:27 - Ada: first',
      '25/09/2020, 10:29 - Cyril: late',
      '25/09/2020, 10:28 - Ada: swapped',
      '24/09/2020, 23:59 - Cyril: delivered a day later',
    ],
    {
      entries: 5,
      authorless: 1,
      dateOrder: 'DMY',
      authors: 2,
      system: 1,
      first: '2020-09-25T10:30',
      last: '2020-09-24T23:59',
    },
  ),
];

/** Cases about what is text and what is a header. */
export function textCases(): readonly Case[] {
  return [...PASTED, ...LINES, ...EDGES];
}
