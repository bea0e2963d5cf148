// Files whose whole point is what proves the order of day and month, or that nothing does.

import { byHand, type Case } from './case.ts';
import { NNBSP } from './marks.ts';

/** `count` lines, one a day, from the given first and second field pairs. */
function daily(pairs: readonly (readonly [number, number])[], year = '21'): readonly string[] {
  return pairs.map(
    ([one, two], index) =>
      `${one}/${two}/${year}, ${9 + (index % 8)}:0${index % 10} - ${index % 2 === 0 ? 'Ada' : 'Cyril'}: note ${index + 1}`,
  );
}

const march = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

const PROVEN: readonly Case[] = [
  byHand(
    ['en', 'order-one-first-field-above-12'],
    daily([
      [3, 4],
      [5, 4],
      [5, 4],
      [21, 4],
      [2, 5],
      [2, 5],
    ]),
    {
      entries: 6,
      authorless: 0,
      dateOrder: 'DMY',
      first: '2021-04-03T09:00',
      last: '2021-05-02T14:05',
    },
  ),
  byHand(
    ['en', 'order-one-second-field-above-12'],
    daily([
      [4, 3],
      [4, 5],
      [4, 5],
      [4, 21],
      [5, 2],
      [5, 2],
    ]),
    {
      entries: 6,
      authorless: 0,
      dateOrder: 'MDY',
      first: '2021-04-03T09:00',
      last: '2021-05-02T14:05',
    },
  ),
  byHand(
    ['en', 'order-by-legality-day-first'],
    daily([
      [2, 1],
      [7, 1],
      [11, 1],
      [3, 2],
      [8, 2],
      [12, 2],
      [1, 3],
      [9, 3],
      [4, 4],
      [10, 4],
    ]),
    {
      entries: 10,
      authorless: 0,
      dateOrder: 'DMY',
      first: '2021-01-02T09:00',
      last: '2021-04-10T10:09',
      note: 'month first would jump back three times',
    },
  ),
  byHand(
    ['en', 'order-by-legality-month-first'],
    daily([
      [1, 2],
      [1, 7],
      [1, 11],
      [2, 3],
      [2, 8],
      [2, 12],
      [3, 1],
      [3, 9],
      [4, 4],
      [4, 10],
    ]),
    {
      entries: 10,
      authorless: 0,
      dateOrder: 'MDY',
      first: '2021-01-02T09:00',
      last: '2021-04-10T10:09',
      note: 'day first would jump back three times',
    },
  ),
  byHand(['en', 'order-by-volatility-day-first'], daily(march.map((day) => [day, 6])), {
    entries: 10,
    authorless: 0,
    dateOrder: 'DMY',
    first: '2021-06-03T09:00',
    last: '2021-06-12T10:09',
    note: 'both readings ascend; ten days of one month, not the sixth of ten months',
  }),
  byHand(['en', 'order-by-volatility-month-first'], daily(march.map((day) => [6, day])), {
    entries: 10,
    authorless: 0,
    dateOrder: 'MDY',
    first: '2021-06-03T09:00',
    last: '2021-06-12T10:09',
    note: 'both readings ascend; ten days of one month, not the sixth of ten months',
  }),
  byHand(
    ['en', 'order-by-attachment-names-month-first'],
    [
      '4/5/23, 10:01 - Ada: IMG-20230405-WA0001.jpg (file attached)',
      '4/5/23, 10:02 - Cyril: VID-20230405-WA0002.mp4 (file attached)',
      '4/6/23, 08:00 - Ada: thanks',
    ],
    {
      entries: 3,
      authorless: 0,
      dateOrder: 'MDY',
      first: '2023-04-05T10:01',
      last: '2023-04-06T08:00',
      media: { missing: 2 },
    },
  ),
  byHand(
    ['en', 'order-by-attachment-names-day-first'],
    [
      '4/5/23, 10:01 - Ada: IMG-20230504-WA0001.jpg (file attached)',
      '4/5/23, 10:02 - Cyril: VID-20230504-WA0002.mp4 (file attached)',
      '4/5/23, 18:00 - Ada: thanks',
    ],
    {
      entries: 3,
      authorless: 0,
      dateOrder: 'DMY',
      first: '2023-05-04T10:01',
      last: '2023-05-04T18:00',
      media: { missing: 2 },
    },
  ),
  byHand(
    ['en', 'order-by-attachment-names-ios'],
    [
      '[4/5/23, 10:01:44] Ada: look',
      '\u200E[4/5/23, 10:02:10] Ada: \u200E<attached: 00000002-PHOTO-2023-05-04-10-02-10.jpg>',
      '\u200E[4/5/23, 10:02:31] Cyril: \u200E<attached: 00000003-AUDIO-2023-05-04-10-02-31.opus>',
    ],
    {
      entries: 3,
      authorless: 0,
      dateOrder: 'DMY',
      first: '2023-05-04T10:01:44',
      last: '2023-05-04T10:02:31',
      media: { missing: 2 },
    },
    { newline: '\r\n' },
  ),
  byHand(
    ['en', 'order-dots-but-month-first'],
    [
      '[10.09.21, 15:21:43] Ada Byron-Low: one - two',
      '[10.24.21, 15:22:01] Ada Byron-Low: three',
      '[11.02.21, 09:00:00] Cyril: four',
      '[11.30.21, 09:00:00] Cyril: five',
    ],
    {
      entries: 4,
      authorless: 0,
      dateOrder: 'MDY',
      first: '2021-10-09T15:21:43',
      last: '2021-11-30T09:00:00',
      note: 'fields above 12 outrank the dots',
    },
  ),
  byHand(['de', 'order-dots-alone'], ['03.04.21, 10:00 - Liesel: Hallo', '03.04.21, 10:01 - Jörg: Moin'], {
    entries: 2,
    authorless: 0,
    dateOrder: 'DMY',
    first: '2021-04-03T10:00',
    last: '2021-04-03T10:01',
  }),
  byHand(
    ['ja', 'order-two-digit-year-first'],
    [
      '21/03/30 23:58 - 山根: 遅くなりました',
      '21/03/30 23:59 - 藤野みどり: はい',
      '21/03/31 08:10 - 山根: おはよう',
      '21/04/01 08:12 - 藤野みどり: 新年度ですね',
      '21/04/02 19:40 - 山根: 写真を送ります',
    ],
    {
      entries: 5,
      authorless: 0,
      dateOrder: 'YMD',
      first: '2021-03-30T23:58',
      last: '2021-04-02T19:40',
      note: 'day first would be the years 2030, 2031, 2001',
    },
  ),
  byHand(
    ['en', 'order-one-foreign-line-in-twenty'],
    [
      ...daily(
        [...march, ...march].map((day, index) => [day + 10, index < 10 ? 6 : 7] as const),
        '2021',
      ),
      '6/30/21, 10:00 - Zed: pasted from an American phone',
      '23/7/2021, 18:00 - Ada: end',
    ],
    {
      entries: 21,
      authorless: 0,
      dateOrder: 'DMY',
      first: '2021-06-13T09:00',
      last: '2021-07-23T18:00',
      note: 'the pasted line has another year width and no day-first reading: it is text',
    },
  ),
  byHand(['en', 'order-year-first-small-fields'], ['2021/03/04, 10:00 - Ada: hi', '2021/03/04, 10:01 - Cyril: hey'], {
    entries: 2,
    authorless: 0,
    dateOrder: 'YMD',
    first: '2021-03-04T10:00',
    last: '2021-03-04T10:01',
  }),
  byHand(
    ['en', 'order-dashes-month-first'],
    ['10-24-2021, 01.55 PM - Ada: dotted time', '10-25-2021, 12.05 AM - Cyril: past midnight'],
    {
      entries: 2,
      authorless: 0,
      dateOrder: 'MDY',
      first: '2021-10-24T13:55',
      last: '2021-10-25T00:05',
    },
  ),
];

const UNPROVEN: readonly Case[] = [
  byHand(['en', 'ambiguous-one-message'], ['3/4/21, 14:18 - Ada: hello'], {
    entries: 1,
    authorless: 0,
    dateOrder: 'AMBIGUOUS',
  }),
  byHand(
    ['en', 'ambiguous-one-day'],
    ['03/04/2021, 14:18 - Ada: hello', '03/04/2021, 14:19 - Cyril: hello you', '03/04/2021, 23:59 - Ada: bye'],
    { entries: 3, authorless: 0, dateOrder: 'AMBIGUOUS' },
  ),
  byHand(
    ['en', 'ambiguous-us-habits-prove-nothing'],
    [`3/4/21, 2:18${NNBSP}PM - Ada: hello`, `3/4/21, 2:19${NNBSP}PM - Cyril: hi`],
    { entries: 2, authorless: 0, dateOrder: 'AMBIGUOUS' },
  ),
  byHand(
    ['es', 'ambiguous-spanish-words-prove-nothing'],
    ['[3/4/21, 14:18:00] Nuria: Hola', '[3/4/21, 14:19:00] Íñigo: ¿Qué tal?'],
    { entries: 2, authorless: 0, dateOrder: 'AMBIGUOUS' },
  ),
  byHand(
    ['es', 'ambiguous-padded-pm'],
    ['03/04/2021, 02:18 p. m. - Nuria: Hola', '03/04/2021, 02:19 p. m. - Íñigo: Hola'],
    { entries: 2, authorless: 0, dateOrder: 'AMBIGUOUS' },
  ),
  byHand(['nl', 'ambiguous-dashes'], ['03-04-2021 14:18 - Sanne: Hoi', '03-04-2021 14:19 - Joris: Dag'], {
    entries: 2,
    authorless: 0,
    dateOrder: 'AMBIGUOUS',
  }),
  byHand(['en', 'ambiguous-both-readings-equal'], ['5/5/21, 14:18 - Ada: hello', '5/5/21, 14:19 - Cyril: hi'], {
    entries: 2,
    authorless: 0,
    dateOrder: 'AMBIGUOUS',
    first: '2021-05-05T14:18',
    last: '2021-05-05T14:19',
    note: 'the order stays unknown, the dates do not',
  }),
  byHand(
    ['en', 'ambiguous-evidence-only-in-pasted-text'],
    [
      '3/4/21, 14:18 - Ada: from the old chat:',
      '[25/12/2020, 10:00:00] Zed: merry christmas',
      '[26/12/2020, 10:00:00] Zed: still here',
      '3/4/21, 14:20 - Cyril: and the list',
      '25/12/20: goose',
      '31/12/20 fireworks',
      '3/4/21, 14:21 - Ada: ok',
    ],
    { entries: 3, authorless: 0, dateOrder: 'AMBIGUOUS' },
  ),
  byHand(
    ['en', 'ambiguous-evidence-inside-a-message'],
    ['3/4/21, 14:18 - Ada: 25/12/20, 10:00 - Zed: quoted in the first line', '3/4/21, 14:20 - Cyril: ok'],
    { entries: 2, authorless: 0, dateOrder: 'AMBIGUOUS', authors: 2 },
  ),
  byHand(
    ['en', 'ambiguous-web-copy-inside'],
    [
      '3/4/21, 14:18 - Ada: [11:45, 12/25/2020] +1 202 555 0147: first',
      '[11:46, 12/25/2020] +1 202 555 0147: second',
      '3/4/21, 14:20 - Cyril: ok',
    ],
    { entries: 2, authorless: 0, dateOrder: 'AMBIGUOUS', note: 'copied from WhatsApp Web' },
  ),
  byHand(
    ['en', 'ambiguous-attachment-of-another-day'],
    ['3/4/21, 14:18 - Ada: IMG-20201225-WA0004.jpg (file attached)', '3/4/21, 14:20 - Cyril: nice'],
    {
      entries: 2,
      authorless: 0,
      dateOrder: 'AMBIGUOUS',
      note: 'the name agrees with neither reading',
    },
  ),
  byHand(['fr', 'ambiguous-french-24h'], ['01/02/2022 09:15 - Solène: Bonjour', '01/02/2022 09:16 - Éloi: Salut'], {
    entries: 2,
    authorless: 0,
    dateOrder: 'AMBIGUOUS',
  }),
];

/** Cases about date order. */
export function orderCases(): readonly Case[] {
  return [...PROVEN, ...UNPROVEN];
}
