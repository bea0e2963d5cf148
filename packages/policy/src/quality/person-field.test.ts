import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type PersonFieldRule, personFieldBreak, personFieldRuleFault } from './person-field.ts';

const RFC: PersonFieldRule = { type: 'text', least: 12, most: 13, pattern: '[A-Z0-9]+' };

test('a tax number that is too short says how many characters there are and how many there should be', () => {
  assert.deepEqual(personFieldBreak(RFC, 'CAAR7504120'), { fault: 'too-short', length: 11, least: 12, most: 13 });
  assert.equal(personFieldBreak(RFC, 'CAAR750412QX1'), undefined);
  assert.deepEqual(personFieldBreak(RFC, 'caar750412qx1'), { fault: 'pattern' });
});

test('each type has its own reasons', () => {
  assert.deepEqual(personFieldBreak({ type: 'number', least: 1 }, '0,5'), { fault: 'too-small', least: 1 });
  assert.deepEqual(personFieldBreak({ type: 'number', most: 9 }, '10'), { fault: 'too-large', most: 9 });
  assert.deepEqual(personFieldBreak({ type: 'number' }, 'ten'), { fault: 'no-number' });
  assert.deepEqual(personFieldBreak({ type: 'date' }, '2026-02-30'), { fault: 'no-date' });
  assert.equal(personFieldBreak({ type: 'date' }, '2024-02-29'), undefined);
  assert.deepEqual(personFieldBreak({ type: 'choice', choices: ['oro'] }, 'plata'), { fault: 'no-choice' });
  const mail = { type: 'text', template: 'email' } as const;
  assert.deepEqual(personFieldBreak(mail, 'ana@'), { fault: 'template', template: 'email' });
});

test('characters that hide or deceive stand in no field, and emoji are letters of a name', () => {
  assert.deepEqual(personFieldBreak({ type: 'text' }, 'Ana\u202eanA'), { fault: 'characters' });
  assert.deepEqual(personFieldBreak({ type: 'text' }, 'a\u0000'), { fault: 'characters' });
  assert.equal(personFieldBreak({ type: 'text', least: 1, most: 1 }, '🏗'), undefined);
});

test('a rule that no value could keep is refused', () => {
  assert.equal(personFieldRuleFault({ type: 'text', least: 5, most: 4 }), 'bounds');
  assert.equal(personFieldRuleFault({ type: 'text', pattern: '(a+)+' }), 'pattern');
  assert.equal(personFieldRuleFault({ type: 'choice' }), 'choices');
  assert.equal(personFieldRuleFault({ type: 'choice', choices: ['a', 'a'] }), 'choices');
  assert.equal(personFieldRuleFault(RFC), undefined);
});

test('what a value breaks never says the value', () => {
  fc.assert(
    // No word of the answer has the sign.
    fc.property(
      fc.string({ minLength: 6, unit: 'binary' }).map((said) => `${said}¤`),
      (value) => {
        const found = personFieldBreak({ type: 'text', most: 5, pattern: '\\d' }, value);
        assert.ok(found !== undefined && !JSON.stringify(found).includes(JSON.stringify(value).slice(1, -1)));
      },
    ),
  );
});
