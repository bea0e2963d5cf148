import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wishIn } from './wish-words.ts';

test('a message that says nothing but stop is a wish, in each language and however it is written', () => {
  for (const text of [
    'STOP',
    'Stop.',
    ' stop! ',
    '«Baja»',
    'BAJA 🙏',
    'Cancelar suscripción',
    'sair',
    'Não quero mais mensagens',
    '退订',
    'TD',
    'बंद करें',
    'बंद करो।',
    'opt-out',
  ])
    assert.deepEqual(wishIn(text), { category: 'all', value: 'stop' }, text);
  assert.deepEqual(wishIn('Stop promotions'), { category: 'marketing_messages', value: 'stop' });
  assert.deepEqual(wishIn('ALTA'), { category: 'all', value: 'resume' });
  assert.deepEqual(wishIn('订阅'), { category: 'all', value: 'resume' });
});

test('a message that says more is no wish', () => {
  for (const text of ['', 'Stop by at five', 'no pares', 'La bolsa está a la baja', 'non-stop', 'cancelar', '请停止'])
    assert.equal(wishIn(text), undefined, text);
});

test('a long text is no wish and is not read', () => {
  fc.assert(fc.property(fc.string({ minLength: 61 }), (text) => assert.equal(wishIn(text), undefined)));
});
