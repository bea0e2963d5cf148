// What is searched for: queries of each kind, drawn from the corpus with a seed so that each finds something, in Acta's language
// and in its peers'.

import { type CorpusMessage, corpusMessages } from './corpus.ts';
import type { PlainQuery } from './plain-archive.ts';
import { randomFrom, vocabularyOf } from './text.ts';

export interface BenchQuery {
  readonly acta: string;
  readonly plain: PlainQuery;
}

/** Asked of each kind and counted, after as many others that are not. */
export const QUERIES = 100;
export const WARMING_UP = 20;

/** Queries by kind, as many of each as asked for. */
export function queriesFor(messages: number, count: number): ReadonlyMap<string, readonly BenchQuery[]> {
  const random = randomFrom(SEED);
  const vocabulary = { es: vocabularyOf('es'), en: vocabularyOf('en') };
  const sample = sampleOf(messages, vocabulary, random);
  const draw = <T>(from: readonly T[]): T => pick(from, random);
  const kinds: Readonly<Record<string, () => BenchQuery>> = {
    word: () => wordQuery(frequentWord(vocabulary, random)),
    'rare word': () => wordQuery(draw(draw(sample.latin).rare)),
    'two words': () => twoWords(draw(sample.latin).words, random),
    phrase: () => phraseQuery(draw(sample.latin).words, random),
    prefix: () => prefixQuery(frequentWord(vocabulary, random).slice(0, PREFIX_CHARACTERS)),
    'two Chinese characters': () => chineseQuery(draw(sample.chinese), 2, random),
    'four Chinese characters': () => chineseQuery(draw(sample.chinese), 4, random),
    'from: and word': () => fromQuery(draw(sample.latin), random),
    'after:, before: and word': () => datedQuery(draw(sample.latin), random),
  };
  return new Map(Object.entries(kinds).map(([kind, make]) => [kind, Array.from({ length: count }, make)]));
}

const SEED = 7;
const SAMPLED = 4_000;
const PREFIX_CHARACTERS = 4;
/** FTS5 has no word for an emoji, so none is asked for. */
const LATIN_WORD = /^\p{Script=Latin}+$/u;
const HAN_ONLY = /^\p{Script=Han}{8,}$/u;

interface LatinMessage {
  readonly author: string;
  readonly at: number;
  /** In order. */
  readonly words: readonly string[];
  /** Those of `words` from the rarer half of their language. */
  readonly rare: readonly string[];
}

/** Words by frequency. */
type Vocabulary = Readonly<Record<'es' | 'en', readonly string[]>>;

interface Sample {
  readonly latin: readonly LatinMessage[];
  readonly chinese: readonly string[];
}

/** Messages spread evenly over the corpus. */
function sampleOf(messages: number, { en, es }: Vocabulary, random: () => number): Sample {
  const rareWords = new Set([...es.slice(RARE_FROM), ...en.slice(RARE_FROM)]);
  const latin: LatinMessage[] = [];
  const chinese: string[] = [];
  const part = Math.min(1, (SAMPLED * 4) / messages);
  for (const message of corpusMessages(messages)) {
    if (random() >= part) continue;
    if (HAN_ONLY.test(message.text)) chinese.push(message.text);
    else latin.push(...latinOf(message, rareWords));
  }
  return { latin, chinese };
}

const RARE_FROM = 20_000;

function latinOf({ at, author, text }: CorpusMessage, rareWords: ReadonlySet<string>): LatinMessage[] {
  const words = text.split(' ');
  const rare = words.filter((word) => rareWords.has(word));
  return words.length >= 4 && rare.length > 0 && words.every((word) => LATIN_WORD.test(word))
    ? [{ author, at, words, rare }]
    : [];
}

/** From the hundred most frequent ones to the five thousandth, evenly by the logarithm of the rank. */
function frequentWord({ en, es }: Vocabulary, random: () => number): string {
  const words = random() < 0.6 ? es : en;
  for (;;) {
    const word = words[Math.floor(FREQUENT_FROM * (FREQUENT_TO / FREQUENT_FROM) ** random())] ?? '';
    if (word.length >= PREFIX_CHARACTERS) return word;
  }
}

const FREQUENT_FROM = 100;
const FREQUENT_TO = 5_000;

const quoted = (words: string): string => `"${words}"`;

function wordQuery(word: string): BenchQuery {
  return { acta: word, plain: { pattern: word, match: { words: quoted(word) } } };
}

function prefixQuery(start: string): BenchQuery {
  return { acta: `${start}*`, plain: { pattern: start, match: { words: `${quoted(start)}*` } } };
}

/** Two words of one message. LIKE is asked for them in their order with anything between, which finds no more than there is. */
function twoWords(words: readonly string[], random: () => number): BenchQuery {
  const first = Math.floor(random() * (words.length - 1));
  const second = first + 1 + Math.floor(random() * (words.length - first - 1));
  const [one = '', two = ''] = [words[first], words[second]];
  return {
    acta: `${one} ${two}`,
    plain: { pattern: `${one}%${two}`, match: { words: `${quoted(one)} ${quoted(two)}` } },
  };
}

function phraseQuery(words: readonly string[], random: () => number): BenchQuery {
  const first = Math.floor(random() * (words.length - 2));
  const phrase = words.slice(first, first + 3).join(' ');
  return { acta: quoted(phrase), plain: { pattern: phrase, match: { words: quoted(phrase) } } };
}

/** FTS5 finds three characters and more by its runs of three; for two it has nothing. */
function chineseQuery(text: string, length: number, random: () => number): BenchQuery {
  const characters = [...text];
  const first = Math.floor(random() * (characters.length - length + 1));
  const wanted = characters.slice(first, first + length).join('');
  return { acta: wanted, plain: { pattern: wanted, ...(length < 3 ? {} : { match: { characters: quoted(wanted) } }) } };
}

function fromQuery({ author, words }: LatinMessage, random: () => number): BenchQuery {
  const { acta, plain } = wordQuery(pick(words, random));
  return { acta: `from:${quoted(author)} ${acta}`, plain: { ...plain, author } };
}

/** A month around a message. */
function datedQuery({ at, words }: LatinMessage, random: () => number): BenchQuery {
  const { acta, plain } = wordQuery(pick(words, random));
  const from = Math.floor(at / DAY_SECONDS - 15) * DAY_SECONDS;
  const until = from + 30 * DAY_SECONDS;
  return { acta: `after:${dayOf(from)} before:${dayOf(until)} ${acta}`, plain: { ...plain, from, until } };
}

const DAY_SECONDS = 86_400;

function dayOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

function pick<T>(from: readonly T[], random: () => number): T {
  const one = from[Math.floor(random() * from.length)];
  if (one === undefined) throw new RangeError('the corpus is too small to draw from');
  return one;
}
