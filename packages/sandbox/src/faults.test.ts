import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type JsonObject, listOf, objectOf } from './json.ts';
import { allOf, codeOf, type Pair, withSandbox } from './sandbox.test-support.ts';

const message: JsonObject = { to: '34666000111', type: 'text', text: { body: 'Hola' }, biz_opaque_callback_data: 'c1' };

function writer({ sandbox }: Pair): void {
  const person = sandbox.world.people.add({ name: 'Ana', phone: '34666000111' });
  sandbox.phones.act(person.id, { act: 'text', body: 'Hola' });
}

test('a dropped request was not accepted, and one that is accepted and then dropped was', async () => {
  await withSandbox(async (pair) => {
    writer(pair);
    const { faults, sends } = pair.sandbox.world;
    faults.add({ on: 'graph', kind: 'drop' });
    await assert.rejects(pair.send(message));
    assert.equal(sends.countOf('c1'), 0);
    faults.add({ on: 'graph', kind: 'accept-then-drop' });
    await assert.rejects(pair.send(message));
    assert.equal(sends.countOf('c1'), 1);
    assert.equal((await pair.send(message)).status, 200);
    assert.equal(sends.countOf('c1'), 2);
    assert.deepEqual(
      sends.byCallback().map(({ count }) => count),
      [2],
    );
  });
});

test('an answer can be a 5xx, any code, or a throttle for a while', async () => {
  await withSandbox(async (pair) => {
    writer(pair);
    const { faults, clock } = pair.sandbox.world;
    faults.add({ on: 'graph', kind: 'error', status: 503 });
    const failed = await pair.send(message);
    assert.deepEqual([failed.status, codeOf(failed.answer)], [503, 131016]);
    for (const code of [190, 130472, 131031, 131042, 131057, 133010, 80007, 368]) {
      faults.add({ on: 'graph', kind: 'refuse', code });
      assert.equal(codeOf((await pair.send(message)).answer), code);
    }
    faults.add({ on: 'graph', kind: 'throttle', forMs: 60_000 });
    assert.equal(codeOf((await pair.send(message)).answer), 130429);
    assert.equal(codeOf((await pair.send(message)).answer), 130429);
    await clock.advance(60_000);
    assert.equal((await pair.send(message)).status, 200);
  });
});

test('a message can fail on its way to the phone, with any code', async () => {
  await withSandbox(async (pair) => {
    writer(pair);
    pair.sandbox.world.faults.add({ on: 'delivery', kind: 'fail', code: 131049 });
    await pair.send(message);
    await pair.sandbox.world.clock.advance(5000);
    const [status] = allOf(pair.listener.heard, 'statuses');
    assert.equal(status?.['status'], 'failed');
    assert.equal(objectOf(listOf(status?.['errors'])[0])?.['code'], 131049);
    assert.equal(status?.['biz_opaque_callback_data'], 'c1');
  });
});

test('media can be missing or have other bytes than their hash says', async () => {
  await withSandbox(async ({ sandbox, graph }) => {
    const { world, graphUrl } = sandbox;
    const object = world.media.add(Buffer.from('picture'), 'image/png', 'person');
    const url = String((await graph('GET', object.id)).answer['url']);
    assert.ok(url.startsWith(graphUrl));
    const get = (): Promise<Response> => fetch(url, { headers: { authorization: 'Bearer sandbox-token' } });
    world.faults.add({ on: 'media', kind: 'missing' });
    assert.equal((await get()).status, 404);
    world.faults.add({ on: 'media', kind: 'corrupt' });
    const spoilt = await (await get()).text();
    assert.equal(spoilt.length > 0 && spoilt !== 'picture', true);
    assert.equal(await (await get()).text(), 'picture');
  });
});

test('a fault may be of one number, and happens as often as it was ordered', async () => {
  await withSandbox(async (pair) => {
    writer(pair);
    const { faults } = pair.sandbox.world;
    faults.add({ on: 'graph', kind: 'error', number: '106540352242923', times: 2 });
    assert.equal((await pair.send(message)).status, 200);
    const other = { messaging_product: 'whatsapp', ...message };
    for (const status of [500, 500, 200])
      assert.equal((await pair.graph('POST', '106540352242923/messages', other)).status, status);
    assert.deepEqual(faults.happened(), { 'graph/error': 2 });
    assert.throws(() => faults.add({ on: 'graph', kind: 'flood' }));
    assert.throws(() => faults.add({ on: 'toString', kind: 'call' }));
  });
});
