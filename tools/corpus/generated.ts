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
import { MEDIA, PAIR, play, type Scene, SHORT } from './scenes.ts';

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
