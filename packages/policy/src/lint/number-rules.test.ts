import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { passesLuhn, passesVerhoeff, remainder97 } from './check-digits.ts';
import { isLintRefused, lintOutgoing } from './lint-outgoing.ts';
import { digitRules, mixedRules, type NumberRule } from './number-rules.ts';

interface Vector {
  readonly v: readonly string[];
  readonly x: readonly string[];
}

const path = new URL('../../../../vectors/pii/numbers.json', import.meta.url);
const vectors: Readonly<Record<string, Vector>> = JSON.parse(readFileSync(path, 'utf8'));
const rules: readonly NumberRule[] = [...digitRules, ...mixedRules];
const idOf = (name: string): string => `acta/lint/${name.replace('_', '-')}`;

const compact = (text: string): string => text.replaceAll('-', '');
const isValid = (name: string, text: string): boolean =>
  rules.some(
    ({ id, isValid: passes, lengths }) =>
      id === idOf(name) && lengths.has(compact(text).length) && passes(compact(text)),
  );

test('each rule accepts and refuses what the vectors say, 72 in all', () => {
  let tried = 0;
  for (const [name, { v, x }] of Object.entries(vectors)) {
    for (const text of v) assert.equal(isValid(name, text), true, `${name} ${text}`);
    for (const text of x) assert.equal(isValid(name, text), false, `${name} ${text}`);
    tried += v.length + x.length;
  }
  assert.equal(tried, 72);
  assert.equal(new Set(rules.map(({ id }) => id)).size, 12);
});

const words: Readonly<Record<string, string>> = {
  card_pan: 'tarjeta',
  mx_curp: 'CURP',
  mx_rfc: 'RFC',
  mx_clabe: 'CLABE',
  mx_nss: 'NSS',
  br_cpf: 'CPF',
  br_cnpj: 'CNPJ',
  in_aadhaar: 'आधार',
  in_pan: 'पैन',
  cn_ric: '身份证',
  iban: 'IBAN',
  us_ssn: 'SSN',
};

test('beside its word each valid number is found in a text, and none of the others under its rule', () => {
  for (const [name, { v, x }] of Object.entries(vectors)) {
    const id = idOf(name);
    for (const number of v) {
      const text = `${words[name]}: ${number}.`;
      const found = lintOutgoing(text).find(({ rule }) => rule === id);
      assert.equal(found?.confidence, 'high', text);
      assert.equal(text.slice(found?.start, found?.end), number);
    }
    for (const number of x) {
      const found = lintOutgoing(`${words[name]}: ${number}.`).filter(({ rule }) => rule === id);
      assert.deepEqual(found, [], number);
    }
  }
});

const digits = (least: number, most: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most }).map((each) => each.join(''));
const passes: readonly (readonly [string, (text: string) => boolean, number])[] = [
  ['Luhn', passesLuhn, 1],
  ['Verhoeff', passesVerhoeff, 1],
  ['mod 97', (text) => remainder97(text) === 1, 2],
];

test('of all check digits exactly one completes a number, and another digit anywhere breaks it', () => {
  for (const [name, check, count] of passes) {
    fc.assert(
      fc.property(digits(6, 20), fc.nat(), fc.integer({ min: 1, max: 9 }), (start, where, by) => {
        const ends = Array.from({ length: 10 ** count }, (_, end) => start + String(end).padStart(count, '0'));
        const [right, ...more] = ends.filter(check);
        // 97 and 98 below 100 count as 0 and 1.
        assert.ok(right !== undefined && more.length <= (count === 2 ? 1 : 0), name);
        const at = where % right.length;
        const other = right.slice(0, at) + ((Number(right[at]) + by) % 10) + right.slice(at + 1);
        assert.equal(check(other), false, `${name} ${right} ${other}`);
      }),
    );
  }
});

test("Verhoeff's check finds every swap of two neighbours", () => {
  fc.assert(
    fc.property(digits(6, 20), fc.nat(), (start, where) => {
      const right = Array.from({ length: 10 }, (_, end) => start + String(end)).find(passesVerhoeff) ?? '';
      const at = where % (right.length - 1);
      const swapped = right.slice(0, at) + right.charAt(at + 1) + right.charAt(at) + right.slice(at + 2);
      assert.equal(passesVerhoeff(swapped), swapped === right);
    }),
  );
});

test('a card number is refused bare, in groups, in other digits and in the middle of Chinese', () => {
  for (const text of [
    '4242424242424242',
    'pay with 4242 4242 4242 4242 please',
    '4242-4242-4242-4242',
    '4242.4242.4242.4242',
    '3782 822463 10005',
    '我的卡号4242424242424242谢谢',
    '４２４２ ４２４２ ４２４２ ４２４２',
    '٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢',
    '4242\u200b4242\u200b4242\u200b4242',
    'VISA4242424242424242',
    '+52 55 1234 5678 4242 4242 4242 4242',
  ]) {
    assert.ok(isLintRefused(lintOutgoing(text)), text);
  }
});
