import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkField } from './check-field.ts';
import type { InputRule, RuleCheck } from './input-rule.ts';
import { keepsPattern, safePattern } from './safe-pattern.ts';

const owned = (check: RuleCheck): InputRule => ({
  id: 'owner/field',
  fields: ['order'],
  check,
  severity: 'warning',
  sentence: 'quality.owner',
});
const keeps = (check: RuleCheck, value: string): boolean => checkField(owned(check), value).length === 0;
const matches = (pattern: string, value: string): boolean => keeps({ kind: 'pattern', pattern }, value);

test("an owner's rule of each kind decides on a value", () => {
  assert.deepEqual(checkField(owned({ kind: 'length', least: 3 }), 'ab'), [{ rule: 'owner/field', field: 'order' }]);
  assert.ok(keeps({ kind: 'length', least: 3, most: 3 }, '🌸🌸🌸'));
  assert.ok(!keeps({ kind: 'length', most: 3 }, 'abcd'));
  assert.ok(keeps({ kind: 'template', template: 'date' }, '2024-02-29'));
  assert.ok(!keeps({ kind: 'template', template: 'date' }, '2023-02-29'));
  assert.ok(keeps({ kind: 'template', template: 'number' }, '-1249,50'));
  assert.ok(!keeps({ kind: 'template', template: 'number' }, '1.249,50 €'));
  assert.ok(keeps({ kind: 'template', template: 'free-text' }, 'anything'));
});

test('a pattern covers the whole value', () => {
  assert.ok(matches('PED-\\d{5}', 'PED-20481'));
  assert.ok(!matches('PED-\\d{5}', 'PED-2048'));
  assert.ok(!matches('PED-\\d{5}', 'xPED-20481'));
  assert.ok(matches('[A-Z0-9-]{3,8}', 'AB-12'));
  assert.ok(matches('\\l+ \\l+', 'José Ñandú'));
  assert.ok(matches('\\l+', 'हर्ष'));
  assert.ok(matches('si|no|\\d?', 'no'));
  assert.ok(matches('a*b?c+', 'aaacc'));
  assert.ok(matches('', ''));
  assert.ok(matches('\\.\\\\', '.\\'));
});

test('what is no pattern flags everything, and so does one with too many places', () => {
  for (const pattern of ['(a+)+', 'a{2', 'a{5,2}', '[', '[]', '*', 'a**', '^a$', '\\q', '\\', 'a{200}b{200}', '{3}'])
    assert.ok(!matches(pattern, 'a'), pattern);
});

test('a pattern decides as the same regular expression does', () => {
  const piece = fc.constantFrom('a', 'b', '.', '\\d', '[ab1]', '[0-9]');
  const sign = fc.constantFrom('', '?', '*', '+', '{2}', '{1,3}');
  const row = fc
    .array(
      fc.tuple(piece, sign).map(([one, other]) => one + other),
      { maxLength: 6 },
    )
    .map((all) => all.join(''));
  const value = fc.array(fc.constantFrom('a', 'b', '1', '2'), { maxLength: 10 }).map((all) => all.join(''));
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 3 }), value, (rows, text) => {
      const source = rows.join('|');
      assert.equal(matches(source, text), new RegExp(`^(?:${source})$`, 's').test(text), `${source} on ${text}`);
    }),
    { numRuns: 1_000 },
  );
});

test('patterns that hang elsewhere end here', () => {
  const pattern = safePattern('a*a*a*a*a*a*a*a*a*a*a*a*b');
  assert.ok(pattern !== undefined && !keepsPattern(pattern, 'a'.repeat(4_096)));
  assert.ok(!keepsPattern(pattern, 'a'.repeat(4_097)));
});
