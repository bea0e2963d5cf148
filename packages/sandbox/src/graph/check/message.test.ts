import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { cloudRequest, type OutgoingMessage } from '@acta/formats';
import fc from 'fast-check';
import { Chance } from '../../chance.ts';
import { SandboxClock } from '../../clock.ts';
import { type JsonObject, objectOf } from '../../json.ts';
import { SandboxError } from '../../sandbox-error.ts';
import { defaultTemplates } from '../../world/default-templates.ts';
import { MediaStore } from '../../world/media.ts';
import { Templates } from '../../world/template.ts';
import { Form } from './form.ts';
import { checkMessage } from './message.ts';

const store = new MediaStore(new Chance(1, 'media'), new SandboxClock({ startMs: 0, stands: true }));
const image = store.add(Buffer.from('a'), 'image/png', 'business').id;
const parts = { templates: new Templates(defaultTemplates), findMedia: (id: string) => store.get(id) };
const to = '34666000111';
const letters = (count: number): string => 'a'.repeat(count);

/** @returns the code of the refusal, or 'ok' */
function judged(message: JsonObject): unknown {
  try {
    checkMessage(new Form({ messaging_product: 'whatsapp', to, ...message }), parts);
    return 'ok';
  } catch (error) {
    if (error instanceof SandboxError) return error.code;
    throw error;
  }
}

const text = (body: unknown): unknown => judged({ type: 'text', text: { body } });
const interactive = (content: JsonObject): unknown =>
  judged({ type: 'interactive', interactive: { body: { text: 'b' }, ...content } });
const buttons = (...list: readonly (readonly [string, string])[]): JsonObject => ({
  type: 'button',
  action: { buttons: list.map(([id, title]) => ({ type: 'reply', reply: { id, title } })) },
});
const rows = (count: number, from = 0): readonly JsonObject[] =>
  Array.from({ length: count }, (_, index) => ({ id: `r${from + index}`, title: 'Row' }));
const list = (...sections: readonly JsonObject[]): JsonObject => ({
  type: 'list',
  action: { button: 'Open', sections },
});

test('a text has 1 to 4,096 characters, an emoji being one', () => {
  assert.equal(text('🙂'.repeat(4096)), 'ok');
  assert.equal(text('🙂'.repeat(4097)), 100);
  assert.equal(text(''), 131008);
  assert.equal(text(undefined), 131008);
  assert.equal(text(5), 131009);
  assert.equal(text('half \ud83d'), 131009);
});

test('a recipient is a phone or a business-scoped id, a type is one of the list, callback data is bounded', () => {
  assert.equal(judged({ to: undefined, type: 'text', text: { body: 'a' } }), 131008);
  assert.equal(judged({ to: 'Ana', type: 'text', text: { body: 'a' } }), 131009);
  assert.equal(
    judged({ to: undefined, recipient: 'US.13491208655302741918', type: 'text', text: { body: 'a' } }),
    'ok',
  );
  assert.equal(judged({ to: undefined, recipient: '34666000111', type: 'text', text: { body: 'a' } }), 131009);
  assert.equal(judged({ type: 'telegram' }), 100);
  assert.equal(judged({ recipient_type: 'many', type: 'text', text: { body: 'a' } }), 100);
  assert.equal(judged({ type: 'text', text: { body: 'a' }, biz_opaque_callback_data: letters(513) }), 100);
  assert.equal(judged({ type: 'image' }), 131008);
});

test('media come by an id of the right type or by a link, with what the type allows', () => {
  assert.equal(judged({ type: 'image', image: { id: image, caption: letters(1024) } }), 'ok');
  assert.equal(judged({ type: 'image', image: { id: image, caption: letters(1025) } }), 100);
  assert.equal(judged({ type: 'image', image: { link: 'https://shop.example/a.png' } }), 'ok');
  assert.equal(judged({ type: 'image', image: { link: 'file:///etc/passwd' } }), 131009);
  assert.equal(judged({ type: 'image', image: { id: image, link: 'https://shop.example/a.png' } }), 100);
  assert.equal(judged({ type: 'image', image: {} }), 131008);
  assert.equal(judged({ type: 'image', image: { id: '1' } }), 131009);
  assert.equal(judged({ type: 'video', video: { id: image } }), 131009);
  assert.equal(judged({ type: 'sticker', sticker: { link: 'https://shop.example/a.webp', caption: 'a' } }), 100);
  assert.equal(judged({ type: 'audio', audio: { link: 'https://shop.example/a.ogg', filename: 'a' } }), 100);
});

test('a place lies on the globe, a contact has a name and a part of it, a reaction is an emoji or nothing', () => {
  assert.equal(judged({ type: 'location', location: { latitude: '19.4', longitude: -99.1 } }), 'ok');
  assert.equal(judged({ type: 'location', location: { latitude: 90.1, longitude: 0 } }), 131009);
  assert.equal(judged({ type: 'location', location: { latitude: 1 } }), 131008);
  assert.equal(judged({ type: 'contacts', contacts: [{ name: { formatted_name: 'Ana' } }] }), 131008);
  assert.equal(judged({ type: 'contacts', contacts: [{ name: { formatted_name: 'Ana', first_name: 'Ana' } }] }), 'ok');
  assert.equal(judged({ type: 'contacts', contacts: [] }), 131008);
  for (const [emoji, code] of [
    ['👍', 'ok'],
    ['❤️', 'ok'],
    ['🇲🇽', 'ok'],
    ['', 'ok'],
    ['a', 131009],
    [undefined, 131008],
  ])
    assert.equal(judged({ type: 'reaction', reaction: { message_id: 'wamid.A', emoji } }), code, String(emoji));
});

test('there are one to three buttons of different ids, with short words', () => {
  assert.equal(interactive(buttons(['a', letters(20)])), 'ok');
  assert.equal(interactive(buttons()), 131008);
  assert.equal(interactive(buttons(['a', 'A'], ['b', 'B'], ['c', 'C'], ['d', 'D'])), 100);
  assert.equal(interactive(buttons(['a', letters(21)])), 100);
  assert.equal(interactive(buttons([letters(257), 'A'])), 100);
  assert.equal(interactive(buttons(['a', 'A'], ['a', 'B'])), 100);
  assert.equal(interactive({ ...buttons(['a', 'A']), body: { text: letters(1025) } }), 100);
  assert.equal(interactive({ ...buttons(['a', 'A']), footer: { text: letters(61) } }), 100);
  assert.equal(interactive({ ...buttons(['a', 'A']), header: { type: 'text', text: letters(61) } }), 100);
});

test('a list has at most ten sections and ten rows in all, with short words', () => {
  assert.equal(interactive(list({ rows: rows(10) })), 'ok');
  assert.equal(interactive({ ...list({ rows: rows(1) }), body: { text: letters(4096) } }), 'ok');
  assert.equal(interactive({ ...list({ rows: rows(1) }), body: { text: letters(4097) } }), 100);
  assert.equal(interactive(list({ rows: rows(11) })), 100);
  assert.equal(interactive(list({ title: 'A', rows: rows(6) }, { title: 'B', rows: rows(5, 6) })), 100);
  assert.equal(interactive(list({ rows: rows(1) }, { title: 'B', rows: rows(1, 1) })), 131008);
  assert.equal(interactive(list({ rows: [{ id: letters(201), title: 'A' }] })), 100);
  assert.equal(interactive(list({ rows: [{ id: 'a', title: letters(25) }] })), 100);
  assert.equal(interactive(list({ rows: [{ id: 'a', title: 'A', description: letters(73) }] })), 100);
  assert.equal(interactive({ ...list({ rows: rows(1) }), header: { type: 'image', image: { id: image } } }), 100);
  assert.equal(interactive({ type: 'carousel', action: {} }), 100);
});

test('an order’s total is right to the cent', () => {
  const amount = (value: number): JsonObject => ({ value, offset: 100 });
  const order = (total: number, subtotal = 700): unknown =>
    interactive({
      type: 'order_details',
      action: {
        name: 'review_and_pay',
        parameters: {
          reference_id: 'A-1',
          type: 'physical-goods',
          payment_settings: [{ type: 'payment_link' }],
          currency: 'BRL',
          total_amount: amount(total),
          order: {
            status: 'pending',
            items: [{ name: 'Mug', amount: amount(350), quantity: 2 }],
            subtotal: amount(subtotal),
            tax: amount(10),
            shipping: amount(50),
            discount: amount(60),
          },
        },
      },
    });
  assert.equal(order(700), 'ok');
  assert.equal(order(701), 131009);
  assert.equal(order(701, 701), 131009);
});

test('what Acta writes has the right form here too', () => {
  const file = new URL('../../../../../vectors/cloud/requests.json', import.meta.url);
  const vectors = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { readonly message: OutgoingMessage }>;
  let count = 0;
  for (const { message } of Object.values(vectors)) {
    if ('group' in message.to || message.type === 'template') continue;
    const request = objectOf(JSON.parse(JSON.stringify(cloudRequest(message)))) ?? {};
    const isMediaOfOthers = /"id":"\d+"/.test(JSON.stringify(request));
    const findMedia = (id: string): ReturnType<typeof store.get> => {
      const mime = message.type === 'interactive' ? typeOf(request) : message.type;
      return { ...storeObject(), id, mime: mime === 'sticker' ? 'image/webp' : `${mime}/x` };
    };
    checkMessage(new Form(request), { ...parts, ...(isMediaOfOthers && { findMedia }) });
    count += 1;
  }
  assert.ok(count > 15, String(count));
});

const typeOf = (request: JsonObject): string =>
  String(objectOf(objectOf(request['interactive'])?.['header'])?.['type'] ?? 'image');

function storeObject(): NonNullable<ReturnType<typeof store.get>> {
  const object = store.get(image);
  assert.ok(object);
  return object;
}

test('no request, whatever it holds, does anything but pass or be refused with a code', () => {
  const members = fc.dictionary(
    fc.constantFrom(
      'to',
      'type',
      'text',
      'image',
      'template',
      'interactive',
      'reaction',
      'contacts',
      'context',
      'name',
    ),
    fc.oneof(fc.jsonValue(), fc.constantFrom('text', 'image', 'interactive', 'template', 'reaction', 'contacts', to)),
  );
  fc.assert(
    fc.property(members, (message) => {
      const code = judged(message);
      assert.ok(code === 'ok' || typeof code === 'number');
    }),
  );
});
