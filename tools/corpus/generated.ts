// The generated half of the corpus: every header pattern of every locale plays one scene.

import { type Case, fileBytes, type Layout } from './case.ts';
import { shapeOf } from './header.ts';
import type { Locale } from './locale.ts';
import { ASIAN } from './locales-asia.ts';
import { EASTERN } from './locales-east-europe.ts';
import { ROMANCE } from './locales-romance.ts';
import { RIGHT_TO_LEFT } from './locales-rtl.ts';
import { WESTERN } from './locales-west.ts';
import { randomFrom } from './random.ts';
import { GROUP, MEDIA, PAIR, play, type Scene, SHORT } from './scenes.ts';

const LOCALES: readonly Locale[] = [...WESTERN, ...ROMANCE, ...EASTERN, ...ASIAN, ...RIGHT_TO_LEFT];

function sceneFor(index: number, place: number): Scene {
  if (place === 0) return PAIR;
  if (place === 1) return index % 3 === 0 ? PAIR : MEDIA;
  return index % 4 === 0 ? SHORT : PAIR;
}

function layoutFor(platform: string, index: number): Layout {
  return {
    newline: platform === 'ios' && index % 5 !== 0 ? '\r\n' : '\n',
    bom: index % 11 === 4,
    finalNewline: index % 4 !== 1,
  };
}

const AMERICAN: ReadonlyMap<string, string> = new Map([
  ['es-ES', '[M/d/yy, HH:mm:ss] '],
  ['de', '[M/d/yy, HH:mm:ss] '],
  ['ru', '[M/d/yy, HH:mm:ss] '],
  ['uk', '[M/d/yy, HH:mm:ss] '],
  ['it', '[M/d/yy, HH:mm:ss] '],
  ['hi', '[M/d/yy, HH:mm:ss] '],
  ['fr', '[M/d/yy HH:mm:ss] '],
  ['cs', '[M/d/yy HH:mm:ss] '],
  ['th', '[M/d/yy HH:mm:ss] '],
  ['ja', '[M/d/yy H:mm:ss] '],
  ['pt-PT', '[M/d/yy HH:mm:ss] '],
  ['id', '[M/d/yy HH.mm.ss] '],
  ['vi', '[HH:mm:ss, M/d/yy] '],
  ['tr', 'M/d/yy HH:mm - '],
  ['pl', 'M/d/yy, h:mm\u202Fa - '],
  ['zh-TW', '[M/d/yy, ah:mm:ss] '],
]);

/** The language of the app says nothing about the region: many speak theirs and write dates as in America. */
export function americanRegionCases(): readonly Case[] {
  return LOCALES.flatMap((locale, index) => {
    const pattern = AMERICAN.get(locale.tag);
    if (pattern === undefined) return [];
    const shape = shapeOf(pattern);
    const written = play(PAIR, locale, pattern, shape, randomFrom(`${locale.tag} america`));
    return [
      {
        lang: locale.tag,
        what: `${shape.platform}-american-region`,
        bytes: fileBytes(written.lines, layoutFor(shape.platform, index)),
        expected: { ...written.expected, note: pattern },
      },
    ];
  });
}

/** A talkative group for each locale, in one of its shapes. */
export function groupCases(): readonly Case[] {
  return LOCALES.map((locale, index) => {
    const pattern = locale.heads[index % locale.heads.length] ?? '';
    const shape = shapeOf(pattern);
    const written = play(GROUP, locale, pattern, shape, randomFrom(`${locale.tag} group`));
    return {
      lang: locale.tag,
      what: `${shape.platform}-group`,
      bytes: fileBytes(written.lines, layoutFor(shape.platform, index + 3)),
      expected: { ...written.expected, note: pattern },
    };
  });
}

/** All generated cases, always the same. */
export function generatedCases(): readonly Case[] {
  const cases: Case[] = [];
  LOCALES.forEach((locale, index) => {
    locale.heads.forEach((pattern, place) => {
      const shape = shapeOf(pattern);
      const scene = sceneFor(index, place);
      const random = randomFrom(`${locale.tag} ${pattern}`);
      const written = play(scene, locale, pattern, shape, random);
      cases.push({
        lang: locale.tag,
        what: `${shape.platform}-${scene.what}-${place + 1}`,
        bytes: fileBytes(written.lines, layoutFor(shape.platform, index + place)),
        expected: { ...written.expected, note: pattern },
      });
    });
  });
  return cases;
}
