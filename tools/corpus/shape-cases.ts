// Headers as phones of the wild write them: odd spaces, day periods, separators.

import { byHand, type Case } from './case.ts';
import { NBSP, NNBSP, THIN } from './marks.ts';

const CLOCKS: readonly Case[] = [
  byHand(
    ['en', 'noon-and-midnight'],
    [
      '10/13/22, 12:00 AM - Ada: midnight',
      '10/13/22, 12:59 AM - Ada: still night',
      '10/13/22, 1:00 AM - Cyril: one',
      '10/13/22, 11:59 AM - Ada: almost noon',
      '10/13/22, 12:00 PM - Cyril: noon',
      '10/13/22, 12:59 PM - Ada: lunch',
      '10/13/22, 11:59 PM - Ada: late',
      '10/14/22, 12:30 AM - Cyril: next day',
    ],
    {
      entries: 8,
      authorless: 0,
      dateOrder: 'MDY',
      first: '2022-10-13T00:00',
      last: '2022-10-14T00:30',
    },
  ),
  byHand(['en', 'noon-last'], ['[10/13/22, 12:00:05 AM] Ada: night', '[10/13/22, 12:00:05 PM] Ada: noon'], {
    entries: 2,
    authorless: 0,
    dateOrder: 'MDY',
    first: '2022-10-13T00:00:05',
    last: '2022-10-13T12:00:05',
  }),
  byHand(
    ['en', 'period-cases-and-gaps'],
    [
      '13/10/22, 9:05AM - Ada: no gap',
      '13/10/22, 9:06 am - Ada: small',
      `13/10/22, 9:07${NBSP}a.m. - Ada: points`,
      `13/10/22, 9:08${THIN}AM - Ada: thin`,
      `13/10/22, 9:09${NNBSP}am - Ada: narrow`,
      '13/10/22, 9:10 p.m. - Ada: evening',
      '13/10/22, 9:11pm - Ada: end',
    ],
    {
      entries: 7,
      authorless: 0,
      dateOrder: 'DMY',
      first: '2022-10-13T09:05',
      last: '2022-10-13T21:11',
      note: 'one phone, many versions of the app',
    },
  ),
  byHand(
    ['es', 'period-with-inner-spaces'],
    [
      `13/10/22, 12:05 a.${NBSP}m. - Nuria: medianoche`,
      `13/10/22, 9:05 a.${NNBSP}m. - Nuria: desayuno`,
      `13/10/22, 12:05${NBSP}p.${NBSP}m. - Íñigo: mediodía`,
      `13/10/22, 9:05${NNBSP}p.${NNBSP}m. - Íñigo: cena`,
      '13/10/22, 10:05 p. m. - Íñigo: postre',
    ],
    {
      entries: 5,
      authorless: 0,
      dateOrder: 'DMY',
      first: '2022-10-13T00:05',
      last: '2022-10-13T22:05',
    },
  ),
  byHand(
    ['es', 'zero-hour-with-period'],
    ['10/13/2022, 00:08 a. m. - Nuria: cero', '10/13/2022, 08:49 p. m. - Íñigo: noche'],
    {
      entries: 2,
      authorless: 0,
      dateOrder: 'MDY',
      first: '2022-10-13T00:08',
      last: '2022-10-13T20:49',
    },
  ),
  byHand(
    ['zh-TW', 'hours-of-the-day'],
    [
      '2022/10/13 凌晨12:05 - 葉小青: 零點',
      '2022/10/13 清晨5:30 - 葉小青: 起床',
      '2022/10/13 早上8:00 - 阿德: 早',
      '2022/10/13 上午11:59 - 阿德: 快中午了',
      '2022/10/13 中午12:30 - 阿德: 吃飯',
      '2022/10/13 下午1:05 - 阿德: 午睡',
      '2022/10/13 晚上6:10 - 葉小青: 晚餐',
      '2022/10/13 晚上11:59 - 葉小青: 晚安',
    ],
    {
      entries: 8,
      authorless: 0,
      dateOrder: 'YMD',
      first: '2022-10-13T00:05',
      last: '2022-10-13T23:59',
    },
  ),
  byHand(['zh-CN', 'noon-as-afternoon'], ['2022/10/13 上午12:10 - 老周: 夜里', '2022/10/13 下午12:10 - 林小满: 中午'], {
    entries: 2,
    authorless: 0,
    dateOrder: 'YMD',
    first: '2022-10-13T00:10',
    last: '2022-10-13T12:10',
  }),
  byHand(['ja', 'zero-based-half-days'], ['2022/10/13 午前0:05 - 山根: 夜中', '2022/10/13 午後0:05 - 山根: 昼'], {
    entries: 2,
    authorless: 0,
    dateOrder: 'YMD',
    first: '2022-10-13T00:05',
    last: '2022-10-13T12:05',
  }),
  byHand(
    ['ko', 'half-days'],
    [
      '2022. 10. 13. 오전 12:05 - 한소라: 자정',
      '2022. 10. 13. 오후 12:05 - 한소라: 점심',
      '2022. 10. 13. 오후 11:05 - 박 과장: 네',
    ],
    {
      entries: 3,
      authorless: 0,
      dateOrder: 'YMD',
      first: '2022-10-13T00:05',
      last: '2022-10-13T23:05',
    },
  ),
  byHand(
    ['ko', 'two-digit-year-first-dots'],
    [
      '22. 10. 30. 오후 1:05 - 한소라: 안녕하세요',
      '22. 10. 31. 오후 1:06 - 박 과장: 네',
      '22. 11. 1. 오전 9:00 - 한소라: 오늘이죠',
      '22. 11. 2. 오전 9:00 - 박 과장: 맞아요',
    ],
    {
      entries: 4,
      authorless: 0,
      dateOrder: 'YMD',
      first: '2022-10-30T13:05',
      last: '2022-11-02T09:00',
      note: 'dots, yet the year leads: day first would be the years 2030, 2031, 2001',
    },
  ),
  byHand(
    ['hu', 'half-days-before-the-hour'],
    ['2022. 10. 13. de. 9:05 - Réka: reggel', '2022. 10. 13. du. 2:05 - Ödön: délután'],
    {
      entries: 2,
      authorless: 0,
      dateOrder: 'YMD',
      first: '2022-10-13T09:05',
      last: '2022-10-13T14:05',
    },
  ),
  byHand(
    ['vi', 'time-first-half-days'],
    ['[9:41:35 SA, 27/3/22] Thuỷ Tiên: sáng', '[9:41:55 CH, 27/3/22] Anh Dũng: tối'],
    {
      entries: 2,
      authorless: 0,
      dateOrder: 'DMY',
      first: '2022-03-27T09:41:35',
      last: '2022-03-27T21:41:55',
    },
  ),
  byHand(
    ['en', 'time-first-us-region'],
    ['[14:56:01, 3/18/22] Ada: hi', '[21:41:35, 3/27/22] Cyril: hey', '[20:17:30, 4/8/22] Ada: bye'],
    {
      entries: 3,
      authorless: 0,
      dateOrder: 'MDY',
      first: '2022-03-18T14:56:01',
      last: '2022-04-08T20:17:30',
    },
  ),
  byHand(
    ['en', 'spelled-out-day-period'],
    ['3/18/22, 9:56 in the morning - Ada: hi', '3/27/22, 1:41 in the afternoon - Cyril: hey'],
    {
      entries: 2,
      authorless: 0,
      dateOrder: 'MDY',
      first: '2022-03-18T09:56',
      last: '2022-03-27T13:41',
      note: 'flexible day periods',
    },
  ),
  byHand(
    ['he', 'unpadded-hour-padded-date'],
    [
      '18/05/2019, 18:50 - ההודעות והשיחות מוצפנות מקצה-לקצה.',
      '08/08/2018, 20:56 - נעמה ברק יצרה את הקבוצה "טיול"',
      '18/05/2019, 18:41 - דודי: שלום',
      '18/05/2019, 18:41 - דודי הוסיף אותך',
      '21/05/2019, 0:38 - נעמה ברק: לילה טוב',
      '22/05/2019, 8:38 - דודי: בוקר טוב',
    ],
    {
      entries: 6,
      authorless: 3,
      system: 3,
      dateOrder: 'DMY',
      first: '2019-05-18T18:50',
      last: '2019-05-22T08:38',
      authors: 2,
      note: 'the notice is later than the next line, the group older than the membership',
    },
  ),
];

const DRESS: readonly Case[] = [
  byHand(
    ['en', 'brackets-without-comma'],
    ['[25/09/20 10:27:18 a.m.] Ada: one', '[25/09/20 10:28:00 p.m.] Cyril: two'],
    {
      entries: 2,
      authorless: 0,
      dateOrder: 'DMY',
      first: '2020-09-25T10:27:18',
      last: '2020-09-25T22:28:00',
    },
  ),
  byHand(['en', 'brackets-without-seconds'], ['[01/20/19 11:23] Ada: one', '[01/30/19 20:49] Cyril: two'], {
    entries: 2,
    authorless: 0,
    dateOrder: 'MDY',
    first: '2019-01-20T11:23',
    last: '2019-01-30T20:49',
  }),
  byHand(['en', 'dash-with-seconds'], ['24.10.21, 15:21:43 - Ada: one', '24.10.21, 15:22:43 - Cyril: two'], {
    entries: 2,
    authorless: 0,
    dateOrder: 'DMY',
    first: '2021-10-24T15:21:43',
    last: '2021-10-24T15:22:43',
  }),
  byHand(['en', 'en-dash'], ['09/17/19, 8:30:52 AM – Ada: one', '09/18/19, 4:50:32 pm – Cyril: two – three'], {
    entries: 2,
    authorless: 0,
    dateOrder: 'MDY',
    first: '2019-09-17T08:30:52',
    last: '2019-09-18T16:50:32',
  }),
  byHand(
    ['en', 'no-break-space-after-comma'],
    [`25/09/2020,${NBSP}10:27 - Ada: one`, `25/09/2020,${NBSP}10:28 - Cyril: two`],
    {
      entries: 2,
      authorless: 0,
      dateOrder: 'DMY',
      first: '2020-09-25T10:27',
      last: '2020-09-25T10:28',
    },
  ),
  byHand(
    ['en', 'padding-comes-and-goes'],
    ['[17.9.2019, 16:37:47] Ada: one', '[17.09.2019, 16:39:52] Cyril: two', '[1.10.2019, 7:00:00] Ada: three'],
    {
      entries: 3,
      authorless: 0,
      dateOrder: 'DMY',
      first: '2019-09-17T16:37:47',
      last: '2019-10-01T07:00:00',
    },
  ),
  byHand(
    ['tr', 'unpadded-day-padded-month'],
    ['[23.09.2016 17:00:28] Defne: Defne bu grubu oluşturdu', '[5.05.2017 18:01:54] ~ Şükrü: Selam'],
    {
      entries: 2,
      authorless: 0,
      dateOrder: 'DMY',
      first: '2016-09-23T17:00:28',
      last: '2017-05-05T18:01:54',
    },
  ),
  byHand(
    ['en', 'crlf-between-lf-within'],
    ['[25/09/20, 10:27:18] Ada: one\ntwo\n\nthree', '[25/09/20, 10:28:18] Cyril: four'],
    {
      entries: 2,
      authorless: 0,
      dateOrder: 'DMY',
      first: '2020-09-25T10:27:18',
      last: '2020-09-25T10:28:18',
    },
    { newline: '\r\n' },
  ),
  byHand(
    ['fr', 'word-between-date-and-time'],
    [`25/09/2020${NBSP}à${NBSP}10:27 - Solène: un`, '25/09/2020 à 10:28 - Éloi: deux'],
    {
      entries: 2,
      authorless: 0,
      dateOrder: 'DMY',
      first: '2020-09-25T10:27',
      last: '2020-09-25T10:28',
    },
  ),
];

/** Cases about the look of headers. */
export function shapeCases(): readonly Case[] {
  return [...CLOCKS, ...DRESS];
}
