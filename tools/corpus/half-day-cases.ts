// One file for each language's half-day labels, from midnight to noon, in the form CLDR gives for its phones.

import { type Case, fileBytes } from './case.ts';
import { halves, header } from './header.ts';
import { moment, stamp } from './moment.ts';

type Label = readonly [lang: string, morning: string, afternoon: string, before?: 'before'];

const LABELS: readonly Label[] = [
  ['af', 'vm.', 'nm.'],
  ['am', 'ጥዋት', 'ከሰዓት'],
  ['bs', 'a.\u202Fm.', 'p.\u202Fm.'],
  ['ca', 'a.\u202Fm.', 'p.\u202Fm.'],
  ['cs', 'dop.', 'odp.'],
  ['fa', 'ق.ظ.', 'ب.ظ.'],
  ['fi', 'ap.', 'ip.'],
  ['ha', 'SF', 'YM'],
  ['hu', 'de.', 'du.', 'before'],
  ['is', 'f.h.', 'e.h.'],
  ['ky', 'тң', 'тк'],
  ['lo', 'ກ່ອນທ່ຽງ', 'ຫຼັງທ່ຽງ'],
  ['lt', 'priešpiet', 'popiet'],
  ['lv', 'priekšp.', 'pēcp.'],
  ['mk', 'претпл.', 'попл.'],
  ['mn', 'ү.ө.', 'ү.х.'],
  ['my', 'နံနက်', 'ညနေ', 'before'],
  ['ne', 'पूर्वाह्न', 'अपराह्न'],
  ['ps', 'غ.م.', 'غ.و.'],
  ['si', 'පෙ.ව.', 'ප.ව.', 'before'],
  ['sl', 'dop.', 'pop.'],
  ['so', 'GH', 'GD'],
  ['sq', 'p.d.', 'm.d.'],
  ['sv', 'fm', 'em'],
  ['tk', 'go.öň', 'go.soň'],
  ['ug', 'چ.ب', 'چ.ك'],
  ['uk', 'дп', 'пп'],
  ['uz', 'TO', 'TK'],
  ['vi', 'SA', 'CH'],
  ['wo', 'Sub', 'Ngo'],
];

const TIMES = [
  moment([2021, 9, 13], [0, 5]),
  moment([2021, 9, 13], [9, 7]),
  moment([2021, 9, 14], [11, 59]),
  moment([2021, 9, 15], [13, 1]),
  moment([2021, 9, 15], [23, 59]),
  moment([2021, 9, 17], [12, 30]),
] as const;

/** Parts of the day as CLDR words them, each with the times of its file's first and last line. */
const PARTS: readonly (readonly [lang: string, lines: readonly (readonly [written: string, meant: string])[]])[] = [
  [
    'bg',
    [
      ['9:05 ч. сутринта', '09:05'],
      ['1:05 ч. на обяд', '13:05'],
    ],
  ],
  [
    'kk',
    [
      ['таңғы 9:05', '09:05'],
      ['түстен кейінгі 1:05', '13:05'],
    ],
  ],
  [
    'tr',
    [
      ['sabah 9:05', '09:05'],
      ['öğleden sonra 1:05', '13:05'],
    ],
  ],
  [
    'uz',
    [
      ['kunduzi 12:05', '12:05'],
      ['kunduzi 5:05', '17:05'],
    ],
  ],
  [
    'si',
    [
      ['මැදියමට පසු 12:05', '00:05'],
      ['දවල් 1:05', '13:05'],
    ],
  ],
  [
    'hy',
    [
      ['ցերեկվա 12:05-ին', '12:05'],
      ['երեկոյան 7:05-ին', '19:05'],
    ],
  ],
];

function partCases(): readonly Case[] {
  return PARTS.map(([lang, lines]) => ({
    lang,
    what: 'parts-of-the-day',
    bytes: fileBytes(
      lines.map(([written], line) => `17/09/2021, ${written} - ${line % 2 === 0 ? 'Ada' : 'Cyril'}: ${line}`),
    ),
    expected: {
      entries: lines.length,
      authorless: 0,
      authors: 2,
      dateOrder: 'DMY',
      first: `2021-09-17T${lines[0]?.[1]}`,
      last: `2021-09-17T${lines.at(-1)?.[1]}`,
    },
  }));
}

/** Cases about half-day labels: the first entry is just after midnight, the last just after noon. */
export function halfDayCases(): readonly Case[] {
  const halfDays = LABELS.map(([lang, morning, afternoon, before], index): Case => {
    const clock = before === undefined ? 'h:mm\u202Fa' : 'a\u202Fh:mm';
    const pattern = index % 2 === 0 ? `d/M/yyyy, ${clock} - ` : `dd.MM.yyyy, ${clock} - `;
    const style = { periods: halves(morning, afternoon) };
    const lines = TIMES.map((at, line) => `${header(pattern, at, style)}${line % 2 === 0 ? 'Ada' : 'Cyril'}: ${line}`);
    return {
      lang,
      what: 'half-days',
      bytes: fileBytes(lines),
      expected: {
        entries: TIMES.length,
        authorless: 0,
        authors: 2,
        dateOrder: 'DMY',
        first: stamp(TIMES[0], false),
        last: stamp(TIMES[5], false),
        note: `${morning} and ${afternoon}`,
      },
    };
  });
  return [...halfDays, ...partCases()];
}
