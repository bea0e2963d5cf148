// What messages hold besides text: media, polls, places, cards, calls, edits and deletions.

import { byHand, type Case } from './case.ts';
import { LRM, NNBSP, RLM } from './marks.ts';

const DAY = { authorless: 0, dateOrder: 'DMY' } as const;

const MEDIA: readonly Case[] = [
  byHand(
    ['en', 'media-omitted-with-captions'],
    [
      '25/09/2020, 10:21 - Ada: <Media omitted>',
      '25/09/2020, 10:22 - Ada: <Media omitted>',
      'a caption',
      '25/09/2020, 10:23 - Cyril: <Media omitted>',
      'plan.pdf',
      '25/09/2020, 10:24 - Cyril: it says <Media omitted> in the export',
      '25/09/2020, 10:25 - Ada: so it does',
    ],
    { ...DAY, entries: 5, media: { omitted: 3, missing: 0 }, first: '2020-09-25T10:21', last: '2020-09-25T10:25' },
  ),
  byHand(
    ['en', 'media-attached-android'],
    [
      '25/09/2020, 10:21 - Ada: IMG-20200925-WA0001.jpg (file attached)',
      '25/09/2020, 10:22 - Ada: IMG-20200925-WA0002.jpg (file attached)',
      'a caption',
      'of two lines',
      '25/09/2020, 10:23 - Cyril: PTT-20200925-WA0003.opus (file attached)',
      '25/09/2020, 10:24 - Cyril: DOC-20200925-WA0004. (file attached)',
      '25/09/2020, 10:25 - Ada: contract (final).pdf (file attached)',
      'contract (final).pdf',
      '25/09/2020, 10:26 - Ada: <Media omitted>',
      '25/09/2020, 10:27 - Cyril: STK-20200925-WA0005.webp (file attached)',
    ],
    { ...DAY, entries: 7, media: { omitted: 1, missing: 6 }, first: '2020-09-25T10:21', last: '2020-09-25T10:27' },
  ),
  byHand(
    ['en', 'media-attached-ios'],
    [
      `${LRM}[25/09/2020, 10:21:00] Ada: ${LRM}<attached: 00000001-PHOTO-2020-09-25-10-21-00.jpg>`,
      `[25/09/2020, 10:22:00] Ada: the hall ${LRM}<attached: 00000002-PHOTO-2020-09-25-10-22-00.jpg>`,
      `${LRM}[25/09/2020, 10:23:00] Cyril: plan.pdf • ${LRM}12 pages ${LRM}<attached: 00000003-plan.pdf>`,
      `${LRM}[25/09/2020, 10:24:00] Cyril: ${LRM}<attached: 00000004-STICKER-2020-09-25-10-24-00.webp>`,
      `${LRM}[25/09/2020, 10:25:00] Cyril: ${LRM}image omitted`,
      '[25/09/2020, 10:26:00] Ada: thanks',
    ],
    {
      ...DAY,
      entries: 6,
      media: { omitted: 1, missing: 4 },
      first: '2020-09-25T10:21:00',
      last: '2020-09-25T10:26:00',
    },
    { newline: '\r\n' },
  ),
  byHand(
    ['en', 'media-words-typed-by-a-person'],
    [
      `${LRM}[25/09/2020, 10:21:00] Ada: ${LRM}image omitted`,
      '[25/09/2020, 10:22:00] Cyril: why does it say image omitted?',
      '[25/09/2020, 10:23:00] Ada: video omitted, sticker omitted: all of them',
      `${LRM}[25/09/2020, 10:24:00] Ada: ${LRM}GIF omitted`,
    ],
    { ...DAY, entries: 4, media: { omitted: 2 }, first: '2020-09-25T10:21:00', last: '2020-09-25T10:24:00' },
  ),
  byHand(
    ['en', 'media-documents-omitted'],
    [
      `${LRM}[25/09/2020, 10:21:00] Ada: notes.txt ${LRM}document omitted`,
      `${LRM}[25/09/2020, 10:22:00] Ada: plan.pdf • ${LRM}2 pages ${LRM}document omitted`,
      `${LRM}[25/09/2020, 10:23:00] Cyril: plan.pdf • ${LRM}1 page ${LRM}document omitted`,
    ],
    { ...DAY, entries: 3, media: { omitted: 3 }, first: '2020-09-25T10:21:00', last: '2020-09-25T10:23:00' },
    { newline: '\r\n' },
  ),
  byHand(
    ['en', 'media-view-once'],
    ['25/09/2020, 10:21 - Ada: null', '25/09/2020, 10:22 - Ada: ', '25/09/2020, 10:23 - Cyril: gone already'],
    { ...DAY, entries: 3, authors: 2, first: '2020-09-25T10:21', last: '2020-09-25T10:23' },
  ),
  byHand(
    ['tr', 'media-attached-name-first'],
    [
      `${LRM}[25.09.2020 10:21:00] Defne: ${LRM}<00000001-PHOTO-2020-09-25-10-21-00.jpg eklendi>`,
      '[25.09.2020 10:22:00] Şükrü: güzel',
    ],
    { ...DAY, entries: 2, media: { missing: 1 }, first: '2020-09-25T10:21:00', last: '2020-09-25T10:22:00' },
  ),
  byHand(
    ['zh-CN', 'media-attached-ios-words'],
    [
      `${LRM}[2020/9/25 10:21:00] 老周: ${LRM}<附件: 00000001-PHOTO-2020-09-25-10-21-00.jpg>`,
      `${LRM}[2020/9/25 10:22:00] 老周: ${LRM}<已附加: 00000002-VIDEO-2020-09-25-10-22-00.mp4>`,
      '[2020/9/25 10:23:00] 林小满: 收到',
    ],
    {
      entries: 3,
      authorless: 0,
      dateOrder: 'YMD',
      media: { missing: 2 },
      first: '2020-09-25T10:21:00',
      last: '2020-09-25T10:23:00',
    },
  ),
  byHand(
    ['es', 'media-both-wordings'],
    [
      '25/9/20, 10:21 - Nuria: <Multimedia omitido>',
      '25/9/20, 10:22 - Nuria: <Archivo omitido>',
      `25/9/20, 10:23 - Íñigo: ${LRM}IMG-20200925-WA0007.jpg (archivo adjunto)`,
      'con texto',
    ],
    { ...DAY, entries: 3, media: { omitted: 2, missing: 1 }, first: '2020-09-25T10:21', last: '2020-09-25T10:23' },
  ),
];

const SPECIAL: readonly Case[] = [
  byHand(
    ['en', 'polls-android'],
    [
      '25/09/2020, 10:21 - Ada: POLL:',
      'Where do we eat?',
      'OPTION: Mill (3 votes)',
      'OPTION: Pier (1 vote)',
      'OPTION: Home (0 votes)',
      '',
      '25/09/2020, 10:22 - Cyril: the mill',
    ],
    { ...DAY, entries: 2, polls: 1, first: '2020-09-25T10:21', last: '2020-09-25T10:22' },
  ),
  byHand(
    ['en', 'polls-ios'],
    [
      `[25/09/2020, 10:21:00] Ada: ${LRM}POLL:`,
      'Where: Mill or Pier?',
      `${LRM}OPTION: Mill (${LRM}3 votes)`,
      `${LRM}OPTION: Pier (${LRM}1 vote)`,
      '[25/09/2020, 10:22:00] Cyril: the mill',
    ],
    { ...DAY, entries: 2, polls: 1, first: '2020-09-25T10:21:00', last: '2020-09-25T10:22:00' },
    { newline: '\r\n' },
  ),
  byHand(
    ['es', 'polls'],
    [
      '25/9/20, 10:21 - Nuria: ENCUESTA:',
      '¿Dónde?',
      'OPCIÓN: Molino (2 votos)',
      'OPCIÓN: Puerto (1 voto)',
      '25/9/20, 10:22 - Íñigo: molino',
    ],
    { ...DAY, entries: 2, polls: 1, first: '2020-09-25T10:21', last: '2020-09-25T10:22' },
  ),
  byHand(
    ['de', 'polls'],
    [
      `[25.09.20, 10:21:00] Liesel: ${LRM}ABSTIMMUNG:`,
      'Wo?',
      `${LRM}OPTION: Mühle (2 Stimmen)`,
      `${LRM}OPTION: Hafen (1 Stimme)`,
      '[25.09.20, 10:22:00] Jörg: Mühle',
    ],
    { ...DAY, entries: 2, polls: 1, first: '2020-09-25T10:21:00', last: '2020-09-25T10:22:00' },
    { newline: '\r\n' },
  ),
  byHand(
    ['en', 'locations-android'],
    [
      '25/09/2020, 10:21 - Ada: location: https://maps.google.com/?q=41.1,-3.7',
      '25/09/2020, 10:22 - Ada: Old Mill',
      '1 River Street',
      'location: https://maps.google.com/?q=41.2,-3.8',
      '25/09/2020, 10:23 - Cyril: live location shared',
      '25/09/2020, 10:24 - Cyril: thanks',
    ],
    { ...DAY, entries: 4, locations: 3, first: '2020-09-25T10:21', last: '2020-09-25T10:24' },
  ),
  byHand(
    ['en', 'locations-ios'],
    [
      `[25/09/2020, 10:21:00] Ada: ${LRM}Location: https://maps.google.com/?q=41.1,-3.7`,
      `[25/09/2020, 10:22:00] Ada: ${LRM}Old Mill (Riverton): https://foursquare.com/v/00000000000000000000abcd`,
      '[25/09/2020, 10:23:00] Cyril: thanks',
    ],
    { ...DAY, entries: 3, locations: 2, first: '2020-09-25T10:21:00', last: '2020-09-25T10:23:00' },
  ),
  byHand(
    ['ar', 'location-ios'],
    [
      `[٢٥${RLM}/٩${RLM}/٢٠٢٠، ١٠:٢١:٠٠ ص] سلمى: ${RLM}موقع: https://maps.google.com/?q=41.1,-3.7`,
      `[٢٥${RLM}/٩${RLM}/٢٠٢٠، ١٠:٢٢:٠٠ ص] أبو فهد: شكرا`,
    ],
    { ...DAY, entries: 2, locations: 1, first: '2020-09-25T10:21:00', last: '2020-09-25T10:22:00' },
  ),
  byHand(
    ['en', 'contacts'],
    ['25/09/2020, 10:21 - Ada: Zed Mason.vcf (file attached)', '25/09/2020, 10:22 - Cyril: saved'],
    { ...DAY, entries: 2, contacts: 1, first: '2020-09-25T10:21', last: '2020-09-25T10:22' },
  ),
  byHand(
    ['en', 'contacts-ios'],
    [
      `[25/09/2020, 10:21:00] Ada: ${LRM}Contact card omitted`,
      `[25/09/2020, 10:22:00] Ada: ${LRM}<attached: 00000003-Zed Mason.vcf>`,
      '[25/09/2020, 10:23:00] Cyril: saved',
    ],
    { ...DAY, entries: 3, contacts: 2, first: '2020-09-25T10:21:00', last: '2020-09-25T10:23:00' },
  ),
  byHand(
    ['en', 'calls-ios'],
    [
      `[25/09/2020, 10:21:00] Ada: ${LRM}Voice call. ${LRM}2 min`,
      `[25/09/2020, 10:22:00] Cyril: ${LRM}Missed voice call. ${LRM}Tap to call back`,
      `[25/09/2020, 10:23:00] Cyril: ${LRM}Video call. ${LRM}No answer`,
      `[25/09/2020, 10:24:00] Cyril: ${LRM}Missed video call`,
      '[25/09/2020, 10:25:00] Ada: sorry',
    ],
    { ...DAY, entries: 5, calls: 4, first: '2020-09-25T10:21:00', last: '2020-09-25T10:25:00' },
    { newline: '\r\n' },
  ),
  byHand(
    ['en', 'calls-android'],
    [
      '25/09/2020, 10:21 - Missed voice call',
      '25/09/2020, 10:22 - Missed video call',
      '25/09/2020, 10:23 - Ada: Missed voice call',
      '25/09/2020, 10:24 - Ada: why do you not answer',
    ],
    { ...DAY, authorless: 2, entries: 4, calls: 3, first: '2020-09-25T10:21', last: '2020-09-25T10:24' },
  ),
  byHand(
    ['en', 'edited'],
    [
      `[25/09/2020, 10:21:00] Ada: see you at six ${LRM}<This message was edited>`,
      '[25/09/2020, 10:22:00] Cyril: first line',
      `second line ${LRM}<This message was edited>`,
      '[25/09/2020, 10:23:00] Ada: ok',
    ],
    { ...DAY, entries: 3, edited: 2, first: '2020-09-25T10:21:00', last: '2020-09-25T10:23:00' },
  ),
  byHand(
    ['en', 'edited-android'],
    ['25/09/2020, 10:21 - Ada: see you at six <This message was edited>', '25/09/2020, 10:22 - Cyril: ok'],
    { ...DAY, entries: 2, edited: 1, first: '2020-09-25T10:21', last: '2020-09-25T10:22' },
  ),
  byHand(
    ['es', 'edited'],
    ['25/9/20, 10:21 - Nuria: a las seis <Se editó este mensaje.>', '25/9/20, 10:22 - Íñigo: vale'],
    { ...DAY, entries: 2, edited: 1, first: '2020-09-25T10:21', last: '2020-09-25T10:22' },
  ),
  byHand(
    ['de', 'edited'],
    [
      `[25.09.20, 10:21:00] Liesel: um sechs ${LRM}<Diese Nachricht wurde bearbeitet.>`,
      '[25.09.20, 10:22:00] Jörg: gut',
    ],
    { ...DAY, entries: 2, edited: 1, first: '2020-09-25T10:21:00', last: '2020-09-25T10:22:00' },
  ),
  byHand(
    ['it', 'edited'],
    [
      `25/09/20, 10:21 - Ginevra: alle sei ${LRM}<Questo messaggio è stato modificato>`,
      '25/09/20, 10:22 - Beppe: va bene',
    ],
    { ...DAY, entries: 2, edited: 1, first: '2020-09-25T10:21', last: '2020-09-25T10:22' },
  ),
  byHand(
    ['en', 'deleted-by-admin'],
    [
      '25/09/2020, 10:21 - Ada: This message was deleted by admin Cyril.',
      '25/09/2020, 10:22 - Cyril: You deleted this message as admin',
      '25/09/2020, 10:23 - Cyril: This message was deleted',
      '25/09/2020, 10:24 - Ada: did you see? This message was deleted',
    ],
    { ...DAY, entries: 4, deleted: 3, first: '2020-09-25T10:21', last: '2020-09-25T10:24' },
  ),
];

const MIXED: readonly Case[] = [
  byHand(
    ['en', 'mixed-us-then-day-first'],
    [
      '6/27/23, 16:13 - Ada: one',
      '6/28/23, 16:14 - Cyril: two',
      '6/30/23, 16:14 - Ada: three',
      '30/6/2023, 16:15 - Cyril: four',
      '30/6/2023, 16:16 - Ada: five',
      '1/7/2023, 08:00 - Ada: six',
    ],
    { entries: 6, authorless: 0, dateOrder: 'MIXED', authors: 2, first: '2023-06-27T16:13', last: '2023-07-01T08:00' },
  ),
  byHand(
    ['en', 'mixed-24h-then-half-days'],
    [
      '25/09/2020, 10:27 - Ada: one',
      '25/09/2020, 22:28 - Cyril: two',
      `26/09/2020, 10:27${NNBSP}am - Ada: three`,
      `26/09/2020, 10:28${NNBSP}pm - Cyril: four`,
      `27/09/2020, 1:28${NNBSP}pm - Cyril: five`,
    ],
    { ...DAY, entries: 5, authors: 2, first: '2020-09-25T10:27', last: '2020-09-27T13:28' },
  ),
  byHand(
    ['en', 'mixed-android-then-ios'],
    [
      '25/09/2020, 10:27 - Ada: one',
      '25/09/2020, 10:28 - Cyril: two',
      '26/09/2020, 11:00 - Ada: three',
      '[27/09/2020, 09:00:00] Ada: four',
      '[27/09/2020, 09:00:30] Cyril: five',
      '[28/09/2020, 09:00:30] Cyril: six',
    ],
    {
      ...DAY,
      entries: 6,
      authors: 2,
      first: '2020-09-25T10:27',
      last: '2020-09-28T09:00:30',
      note: 'a new phone, files joined',
    },
  ),
  byHand(
    ['en', 'mixed-android-day-first-ios-month-first'],
    [
      '25/09/2020, 10:27 - Ada: one',
      '25/09/2020, 10:28 - Cyril: two',
      '26/09/2020, 11:00 - Ada: three',
      '[9/27/20, 9:00:00 AM] Ada: four',
      '[9/27/20, 9:00:30 PM] Cyril: five',
      '[9/28/20, 9:00:30 AM] Cyril: six',
    ],
    {
      entries: 6,
      authorless: 0,
      dateOrder: 'MIXED',
      authors: 2,
      first: '2020-09-25T10:27',
      last: '2020-09-28T09:00:30',
    },
  ),
  byHand(
    ['de', 'mixed-dots-then-slashes'],
    [
      '25.09.20, 10:27 - Liesel: eins',
      '25.09.20, 10:28 - Jörg: zwei',
      '26/09/2020, 10:29 - Liesel: drei',
      '27/09/2020, 10:30 - Jörg: vier',
    ],
    {
      ...DAY,
      entries: 4,
      authors: 2,
      first: '2020-09-25T10:27',
      last: '2020-09-27T10:30',
      note: 'the language was changed to English',
    },
  ),
  byHand(
    ['sv', 'mixed-iso-then-dots'],
    [
      '2020-09-25 10:27 - Saga: ett',
      '2020-09-25 10:28 - Björn: två',
      '26.09.2020, 10:29 - Saga: tre',
      '27.09.2020, 10:30 - Björn: fyra',
    ],
    { entries: 4, authorless: 0, dateOrder: 'MIXED', authors: 2, first: '2020-09-25T10:27', last: '2020-09-27T10:30' },
  ),
  byHand(
    ['en', 'mixed-year-widths-one-order'],
    [
      '9/25/20, 10:27 - Ada: one',
      '9/25/20, 10:28 - Cyril: two',
      '9/26/2020, 10:29 - Ada: three',
      '9/27/2020, 10:30 - Cyril: four',
    ],
    { entries: 4, authorless: 0, dateOrder: 'MDY', authors: 2, first: '2020-09-25T10:27', last: '2020-09-27T10:30' },
  ),
  byHand(
    ['pt-BR', 'mixed-comma-appears'],
    [
      '25/09/2020 10:27 - Jussara: um',
      '25/09/2020 10:28 - Tião: dois',
      '26/09/2020, 10:29 - Jussara: três',
      '27/09/2020, 10:30 - Tião: quatro',
    ],
    { ...DAY, entries: 4, authors: 2, first: '2020-09-25T10:27', last: '2020-09-27T10:30' },
  ),
];

/** Cases about the content of messages and about files of two formats. */
export function contentCases(): readonly Case[] {
  return [...MEDIA, ...SPECIAL, ...MIXED];
}
