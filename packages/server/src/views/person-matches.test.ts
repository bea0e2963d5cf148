import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchOf } from './person-matches.ts';

const known = (phones: readonly string[], names: readonly string[] = []) => ({ phones, names });

test('one line in two writings is offered with its country', () => {
  assert.deepEqual(matchOf(known(['+525581550142']), known(['+5215581550142'])), {
    reason: 'line-mx',
    value: '+5215581550142',
  });
  assert.deepEqual(matchOf(known(['+5511987654321']), known(['+551187654321'])), {
    reason: 'line-br',
    value: '+551187654321',
  });
  assert.deepEqual(matchOf(known(['+541155550142']), known(['+5491155550142'])), {
    reason: 'line-ar',
    value: '+5491155550142',
  });
  assert.equal(matchOf(known(['+525581550142']), known(['+525581550143'])), undefined);
});

test('a name is compared without case, accents and marks, and a very short one says nothing', () => {
  assert.equal(matchOf(known([], ['Rogelio Cantú']), known([], ['rogelio cantu']))?.reason, 'name');
  assert.equal(matchOf(known([], ['Al']), known([], ['Al'])), undefined);
  assert.equal(matchOf(known([], ['Rogelio']), known([], ['Rogelio Cantú'])), undefined);
});
