// Headers in other digits, eras and calendars, with invisible marks, and the shapes before 2017.

import { byHand, type Case } from './case.ts';
import { LRM, NBSP, NNBSP, RLM } from './marks.ts';

const SCRIPTS: readonly Case[] = [
  byHand(
    ['ar', 'marks-everywhere'],
    [
      `${RLM}[١٨${RLM}/٣${RLM}/٢٠٢٢، ٢:٥٦:٠٠ م] سلمى: ${RLM}الرسائل والمكالمات مشفرة تمامًا بين الطرفين.`,
      `${RLM}[٢٧${RLM}/٣${RLM}/٢٠٢٢، ٩:٤١:٣٥${NBSP}م] أبو فهد: مرحبا`,
      `[٢٧${RLM}/٣${RLM}/٢٠٢٢، ١٢:٠٠:٠١ ص] سلمى: أهلا`,
    ],
    {
      entries: 3,
      authorless: 0,
      dateOrder: 'DMY',
      first: '2022-03-18T14:56:00',
      last: '2022-03-27T00:00:01',
      authors: 2,
    },
    { newline: '\r\n' },
  ),
  byHand(['fa', 'persian-digits'], ['۲۰۲۲/۳/۱۸،‏ ۱۴:۵۶ - نرگس: سلام', '۲۰۲۲/۳/۲۷،‏ ۲۱:۴۱ - عمو رضا: سلام'], {
    entries: 2,
    authorless: 0,
    dateOrder: 'YMD',
    first: '2022-03-18T14:56',
    last: '2022-03-27T21:41',
  }),
  byHand(['fa', 'persian-calendar'], ['[۱۴۰۱/۱/۷, ۲۱:۴۱:۳۵] نرگس: سلام', '[۱۴۰۱/۱/۸, ۰۸:۰۰:۰۰] عمو رضا: صبح بخیر'], {
    entries: 2,
    authorless: 0,
    dateOrder: 'YMD',
    note: 'solar Hijri year: 7 Farvardin 1401 is 27 March 2022; a reader may warn instead of converting',
  }),
  byHand(['ne', 'devanagari-digits'], ['१८/३/२२, २:५६ PM - मीना: नमस्ते', '२७/३/२२, ९:४१ PM - राजु: नमस्ते'], {
    entries: 2,
    authorless: 0,
    dateOrder: 'DMY',
    first: '2022-03-18T14:56',
    last: '2022-03-27T21:41',
  }),
  byHand(['my', 'myanmar-digits'], ['၁၈/၃/၂၂ ၁၄:၅၆ - Thiri: hello', '၂၇/၃/၂၂ ၂၁:၄၁ - Ko Aung: hi'], {
    entries: 2,
    authorless: 0,
    dateOrder: 'DMY',
    first: '2022-03-18T14:56',
    last: '2022-03-27T21:41',
  }),
  byHand(
    ['en', 'buddhist-year-with-era'],
    ['[3/18/2565 BE, 14:56:01] Ada: hi', '[1/7/2566 BE, 23:32:30] Cyril: new year'],
    {
      entries: 2,
      authorless: 0,
      dateOrder: 'MDY',
      first: '2022-03-18T14:56:01',
      last: '2023-01-07T23:32:30',
    },
  ),
  byHand(['th', 'buddhist-year-bare'], ['18/3/2565 14:56 - น้ำฝน: สวัสดี', '7/1/2566 23:32 - พี่เอก: สวัสดีปีใหม่'], {
    entries: 2,
    authorless: 0,
    dateOrder: 'DMY',
    first: '2022-03-18T14:56',
    last: '2023-01-07T23:32',
  }),
  byHand(
    ['en', 'japanese-era'],
    [
      '[4/29/H31, 14:56:01] Ada: last days of Heisei',
      '[5/2/R1, 09:00:00] Cyril: first of Reiwa',
      '[3/18/R4, 14:56:01] Ada: later',
    ],
    {
      entries: 3,
      authorless: 0,
      dateOrder: 'MDY',
      first: '2019-04-29T14:56:01',
      last: '2022-03-18T14:56:01',
    },
  ),
  byHand(
    ['ja', 'japanese-era-first'],
    ['[R4/03/18 14:56:01] 山根: こんにちは', '[R4/03/27 21:41:35] 藤野みどり: はい'],
    {
      entries: 2,
      authorless: 0,
      dateOrder: 'YMD',
      first: '2022-03-18T14:56:01',
      last: '2022-03-27T21:41:35',
    },
  ),
  byHand(
    ['en', 'marks-inside-the-header'],
    [
      `${LRM}[${LRM}27/03/22, ${LRM}9:41:55${NNBSP}PM] Ada: ${LRM}image omitted`,
      `[27/03/22, 9:42:10${NNBSP}PM]${NBSP}Ada: text`,
    ],
    {
      entries: 2,
      authorless: 0,
      dateOrder: 'DMY',
      first: '2022-03-27T21:41:55',
      last: '2022-03-27T21:42:10',
      media: { omitted: 1 },
    },
  ),
  byHand(
    ['en', 'bom-and-mark'],
    [`${LRM}[27/03/22, 21:41:55] Ada: first`, '[27/03/22, 21:42:10] Cyril: second'],
    {
      entries: 2,
      authorless: 0,
      dateOrder: 'DMY',
      first: '2022-03-27T21:41:55',
      last: '2022-03-27T21:42:10',
    },
    { bom: true, newline: '\r\n', finalNewline: false },
  ),
];

const OLD: readonly Case[] = [
  byHand(
    ['en', 'old-2012'],
    [
      '19/12/2012 17:03:48: Ada Low: hello',
      '19/12/2012 17:04:02: Cyril: hi: how are you',
      'second line',
      '20/12/2012 08:00:00: Ada Low: fine',
    ],
    {
      entries: 3,
      authorless: 0,
      dateOrder: 'DMY',
      first: '2012-12-19T17:03:48',
      last: '2012-12-20T08:00:00',
      authors: 2,
    },
  ),
  byHand(
    ['en', 'old-2014-half-days'],
    ['3/24/14, 1:59:59 PM: Ada: one', '3/24/14, 2:00:10 PM: Cyril: two', '4/2/14, 12:00:01 AM: Ada: three'],
    {
      entries: 3,
      authorless: 0,
      dateOrder: 'MDY',
      first: '2014-03-24T13:59:59',
      last: '2014-04-02T00:00:01',
    },
  ),
  byHand(['en', 'old-2014-24h'], ['24/3/14, 13:59:59: Ada: one', '24/3/14, 14:00:10: Cyril: two'], {
    entries: 2,
    authorless: 0,
    dateOrder: 'DMY',
    first: '2014-03-24T13:59:59',
    last: '2014-03-24T14:00:10',
  }),
  byHand(['de', 'old-2013-dots'], ['24.03.13 21.25.15: Liesel: Hallo', '24.03.13 21.26.00: Jörg: Moin'], {
    entries: 2,
    authorless: 0,
    dateOrder: 'DMY',
    first: '2013-03-24T21:25:15',
    last: '2013-03-24T21:26:00',
  }),
  byHand(
    ['en', 'old-2016-group-with-system-lines'],
    [
      '7/1/16, 4:56:55 PM: Ada L. created this group',
      '7/1/16, 5:08:08 PM: Ada L. added you',
      '7/1/16, 5:13:36 PM: Ada L.: so here it is',
      '7/1/16, 5:18:44 PM: Cyril P.: perfect.',
      '',
      'See you at 18:00...',
      '7/2/16, 12:38:48 AM: You changed this group’s icon',
      `7/13/16, 8:37:21 PM: Cyril P.: ${LRM}<${LRM}image omitted>`,
      '7/13/16, 10:36:10 PM: Messages to this group are now secured with end-to-end encryption.',
    ],
    {
      entries: 7,
      authorless: 4,
      dateOrder: 'MDY',
      first: '2016-07-01T16:56:55',
      last: '2016-07-13T22:36:10',
      authors: 2,
      media: { omitted: 1 },
    },
    { newline: '\r\n' },
  ),
  byHand(
    ['en', 'old-2015-attached-after-the-name'],
    [`[24/06/15, 18:22:34] Ada: 2015-06-24-PHOTO-00000123.jpg <${LRM}attached>`, '[24/06/15, 18:22:50] Cyril: nice'],
    {
      entries: 2,
      authorless: 0,
      dateOrder: 'DMY',
      first: '2015-06-24T18:22:34',
      last: '2015-06-24T18:22:50',
      media: { missing: 1 },
    },
  ),
];

/** Cases about digits, eras, marks and old shapes. */
export function scriptCases(): readonly Case[] {
  return [...SCRIPTS, ...OLD];
}
