import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isLintRefused, type LintFinding, lintOutgoing } from './lint-outgoing.ts';

const brief = (findings: readonly LintFinding[]): string[] =>
  findings.map(({ confidence, rule }) => `${confidence} ${rule.replace('acta/lint/', '')}`);

test('an ordinary answer holds nothing', () => {
  for (const text of [
    '',
    'Hola, su pedido 20481 llega el 12/11/2026 entre 10:00 y 14:30. Total: $1,249.50',
    'Call us at +52 55 1234 5678 or +1 (212) 555-0123',
    '您的订单20261122000123已发货，谢谢！',
    'आपका ऑर्डर 48213 कल 10:30 बजे आएगा',
    'https://example.com/o/9f8e7d6c5b4a3210?x=1',
    '10 20 30 40 50 60 70 80 90',
  ]) {
    assert.deepEqual(lintOutgoing(text), [], text);
  }
});

test('bare digits that a check passes by chance are shown and sent; their word or their writing refuses', () => {
  assert.deepEqual(brief(lintOutgoing('11144477735')), ['low br-cpf']);
  assert.deepEqual(brief(lintOutgoing('o CPF dele: 11144477735')), ['high br-cpf']);
  assert.deepEqual(brief(lintOutgoing('4937353526352')), ['low card-pan']);
  assert.deepEqual(brief(lintOutgoing('Visa 4937353526352')), ['high card-pan']);
  assert.deepEqual(brief(lintOutgoing('111.444.777-35')), ['high br-cpf']);
  assert.deepEqual(brief(lintOutgoing('11.222.333/0001-81')), ['high br-cnpj']);
  assert.deepEqual(brief(lintOutgoing('999941057058')), ['low in-aadhaar']);
  assert.deepEqual(brief(lintOutgoing('9999 4105 7058')), ['high in-aadhaar']);
  assert.deepEqual(brief(lintOutgoing('आधार ९९९९४१०५७०५८')), ['high in-aadhaar']);
  assert.deepEqual(brief(lintOutgoing('123456789')), []);
  assert.deepEqual(brief(lintOutgoing('SSN 536904399')), ['high us-ssn']);
  assert.deepEqual(brief(lintOutgoing('IBAN de89 3704 0044 0532 0130 00')), ['high iban']);
});

test('a word says something only where it stands alone and near', () => {
  assert.deepEqual(brief(lintOutgoing('empanadas 11144477735')), ['low br-cpf']);
  assert.deepEqual(brief(lintOutgoing(`CPF ${'x '.repeat(40)}11144477735`)), ['low br-cpf']);
  assert.deepEqual(brief(lintOutgoing('Número de Cartão: 5018 0000 0009')), ['high card-pan']);
});

test('numbers that are known are taken out first, however they are written', () => {
  const phone = '5511111444777';
  const asWritten = 'ligue 11 11144-4777 ou 5511111444777';
  assert.deepEqual(lintOutgoing(asWritten, [phone]), []);
  // A wa_id that passes the check of an Aadhaar number.
  assert.deepEqual(brief(lintOutgoing('999941057058')), ['low in-aadhaar']);
  assert.deepEqual(lintOutgoing('999941057058', ['+9999 4105 7058']), []);
  assert.deepEqual(lintOutgoing('see wamid.4242424242424242== there', ['wamid.4242424242424242==']), []);
  assert.deepEqual(lintOutgoing('Deposite a la CLABE 032180000118359719', ['032180000118359719']), []);
  assert.ok(isLintRefused(lintOutgoing('CLABE 032180000118359719', ['5215512345678'])));
});

test('a known number hides nothing beside it', () => {
  assert.ok(isLintRefused(lintOutgoing('5215512345678 4242424242424242', ['5215512345678'])));
});

test('a finding says where, never what', () => {
  const text = 'tarjeta 4242 4242 4242 4242, cvv 123';
  const [finding, ...more] = lintOutgoing(text);
  assert.deepEqual(more, []);
  assert.deepEqual(finding, { rule: 'acta/lint/card-pan', start: 8, end: 27, confidence: 'high' });
});

test('findings stand in order, do not overlap, and lie inside the text, whatever it says', () => {
  const piece = fc.constantFrom(
    '4',
    '42',
    '4242',
    '12',
    ' ',
    '-',
    'A',
    'XIXX',
    '900315',
    'MDFXXX09',
    '身',
    '+',
    '\u200b',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
      const text = pieces.join('');
      let last = 0;
      for (const { end, start } of lintOutgoing(text)) {
        assert.ok(start >= last && end > start && end <= text.length);
        last = end;
      }
    }),
  );
});

test('a hostile text of 100,000 characters ends as soon as any other, and gives at most a hundred findings', () => {
  for (const piece of [
    '4',
    '1 ',
    '4242 ',
    '4242424242424242 ',
    'A1',
    'DE89 ',
    '999941057058\n',
    'tarjeta 4242424242424242 ',
  ]) {
    const findings = lintOutgoing(piece.repeat(Math.ceil(100_000 / piece.length)), ['5215512345678']);
    assert.ok(findings.length <= 100);
  }
});
