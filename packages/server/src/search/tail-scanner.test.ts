import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { classOf, foldOf, IDEOGRAPH } from './character-classes.ts';
import { unitsOf } from './message-batch.ts';
import { Scanner } from './scanner.ts';
import { TailScanner } from './tail-scanner.ts';
import { eastCodeOf } from './terms.ts';
import { TokenList } from './token-list.ts';
import { Vocabulary } from './vocabulary.ts';

/** Every term of a text with its position, as the scanner gives them; terms without positions with 0. */
function scanned(text: string): string[] {
  const found: string[] = [];
  new Scanner().scan(text, ({ codes, length, position }) => {
    const term = String.fromCharCode(...codes.subarray(0, length));
    const hasPosition = codes[0] !== 1;
    found.push(`${term}@${hasPosition ? position : 0}`);
  });
  return found.sort();
}

/** The same from the tail's tokens, with the pairs that its neighbouring characters make. */
function tokenised(text: string): string[] {
  const words = new Vocabulary(7);
  const tokens = new TokenList(1);
  const { units } = unitsOf(['abc', text, 'abc']);
  new TailScanner(words, tokens).scan(units, 3, units.length - 3);
  const found: string[] = [];
  let before = '';
  let behind = -1;
  for (let token = 0; token < tokens.count; token++) {
    const term = tokens.terms[token] ?? 0;
    const position = tokens.positions[token] ?? 0;
    const isCharacter = term % 2 === 1;
    const said = isCharacter ? String.fromCharCode(term >>> 1) : words.term(term >>> 1);
    found.push(`${said}@${position}`);
    if (isCharacter && position === behind) found.push(`${before}${said}@${behind - 1}`);
    if (!isCharacter) continue;
    before = said;
    behind = position + 1;
  }
  return found.sort();
}

const plain = fc.constantFrom(...'abzÁñçЖжΩ19 ,.-_微信支付宝ア　');
const special = fc.constantFrom(
  ...[
    "'",
    '’',
    'ß',
    '㊀',
    '⼀',
    '㉠',
    '㋐',
    'ﬁ',
    '㌔',
    '㍿',
    '👍🏽',
    '👨‍👩‍👧',
    '🇲🇽',
    'が',
    'ｶﾞ',
    'か\u3099',
    '한국어',
    '한',
    'สวัสดีครับ',
    '\u200d',
    '\ufe0f',
    '𠮷',
    '\ud800',
    'm\u0301',
    'مـرحبا',
    '12',
    '34567',
    '\n',
    '+',
  ],
);
const texts = fc.oneof(
  fc.array(plain, { maxLength: 40 }),
  fc.array(fc.oneof({ weight: 5, arbitrary: plain }, { weight: 1, arbitrary: special }), { maxLength: 40 }),
  fc.array(fc.string({ unit: 'binary', maxLength: 6 }), { maxLength: 6 }),
);

test('the tail keeps the terms of the scanner, and its neighbouring characters are the pairs', () => {
  const property = fc.property(texts, (pieces) => {
    const text = pieces.join('');
    assert.deepEqual(tokenised(text), scanned(text));
  });
  fc.assert(property, { numRuns: 3000 });
});

test('long words, long texts and numbers are as the scanner has them', () => {
  const long = 'a'.repeat(63);
  for (const text of [
    long,
    `${long}b`,
    `${long}bc d`,
    `x ${'ab '.repeat(12_000)}`,
    '81 1234 5678',
    '123 456',
    '1234567',
    '微'.repeat(200),
  ]) {
    assert.deepEqual(tokenised(text), scanned(text));
  }
});

test('what a character of Chinese, Japanese or Korean folds to is one again', () => {
  for (let unit = 0; unit < 0xd800; unit++) {
    if (classOf(unit) !== IDEOGRAPH) continue;
    assert.equal(eastCodeOf(String.fromCharCode(foldOf(unit))), foldOf(unit));
  }
});
