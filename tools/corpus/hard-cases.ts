// Files that broke readers which passed everything else: long pastes, late lines, hyphens in day periods.

import { byHand, type Case } from './case.ts';

const DAY = { authorless: 0, dateOrder: 'DMY' } as const;

function onePerDay(dates: string): readonly string[] {
  return dates
    .split(' ')
    .map((date, index) => `${date}, 10:${10 + index} - ${index % 2 === 0 ? 'Ada' : 'Cyril'}: note ${index}`);
}

const oldIos = Array.from(
  { length: 28 },
  (_, index) => `[${String(index + 1).padStart(2, '0')}/05/2018, 10:11:${10 + index}] Zed: old ${index}`,
);
const oldAndroid = Array.from({ length: 28 }, (_, index) => `${index + 1}/5/18, 10:11 - Zed: old ${index}`);

function around(pasted: readonly string[]): readonly string[] {
  return [
    '25/09/2020, 10:27 - Ada: look at this',
    ...pasted,
    '25/09/2020, 10:28 - Cyril: long',
    '25/09/2020, 10:29 - Ada: yes',
    '26/09/2020, 10:30 - Ada: still there?',
    '27/09/2020, 10:31 - Cyril: yes',
  ];
}

const PASTES: readonly Case[] = [
  byHand(['en', 'paste-longer-than-the-chat'], around(oldIos), {
    ...DAY,
    entries: 5,
    authors: 2,
    first: '2020-09-25T10:27',
    last: '2020-09-27T10:31',
    note: 'an island years back, in another shape, inside the shape the file begins and ends with',
  }),
  byHand(['en', 'paste-of-another-year-width'], around(oldAndroid), {
    ...DAY,
    entries: 5,
    authors: 2,
    first: '2020-09-25T10:27',
    last: '2020-09-27T10:31',
    note: 'an island years back, in another shape, inside the shape the file begins and ends with',
  }),
  byHand(
    ['en', 'paste-at-the-end'],
    [
      '25/09/2020, 10:27 - Ada: one',
      '25/09/2020, 10:28 - Cyril: two',
      '26/09/2020, 10:29 - Ada: three',
      '27/09/2020, 10:30 - Cyril: four, from his phone:',
      '[24/09/2018, 09:00:00] Zed: pasted',
      '[24/09/2018, 09:01:00] Uma: pasted',
      '[24/09/2018, 09:02:00] Zed: pasted',
    ],
    {
      ...DAY,
      entries: 4,
      authors: 2,
      first: '2020-09-25T10:27',
      last: '2020-09-27T10:30',
      note: 'two years back in another shape',
    },
  ),
  byHand(
    ['en', 'paste-twice'],
    [
      '25/09/2020, 10:27 - Ada: one',
      '[24/09/2020, 09:00:00] Zed: pasted',
      '25/09/2020, 10:28 - Cyril: two',
      '26/09/2020, 10:29 - Ada: three',
      '[26/09/2020, 09:00:00] Zed: pasted again',
      '27/09/2020, 10:30 - Cyril: four',
    ],
    { ...DAY, entries: 4, authors: 2, first: '2020-09-25T10:27', last: '2020-09-27T10:30' },
  ),
];

const ITINERARIES: readonly Case[] = [
  byHand(
    ['en', 'itinerary-in-another-shape'],
    [
      '25/09/2020, 10:26 - Cyril: when?',
      '25/09/2020, 10:27 - Ada: the plan',
      '26 Sep 2020, 10:00 - museum: tickets at the door',
      '27 Sep 2020, 11:00 - home: by train',
      '25/09/2020, 10:28 - Cyril: ok',
    ],
    { ...DAY, entries: 3, authors: 2, first: '2020-09-25T10:26', last: '2020-09-25T10:28' },
  ),
  byHand(
    ['en', 'itinerary-in-another-year-width'],
    [
      '25/09/2020, 10:26 - Cyril: when?',
      '25/09/2020, 10:27 - Ada: the plan',
      '26/09/20, 10:00 - museum: tickets at the door',
      '27/09/20, 11:00 - home: by train',
      '25/09/2020, 10:28 - Cyril: ok',
      '28/09/2020, 10:28 - Cyril: back home',
    ],
    { ...DAY, entries: 4, authors: 2, first: '2020-09-25T10:26', last: '2020-09-28T10:28' },
  ),
  byHand(
    ['en', 'itinerary-at-the-end'],
    [
      '[25/09/2020, 10:27:00] Ada: hello',
      '[25/09/2020, 10:27:30] Cyril: what is the plan?',
      '[25/09/2020, 10:28:00] Ada: this',
      '26/09/2020, 10:00 - museum: yes',
      '27/09/2020, 11:00 - home: no',
    ],
    {
      ...DAY,
      entries: 3,
      authors: 2,
      first: '2020-09-25T10:27:00',
      last: '2020-09-25T10:28:00',
      note: 'another shape by names that never spoke',
    },
  ),
  byHand(
    ['en', 'itinerary-with-named-months-at-the-end'],
    [
      '25/09/2020, 10:26 - Cyril: when?',
      '25/09/2020, 10:27 - Ada: the plan',
      '25/09/2020, 10:28 - Cyril: copied from the site:',
      '26 Sep 2020, 10:00 - museum',
      '27 Sep 2020, 11:00 - added to the price: home',
    ],
    { ...DAY, entries: 3, authors: 2, first: '2020-09-25T10:26', last: '2020-09-25T10:28' },
  ),
  byHand(
    ['en', 'setting-changed-late-in-a-large-group'],
    [
      ...['Ada', 'Bea', 'Cyril', 'Dora', 'Emil', 'Flo', 'Gus'].map(
        (name, index) => `1${index}/09/2020, 10:2${index} - ${name}: note`,
      ),
      '[20/09/2020, 11:00:01] Gus: now from another phone',
      '[20/09/2020, 11:00:40] Hans: me too',
    ],
    { ...DAY, entries: 9, authors: 8, first: '2020-09-10T10:20', last: '2020-09-20T11:00:40' },
  ),
];

const CHANGES: readonly Case[] = [
  byHand(
    ['en', 'setting-changed-before-the-last-line'],
    [
      '25/09/2020, 10:27 - Ada: one',
      '25/09/2020, 10:28 - Cyril: two',
      '26/09/2020, 10:29 - Ada: three',
      '27/09/20, 10:30 - Cyril: four',
    ],
    { ...DAY, entries: 4, authors: 2, first: '2020-09-25T10:27', last: '2020-09-27T10:30' },
  ),
  byHand(
    ['en', 'setting-changed-after-the-first-line'],
    [
      '9/24/20, 10:27 - Ada: one',
      '25/09/2020, 10:28 - Cyril: two',
      '26/09/2020, 10:29 - Ada: three',
      '27/09/2020, 10:30 - Cyril: four',
    ],
    { authorless: 0, dateOrder: 'MIXED', entries: 4, authors: 2, first: '2020-09-24T10:27', last: '2020-09-27T10:30' },
  ),
  byHand(
    ['en', 'two-phones-in-turns'],
    [
      '25/09/2020, 10:27 - Ada: one',
      '25/09/2020, 10:28 - Cyril: two',
      '25/09/2020, 10:29 - Ada: three',
      '[26/09/2020, 10:27:00] Ada: four',
      '[26/09/2020, 10:28:00] Cyril: five',
      '[26/09/2020, 10:29:00] Ada: six',
      '27/09/2020, 10:27 - Ada: seven',
      '27/09/2020, 10:28 - Cyril: eight',
      '27/09/2020, 10:29 - Ada: nine',
    ],
    { ...DAY, entries: 9, authors: 2, first: '2020-09-25T10:27', last: '2020-09-27T10:29' },
  ),
  byHand(
    ['en', 'one-shape-proven-the-other-not'],
    [
      '3/4/21, 14:18 - Ada: one',
      '3/4/21, 14:19 - Cyril: two',
      '13/04/2021, 14:18 - Ada: three',
      '14/04/2021, 14:18 - Cyril: four',
    ],
    {
      authorless: 0,
      dateOrder: 'AMBIGUOUS',
      entries: 4,
      authors: 2,
      note: '4 March and 3 April are both before 13 April; a reader that says DMY by continuity is defensible too',
    },
  ),
];

const ORDERS: readonly Case[] = [
  byHand(
    ['en', 'order-by-legality-despite-a-late-line'],
    onePerDay(
      '09/04/2014 10/04/2014 11/04/2014 12/04/2014 03/05/2014 04/05/2014 07/05/2014 05/05/2014 08/05/2014 11/05/2014 12/05/2014 01/06/2014',
    ),
    {
      ...DAY,
      entries: 12,
      authors: 2,
      first: '2014-04-09T10:10',
      last: '2014-06-01T10:21',
      note: 'day first jumps back once, by two days; month first three times, by months',
    },
  ),
  byHand(
    ['en', 'order-by-legality-despite-a-message-weeks-late'],
    onePerDay(
      '11/03/2019 01/04/2019 02/04/2019 03/04/2019 04/04/2019 05/04/2019 02/05/2019 03/05/2019 10/04/2019 03/08/2019 06/08/2019',
    ),
    {
      ...DAY,
      entries: 11,
      authors: 2,
      first: '2019-03-11T10:10',
      last: '2019-08-06T10:20',
      note: 'day first jumps back once, by three weeks; month first three times, by months',
    },
  ),
  byHand(
    ['en', 'order-by-legality-after-an-older-group'],
    [
      '05/06/2019, 18:50 - Messages and calls are end-to-end encrypted.',
      '08/08/2018, 20:56 - Ada created group "Trip"',
      ...onePerDay(
        '05/06/2019 07/06/2019 11/06/2019 02/07/2019 09/07/2019 12/07/2019 04/08/2019 08/08/2019 03/09/2019',
      ),
    ],
    {
      entries: 11,
      authorless: 2,
      authors: 2,
      system: 2,
      dateOrder: 'DMY',
      first: '2019-06-05T18:50',
      last: '2019-09-03T10:18',
      note: 'both readings jump back at the group; only month first jumps again',
    },
  ),
  byHand(
    ['en', 'ambiguous-despite-an-older-group'],
    [
      '02/10/2021, 18:50 - Messages and calls are end-to-end encrypted.',
      '02/09/2021, 20:56 - Ada created group "Trip"',
      '02/10/2021, 18:50 - Ada added you',
      '02/10/2021, 18:51 - Ada: hello',
      '03/10/2021, 18:51 - Cyril: hello',
    ],
    {
      entries: 5,
      authorless: 3,
      authors: 2,
      system: 3,
      dateOrder: 'AMBIGUOUS',
      note: 'a group is often older than the membership: jumping back to its creation proves nothing',
    },
  ),
  byHand(
    ['en', 'ambiguous-despite-an-older-group-ios'],
    [
      '[10/02/2021, 18:50:00] Trip: \u200EMessages and calls are end-to-end encrypted.',
      '[09/02/2021, 20:56:00] Ada: \u200EAda created this group',
      '[10/02/2021, 18:51:00] Ada: hello',
    ],
    {
      entries: 3,
      authorless: 0,
      system: 2,
      dateOrder: 'AMBIGUOUS',
      note: 'a group is often older than the membership: jumping back to its creation proves nothing',
    },
  ),
  byHand(
    ['en', 'ambiguous-despite-a-newer-notice'],
    [
      '02/10/2021, 18:50 - Messages and calls are end-to-end encrypted.',
      '02/09/2021, 18:50 - Ada: hello',
      '02/09/2021, 18:51 - Cyril: hello',
      '03/09/2021, 18:51 - Ada: hello again',
    ],
    { entries: 4, authorless: 1, authors: 2, system: 1, dateOrder: 'AMBIGUOUS', note: 'the notice may be newer' },
  ),
  byHand(
    ['en', 'ambiguous-despite-one-late-message'],
    ['02/10/2021, 18:50 - Ada: one', '02/09/2021, 20:56 - Cyril: two', '03/11/2021, 18:50 - Ada: three'],
    {
      entries: 3,
      authorless: 0,
      authors: 2,
      dateOrder: 'AMBIGUOUS',
      note: 'one jump among three dates proves nothing',
    },
  ),
  byHand(
    ['en', 'order-by-legality-in-a-short-file'],
    ['10/02/2021, 18:50 - Ada: one', '11/02/2021, 20:56 - Cyril: two', '05/03/2021, 18:50 - Ada: three'],
    {
      ...DAY,
      entries: 3,
      authors: 2,
      first: '2021-02-10T18:50',
      last: '2021-03-05T18:50',
      note: 'month first would jump back by half a year, farther than a message can come late',
    },
  ),
  byHand(
    ['en', 'ambiguous-few-lines-over-months'],
    ['02/03/2021, 10:00 - Ada: one', '02/04/2021, 10:00 - Cyril: two'],
    { entries: 2, authorless: 0, authors: 2, dateOrder: 'AMBIGUOUS' },
  ),
];

const PERIODS: readonly Case[] = [
  byHand(
    ['fr', 'day-period-with-hyphen'],
    [
      '17/09/2021, 9:30 du matin - Solène: un',
      '17/09/2021, 12:30 après-midi - Éloi: deux',
      '17/09/2021, 5:45 de l’après-midi - Solène: trois',
      '18/09/2021, 8:15 du soir - Éloi: quatre',
    ],
    { ...DAY, entries: 4, authors: 2, first: '2021-09-17T09:30', last: '2021-09-18T20:15' },
  ),
  byHand(
    ['ro', 'day-period-with-hyphen'],
    ['17.09.2021, 9:30 dimineața - Ilinca: unu', '17.09.2021, 1:01 după-amiaza - Nelu: doi'],
    { ...DAY, entries: 2, authors: 2, first: '2021-09-17T09:30', last: '2021-09-17T13:01' },
  ),
  byHand(['id', 'noon-words'], ['17/09/21 9.30 pagi - Sekar: satu', '17/09/21 1.01 siang - Bambang: dua'], {
    ...DAY,
    entries: 2,
    authors: 2,
    first: '2021-09-17T09:30',
    last: '2021-09-17T13:01',
  }),
  byHand(
    ['pl', 'night-words'],
    [
      '17.09.2021, 12:05 w nocy - Zofia: raz',
      '17.09.2021, 9:05 rano - Grześ: dwa',
      '17.09.2021, 8:05 wieczorem - Zofia: trzy',
    ],
    { ...DAY, entries: 3, authors: 2, first: '2021-09-17T00:05', last: '2021-09-17T20:05' },
  ),
];

const WORDS: readonly Case[] = [
  byHand(
    ['en', 'attached-name-with-brackets'],
    [
      '[17/09/2021, 10:00:00] Ada: \u200E<attached: 00000042-My file <x>.pdf>',
      '[17/09/2021, 10:00:10] Ada: \u200E<attached: 00000043-1 > 0.pdf>',
    ],
    { ...DAY, entries: 2, authors: 1, system: 0, media: { missing: 2 } },
  ),
  byHand(
    ['hi', 'missed-video-call'],
    ['[17/09/2021, 10:00:00] Ada: \u200Eछूटी हुई विडियो कॉल', '[17/09/2021, 10:01:00] Ada: फिर मिलते हैं'],
    { ...DAY, entries: 2, authors: 1, system: 0, calls: 1 },
  ),
  byHand(
    ['sr', 'missed-video-call'],
    ['[17.09.2021. 10:00:00] Ada: \u200EПропуштен видео позив', '[17.09.2021. 10:01:00] Ada: зовем касније'],
    { ...DAY, entries: 2, authors: 1, system: 0, calls: 1 },
  ),
  byHand(
    ['en', 'view-once-voice'],
    ['17/09/2021, 10:00 - Ada: <View once voice message omitted>', '17/09/2021, 10:01 - Cyril: ok'],
    { ...DAY, entries: 2, authors: 2, system: 0, media: { omitted: 1 } },
  ),
  byHand(['en', 'year-of-a-reset-clock'], ['1/1/70, 00:04 - Ada: where am I', '14/1/18, 10:04 - Ada: here'], {
    ...DAY,
    entries: 2,
    authors: 1,
    first: '1970-01-01T00:04',
    last: '2018-01-14T10:04',
  }),
];

/** Cases that were found by trying, not by thinking. */
export function hardCases(): readonly Case[] {
  return [...PASTES, ...CHANGES, ...ORDERS, ...PERIODS, ...ITINERARIES, ...WORDS];
}
