/**
 * Synthetic chat messages for measurements: the same seed gives the same messages on every machine. Words are made of syllables and
 * characters, 40,000 in each of Spanish, English and Chinese, and drawn by Zipf's law, so that an index meets the frequencies it
 * meets in life. Nobody's texts are in it.
 */

/** One message; a Spanish or English one has about sixty characters, a Chinese one about twenty. */
export interface SyntheticMessage {
  /** Its number, from 0. */
  readonly seq: number;
  /** Whole seconds, never falling. */
  readonly at: number;
  /** From 1 to `chats`. */
  readonly chat: number;
  /** From 1 to `people`. */
  readonly author: number;
  readonly text: string;
  readonly has: readonly string[];
}

export interface SyntheticOptions {
  readonly count: number;
  readonly seed: number;
  readonly people: number;
  readonly chats: number;
}

/** Words of each language, the most frequent first. */
const VOCABULARY_WORDS = 40_000;

/** Gives the messages in order of time: two years of them, with as many chats at once as asked for. */
export function* syntheticMessages({ count, seed, people, chats }: SyntheticOptions): Generator<SyntheticMessage> {
  const random = randomFrom(seed);
  const languages = LANGUAGES.map((language) => ({ ...language, words: vocabulary(language) }));
  const draw = zipf(VOCABULARY_WORDS);
  const seconds = Math.max(1, (2 * 365 * 86_400) / count);
  for (let seq = 0; seq < count; seq++) {
    const chat = 1 + Math.floor(random() ** 2 * chats);
    const language = languages[chat % 4 === 0 ? 2 : chat % 4 === 1 ? 1 : 0] ?? EMPTY;
    const length = Math.max(1, Math.round(language.meanWords * (0.2 + 1.6 * random())));
    const words = Array.from({ length }, () => language.words[draw(random())] ?? '');
    const extra = random();
    if (extra < 0.08) words.push(EMOJI[Math.floor(extra * 100)] ?? '');
    else if (extra < 0.1) words.push(phoneNumber(random));
    else if (extra < 0.12) words.push(`https://example.com/${Math.floor(random() * 1e6).toString(36)}`);
    else if (extra < 0.16) words.push(String(Math.floor(random() * 100_000)));
    const author = 1 + ((chat * 7 + Math.floor(random() * 2) * chat) % people);
    const at = FIRST_SECOND + Math.floor(seq * seconds);
    yield { seq, at, chat, author, text: words.join(language.between), has: hasOf(extra, random()) };
  }
}

/** The words of a language by frequency: `es`, `en` or `zh`. */
export function vocabularyOf(code: 'es' | 'en' | 'zh'): readonly string[] {
  const language = LANGUAGES.find((one) => one.code === code);
  return language === undefined ? [] : vocabulary(language);
}

interface Language {
  readonly code: 'es' | 'en' | 'zh';
  readonly seed: number;
  readonly between: string;
  readonly meanWords: number;
  readonly common: readonly string[];
  readonly syllables: readonly string[];
}

const FIRST_SECOND = Date.UTC(2024, 0, 1) / 1000;
const EMOJI = ['👍', '😂', '🙏', '❤️', '🎉', '😊', '👍🏽', '🤔'];

const LANGUAGES: readonly Language[] = [
  {
    code: 'es',
    seed: 11,
    between: ' ',
    meanWords: 10,
    common: 'de la que el en y a los se del las un por con no una su para es al lo como más pero sus le ya o sí'.split(
      ' ',
    ),
    syllables:
      `ca sa ma pa ta la ra na ba da fa ga ja ce se me pe te le re ne be de fe ge ci si mi pi ti li ri ni bi di fi gi
      co so mo po to lo ro no bo do fo go cu su mu pu tu lu ru nu bu du fu gu ción mente dor dad tra pre con per gran bre
      cla ble tro es en al ar or ez án én ón ñe ño ña lla lle rro rra que qui güe`.split(/\s+/),
  },
  {
    code: 'en',
    seed: 12,
    between: ' ',
    meanWords: 10,
    common:
      'the of and to a in is it you that he was for on are with as I his they be at one have this from or had by'.split(
        ' ',
      ),
    syllables:
      `ing er ly tion ment al ed re con in un pre dis ex com pro de en per trans th sh ch st tr br gr fl pl sp ra
      ri ro lo la li ma mi mo na ni no sa si so ta ti to ba be bo ca co da do fa fi fo ga go ha he hi ho ja jo ka ke ki
      ness ful less ship ward able ous ive ant ent ist ism age`.split(/\s+/),
  },
  {
    code: 'zh',
    seed: 13,
    between: '',
    meanWords: 11,
    common: [...'的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子'],
    syllables: Array.from({ length: 3000 }, (_, n) => String.fromCodePoint(0x4e00 + ((n * 6007) % 20_000))),
  },
];

const EMPTY = { words: [''], meanWords: 1, between: '' };

/** Distinct words: the common ones first, then ever longer ones; among syllables the earlier are the more frequent. */
function vocabulary({ seed, common, syllables, code }: Language): readonly string[] {
  const random = randomFrom(seed);
  const words = new Set(common);
  while (words.size < VOCABULARY_WORDS) {
    const rank = words.size / VOCABULARY_WORDS;
    const pieces = code === 'zh' ? pieceCount(random(), ZH_PIECES) : pieceCount(random() * (1 - rank / 2), WORD_PIECES);
    let word = '';
    for (let i = 0; i < pieces; i++) word += syllables[Math.floor(syllables.length ** random()) - 1] ?? '';
    words.add(word);
  }
  return [...words];
}

/** Shares of words of one, two … pieces. */
const ZH_PIECES = [0.1, 0.72, 0.12, 0.06];
const WORD_PIECES = [0.08, 0.32, 0.4, 0.2];

function pieceCount(draw: number, shares: readonly number[]): number {
  let rest = draw;
  for (const [n, share] of shares.entries()) {
    rest -= share;
    if (rest < 0) return n + 1;
  }
  return shares.length;
}

/** Ranks 0 … n − 1 with a probability of 1 / (rank + 2.7), from a number in [0, 1). */
function zipf(ranks: number): (uniform: number) => number {
  const sums = new Float64Array(ranks);
  let sum = 0;
  for (let rank = 0; rank < ranks; rank++) {
    sum += 1 / (rank + 2.7);
    sums[rank] = sum;
  }
  return (uniform) => {
    const wanted = uniform * sum;
    let low = 0;
    let high = ranks - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] ?? 0) <= wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

function phoneNumber(random: () => number): string {
  const digits = () => String(1000 + Math.floor(random() * 9000));
  return random() < 0.5 ? `+52 1 81 ${digits()}-${digits()}` : `(81) ${digits()} ${digits()}`;
}

function hasOf(extra: number, draw: number): readonly string[] {
  if (extra >= 0.1 && extra < 0.12) return ['link'];
  if (draw < 0.08) return ['media', 'image'];
  if (draw < 0.1) return ['media', 'voice'];
  return draw < 0.11 ? ['media', 'document'] : NOTHING;
}

const NOTHING: readonly string[] = [];

/** Uniform numbers in [0, 1): splitmix32 (Steele, Lea and Flood 2014, in its 32-bit form). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}
