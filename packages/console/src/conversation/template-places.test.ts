import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filledParts, isFillable, placesOf, requestOf, type Template } from './template-places.ts';

const order: Template = {
  name: 'order_sent',
  language: 'es',
  category: 'utility',
  state: 'approved',
  named: false,
  header: { format: 'text', text: 'Pedido {{1}}' },
  body: 'Hola {{1}}, su pedido {{2}} llega hoy, {{1}}.',
  buttons: [
    { kind: 'quick_reply', text: 'Gracias' },
    { kind: 'url', text: 'Ver', url: 'https://shop.example/{{1}}' },
    { kind: 'url', text: 'Tienda', url: 'https://shop.example/' },
  ],
};

test('every place is filled once, in the order in which it is read', () => {
  assert.deepEqual(
    placesOf(order).map(({ key }) => key),
    ['header:1', 'body:1', 'body:2', 'button:1'],
  );
});

test('the preview shows what fills a place, and the place where nothing does', () => {
  const parts = filledParts(order.body, 'body', { 'body:1': 'Ana' });
  assert.equal(parts.map(({ text }) => text).join(''), 'Hola Ana, su pedido {{2}} llega hoy, Ana.');
});

test('the request holds what was filled, by number or by name', () => {
  const values = { 'header:1': '7', 'body:1': ' Ana ', 'body:2': '7', 'button:1': 'x' };
  assert.deepEqual(requestOf(order, values).message, {
    type: 'template',
    template: {
      name: 'order_sent',
      language: 'es',
      header: { kind: 'text', text: '7' },
      body: [{ text: 'Ana' }, { text: '7' }],
      buttons: [{ index: 1, kind: 'url', suffix: 'x' }],
    },
  });
  const { header: _header, ...plain } = order;
  const named: Template = { ...plain, named: true, body: '{{customer}}', buttons: [] };
  assert.deepEqual(requestOf(named, { 'body:customer': 'Ana' }).message, {
    type: 'template',
    template: { name: 'order_sent', language: 'es', body: [{ text: 'Ana', name: 'customer' }] },
  });
});

test('one with a picture in its heading is not filled here', () => {
  assert.equal(isFillable(order), true);
  assert.equal(isFillable({ ...order, header: { format: 'image' } }), false);
});
