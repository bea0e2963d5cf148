import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { normaliseAuthor, normaliseText } from './normalise.ts';

test('a text loses invisible marks, odd spaces, odd line ends and trailing blanks', () => {
  assert.equal(normaliseText('\u200ehola\u00a0que\u202ftal  \r\nbien\u2028 si \u200e '), 'hola que tal\nbien\n si');
  assert.equal(normaliseText('cafe\u0301'), 'caf\u00e9');
  assert.equal(normaliseText('e\u200e\u0301'), '\u00e9');
  assert.equal(normaliseText('a\n\nb\r\rc'), 'a\n\nb\n\nc');
  assert.equal(normaliseText('  \u200e \n '), '');
  assert.equal(normaliseText('ok'), 'ok');
});

test('joiners inside emoji and words stay', () => {
  assert.equal(normaliseText('👩\u200d👧'), '👩\u200d👧');
});

test('a text that only repeats the attachment is empty', () => {
  assert.equal(normaliseText('Factura 12.pdf', 'Factura 12.pdf'), '');
  assert.equal(normaliseText('Factura 12', 'Factura 12.pdf'), '');
  assert.equal(normaliseText('Factura', 'Factura 12.pdf'), 'Factura');
});

test('normalising twice changes nothing more', () => {
  const piece = fc.constantFrom(
    ' ',
    '\n',
    '\r',
    '\u200e',
    '\u00a0',
    '\u202f',
    'a',
    'é',
    'e\u0301',
    '\u0301',
    '好',
    '👍',
    '\ufeff',
    '~',
    '+',
    '1',
    '\u0000',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const once = normaliseText(pieces.join(''));
      assert.equal(normaliseText(once), once);
      assert.doesNotMatch(once, /[\r\u00a0\u202f\u200e\ufeff]|[ \n]$|^[ \n]| \n/u);
    }),
  );
});

test('a text of a million blanks is normalised in linear time', () => {
  const blanks = ' '.repeat(1_000_000);
  assert.equal(normaliseText(`a${blanks}\n${blanks}b`), `a\n${blanks}b`);
});

test('an author loses the push-name mark, invisible marks and repeated blanks', () => {
  assert.equal(normaliseAuthor('~\u00a0Ana\u202f  Ruiz '), 'Ana Ruiz');
  assert.equal(normaliseAuthor('\u2068Ana\u2069'), 'Ana');
  assert.equal(normaliseAuthor('Mamá'), normaliseAuthor('Mama\u0301'));
});

test('a phone becomes + and digits however it is written', () => {
  for (const phone of [
    '+52 1 55 1234 5678',
    '\u202a+52\u00a01\u00a055\u00a01234\u00a05678\u202c',
    '+52 (1) 55-1234\u20115678',
    '+٥٢ ١ ٥٥ ١٢٣٤ ٥٦٧٨',
  ]) {
    assert.equal(normaliseAuthor(phone), '+5215512345678');
  }
  assert.equal(normaliseAuthor('+1 amigo'), '+1 amigo');
  assert.equal(normaliseAuthor('2024'), '2024');
});
