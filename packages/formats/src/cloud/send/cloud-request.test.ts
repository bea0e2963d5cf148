import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FormatsError } from '../../formats-error.ts';
import { cloudVector } from '../webhook/body-samples.test-support.ts';
import { readMessage } from '../webhook/read-message.ts';
import { checkOutgoing } from './check-outgoing.ts';
import { cloudRequest, readReceipt } from './cloud-request.ts';
import type { OutgoingMessage } from './outgoing-message.ts';
import { textOfOutgoing } from './text-of-outgoing.ts';

interface RequestVector {
  readonly message: OutgoingMessage;
  readonly request: unknown;
  readonly text: string;
}

const vectors = Object.entries(cloudVector('requests.json') as Record<string, RequestVector>);

for (const [name, { message, request, text }] of vectors)
  test(`${name} is written as the platform wants it, and read as a person sees it`, () => {
    assert.deepEqual(checkOutgoing(message), []);
    assert.deepEqual(JSON.parse(JSON.stringify(cloudRequest(message))), request);
    assert.equal(textOfOutgoing(message), text);
  });

test('nothing undefined and no null stands in a request', () => {
  for (const [name, { message }] of vectors) {
    const written = cloudRequest(message);
    assert.deepEqual(written, JSON.parse(JSON.stringify(written)), name);
    assert.doesNotMatch(JSON.stringify(written), /null/, name);
  }
});

test('what the app echoes of a text, a place or a caption reads as what was sent', () => {
  for (const [name, { message, request, text }] of vectors) {
    if (message.type === 'template' || message.type === 'interactive' || message.type === 'reaction') continue;
    const echo = { ...(request as object), id: 'wamid.E', from: '15550783881', timestamp: '1' };
    const fact = readMessage(echo, { channel: { account: '1' }, field: 'smb_message_echoes', part: 'message_echoes' });
    assert.ok(fact.fact === 'message', name);
    assert.equal(fact.text, text, name);
  }
});

test('a message with a fault is refused before it is written', () => {
  assert.throws(
    () => cloudRequest({ to: { waId: '16505551234' }, type: 'text', body: '' }),
    (error) => error instanceof FormatsError && error.code === 'outgoing-invalid' && !/1650/.test(error.message),
  );
});

test('a receipt marks a message as read, and shows typing if asked', () => {
  const read = { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.A' };
  assert.deepEqual(readReceipt('wamid.A'), read);
  assert.deepEqual(readReceipt('wamid.A', { isTyping: true }), { ...read, typing_indicator: { type: 'text' } });
});

test('the words of a template are filled by position or by name, and what nothing fills stays', () => {
  const to = { waId: '16505551234' };
  const template = { name: 'a', language: 'en', body: [{ text: 'José' }, { text: '$1' }] };
  const words = { header: 'Order', body: 'Hi {{1}}, pay {{ 2 }} by {{3}}', footer: 'Shop', buttons: ['Pay'] };
  assert.equal(textOfOutgoing({ to, type: 'template', template }, words), 'Order\nHi José, pay $1 by {{3}}\nShop\nPay');
  const named = { ...template, body: [{ name: 'who', text: 'Ana' }] };
  assert.equal(textOfOutgoing({ to, type: 'template', template: named }, { body: 'Hi {{who}}' }), 'Hi Ana');
});
