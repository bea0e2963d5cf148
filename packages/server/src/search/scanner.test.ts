import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHARACTER, EXTRA, NUMBER, PAIR, Scanner, type TermKind, WORD } from './scanner.ts';

function scan(text: string, ...kinds: readonly TermKind[]): string[] {
  const found: string[] = [];
  new Scanner().scan(text, ({ codes, length, kind }) => {
    if (kinds.includes(kind)) found.push(String.fromCharCode(...codes.subarray(0, length)));
  });
  return found;
}

const words = (text: string): string[] => scan(text, WORD);

test('case and accents fold alike in Latin, Greek and Cyrillic, composed or not', () => {
  assert.deepEqual(words('Niño CAMIÓN nin\u0303o ÀÉÎõü Łódź Straße ﬁn İstanbul ısı'), [
    'nino',
    'camion',
    'nino',
    'aeiou',
    'lodz',
    'strasse',
    'fin',
    'istanbul',
    'isi',
  ]);
  assert.deepEqual(words('Ἀθῆναι ΑΘΗΝΑΙ ΟΔΟΣ οδός'), ['αθηναι', 'αθηναι', 'οδοσ', 'οδοσ']);
  assert.deepEqual(words('Ёлка ёлка Йод'), ['елка', 'елка', 'иод']);
});

test('full-width and styled letters are letters', () => {
  assert.deepEqual(words('ＡＣＴＡ ５㎏ 𝓗𝓮𝓵𝓵𝓸 ①'), ['acta', '5kg', 'hello', '1']);
});

test('Arabic loses harakat and tatweel, and unifies alef, yaa and taa marbuta', () => {
  assert.deepEqual(words('الْعَرَبِيَّة العربيه أحمد إحمد آحمد مـــرحبا على علي مكتبة'), [
    'العربيه',
    'العربيه',
    'احمد',
    'احمد',
    'احمد',
    'مرحبا',
    'علي',
    'علي',
    'مكتبه',
  ]);
  assert.deepEqual(words('می‌خواهم کتاب'), ['ميخواهم', 'كتاب']);
});

test('Hebrew loses its points', () => {
  assert.deepEqual(words('שָׁלוֹם שלום'), ['שלום', 'שלום']);
});

test('Indic vowel signs stay, in either encoding', () => {
  assert.deepEqual(words('हिन्दी क\u093c \u0958 কো ক\u09c7\u09be'), [
    'हिन्दी',
    'क\u093c',
    'क\u093c',
    'ক\u09c7\u09be',
    'ক\u09c7\u09be',
  ]);
});

test('digits of every script are ASCII digits', () => {
  assert.deepEqual(words('٠١٢٣ ۴۵۶ १२३ ７８９'), ['0123', '456', '123', '789']);
});

test('marks that nobody sees do not divide a word', () => {
  assert.deepEqual(words('ho\u200ela a\u00adna \u2068Ana\u2069 co\u2060mo'), ['hola', 'ana', 'ana', 'como']);
  assert.deepEqual(words('uno\u200bdos'), ['uno', 'dos']);
});

test('an apostrophe gives the parts and, at the place of the first, the whole', () => {
  assert.deepEqual(scan("O'Brien l’homme rock'n'roll dogs' '90s", WORD, EXTRA), [
    'o',
    'brien',
    'obrien',
    'l',
    'homme',
    'lhomme',
    'rock',
    'n',
    'roll',
    'rocknroll',
    'dogs',
    '90s',
  ]);
});

test('dots, commas, hyphens and underscores divide', () => {
  assert.deepEqual(words('https://www.acta.example/a_b?x=1 ana@acta.example IMG_2024-x.jpg 3.14'), [
    'https',
    'www',
    'acta',
    'example',
    'a',
    'b',
    'x',
    '1',
    'ana',
    'acta',
    'example',
    'img',
    '2024',
    'x',
    'jpg',
    '3',
    '14',
  ]);
});

test('Chinese gives each character, and each pair at the place of its first', () => {
  const found: string[] = [];
  new Scanner().scan('微信支付pay', ({ codes, length, position }) => {
    found.push(`${String.fromCharCode(...codes.subarray(0, length))}${position}`);
  });
  assert.deepEqual(found, ['微0', '微信0', '信1', '信支1', '支2', '支付2', '付3', 'pay4']);
});

test('pairs join only characters that stand together', () => {
  assert.deepEqual(scan('微 信，支\u200e付', PAIR), ['支付']);
  assert.deepEqual(scan('\u{20000}\u{20001}', CHARACTER, PAIR), ['\u{20000}', '\u{20000}\u{20001}', '\u{20001}']);
});

test('Kana compose with their voice marks, in half width too', () => {
  assert.deepEqual(scan('ﾊﾞｲｸ ハ\u3099イク バイク', CHARACTER), ['バ', 'イ', 'ク', 'バ', 'イ', 'ク', 'バ', 'イ', 'ク']);
});

test('Hangul gives characters, pairs and the word between spaces, composed or not', () => {
  assert.deepEqual(scan('한국어를 한국', EXTRA), ['한국어를']);
  assert.deepEqual(scan('한국', CHARACTER, PAIR), ['한', '한국', '국']);
  assert.deepEqual(scan('한국'.normalize('NFD'), CHARACTER, PAIR), ['한', '한국', '국']);
});

test('Thai is divided by a dictionary', () => {
  assert.deepEqual(words('ฉันรักภาษาไทย'), ['ฉัน', 'รัก', 'ภาษา', 'ไทย']);
});

test('an emoji is one word in every colour, and a joined one is also found by its parts', () => {
  assert.deepEqual(words('👍👍🏽 ❤️ ❤ 🇲🇽🇨🇳 👩🏽‍💻'), ['👍', '👍', '❤', '❤', '🇲🇽', '🇨🇳', '👩‍💻']);
  assert.deepEqual(scan('👩🏽‍💻', EXTRA), ['👩', '💻']);
});

test('every group that ends a telephone number gives its digits in reverse', () => {
  assert.deepEqual(scan('+52 1 81 1234-5678', NUMBER), ['\u0001n432118125', '\u0001n8765432118125']);
  assert.deepEqual(scan('٠٠٩٦٦\u00a0٥٠.١٢٣.٤٥٦٧', NUMBER).at(-1), '\u0001n7654321056690');
  assert.deepEqual(scan('1234567890123456', NUMBER), []);
  assert.deepEqual(scan('123456\n7890', NUMBER), []);
  assert.deepEqual(scan('123 uno 4567', NUMBER), []);
});

test('a word of any length is found in pieces of 64 units', () => {
  const pieces = words('x'.repeat(150));
  assert.deepEqual(
    pieces.map(({ length }) => length),
    [64, 64, 22],
  );
});

test('lone surrogates, controls and punctuation are nothing', () => {
  assert.deepEqual(scan('\ud800 \udc00 \u0000 … ¿? «»', WORD, CHARACTER, PAIR, EXTRA, NUMBER), []);
});

test('offsets point into the text as it was written', () => {
  const text = '¡Qué CAMIO\u0301N, 微信!';
  const shown: string[] = [];
  new Scanner().scan(text, ({ kind, start, end }) => {
    if (kind !== CHARACTER) shown.push(text.slice(start, end));
  });
  assert.deepEqual(shown, ['Qué', 'CAMIO\u0301N', '微信']);
});

test('hostile texts take time in proportion to their length', { timeout: 60_000 }, () => {
  for (const text of [
    'e\u0301'.repeat(200_000),
    '👩‍'.repeat(100_000),
    "a'".repeat(200_000),
    '1 '.repeat(200_000),
    'ก'.repeat(50_000),
  ]) {
    new Scanner().scan(text, () => {});
  }
});

test('characters beyond the first plane of scripts without spaces are found one by one', () => {
  assert.deepEqual(scan('\u{1b001}\u{1b002}', CHARACTER), ['\u{1b001}', '\u{1b002}']);
  assert.deepEqual(words('\u{116d0}\u{116d1} a'), ['\u{116d0}', '\u{116d1}', 'a']);
});

test('a character that stands for nothing else ends in itself: a clef, what is not yet assigned', () => {
  assert.deepEqual(words('la𝄞sol \u{b232c}fa\u{3c300}'), ['la', 'sol', 'fa']);
  for (let point = 0; point < 0x11_0000; point += 61)
    new Scanner().scan(`a${String.fromCodePoint(point)}`, () => undefined);
});
