// Scenes: what happens in a generated chat, as facts, and how a phone would write it down.
// The numbers a reader must find are counted here from the facts, never from the text.

import type { Expected } from './case.ts';
import { header, type Shape, type Style } from './header.ts';
import type { Locale } from './locale.ts';
import { later, type Moment, moment, stamp } from './moment.ts';
import type { Random } from './random.ts';

type Fact =
  | { readonly kind: 'text'; readonly who: number; readonly lines: readonly string[] }
  | { readonly kind: 'notice'; readonly text: string }
  | { readonly kind: 'omitted'; readonly who: number; readonly sort: number }
  | {
      readonly kind: 'attached';
      readonly who: number;
      readonly name: string;
      readonly caption?: string;
    }
  | { readonly kind: 'deleted'; readonly who: number; readonly text: string }
  | { readonly kind: 'call'; readonly who: number; readonly text: string }
  | { readonly kind: 'place'; readonly who: number; readonly label: string };

export type Scene = {
  readonly what: string;
  readonly facts: (locale: Locale, shape: Shape, random: Random) => readonly Fact[];
};

const IOS_SORT = /(PHOTO|AUDIO)/;
const ANDROID_NUMBER = /-(WA\d+)/;
const CLOCK_MARKS = /[T:]/g;
const PLACE = 'https://maps.google.com/?q=41.100000,-3.700000';

function chatter(locale: Locale, random: Random, count: number): readonly Fact[] {
  const facts: Fact[] = [];
  for (let index = 0; index < count; index++) {
    const who = index % 3 === 2 ? 1 : random.between(0, 1);
    const line = random.pick(locale.talk);
    const roll = random.between(0, 9);
    if (roll === 0) facts.push({ kind: 'text', who, lines: [line, '', random.pick(locale.talk)] });
    else if (roll === 1) facts.push({ kind: 'text', who, lines: ['', line] });
    else if (roll === 2) facts.push({ kind: 'text', who, lines: [`${line} 😀👍🏽`] });
    else facts.push({ kind: 'text', who, lines: [line] });
  }
  return facts;
}

function omissions(locale: Locale, shape: Shape): readonly Fact[] {
  if (shape.platform === 'ios') {
    return (locale.omittedIos ?? []).map((_, sort) => ({
      kind: 'omitted' as const,
      who: sort % 2,
      sort,
    }));
  }
  if (locale.omitted === undefined) return [];
  return [0, 1, 1].map((who) => ({ kind: 'omitted' as const, who, sort: 0 }));
}

function appLines(locale: Locale): readonly Fact[] {
  const facts: Fact[] = [];
  if (locale.deleted !== undefined) {
    facts.push({ kind: 'deleted', who: 0, text: locale.deleted[0] });
    facts.push({ kind: 'deleted', who: 1, text: locale.deleted[1] });
  }
  if (locale.missedCall !== undefined) facts.push({ kind: 'call', who: 1, text: locale.missedCall });
  if (locale.place !== undefined) facts.push({ kind: 'place', who: 0, label: locale.place });
  return facts;
}

/** Two people, everything an export without media may hold. */
export const PAIR: Scene = {
  what: 'pair',
  facts: (locale, shape, random) => [
    { kind: 'notice', text: locale.notice },
    ...chatter(locale, random, 6),
    ...omissions(locale, shape),
    ...chatter(locale, random, 3),
    ...appLines(locale),
    ...chatter(locale, random, 4),
  ],
};

/** Two people, an export with media: names of files, captions, text around them. */
export const MEDIA: Scene = {
  what: 'media',
  facts: (locale, shape, random) => {
    const facts: Fact[] = [...chatter(locale, random, 4)];
    const word = shape.platform === 'ios' ? locale.attachedIos : locale.attached;
    if (word !== undefined) {
      const names =
        shape.platform === 'ios'
          ? ['00000012-PHOTO.jpg', '00000013-AUDIO.opus', '00000014-list.pdf']
          : ['IMG-WA0001.jpg', 'PTT-WA0002.opus', 'list.pdf'];
      names.forEach((name, index) => {
        const caption = index === 0 ? { caption: random.pick(locale.talk) } : {};
        facts.push({ kind: 'attached', who: index % 2, name, ...caption });
        facts.push(...chatter(locale, random, 1));
      });
    }
    return [...facts, ...appLines(locale), ...chatter(locale, random, 3)];
  },
};

/** Lines people paste: chats of other phones, lists with times, addresses. Never headers of this file. */
function pasted(shape: Shape): readonly (readonly string[])[] {
  const foreign = shape.platform === 'ios' ? '12/05/2018, 10:11 - Zed: hello' : '[12/05/2018, 10:11:12] Zed: hello';
  return [
    ['>>', foreign],
    ['[11:45, 6/4/2018] +1 202 555 0147: one', '[11:46, 6/4/2018] Zed: two'],
    ['12:30 - 14:00: A', '14:00 - 15:30: B', '1/2, 3/4: C'],
    ['https://example.org/a?b=1:2', '24/12: X - Y: Z'],
  ];
}

/** A group of six, of whom two are numbers and one has a colon in the name; they paste a lot. */
export const GROUP: Scene = {
  what: 'group',
  facts: (locale, shape, random) => {
    const facts: Fact[] = [{ kind: 'notice', text: locale.notice }];
    for (const lines of pasted(shape)) {
      facts.push({ kind: 'text', who: random.between(0, 5), lines });
      for (const who of [3, 4, 5, random.between(0, 2)]) {
        facts.push({ kind: 'text', who, lines: [random.pick(locale.talk)] });
      }
    }
    const others = [1, 2, 0].map((who): Fact => ({ kind: 'text', who, lines: [random.pick(locale.talk), ''] }));
    return [...facts, ...omissions(locale, shape), ...others];
  },
};

/** Who may speak in a scene: the locale's people, two numbers as the platform writes them, a name with a colon. */
function cast(ink: Ink): readonly string[] {
  const ios = ink.shape.platform === 'ios';
  const gap = ios ? '\u00A0' : ' ';
  const number = (digits: string): string => (ios ? `\u202A${digits}\u202C` : digits);
  return [
    ...ink.locale.people,
    number(`+1${gap}202${gap}555${gap}0147`),
    ios ? `~\u202F${ink.locale.people[0]}` : number(`+1${gap}202${gap}555${gap}0188`),
    'Desk: 2nd floor',
  ];
}

/** One day only: between one and three messages. */
export const SHORT: Scene = {
  what: 'short',
  facts: (locale, _shape, random) => chatter(locale, random, random.between(1, 3)),
};

type Written = { readonly lines: readonly string[]; readonly expected: Expected };

type Ink = {
  readonly locale: Locale;
  readonly shape: Shape;
  readonly pattern: string;
  readonly style: Style;
};

function content(ink: Ink, fact: Fact): readonly string[] {
  const { locale, shape } = ink;
  const mark = shape.platform === 'ios' ? (locale.mark ?? '\u200E') : '';
  switch (fact.kind) {
    case 'text':
      return fact.lines;
    case 'notice':
    case 'deleted':
    case 'call':
      return [`${mark}${fact.text}`];
    case 'omitted': {
      if (shape.platform === 'android') return [locale.omitted ?? ''];
      const wording = locale.omittedIos?.[fact.sort] ?? '';
      return fact.sort === 5 ? [`plan.pdf • \u200E3 \u200E${wording}`] : [`${mark}${wording}`];
    }
    case 'attached':
      return attachment(ink, fact, mark);
    case 'place':
      return [`${mark}${fact.label}: ${PLACE}`];
  }
}

function attachment(ink: Ink, fact: Extract<Fact, { kind: 'attached' }>, mark: string): readonly string[] {
  if (ink.shape.platform === 'ios') {
    const tag = `${mark}<${ink.locale.attachedIos ?? ''}: ${fact.name}>`;
    return [fact.caption === undefined ? tag : `${fact.caption} ${tag}`];
  }
  const lead = ink.locale.tag.startsWith('en') ? '' : '\u200E';
  const line = `${lead}${fact.name} ${ink.locale.attached ?? ''}`;
  return fact.caption === undefined ? [line] : [line, fact.caption];
}

function author(ink: Ink, fact: Fact): string | undefined {
  if (fact.kind === 'notice') return ink.shape.platform === 'ios' ? ink.locale.people[1] : undefined;
  // Older phones write calls without an author, newer ones name the caller.
  if (fact.kind === 'call' && ink.shape.platform === 'android' && !ink.pattern.includes('yyyy')) return undefined;
  return cast(ink)[fact.who];
}

function writeFact(ink: Ink, fact: Fact, at: Moment): readonly string[] {
  const [head = '', ...rest] = content(ink, fact);
  const who = author(ink, fact);
  const generated = ink.shape.platform === 'ios' && fact.kind !== 'text' && fact.kind !== 'notice';
  const lead = generated ? (ink.locale.mark ?? '\u200E') : '';
  const opening = `${lead}${header(ink.pattern, at, ink.style)}`;
  return [who === undefined ? `${opening}${head}` : `${opening}${who}: ${head}`, ...rest];
}

/** The real file name of an attachment: phones put the day into it. */
function dated(fact: Fact, at: Moment, shape: Shape): Fact {
  if (fact.kind !== 'attached') return fact;
  const day = stamp(at, false).slice(0, 10);
  const name =
    shape.platform === 'ios'
      ? fact.name.replace(IOS_SORT, `$1-${stamp(at, true).replace(CLOCK_MARKS, '-')}`)
      : fact.name.replace(ANDROID_NUMBER, `-${day.replaceAll('-', '')}-$1`);
  return { ...fact, name };
}

function startOf(scene: Scene, random: Random): Moment {
  const year = random.between(2019, 2024);
  const month = random.between(1, 9);
  const day = scene === SHORT ? random.between(1, 12) : random.between(10, 18);
  const safe = scene === SHORT && day === month ? (day % 12) + 1 : day;
  return moment([year, month, safe], [random.between(6, 11), random.between(0, 59), 7]);
}

/** Plays a scene in a locale's hand and counts what a reader must find. */
export function play(scene: Scene, locale: Locale, pattern: string, shape: Shape, random: Random): Written {
  const style: Style = {
    ...(locale.periods === undefined ? {} : { periods: locale.periods }),
    ...(locale.digits === undefined ? {} : { digits: locale.digits }),
  };
  const ink: Ink = { locale, shape, pattern, style };
  const facts = scene.facts(locale, shape, random);
  const lines: string[] = [];
  const times: Moment[] = [];
  let at = startOf(scene, random);
  for (const fact of facts) {
    lines.push(...writeFact(ink, dated(fact, at, shape), at));
    times.push(at);
    at = later(at, scene === SHORT ? random.between(20, 900) : random.between(900, 70_000));
  }
  return { lines, expected: expectation(ink, facts, times, scene) };
}

function expectation(ink: Ink, facts: readonly Fact[], times: readonly Moment[], scene: Scene): Expected {
  const { shape } = ink;
  const count = (kind: Fact['kind']): number => facts.filter((fact) => fact.kind === kind).length;
  const authorless = facts.filter((fact) => author(ink, fact) === undefined).length;
  const proven = scene !== SHORT || shape.provesOrder;
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('a scene without facts');
  return {
    entries: facts.length,
    authorless,
    dateOrder: proven ? shape.order : 'AMBIGUOUS',
    ...(proven ? { first: stamp(first, shape.withSeconds), last: stamp(last, shape.withSeconds) } : {}),
    media: { omitted: count('omitted'), missing: count('attached') },
    deleted: count('deleted'),
    calls: count('call'),
    locations: count('place'),
    system: count('notice'),
    authors: new Set(facts.map((fact) => author(ink, fact)).filter((who) => who !== undefined)).size,
  };
}
