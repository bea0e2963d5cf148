import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkOutgoing } from './check-outgoing.ts';
import type { OutgoingInteractive } from './outgoing-interactive.ts';
import type { OutgoingMessage, OutgoingRecipient } from './outgoing-message.ts';
import type { OutgoingOrder } from './outgoing-order.ts';
import type { OutgoingTemplate } from './outgoing-template.ts';

const to = { waId: '16505551234' };
const found = (message: OutgoingMessage): readonly string[] =>
  checkOutgoing(message).map(({ code, field }) => `${code} ${field}`);
const text = (body: string, recipient: OutgoingRecipient = to): OutgoingMessage => ({
  to: recipient,
  type: 'text',
  body,
});
const interactive = (content: OutgoingInteractive): readonly string[] =>
  found({ to, type: 'interactive', interactive: content });
const template = (content: Partial<OutgoingTemplate>): readonly string[] =>
  found({ to, type: 'template', template: { name: 'a', language: 'en', ...content } });
const letters = (count: number): string => 'a'.repeat(count);

test('a text has 1 to 4,096 characters, and an emoji is one', () => {
  assert.deepEqual(found(text('')), ['missing body']);
  assert.deepEqual(found(text(' \n')), ['missing body']);
  assert.deepEqual(found(text('🙂'.repeat(4096))), []);
  assert.deepEqual(checkOutgoing(text('🙂'.repeat(4097))), [
    { code: 'too-long', field: 'body', limit: 4096, count: 4097 },
  ]);
  assert.deepEqual(found(text('half \ud83d')), ['malformed body']);
});

test('a recipient is a number, a business-scoped id or a group, each of its form', () => {
  assert.deepEqual(found(text('a', { waId: '+16505551234' })), []);
  assert.deepEqual(found(text('a', { bsuid: 'US.ENT.11815799212886844830' })), []);
  assert.deepEqual(found(text('a', { waId: 'US.13491208655302741918' })), ['malformed to.waId']);
  assert.deepEqual(found(text('a', { bsuid: '16505551234' })), ['malformed to.bsuid']);
  assert.deepEqual(found(text('a', { waId: '' })), ['missing to.waId']);
  assert.deepEqual(found(text('a', { group: '' })), ['missing to.group']);
});

test('callback data and an answered message are bounded', () => {
  assert.deepEqual(found({ ...text('a'), callback: letters(513) }), ['too-long callback']);
  assert.deepEqual(found({ ...text('a'), replyTo: '' }), ['missing replyTo']);
});

test('media come by id or by a link of the web, with what their kind allows', () => {
  assert.deepEqual(found({ to, type: 'image', media: { link: 'file:///etc/passwd' } }), ['malformed media.link']);
  assert.deepEqual(found({ to, type: 'image', media: { id: '' }, caption: letters(1025) }), [
    'missing media.id',
    'too-long caption',
  ]);
  assert.deepEqual(found({ to, type: 'sticker', media: { id: '1' }, caption: 'a', filename: 'b', voice: true }), [
    'not-allowed caption',
    'not-allowed filename',
    'not-allowed voice',
  ]);
});

test('a place lies on the globe', () => {
  assert.deepEqual(found({ to, type: 'location', latitude: '90', longitude: '-180' }), []);
  assert.deepEqual(found({ to, type: 'location', latitude: '90.1', longitude: 'east' }), [
    'malformed latitude',
    'malformed longitude',
  ]);
});

test('a contact has a formatted name and a part of it; a reaction has a target', () => {
  assert.deepEqual(found({ to, type: 'contacts', contacts: [] }), ['missing contacts']);
  assert.deepEqual(found({ to, type: 'contacts', contacts: [{ name: { formatted: 'Ana' }, birthday: '1/2/99' }] }), [
    'missing contacts[0].name.first',
    'malformed contacts[0].birthday',
  ]);
  assert.deepEqual(found({ to, type: 'reaction', target: '', emoji: '' }), ['missing target']);
});

test('there are one to three buttons, of different ids', () => {
  const button = { id: 'a', title: 'A' };
  assert.deepEqual(interactive({ kind: 'buttons', body: 'b', buttons: [] }), ['missing interactive.buttons']);
  assert.deepEqual(interactive({ kind: 'buttons', body: letters(1025), buttons: [button, button, button, button] }), [
    'too-long interactive.body',
    'too-many interactive.buttons',
    'not-unique interactive.buttons',
  ]);
  const long = { id: letters(257), title: letters(21) };
  const header = { kind: 'text', text: letters(61) } as const;
  assert.deepEqual(interactive({ kind: 'buttons', header, body: 'b', footer: letters(61), buttons: [long] }), [
    'too-long interactive.footer',
    'too-long interactive.header.text',
    'too-long interactive.buttons[0].id',
    'too-long interactive.buttons[0].title',
  ]);
});

test('a list has ten sections and ten rows in all, at most', () => {
  const rows = (count: number, from = 0): { id: string; title: string }[] =>
    Array.from({ length: count }, (_, index) => ({ id: String(from + index), title: 'Row' }));
  const list = { kind: 'list', body: letters(4096), button: 'Open' } as const;
  assert.deepEqual(interactive({ ...list, sections: [{ rows: rows(10) }] }), []);
  assert.deepEqual(
    interactive({
      ...list,
      sections: [
        { title: 'A', rows: rows(6) },
        { title: 'B', rows: rows(5, 6) },
      ],
    }),
    ['too-many interactive.sections.rows'],
  );
  const one = { id: letters(201), title: letters(25), description: letters(73) };
  assert.deepEqual(interactive({ ...list, sections: [{ rows: [one] }, { title: letters(25), rows: [] }] }), [
    'missing interactive.sections[0].title',
    'too-long interactive.sections[0].rows[0].id',
    'too-long interactive.sections[0].rows[0].title',
    'too-long interactive.sections[0].rows[0].description',
    'too-long interactive.sections[1].title',
    'missing interactive.sections[1].rows',
  ]);
  const header = { kind: 'image', media: { id: '1' } } as const;
  assert.deepEqual(interactive({ ...list, header, sections: [{ rows: rows(1) }] }), [
    'not-allowed interactive.header.media',
  ]);
});

test('the other kinds have what they need', () => {
  assert.deepEqual(interactive({ kind: 'link', body: 'b', title: '', url: 'javascript:alert(1)' }), [
    'missing interactive.title',
    'malformed interactive.url',
  ]);
  assert.deepEqual(
    interactive({
      kind: 'flow',
      body: 'b',
      button: letters(31),
      flow: { name: '' },
      action: 'data_exchange',
      screen: 'A',
    }),
    ['too-long interactive.button', 'missing interactive.flow.name', 'not-allowed interactive.screen'],
  );
  assert.deepEqual(interactive({ kind: 'product', catalogId: '', productId: '' }), [
    'missing interactive.catalogId',
    'missing interactive.productId',
  ]);
  const productIds = Array.from({ length: 31 }, String);
  assert.deepEqual(interactive({ kind: 'product-list', body: 'b', catalogId: '1', sections: [{ productIds }] }), [
    'missing interactive.header',
    'too-many interactive.sections.productIds',
  ]);
  assert.deepEqual(interactive({ kind: 'address', body: 'b', country: 'India' }), ['malformed interactive.country']);
  assert.deepEqual(interactive({ kind: 'catalog', body: '' }), ['missing interactive.body']);
});

test('an order adds up, and its reference fits its country', () => {
  const order: OutgoingOrder = {
    referenceId: 'a-1_b.2',
    goods: 'digital-goods',
    currency: 'INR',
    settings: [{ kind: 'payment-link', uri: 'https://pay.example' }],
    items: [{ name: 'A', amount: 100, quantity: 2 }],
    subtotal: 200,
    tax: 20,
    shipping: 10,
    discount: 30,
    total: 200,
  };
  const faults = (more: Partial<OutgoingOrder>): readonly string[] =>
    interactive({ kind: 'order-details', body: 'b', order: { ...order, ...more } }).map((fault) =>
      fault.replace('interactive.order.', ''),
    );
  assert.deepEqual(faults({}), []);
  assert.deepEqual(faults({ total: 201 }), ['wrong-total total']);
  assert.deepEqual(faults({ subtotal: 100, total: 100 }), ['wrong-total subtotal']);
  assert.deepEqual(faults({ tax: 20.5, total: 200.5 }), ['malformed total', 'malformed tax']);
  assert.deepEqual(faults({ referenceId: letters(36) }), ['too-long referenceId']);
  assert.deepEqual(faults({ referenceId: letters(36), currency: 'BRL' }), []);
  assert.deepEqual(faults({ referenceId: 'a b' }), ['malformed referenceId']);
  assert.deepEqual(faults({ items: [{ name: letters(61), amount: -1, quantity: 0 }], subtotal: 0, total: 0 }), [
    'too-long items[0].name',
    'malformed items[0].amount',
    'malformed items[0].quantity',
  ]);
  assert.deepEqual(faults({ settings: [], expiration: { at: 1, description: letters(121) } }), [
    'missing settings',
    'too-long expiration.description',
  ]);
  const status = { referenceId: '', state: 'shipped', description: letters(121) } as const;
  assert.deepEqual(interactive({ kind: 'order-status', body: 'b', status }), [
    'missing interactive.status.referenceId',
    'too-long interactive.status.description',
  ]);
});

test('a template is named as templates are, with parameters all by position or all by name', () => {
  assert.deepEqual(template({ name: 'Hello World', language: 'English' }), [
    'malformed template.name',
    'malformed template.language',
  ]);
  assert.deepEqual(template({ body: [{ text: 'a' }, { name: 'b', text: '' }] }), [
    'missing template.body[1].text',
    'not-allowed template.body.name',
  ]);
  assert.deepEqual(
    template({
      buttons: [
        { index: 0, kind: 'copy-code', code: letters(16) },
        { index: 0, kind: 'url', suffix: '' },
      ],
    }),
    ['too-long template.buttons[0].code', 'missing template.buttons[1].suffix', 'not-unique template.buttons'],
  );
  assert.deepEqual(template({ cards: [], limitedTimeOffer: { expiresAtMs: 0 } }), [
    'missing template.cards',
    'malformed template.limitedTimeOffer.expiresAtMs',
  ]);
  assert.deepEqual(template({ cards: [{ header: { kind: 'image', media: { id: '' } } }] }), [
    'missing template.cards[0].header.media.id',
  ]);
});
