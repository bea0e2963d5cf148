import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CloudFact, readWebhook } from '@acta/formats';
import { platformHabits } from '../habits.ts';
import { type JsonObject, objectOf } from '../json.ts';
import { allOf, type Pair, valuesIn, wamidOf, withSandbox } from '../sandbox.test-support.ts';
import { SandboxError } from '../sandbox-error.ts';
import type { PhoneAct } from './phone-act.ts';

const coexistence = '106540352242923';
const dayMs = 24 * 3_600_000;

/** What the business has heard, read by the reader that it uses itself. */
function factsOf({ listener }: Pair): readonly CloudFact[] {
  return listener.heard.flatMap(({ body }) =>
    readWebhook(new TextEncoder().encode(body)).pieces.flatMap(({ fact }) => (fact === undefined ? [] : [fact])),
  );
}

function person(pair: Pair, phone = '5215512345678'): string {
  return pair.sandbox.world.people.add({ name: 'Ximena', phone, language: 'es' }).id;
}

async function act(pair: Pair, id: string, what: PhoneAct): Promise<JsonObject | undefined> {
  pair.listener.heard.length = 0;
  pair.sandbox.phones.act(id, what);
  await pair.sandbox.world.clock.advance(1000);
  return allOf(pair.listener.heard, 'messages')[0];
}

const refused = (code: string) => (error: unknown) => error instanceof SandboxError && error.code === code;

test('each thing that a phone can write is told in its shape', async () => {
  await withSandbox(async (pair) => {
    const id = person(pair);
    const bytes = Buffer.from('picture');
    const acts: readonly (readonly [PhoneAct, string])[] = [
      [{ act: 'text', body: 'Hola' }, 'text'],
      [{ act: 'media', kind: 'image', bytes, mime: 'image/png', caption: 'así' }, 'image'],
      [{ act: 'media', kind: 'audio', bytes, mime: 'audio/ogg; codecs=opus', voice: true }, 'audio'],
      [{ act: 'media', kind: 'document', bytes, mime: 'application/pdf', filename: 'a.pdf' }, 'document'],
      [{ act: 'media', kind: 'sticker', bytes, mime: 'image/webp' }, 'sticker'],
      [{ act: 'location', latitude: 19.4, longitude: -99.1, name: 'Zócalo' }, 'location'],
      [{ act: 'contact', name: 'Ana Ríos', phone: '+34666000111' }, 'contacts'],
      [{ act: 'order', items: [{ id: 'mug', quantity: 2, price: 350.5, currency: 'MXN' }] }, 'order'],
      [{ act: 'advertisement', body: '¿Info?' }, 'text'],
      [{ act: 'unsupported', kind: 'poll_creation' }, 'unsupported'],
    ];
    for (const [what, type] of acts) {
      const message = await act(pair, id, what);
      assert.equal(message?.['type'], type);
      assert.equal(message?.['from'], '5215512345678');
      const [fact] = factsOf(pair).filter((one) => one.fact === 'message');
      assert.ok(fact, `${type} is read as a message`);
    }
    assert.equal(objectOf((await act(pair, id, acts[1]?.[0] ?? { act: 'read' }))?.['image'])?.['caption'], 'así');
  });
});

test('an edit and a deletion reach a coexistence number; an ordinary one hears of an unsupported message, or nothing', async () => {
  await withSandbox(async (pair) => {
    const id = person(pair);
    for (const number of [undefined, coexistence]) {
      const at = number === undefined ? {} : { number };
      const target = String((await act(pair, id, { act: 'text', body: 'Uno', ...at }))?.['id']);
      const edit = await act(pair, id, { act: 'edit', target, body: 'Dos', ...at });
      assert.equal(edit?.['type'], number === undefined ? 'unsupported' : 'edit');
      assert.deepEqual(number === undefined && edit?.['unsupported'], number === undefined && { type: 'edit' });
      const revoke = await act(pair, id, { act: 'delete', target, ...at });
      assert.equal(revoke?.['type'], number === undefined ? undefined : 'revoke');
    }
    assert.ok(factsOf(pair).some(({ fact }) => fact === 'revoke'));
  });
});

test('an edit is too late after 15 minutes, a deletion after two days, and neither is for the words of others', async () => {
  await withSandbox(async (pair) => {
    const id = person(pair);
    const target = String((await act(pair, id, { act: 'text', body: 'Uno' }))?.['id']);
    await pair.sandbox.world.clock.advance(15 * 60_000);
    assert.throws(() => pair.sandbox.phones.act(id, { act: 'edit', target, body: 'Dos' }), refused('too-late'));
    const { answer } = await pair.send({ to: '5215512345678', type: 'text', text: { body: 'Hola' } });
    const theirs = { act: 'delete', target: wamidOf(answer) } as const;
    assert.throws(() => pair.sandbox.phones.act(id, theirs), refused('not-allowed'));
    await pair.sandbox.world.clock.advance(2 * dayMs);
    assert.throws(() => pair.sandbox.phones.act(id, { act: 'delete', target }), refused('too-late'));
  });
});

test('a username hides the phone: at once if so ordered, else after thirty days; the id is told always', async () => {
  await withSandbox(async (pair) => {
    const id = person(pair);
    await act(pair, id, { act: 'username', username: '@Ximena.R' });
    const before = await act(pair, id, { act: 'text', body: 'Hola' });
    assert.equal(before?.['from'], '5215512345678');
    await pair.sandbox.world.clock.advance(30 * dayMs);
    const after = await act(pair, id, { act: 'text', body: 'Hola' });
    const { bsuid } = pair.sandbox.world.people.get(id);
    assert.deepEqual([after?.['from'], after?.['from_user_id']], [undefined, bsuid]);
    const [contact] = allOf(pair.listener.heard, 'contacts');
    assert.deepEqual(contact, { profile: { name: 'Ximena', username: '@ximena.r' }, user_id: bsuid });
    assert.ok(!pair.listener.heard[0]?.body.includes('5512345678'));
    const [fact] = factsOf(pair).filter((one) => one.fact === 'message');
    assert.ok(fact);
  });
});

test('a new number is a new id, told by a system message without contacts; the old number leads nowhere', async () => {
  await withSandbox(async (pair) => {
    const id = person(pair);
    await act(pair, id, { act: 'text', body: 'Hola' });
    const old = pair.sandbox.world.people.get(id).bsuid;
    const message = await act(pair, id, { act: 'change-number', phone: '+52 55 8765 4321' });
    const { bsuid, waId } = pair.sandbox.world.people.get(id);
    assert.notEqual(bsuid, old);
    assert.deepEqual(objectOf(message?.['system']), {
      body: `User Ximena changed from 5215512345678 to ${waId}`,
      wa_id: waId,
      type: 'user_changed_number',
      user_id: bsuid,
      previous_user_id: old,
    });
    assert.equal(allOf(pair.listener.heard, 'contacts').length, 0);
    assert.ok(factsOf(pair).some(({ fact }) => fact === 'identity'));
    assert.equal(pair.sandbox.world.people.find('5215512345678'), undefined);
    assert.throws(() => person(pair, waId), refused('phone-taken'));
  });
});

test('a hidden phone that changes its number tells the ids alone', async () => {
  await withSandbox(async (pair) => {
    const id = person(pair);
    await act(pair, id, { act: 'text', body: 'Hola' });
    await act(pair, id, { act: 'username', username: 'ximena', hideAtOnce: true });
    const message = await act(pair, id, { act: 'change-number', phone: '5255 8765 4321' });
    assert.equal(objectOf(message?.['system'])?.['type'], 'user_changed_user_id');
    assert.ok(!pair.listener.heard[0]?.body.includes('87654321'));
  });
});

test('who blocked the business gets nothing, and who is off gets it later', async () => {
  await withSandbox(async (pair) => {
    const { world, phones } = pair.sandbox;
    const id = person(pair);
    await act(pair, id, { act: 'text', body: 'Hola' });
    const told = async (): Promise<readonly unknown[]> => {
      pair.listener.heard.length = 0;
      await pair.send({ to: '5215512345678', type: 'text', text: { body: '¿Sí?' } });
      await world.clock.advance(10_000);
      return allOf(pair.listener.heard, 'statuses').map((status) => status['status']);
    };
    phones.act(id, { act: 'block' });
    assert.deepEqual(await told(), ['sent']);
    phones.act(id, { act: 'unblock' });
    phones.act(id, { act: 'offline' });
    assert.deepEqual(await told(), ['sent']);
    pair.listener.heard.length = 0;
    phones.act(id, { act: 'online' });
    await world.clock.advance(10_000);
    assert.deepEqual(
      allOf(pair.listener.heard, 'statuses').map((status) => status['status']),
      ['delivered', 'delivered'],
    );
  });
});

test('a wish about marketing is told in its own field, with a number for a time', async () => {
  await withSandbox(async (pair) => {
    const id = person(pair);
    await act(pair, id, { act: 'stop-marketing' });
    const [value] = valuesIn(pair.listener.heard);
    const [preference] = (value?.['user_preferences'] ?? []) as readonly JsonObject[];
    assert.deepEqual([preference?.['value'], typeof preference?.['timestamp']], ['stop', 'number']);
    assert.ok(factsOf(pair).some(({ fact }) => fact === 'preference'));
  });
});

test('a tap on a button, a row or a quick reply answers with what the business gave it', async () => {
  await withSandbox(async (pair) => {
    const id = person(pair);
    await act(pair, id, { act: 'text', body: 'Hola' });
    const sent = async (message: JsonObject): Promise<string> =>
      wamidOf((await pair.send({ to: '5215512345678', ...message })).answer);
    const reply = (key: string, title: string): JsonObject => ({ type: 'reply', reply: { id: key, title } });
    const buttons = await sent({
      type: 'interactive',
      interactive: {
        type: 'button',
        body: { text: '¿Sí?' },
        action: { buttons: [reply('y', 'Sí'), reply('n', 'No')] },
      },
    });
    const tapped = await act(pair, id, { act: 'tap', target: buttons, index: 1 });
    assert.deepEqual(tapped?.['interactive'], { type: 'button_reply', button_reply: { id: 'n', title: 'No' } });
    assert.equal(objectOf(tapped?.['context'])?.['id'], buttons);
    const rows = [{ id: 'r1', title: 'Lunes', description: 'mañana' }];
    const list = await sent({
      type: 'interactive',
      interactive: { type: 'list', body: { text: '¿Día?' }, action: { button: 'Ver', sections: [{ rows }] } },
    });
    assert.deepEqual((await act(pair, id, { act: 'tap', target: list, index: 0 }))?.['interactive'], {
      type: 'list_reply',
      list_reply: rows[0],
    });
    assert.throws(() => pair.sandbox.phones.act(id, { act: 'tap', target: list, index: 1 }), refused('not-allowed'));
  });
});

test('`delivered` is skipped now and then by those who read at once', async () => {
  await withSandbox(
    async (pair) => {
      const { world, phones } = pair.sandbox;
      for (let index = 0; index < 40; index += 1) {
        const { id } = world.people.add({ name: 'A', phone: `34666000${300 + index}`, readsAlone: true });
        phones.act(id, { act: 'text', body: 'Hola' });
        await pair.send({ to: `34666000${300 + index}`, type: 'text', text: { body: 'Hola' } });
      }
      await world.clock.advance(5 * 60_000);
      const ladder = Map.groupBy(allOf(pair.listener.heard, 'statuses'), ({ id }) => id);
      const ladders = [...ladder.values()].map((all) => new Set(all.map(({ status }) => status)));
      assert.ok(ladders.some((states) => states.has('read') && !states.has('delivered')));
      assert.ok(ladders.some((states) => states.has('read') && states.has('delivered')));
    },
    { habits: { ...platformHabits, deliveredSkipped: 0.5, duplicate: 0 } },
  );
});
