import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type JsonObject, objectOf } from '../json.ts';
import { allOf, codeOf, type Pair, wamidOf, withSandbox } from '../sandbox.test-support.ts';

const text = (to: string, body = 'Hola'): JsonObject => ({ to, type: 'text', text: { body } });
const template = (to: string, name: string, language: string, components?: unknown): JsonObject => ({
  to,
  type: 'template',
  template: { name, language: { code: language }, ...(components !== undefined && { components }) },
});
const bodyWith = (...values: readonly string[]): unknown => [
  { type: 'body', parameters: values.map((value) => ({ type: 'text', text: value })) },
];

/** A person who has just written. */
function writer({ sandbox }: Pair, phone = '5215512345678'): string {
  const person = sandbox.world.people.add({ name: 'Rogelio', phone, language: 'es' });
  sandbox.phones.act(person.id, { act: 'text', body: 'Hola' });
  return phone;
}

const states = async (pair: Pair, ms = 5000): Promise<readonly (readonly [unknown, unknown])[]> => {
  await pair.sandbox.world.clock.advance(ms);
  return allOf(pair.listener.heard, 'statuses').map((status) => [
    status['status'],
    objectOf((status['errors'] as readonly unknown[] | undefined)?.[0])?.['code'],
  ]);
};

test('a message goes to the phone and is told of as sent, delivered and, once the chat is opened, read', async () => {
  await withSandbox(async (pair) => {
    const to = writer(pair);
    const { status, answer } = await pair.send({ ...text(to, 'Sí, abrimos a las 9.'), biz_opaque_callback_data: 'c1' });
    assert.equal(status, 200);
    assert.deepEqual(answer['contacts'], [
      { input: to, wa_id: to, user_id: pair.sandbox.world.people.get('p1').bsuid },
    ]);
    assert.deepEqual(await states(pair), [
      ['sent', undefined],
      ['delivered', undefined],
    ]);
    pair.sandbox.phones.act('p1', { act: 'read' });
    assert.equal((await states(pair)).at(-1)?.[0], 'read');
    const statuses = allOf(pair.listener.heard, 'statuses');
    assert.ok(statuses.every((one) => one['id'] === wamidOf(answer) && one['biz_opaque_callback_data'] === 'c1'));
    assert.deepEqual(
      statuses.map((one) => one['pricing'] !== undefined),
      [true, true, false],
    );
    assert.ok(pair.listener.heard.every(({ isSigned }) => isSigned));
    assert.equal(pair.sandbox.world.sends.countOf('c1'), 1);
  });
});

test('without the right bearer everything answers 190 and 401', async () => {
  await withSandbox(async ({ sandbox }) => {
    for (const headers of [{}, { authorization: 'Bearer wrong' }, { authorization: 'sandbox-token' }])
      for (const path of ['106540352242922/messages', '106540352242922/media', '106540352242922']) {
        const method = path.includes('/') ? 'POST' : 'GET';
        const response = await fetch(`${sandbox.graphUrl}/v25.0/${path}`, { method, headers });
        const answer = objectOf(await response.json()) ?? {};
        assert.deepEqual([response.status, codeOf(answer)], [401, 190]);
      }
    assert.equal(sandbox.world.sends.accepted, 0);
  });
});

test('outside 24 hours a free message fails by status with 131047, or at once if so ordered; a template goes', async () => {
  await withSandbox(async (pair) => {
    const to = writer(pair);
    await pair.sandbox.world.clock.advance(24 * 3_600_000 - 1);
    assert.equal((await pair.send(text(to))).status, 200);
    await pair.sandbox.world.clock.advance(10_000);
    pair.listener.heard.length = 0;
    assert.equal((await pair.send(text(to))).status, 200);
    assert.deepEqual(await states(pair), [['failed', 131047]]);
    pair.sandbox.world.refusals = 'answer';
    assert.equal(codeOf((await pair.send(text(to))).answer), 131047);
    assert.equal((await pair.send(template(to, 'greeting', 'es', bodyWith('Ana')))).status, 200);
  });
});

test('one person gets a burst of 45, borrowed from what follows, and then one in six seconds: 131056', async () => {
  await withSandbox(async (pair) => {
    const to = writer(pair);
    for (let index = 0; index < 45; index += 1) assert.equal((await pair.send(text(to))).status, 200, String(index));
    assert.equal(codeOf((await pair.send(text(to))).answer), 131056);
    await pair.sandbox.world.clock.advance(5999);
    assert.equal(codeOf((await pair.send(text(to))).answer), 131056);
    await pair.sandbox.world.clock.advance(1);
    assert.equal((await pair.send(text(to))).status, 200);
    assert.equal(codeOf((await pair.send(text(to))).answer), 131056);
    await pair.sandbox.world.clock.advance(45 * 6000);
    for (let index = 0; index < 45; index += 1) assert.equal((await pair.send(text(to))).status, 200, String(index));
    assert.equal(pair.sandbox.world.sends.refused()['131056'], 3);
  });
});

test('a number carries 80 messages a second in and out, a coexistence number 20: 130429', async () => {
  await withSandbox(async (pair) => {
    const { world } = pair.sandbox;
    const to = Array.from({ length: 90 }, (_, index) => writer(pair, `52155123456${10 + index}`));
    await world.clock.advance(1000);
    for (let index = 0; index < 80; index += 1) assert.equal((await pair.send(text(to[index] ?? ''))).status, 200);
    const { status, answer } = await pair.send(text(to[80] ?? ''));
    assert.deepEqual([status, codeOf(answer)], [400, 130429]);
    await world.clock.advance(1000);
    assert.equal((await pair.send(text(to[80] ?? ''))).status, 200);
    const codes = await Promise.all(
      to.slice(0, 21).map(async (one) => {
        const body = { messaging_product: 'whatsapp', ...text(one) };
        return codeOf((await pair.graph('POST', '106540352242923/messages', body)).answer);
      }),
    );
    assert.equal(codes.filter((code) => code === 130429).length, 1);
  });
});

test('the portfolio writes first to so many people in 24 hours: 131048', async () => {
  await withSandbox(async (pair) => {
    const { world } = pair.sandbox;
    world.business.tier = 250;
    world.refusals = 'answer';
    const people = Array.from({ length: 251 }, (_, index) =>
      world.people.add({ name: 'A', phone: `34666000${100 + index}` }),
    );
    const codes: unknown[] = [];
    for (const { phone } of people) {
      codes.push(codeOf((await pair.send(template(phone, 'greeting', 'es', bodyWith('Ana')))).answer));
      await world.clock.advance(1000);
    }
    assert.deepEqual(
      codes.filter((code) => code !== undefined),
      [131048],
    );
    assert.equal((await pair.send(template(people[0]?.phone ?? '', 'greeting', 'es', bodyWith('Ana')))).status, 200);
    await world.clock.advance(24 * 3_600_000);
    assert.equal((await pair.send(template(people[250]?.phone ?? '', 'greeting', 'es', bodyWith('Ana')))).status, 200);
  });
});

test('marketing is capped per person, not sent to +1, and ends when the person stops it: 131049 and 131050', async () => {
  await withSandbox(async (pair) => {
    pair.sandbox.world.refusals = 'answer';
    const to = writer(pair);
    const american = writer(pair, '12125550101');
    const offer = (phone: string): JsonObject => template(phone, 'offer', 'es', bodyWith('Ana'));
    assert.equal(codeOf((await pair.send(offer(american))).answer), 131049);
    assert.equal((await pair.send(offer(to))).status, 200);
    assert.equal((await pair.send(offer(to))).status, 200);
    assert.equal(codeOf((await pair.send(offer(to))).answer), 131049);
    await pair.sandbox.world.clock.advance(25 * 3_600_000);
    pair.sandbox.phones.act('p1', { act: 'stop-marketing' });
    assert.equal(codeOf((await pair.send(offer(to))).answer), 131050);
    pair.sandbox.phones.act('p1', { act: 'resume-marketing' });
    assert.equal((await pair.send(offer(to))).status, 200);
  });
});

test('a number of low quality sends no marketing: 131048', async () => {
  await withSandbox(async (pair) => {
    pair.sandbox.world.refusals = 'answer';
    const to = writer(pair);
    pair.sandbox.world.number().quality = 'RED';
    assert.equal(codeOf((await pair.send(template(to, 'offer', 'es', bodyWith('Ana')))).answer), 131048);
    assert.equal((await pair.send(template(to, 'greeting', 'es', bodyWith('Ana')))).status, 200);
  });
});

test('nobody has this number, the number is its own, or it is not on the list: 131026, 131021, 131030', async () => {
  await withSandbox(async (pair) => {
    const to = writer(pair);
    assert.equal((await pair.send(text('34999888777'))).status, 200);
    assert.deepEqual(await states(pair), [['failed', 131026]]);
    assert.equal(codeOf((await pair.send(text(pair.sandbox.world.number().phone))).answer), 131021);
    Object.assign(pair.sandbox.world.number(), { allowed: ['34666000111'] });
    assert.equal(codeOf((await pair.send(text(to))).answer), 131030);
  });
});

test('a phone is found in each spelling of its country, and the answer tells the one of the platform', async () => {
  await withSandbox(
    async (pair) => {
      for (const [phone, asked, waId] of [
        ['525512345678', '5215512345678', '5215512345678'],
        ['525512345679', '+52 55 1234 5679', '5215512345679'],
        ['5561987654321', '556187654321', '556187654321'],
        ['5491123456789', '541123456789', '5491123456789'],
      ] as const) {
        writer(pair, phone);
        const { answer } = await pair.send(text(asked));
        assert.equal(objectOf((answer['contacts'] as readonly unknown[])[0])?.['wa_id'], waId, asked);
      }
    },
    { habits: { ...(await import('../habits.ts')).plainHabits, mexicanOne: 1, brazilianEight: 1 } },
  );
});

test('a business-scoped id is written to in `recipient`, but not with an authentication template: 131062', async () => {
  await withSandbox(async (pair) => {
    writer(pair);
    const { bsuid } = pair.sandbox.world.people.get('p1');
    const { answer } = await pair.send({ recipient: bsuid, type: 'text', text: { body: 'Hola' } });
    assert.deepEqual(answer['contacts'], [{ input: bsuid, user_id: bsuid }]);
    const { to: _to, ...code } = template('', 'login_code', 'es', bodyWith('123456'));
    assert.equal(codeOf((await pair.send({ ...code, recipient: bsuid })).answer), 131062);
  });
});

test('a reply within a day to one who came from an advertisement is free for 72 hours; templates are still needed after 24', async () => {
  await withSandbox(async (pair) => {
    const { world } = pair.sandbox;
    world.people.add({ name: 'Ana', phone: '34666000111' });
    pair.sandbox.phones.act('p1', { act: 'advertisement', body: 'Info?' });
    await world.clock.advance(3_600_000);
    await pair.send(text('34666000111'));
    await world.clock.advance(71 * 3_600_000);
    pair.listener.heard.length = 0;
    world.refusals = 'answer';
    assert.equal(codeOf((await pair.send(text('34666000111'))).answer), 131047);
    await pair.send(template('34666000111', 'greeting', 'es', bodyWith('Ana')));
    await world.clock.advance(3000);
    const [sent] = allOf(pair.listener.heard, 'statuses');
    assert.equal(objectOf(sent?.['pricing'])?.['type'], 'free_entry_point');
    assert.notEqual(sent?.['conversation'], undefined);
    await world.clock.advance(3_600_000);
    pair.listener.heard.length = 0;
    await pair.send(template('34666000111', 'greeting', 'es', bodyWith('Ana')));
    await world.clock.advance(3000);
    assert.equal(objectOf(allOf(pair.listener.heard, 'statuses')[0]?.['pricing'])?.['type'], 'regular');
  });
});

test('templates are refused for their state, their parameters and their words', async () => {
  await withSandbox(async (pair) => {
    pair.sandbox.world.refusals = 'answer';
    const to = writer(pair);
    const code = async (...args: readonly [string, string, unknown?]): Promise<unknown> =>
      codeOf((await pair.send(template(to, ...args))).answer);
    assert.equal(await code('nothing', 'es'), 132001);
    assert.equal(await code('greeting', 'fr', bodyWith('a')), 132001);
    assert.equal(await code('new_offer', 'en'), 132001);
    assert.equal(await code('paused_offer', 'en'), 132015);
    assert.equal(await code('disabled_offer', 'en'), 132016);
    assert.equal(await code('greeting', 'es'), 132000);
    assert.equal(await code('greeting', 'es', bodyWith('a', 'b')), 132000);
    assert.equal(await code('greeting', 'es', [{ type: 'body', parameters: [{ type: 'image', image: {} }] }]), 132012);
    assert.equal(await code('greeting', 'es', bodyWith('a'.repeat(1025))), 132005);
    const named = (...names: readonly string[]): unknown => [
      { type: 'header', parameters: [{ type: 'image', image: { link: 'https://shop.example/a.png' } }] },
      { type: 'body', parameters: names.map((name) => ({ type: 'text', parameter_name: name, text: 'x' })) },
      { type: 'button', sub_type: 'url', index: '1', parameters: [{ type: 'text', text: 'mugs' }] },
    ];
    assert.equal(await code('spring_offer', 'en', named('customer', 'product', 'nobody')), 132000);
    assert.equal(
      await code('spring_offer', 'en', (named('customer', 'product', 'discount') as unknown[]).slice(1)),
      132012,
    );
    assert.equal(
      await code('spring_offer', 'en', (named('customer', 'product', 'discount') as unknown[]).slice(0, 2)),
      132000,
    );
    assert.equal(await code('spring_offer', 'en', named('customer', 'product', 'discount')), undefined);
    assert.equal(await code('hello_world', 'en_US'), undefined);
  });
});

test('a read receipt marks what came before, and typing shows for 25 seconds or until the answer', async () => {
  await withSandbox(async (pair) => {
    const to = writer(pair);
    const { world, phones } = pair.sandbox;
    await world.clock.advance(1000);
    const second = phones.act('p1', { act: 'text', body: '¿Hay alguien?' });
    const receipt = { status: 'read', message_id: second, typing_indicator: { type: 'text' } };
    assert.deepEqual((await pair.send(receipt)).answer, { success: true });
    const chat = world.chats.of(world.number().id, 'p1');
    assert.ok(chat.messages.every(({ states: { read } }) => read !== undefined));
    assert.equal(chat.typingUntilMs, world.clock.now() + 25_000);
    await pair.send(text(to));
    assert.equal(chat.typingUntilMs, undefined);
    assert.equal(codeOf((await pair.send({ status: 'read', message_id: 'wamid.none' })).answer), 131009);
  });
});

test('a number that the business has not, and a path that is none, do not exist', async () => {
  await withSandbox(async ({ graph }) => {
    const { status, answer } = await graph('POST', '1/messages', { messaging_product: 'whatsapp' });
    assert.deepEqual([status, codeOf(answer), objectOf(answer['error'])?.['error_subcode']], [400, 100, 33]);
    assert.equal((await graph('GET', '1')).status, 400);
  });
});
