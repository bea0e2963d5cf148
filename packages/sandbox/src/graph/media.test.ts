import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { readGraphError, readMediaInfo, readSendResponse } from '@acta/formats';
import { type JsonObject, objectOf } from '../json.ts';
import { allOf, codeOf, type Pair, withSandbox } from '../sandbox.test-support.ts';

const bearer = { authorization: 'Bearer sandbox-token' };
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

async function upload(
  { sandbox }: Pair,
  bytes: Uint8Array<ArrayBuffer>,
  mime: string,
  product = 'whatsapp',
): Promise<JsonObject> {
  const form = new FormData();
  form.set('messaging_product', product);
  form.set('type', mime);
  form.set('file', new File([bytes], 'file', { type: mime }));
  const url = `${sandbox.graphUrl}/v25.0/106540352242922/media`;
  const response = await fetch(url, { method: 'POST', headers: bearer, body: form });
  return objectOf(await response.json()) ?? {};
}

/** A picture that a phone has sent. @returns its id, as the webhook tells it */
async function received(pair: Pair): Promise<string> {
  const { world, phones } = pair.sandbox;
  const person = world.people.add({ name: 'Ana', phone: '34666000111' });
  phones.act(person.id, { act: 'media', kind: 'image', bytes: Buffer.from('picture'), mime: 'image/png' });
  await world.clock.advance(1000);
  return String(objectOf(allOf(pair.listener.heard, 'messages')[0]?.['image'])?.['id']);
}

test('what a phone sent is fetched by id, then by address, with the bearer, and its hash is right', async () => {
  await withSandbox(async (pair) => {
    const id = await received(pair);
    const { answer } = await pair.graph('GET', id);
    const info = readMediaInfo(new TextEncoder().encode(JSON.stringify(answer)));
    assert.ok(info.outcome === 'found');
    assert.equal(info.sha256, createHash('sha256').update('picture').digest('hex'));
    assert.equal(info.sizeBytes, 7);
    assert.equal((await fetch(info.url)).status, 401);
    const response = await fetch(info.url, { headers: bearer });
    assert.equal(await response.text(), 'picture');
    assert.equal(response.headers.get('content-type'), 'image/png');
  });
});

test('an address lives five minutes, an id seven days; then 404, and an object that does not exist', async () => {
  await withSandbox(async (pair) => {
    const { clock } = pair.sandbox.world;
    const id = await received(pair);
    const url = String((await pair.graph('GET', id)).answer['url']);
    await clock.advance(5 * minuteMs);
    assert.equal((await fetch(url, { headers: bearer })).status, 404);
    const again = String((await pair.graph('GET', id)).answer['url']);
    assert.equal((await fetch(again, { headers: bearer })).status, 200);
    await clock.advance(7 * dayMs);
    const { status, answer } = await pair.graph('GET', id);
    assert.deepEqual([status, codeOf(answer), objectOf(answer['error'])?.['error_subcode']], [400, 100, 33]);
    assert.equal(readGraphError(new TextEncoder().encode(JSON.stringify(answer)))?.code, 100);
  });
});

test('an upload becomes an id that can be sent and deleted, for thirty days', async () => {
  await withSandbox(async (pair) => {
    await received(pair);
    const { id } = await upload(pair, new Uint8Array([1, 2, 3]), 'image/png');
    const message = { to: '34666000111', type: 'image', image: { id } };
    const { answer } = await pair.send(message);
    assert.equal(readSendResponse(new TextEncoder().encode(JSON.stringify(answer))).outcome, 'accepted');
    assert.deepEqual((await pair.graph('DELETE', String(id))).answer, { success: true });
    assert.equal(codeOf((await pair.send(message)).answer), 131009);
    const other = String((await upload(pair, new Uint8Array([1]), 'image/png'))['id']);
    await pair.sandbox.world.clock.advance(30 * dayMs);
    assert.equal((await pair.graph('GET', other)).status, 400);
  });
});

test('an upload of a wrong type, size or form is refused with 100', async () => {
  await withSandbox(async (pair) => {
    assert.equal(codeOf(await upload(pair, new Uint8Array([1]), 'image/gif')), 100);
    assert.equal(codeOf(await upload(pair, new Uint8Array(0), 'image/png')), 100);
    assert.equal(codeOf(await upload(pair, new Uint8Array(5 * 1_048_576 + 1), 'image/png')), 100);
    assert.equal(codeOf(await upload(pair, new Uint8Array(100 * 1024 + 1), 'image/webp')), 100);
    assert.equal(codeOf(await upload(pair, new Uint8Array([1]), 'image/png', 'telegram')), 100);
    assert.equal(codeOf((await pair.graph('POST', '106540352242922/media', 'no form')).answer), 100);
  });
});

test('a number tells its quality, throughput and limit, or the fields that were asked for', async () => {
  await withSandbox(async ({ graph, sandbox }) => {
    const { answer } = await graph('GET', '106540352242922');
    assert.equal(answer['quality_rating'], 'GREEN');
    assert.deepEqual(answer['throughput'], { level: 'STANDARD' });
    assert.equal(answer['whatsapp_business_manager_messaging_limit'], 'TIER_2K');
    sandbox.world.business.tier = 'unlimited';
    const asked = await graph('GET', '106540352242922?fields=throughput,display_phone_number');
    assert.deepEqual(asked.answer, {
      id: '106540352242922',
      display_phone_number: '+1 555-078-3881',
      throughput: { level: 'HIGH' },
    });
    assert.equal((await graph('GET', '102290129340398/phone_numbers')).status, 200);
  });
});

test('a template is listed, made, approved after a minute with a webhook, and deleted', async () => {
  await withSandbox(async ({ graph, sandbox, listener }) => {
    const account = '102290129340398/message_templates';
    const { answer } = await graph('GET', `${account}?status=PAUSED`);
    assert.deepEqual(
      (answer['data'] as readonly JsonObject[]).map(({ name }) => name),
      ['paused_offer'],
    );
    const components = [{ type: 'BODY', text: 'Hola {{1}}' }];
    const made = await graph('POST', account, { name: 'hola', language: 'es', category: 'UTILITY', components });
    assert.equal(made.answer['status'], 'PENDING');
    await sandbox.world.clock.advance(61_000);
    assert.equal(sandbox.world.templates.find('hola', 'es')?.state, 'APPROVED');
    assert.match(listener.heard[0]?.body ?? '', /"event":"APPROVED".*message_template_status_update/);
    assert.deepEqual((await graph('DELETE', `${account}?name=hola`)).answer, { success: true });
    assert.equal((await graph('DELETE', `${account}?name=hola`)).status, 400);
  });
});
