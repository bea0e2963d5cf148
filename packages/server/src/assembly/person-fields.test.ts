// What the business keeps of people, at a real server: rules, versions and the way back, who may do it, merges taken back, and that all
// of it goes with the person.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver, webhookBody } from './live.test-support.ts';
import { OWNER, type PeopleServer, peopleServer } from './people.test-support.ts';

const MX = '525581550142';
const NOW = Math.floor(Date.now() / 1000) - 120;

const said = (from: string, name: string, id: string): Buffer =>
  webhookBody({
    contacts: [{ wa_id: from, profile: { name } }],
    messages: [{ from, id: `wamid.${id}`, timestamp: String(NOW), type: 'text', text: { body: `vlendriskat ${id}` } }],
  });

interface Line {
  readonly seq: number;
  readonly kind: string;
  readonly field?: string;
  readonly before?: readonly string[];
  readonly after?: readonly string[];
  readonly version?: number;
  readonly rolledBackTo?: number;
  readonly who?: string;
}

/** A server with a person, and its owner signed in. */
async function house(t: Parameters<typeof peopleServer>[0]): Promise<PeopleServer & { readonly person: number }> {
  const server = await peopleServer(t);
  await server.browser.setUp({ ...OWNER, token: server.accounts.firstToken });
  await deliver(server.api.vault, said(MX, 'Rogelio Cantú', '1'));
  await server.api.vault.settle();
  const { items } = (await (await server.browser.get('/api/v1/people?q=rogelio')).json()) as {
    items: { id: number; name: string; last: string }[];
  };
  assert.equal(items.length, 1);
  assert.equal(items[0]?.name, 'Rogelio Cantú');
  assert.match(items[0]?.last ?? '', /Z$/);
  return { ...server, person: items[0]?.id ?? 0 };
}

const sent = async (response: Promise<Response>): Promise<readonly [number, Record<string, unknown>]> => {
  const answered = await response;
  const text = await answered.text();
  return [answered.status, text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)];
};

function put(server: PeopleServer, path: string, body: unknown): Promise<readonly [number, Record<string, unknown>]> {
  const headers = { 'content-type': 'application/json', 'x-acta-console': '1' };
  const origin = server.api.address.replace('127.0.0.1', 'localhost');
  const init = { method: 'PUT', body: JSON.stringify(body), headers: { ...headers, origin } };
  return sent(server.browser.send(path, init));
}

test('a field is changed under its rule, every change is a version, and an earlier one is brought back', async (t) => {
  const server = await house(t);
  const { browser, person } = server;
  const rule = { title: 'Tax number (RFC)', type: 'text', least: 12, most: 13, example: 'CAAR750412QX1' };
  const [made, field] = await sent(browser.post('/api/v1/fields', rule));
  assert.equal(made, 201);
  const path = `/api/v1/people/${person}/fields/${field['key']}`;
  const [short, problem] = await put(server, path, { values: ['CAAR7504120'] });
  assert.deepEqual([short, problem['fault'], problem['length'], problem['least']], [422, 'too-short', 11, 12]);
  assert.ok(!JSON.stringify(problem).includes('CAAR7504120'), 'a problem never says what was written');
  const [, first] = await put(server, path, { values: ['CAAR750412QX1'], seen: 0 });
  assert.equal((await put(server, path, { values: ['CAAR750412QX2'], seen: 0 }))[0], 409);
  const [, second] = await put(server, path, { values: ['CAAR750412QX2'], seen: first['seq'] });
  assert.equal(second['version'], 2);
  const [rolled, third] = await sent(browser.post(`${path}/roll-back`, { to: first['seq'] }));
  assert.deepEqual([rolled, third['values'], third['version']], [200, ['CAAR750412QX1'], 3]);
  const history = (await (await browser.get(`/api/v1/people/${person}/history`)).json()) as { items: Line[] };
  const lines = history.items.filter(({ kind }) => kind === 'field');
  assert.deepEqual(
    lines.map(({ after, before, rolledBackTo, version, who }) => ({ after, before, rolledBackTo, version, who })),
    [
      { after: ['CAAR750412QX1'], before: ['CAAR750412QX2'], rolledBackTo: 1, version: 3, who: OWNER.name },
      { after: ['CAAR750412QX2'], before: ['CAAR750412QX1'], rolledBackTo: undefined, version: 2, who: OWNER.name },
      { after: ['CAAR750412QX1'], before: [], rolledBackTo: undefined, version: 1, who: OWNER.name },
    ],
  );
  const stricter = { type: 'text', least: 20 };
  const [, failing] = await sent(browser.post(`/api/v1/fields/${field['key']}/try`, stricter));
  assert.equal(failing['count'], 1);
  assert.equal((await put(server, `/api/v1/fields/${field['key']}`, { title: 'RFC', ...stricter }))[0], 200);
  const { items } = (await (await browser.get(`/api/v1/people/${person}/fields`)).json()) as {
    items: { key: string; broken?: { fault: string } }[];
  };
  assert.equal(items.find(({ key }) => key === field['key'])?.broken?.fault, 'too-short');
  assert.equal((await sent(browser.post(`${path}/roll-back`, { to: second['seq'] })))[0], 422);
  assert.equal((await sent(browser.post('/api/v1/fields', { title: 'x', type: 'text', pattern: '(a+)+' })))[0], 422);
});

test('who may not is refused, and the refusal is on record', async (t) => {
  const server = await house(t);
  const { person } = server;
  const agent = (await server.member('agent')).browser;
  const analyst = (await server.member('analyst')).browser;
  const path = `/api/v1/people/${person}`;
  for (const [browser, address, body] of [
    [agent, `${path}/merge`, { other: person + 1, reason: 'x' }],
    [agent, '/api/v1/erasures/preview', { people: [person] }],
    [agent, '/api/v1/fields', { title: 'x', type: 'text' }],
    [analyst, '/api/v1/people/tags', { people: [person], add: ['x'] }],
  ] as const) {
    const before = await server.api.vault.log.size();
    assert.equal((await browser.post(address, body)).status, 403, address);
    const record = await server.api.vault.reader.record(before);
    assert.ok(record?.kind === 'audit' && record.outcome === 'refused', address);
  }
  assert.equal((await analyst.get(`${path}/history`)).status, 403);
  const [tagged, answer] = await sent(agent.post('/api/v1/people/tags', { people: [person], add: ['VIP', 'VIP'] }));
  assert.deepEqual([tagged, answer['people']], [200, [person]]);
  const [, again] = await sent(agent.post('/api/v1/people/tags', { people: [person], add: ['VIP'] }));
  assert.deepEqual(again['people'], [], 'nothing changes twice');
});

test('two writings of an Argentine number are offered as one, merged, and parted again', async (t) => {
  const { api, browser } = await house(t);
  await deliver(api.vault, said('5491155550142', 'Ing. R. Cantú', '2'));
  await deliver(api.vault, said('541155550142', 'Roger', '3'));
  await api.vault.settle();
  const { items } = (await (await browser.get('/api/v1/people')).json()) as { items: { id: number; name: string }[] };
  const [one, other] = ['Ing. R. Cantú', 'Roger'].map((name) => items.find((row) => row.name === name)?.id ?? 0);
  const matches = async (): Promise<readonly { person: number; reason: string }[]> =>
    ((await (await browser.get(`/api/v1/people/${one}/matches`)).json()) as { items: [] }).items;
  assert.deepEqual(
    (await matches()).map((row) => [row.person, row.reason]),
    [[other, 'line-ar']],
  );
  const [status, merge] = await sent(browser.post(`/api/v1/people/${other}/merge`, { other: one, reason: 'same' }));
  assert.deepEqual([status, merge['into']], [201, Math.min(one ?? 0, other ?? 0)]);
  assert.equal((await sent(browser.post(`/api/v1/people/${other}/merge`, { other: one, reason: 'same' })))[0], 422);
  assert.equal((await sent(browser.post(`/api/v1/merges/${merge['merge']}/split`, { reason: 'two' })))[0], 200);
  assert.equal((await sent(browser.post(`/api/v1/merges/${merge['merge']}/split`, { reason: 'two' })))[0], 404);
  assert.equal((await browser.post(`/api/v1/people/${one}/apart`, { other })).status, 204);
  assert.deepEqual(await matches(), []);
});

test('an erasure is counted first, held to what was counted, and takes the fields along', async (t) => {
  const server = await house(t);
  const { api, browser, person } = server;
  await put(server, `/api/v1/people/${person}/fields/note`, { values: ['quixmorbathand pays by transfer'] });
  const [, preview] = await sent(browser.post('/api/v1/erasures/preview', { people: [person] }));
  assert.equal(preview['messages'], 1);
  const order = { people: [person], reason: 'asked for on 3 March', records: preview['records'] };
  assert.equal((await sent(browser.post('/api/v1/erasures', { ...order, records: 1 })))[0], 409);
  const [erased, certificate] = await sent(browser.post('/api/v1/erasures', order));
  assert.equal(erased, 201, JSON.stringify(certificate));
  assert.equal(certificate['records'], preview['records']);
  const ordered = await api.vault.reader.record(Number(certificate['order']));
  assert.ok(ordered?.kind === 'erasure-ordered' && ordered.actor.startsWith('user:'));
  assert.equal((await browser.get(`/api/v1/people/${person}/fields`)).status, 404);
  const { db } = api.vault.views;
  assert.deepEqual(await db.selectFrom('person_field').select('seq').execute(), []);
  const report = await api.vault.verify(true, () => undefined);
  assert.equal(report.verdict, 'intact');
});

test('the bounds of a rule are whole, and a zero is one however it is spelt', async (t) => {
  const { api } = await peopleServer(t);
  const headers = { authorization: `Bearer ${await api.key('admin')}`, 'content-type': 'application/json' };
  const made = (least: string): Promise<readonly [number, Record<string, unknown>]> =>
    sent(
      fetch(`${api.address}/api/v1/fields`, {
        method: 'POST',
        headers,
        body: `{"title":"Debt","type":"number","least":${least}}`,
      }),
    );
  assert.deepEqual(await made('0.5').then(([status, { fields }]) => [status, fields]), [400, ['body/least: type']]);
  assert.deepEqual(await made('-0').then(([status, { least }]) => [status, least]), [201, 0]);
});
