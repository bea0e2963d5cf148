// What stands in a message beside its words: of what arrived, and of what was sent.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EntryRecord } from '../records/conversation.ts';
import { partsOf } from './message-parts.ts';

function entry(more: Partial<EntryRecord>): EntryRecord {
  return {
    at: '2026-07-14T11:00',
    chat: 1,
    import: 2,
    kind: 'message',
    line: 0,
    origin: 'live',
    text: '',
    type: 'text',
    v: 1,
    ...more,
  };
}

const came = (type: string, content: unknown, more: object = {}) =>
  partsOf(entry({ type, raw: JSON.stringify({ type, [type]: content, ...more }) }));

test('an order has its lines, a card what stands on it, a form what was filled in', () => {
  const items = [{ product_retailer_id: 'CEM-50', quantity: 40, item_price: 218.5, currency: 'MXN' }];
  assert.deepEqual(came('order', { catalog_id: 'c', text: 'con flete', product_items: items })?.order, {
    catalogId: 'c',
    text: 'con flete',
    items: [{ productId: 'CEM-50', quantity: '40', price: '218.5', currency: 'MXN' }],
  });
  const [card] =
    came('contacts', [{ name: { formatted_name: 'Ana' }, phones: [{ phone: '+52 81' }], vcard: 'BEGIN' }])?.cards ?? [];
  assert.deepEqual(
    [card?.name, card?.phones, Object.keys(card ?? {}).includes('vcard')],
    ['Ana', [{ phone: '+52 81' }], false],
  );
  const flow = { type: 'nfm_reply', nfm_reply: { name: 'cita', body: 'Sent', response_json: '{"dia":"lunes","n":2}' } };
  assert.deepEqual(came('interactive', flow)?.reply, {
    kind: 'flow',
    name: 'cita',
    title: 'Sent',
    answers: [
      { name: 'dia', value: 'lunes' },
      { name: 'n', value: '2' },
    ],
  });
});

test('where somebody came from is told of a plain message, and that it was handed on', () => {
  const referral = { source_url: 'https://fb.me/x', source_type: 'ad', headline: 'Cemento', ctwa_clid: 'secret' };
  const text = { body: 'hola' };
  assert.deepEqual(came('text', text, { referral })?.referral, {
    headline: 'Cemento',
    sourceType: 'ad',
    sourceUrl: 'https://fb.me/x',
  });
  assert.equal(came('text', text, { context: { forwarded: true } })?.forwarded, 'once');
  assert.equal(came('text', text, { context: { frequently_forwarded: true } })?.forwarded, 'often');
  assert.equal(came('text', text), undefined);
});

test('what was given to choose from is read from the request', () => {
  const intent = (request: object) =>
    partsOf(
      entry({
        origin: 'sent',
        type: 'interactive',
        intent: { actor: 'a', callback: 'c', channel: 1, rule: 'r', request: JSON.stringify(request) },
      }),
    );
  const button = (title: string) => ({ type: 'reply', reply: { id: title, title } });
  assert.deepEqual(
    intent({ type: 'interactive', interactive: { type: 'button', action: { buttons: [button('Sí'), button('No')] } } })
      ?.choices,
    [{ title: 'Sí' }, { title: 'No' }],
  );
  const action = { button: 'Ver', sections: [{ rows: [{ id: '1', title: 'Lunes', description: '9:00' }] }] };
  assert.deepEqual(intent({ type: 'interactive', interactive: { type: 'list', action } })?.choices, [
    { title: 'Lunes', description: '9:00' },
  ]);
});

test('an export, a deletion and what is no JSON have no parts', () => {
  const { origin: _origin, ...exported } = entry({ type: 'contacts', raw: '{"contacts":[{}]}' });
  assert.equal(partsOf(exported), undefined);
  assert.equal(partsOf(entry({ kind: 'deleted', type: 'contacts', raw: '{"contacts":[{}]}' })), undefined);
  assert.equal(partsOf(entry({ type: 'order', raw: '{"order":' })), undefined);
});
