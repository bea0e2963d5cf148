// The inbox at a real server: what waits and in which order, whose conversations are, what an agent may see of them, and what an
// erasure takes along.

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { Accounts } from '../access/accounts/accounts.ts';
import { PeopleIn } from '../http/console/people-in.ts';
import { type TestApi, testApi } from './api.test-support.ts';
import { Browser } from './browser.test-support.ts';
import { CHEAP } from './enrolment.test-support.ts';
import { deliver, webhookBody } from './live.test-support.ts';

interface Row {
  readonly id: number;
  readonly title: string;
  readonly unread: number;
  readonly waitingSince?: string;
  readonly windowClosesAt?: string;
  readonly state: string;
  readonly labels: readonly number[];
  readonly assignee?: string;
  readonly peer?: number;
  readonly draft?: string;
  readonly last?: { readonly text: string };
  readonly failure?: object;
}
interface Inbox {
  readonly items: readonly Row[];
  readonly counts: Readonly<Record<string, { readonly open: number; readonly waiting: number }>>;
  readonly next?: string;
}

const BEGAN = Math.floor(Date.now() / 1000) - 20_000;
const PASSWORD = 'correct horse battery';
let told = 0;

async function writes({ vault }: TestApi, name: string, second: number, text = 'hola'): Promise<void> {
  const from = String(16505550000 + name.charCodeAt(0));
  const said = { from, id: `wamid.i${told++}`, timestamp: String(BEGAN + second), type: 'text', text: { body: text } };
  await deliver(vault, webhookBody({ contacts: [{ wa_id: from, profile: { name } }], messages: [said] }));
  await vault.settle();
}

/** A program that may do everything. */
async function program(api: TestApi) {
  const key = await api.key(...(await allScopes()));
  return async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> =>
    fetch(`${api.address}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
}

async function allScopes(): Promise<readonly string[]> {
  return (await import('../access/scopes.ts')).API_SCOPES;
}

async function inbox(api: TestApi, query = ''): Promise<Inbox> {
  const answered = await api.get(`/api/v1/inbox${query}`);
  assert.equal(answered.status, 200, await answered.clone().text());
  return (await answered.json()) as Inbox;
}

const titles = ({ items }: Inbox): string[] => items.map(({ title }) => title);

async function called(api: TestApi, title: string): Promise<Row> {
  for (const state of ['open', 'snoozed', 'closed']) {
    const found = (await inbox(api, `?state=${state}`)).items.find((row) => row.title === title);
    if (found !== undefined) return found;
  }
  return assert.fail(title);
}

async function ok(answered: Promise<Response>): Promise<unknown> {
  const response = await answered;
  assert.ok(response.ok, `${response.status} ${await response.clone().text()}`);
  return response.json();
}

test('who writes waits, who is answered does not; the order goes by activity or by waiting, page by page', async (t) => {
  const api = await testApi(t, { works: true });
  const call = await program(api);
  await writes(api, 'Ana', 100);
  await writes(api, 'Berta', 200);
  await writes(api, 'Carla', 300);
  await writes(api, 'Ana', 400, 'sigo aquí');
  assert.deepEqual(titles(await inbox(api)), ['Ana', 'Carla', 'Berta']);
  assert.deepEqual(titles(await inbox(api, '?sort=waiting')), ['Ana', 'Berta', 'Carla']);
  const ana = await called(api, 'Ana');
  assert.equal(ana.unread, 2);
  assert.equal(ana.last?.text, 'sigo aquí');
  assert.equal(Date.parse(ana.waitingSince ?? ''), (BEGAN + 100) * 1000);
  assert.equal(Date.parse(ana.windowClosesAt ?? ''), (BEGAN + 400 + 86_400) * 1000);
  await ok(
    call(
      'POST',
      `/conversations/${ana.id}/messages`,
      { message: { type: 'text', body: 'voy' } },
      { 'idempotency-key': 'a' },
    ),
  );
  const answered = await called(api, 'Ana');
  assert.equal(answered.waitingSince, undefined);
  assert.equal(answered.unread, 0);
  assert.deepEqual(titles(await inbox(api, '?sort=waiting')), ['Berta', 'Carla', 'Ana']);
  assert.deepEqual((await inbox(api)).counts['all'], { open: 3, waiting: 2, snoozed: 0 });
  for (const sort of ['last', 'waiting']) {
    const paged: string[] = [];
    for (let cursor = ''; ; ) {
      const page = await inbox(api, `?sort=${sort}&limit=1${cursor}`);
      paged.push(...titles(page));
      if (page.next === undefined) break;
      cursor = `&cursor=${page.next}`;
    }
    assert.deepEqual(paged, titles(await inbox(api, `?sort=${sort}`)), sort);
  }
  assert.deepEqual(titles(await inbox(api, '?find=bert')), ['Berta']);
  const carla = await called(api, 'Carla');
  await ok(call('PUT', `/people/${carla.peer}/fields/name`, { values: ['Ing. Carla Ochoa'] }));
  assert.deepEqual(titles(await inbox(api, '?find=ochoa')), ['Ing. Carla Ochoa']);
  const bare = await api.key('read:conversations');
  const rows = await (
    await fetch(`${api.address}/api/v1/inbox`, { headers: { authorization: `Bearer ${bare}` } })
  ).json();
  assert.ok((rows as Inbox).items.every(({ last }) => last === undefined));
});

test('what arrives out of order is read all the same', async (t) => {
  const api = await testApi(t);
  const call = await program(api);
  await writes(api, 'Ana', 300, 'the later one');
  await writes(api, 'Ana', 100, 'the earlier one');
  const { id, unread } = await called(api, 'Ana');
  assert.equal(unread, 2);
  await ok(call('PUT', `/conversations/${id}/read`));
  assert.deepEqual(await ok(call('GET', `/conversations/${id}/work`)), {
    conversation: id,
    unread: 0,
    labels: [],
    state: 'open',
  });
});

test('what is closed or snoozed comes back when the other side writes', async (t) => {
  const api = await testApi(t);
  const call = await program(api);
  for (const name of ['Ana', 'Berta', 'Carla']) await writes(api, name, 100);
  const [ana, berta, carla] = await Promise.all(['Ana', 'Berta', 'Carla'].map((name) => called(api, name)));
  await ok(call('PUT', `/conversations/${ana?.id}/closed`));
  const until = new Date(Date.now() + 60_000).toISOString();
  await ok(call('PUT', `/conversations/${berta?.id}/snooze`, { until }));
  assert.equal(
    (await call('PUT', `/conversations/${carla?.id}/snooze`, { until: '2020-01-01T00:00:00.000Z' })).status,
    400,
  );
  assert.deepEqual(titles(await inbox(api)), ['Carla']);
  assert.deepEqual(titles(await inbox(api, '?state=closed')), ['Ana']);
  assert.deepEqual(titles(await inbox(api, '?state=snoozed')), ['Berta']);
  await writes(api, 'Ana', 500);
  await writes(api, 'Berta', 600);
  assert.deepEqual(titles(await inbox(api)), ['Berta', 'Ana', 'Carla']);
  await ok(call('PUT', `/conversations/${ana?.id}/closed`));
  await ok(call('DELETE', `/conversations/${ana?.id}/closed`));
  assert.equal((await called(api, 'Ana')).state, 'open');
});

test('reading is each one’s own, and what is marked as unread stays so', async (t) => {
  const api = await testApi(t);
  const call = await program(api);
  await writes(api, 'Ana', 100);
  await writes(api, 'Ana', 110);
  const { id } = await called(api, 'Ana');
  const mine = async (): Promise<number> => ((await ok(call('GET', `/conversations/${id}/work`))) as Row).unread;
  assert.equal(await mine(), 2);
  await ok(call('PUT', `/conversations/${id}/read`));
  assert.equal(await mine(), 0);
  assert.equal((await called(api, 'Ana')).unread, 2, 'another has not read it');
  await ok(call('DELETE', `/conversations/${id}/read`));
  assert.equal(await mine(), 1);
  await writes(api, 'Ana', 120);
  assert.equal(await mine(), 2);
});

test('labels are defined, put on and taken off; one that is out of use is on nothing', async (t) => {
  const api = await testApi(t);
  const call = await program(api);
  await writes(api, 'Ana', 100);
  const { id } = await called(api, 'Ana');
  const label = (await ok(call('POST', '/labels', { name: 'Obra', colour: 2 }))) as { readonly id: number };
  await ok(call('PUT', `/labels/${label.id}`, { name: 'Obras', colour: 3 }));
  assert.deepEqual(await ok(call('GET', '/labels')), { items: [{ id: label.id, name: 'Obras', colour: 3 }] });
  await ok(call('PUT', `/conversations/${id}/labels/${label.id}`));
  assert.equal((await call('PUT', `/conversations/${id}/labels/1`)).status, 404);
  assert.deepEqual(titles(await inbox(api, `?label=${label.id}`)), ['Ana']);
  await ok(call('DELETE', `/labels/${label.id}`));
  assert.deepEqual((await called(api, 'Ana')).labels, []);
  assert.deepEqual(await ok(call('GET', '/labels')), { items: [] });
  const reply = (await ok(call('POST', '/canned-replies', { name: 'hola', text: 'Hola {name}' }))) as Row;
  assert.deepEqual(await ok(call('GET', '/canned-replies')), {
    items: [{ id: reply.id, name: 'hola', text: 'Hola {name}' }],
  });
});

test('a note and the work go with the person whose conversation it is, and a rebuild has what is left', async (t) => {
  const api = await testApi(t);
  const call = await program(api);
  await writes(api, 'Ana', 100);
  await writes(api, 'Berta', 200);
  const [ana, berta] = await Promise.all(['Ana', 'Berta'].map((name) => called(api, name)));
  for (const row of [ana, berta]) {
    await ok(call('POST', `/conversations/${row?.id}/notes`, { text: 'Quixmorba paga por transferencia' }));
    await ok(call('PUT', `/conversations/${row?.id}/closed`));
  }
  const notes = (await ok(call('GET', `/conversations/${ana?.id}/notes`))) as {
    readonly items: { readonly id: number }[];
  };
  assert.equal(notes.items.length, 1);
  const { vault } = api;
  await vault.settle();
  await vault.erase(await vault.planErasure({ scope: 'person', ids: [ana?.peer ?? 0] }), 'asked for');
  assert.equal(await vault.views.reader.record(notes.items[0]?.id ?? 0), undefined);
  const left = () => vault.views.db.selectFrom('work').select(['seq', 'chat', 'note']).orderBy('seq').execute();
  const rows = await left();
  assert.deepEqual(new Set(rows.map(({ chat }) => chat)), new Set([berta?.id]));
  await vault.rebuild(() => undefined);
  assert.deepEqual(await left(), rows);
  assert.deepEqual(titles(await inbox(api, '?state=closed')), ['Berta']);
  assert.deepEqual(titles(await inbox(api)), []);
});

test('an agent sees their own, their team’s and nobody’s; another’s is refused everywhere, and that is on record', async (t) => {
  const { agent, agentId, api, ownerId } = await staffed(t);
  const call = await program(api);
  for (const [at, name] of ['Ana', 'Berta', 'Carla', 'Dora'].entries())
    await writes(api, name, 100 + at, `soy ${name}`);
  const [ana, berta, carla, dora] = await Promise.all(
    ['Ana', 'Berta', 'Carla', 'Dora'].map((name) => called(api, name)),
  );
  await ok(call('PUT', `/conversations/${ana?.id}/assignee`, { assignee: agentId, team: null }));
  await ok(call('PUT', `/conversations/${berta?.id}/assignee`, { assignee: null, team: 'Centro' }));
  await ok(call('PUT', `/conversations/${carla?.id}/assignee`, { assignee: ownerId, team: null }));
  assert.equal((await call('PUT', `/conversations/${dora?.id}/assignee`, { assignee: 'nobody-here' })).status, 400);
  const seen = async (path: string): Promise<string> => (await agent.get(`/api/v1${path}`)).text();
  const shown = JSON.parse(await seen('/inbox')) as Inbox;
  assert.deepEqual(titles(shown), ['Dora', 'Berta', 'Ana']);
  assert.equal(shown.counts['all']?.open, 3);
  assert.equal(shown.counts['mine']?.open, 1);
  assert.equal(shown.counts['team']?.open, 1);
  for (const list of ['/conversations', '/search?q=soy', '/events?limit=500']) {
    const text = await seen(list);
    assert.match(text, /soy Ana/, list);
    assert.doesNotMatch(text, /Carla/, list);
  }
  const said = (await (await api.get(`/api/v1/conversations/${carla?.id}/messages`)).json()) as Inbox;
  const message = said.items[0]?.id;
  const refused = [
    `/conversations/${carla?.id}`,
    `/conversations/${carla?.id}/messages`,
    `/conversations/${carla?.id}/notes`,
    `/conversations/${carla?.id}/work`,
    `/messages/${message}`,
    `/media/${message}`,
    `/media/${message}/thumbnail`,
  ];
  for (const path of refused) {
    const answered = await agent.get(`/api/v1${path}`);
    assert.equal(answered.status, 403, path);
    assert.match(await answered.text(), /not-yours/, path);
  }
  const body = { message: { type: 'text', body: 'hola' } };
  const sent = await agent.post(`/api/v1/conversations/${carla?.id}/messages`, body, { 'idempotency-key': 'x' });
  assert.equal(sent.status, 403);
  assert.equal((await agent.post(`/api/v1/messages/${message}/read`, {})).status, 403);
  assert.equal((await agent.post('/api/v1/labels', { name: 'a', colour: 1 })).status, 403, 'labels are the owner’s');
  assert.equal((await agent.get(`/api/v1/conversations/${ana?.id}/messages`)).status, 200);
  await api.vault.settle();
  const audits = await api.vault.views.db.selectFrom('other').select('seq').where('kind', '=', 'audit').execute();
  const records = [...(await api.vault.views.reader.records(audits.map(({ seq }) => seq))).values()];
  const rules = records.flatMap((one) => (one.kind === 'audit' && one.actor === `user:${agentId}` ? [one.rule] : []));
  assert.equal(rules.filter((rule) => rule === 'not-yours').length, refused.length + 2);
});

test('a draft is kept for one’s other devices, and who looks is told to the others', async (t) => {
  const { agent, agentId, api, owner } = await staffed(t);
  await writes(api, 'Ana', 100);
  const { id } = await called(api, 'Ana');
  const put = (browser: Browser, path: string, body: unknown): Promise<Response> =>
    browser.post(path, body, {}).then((answered) => answered);
  const typing = { typing: true };
  assert.deepEqual(await (await put(agent, `/api/v1/conversations/${id}/presence`, typing)).json(), { others: [] });
  const told = await (await put(owner, `/api/v1/conversations/${id}/presence`, {})).json();
  assert.deepEqual(told, { others: [{ id: agentId, name: 'Diego Leal', typing: true }] });
  await put(agent, `/api/v1/conversations/${id}/presence`, { leaving: true });
  assert.deepEqual(await (await put(owner, `/api/v1/conversations/${id}/presence`, {})).json(), { others: [] });
  const kept = await agent.send(`/api/v1/conversations/${id}/draft`, {
    method: 'PUT',
    body: JSON.stringify({ text: 'Le mando' }),
    headers: { 'content-type': 'application/json', 'x-acta-console': '1', origin: agent.origin },
  });
  assert.equal(kept.status, 200);
  assert.equal(((await (await agent.get('/api/v1/inbox')).json()) as Inbox).items[0]?.draft, 'Le mando');
  assert.equal(((await (await owner.get('/api/v1/inbox')).json()) as Inbox).items[0]?.draft, undefined);
});

/** A server with an owner and an agent of the team Centro, both signed in. */
async function staffed(t: TestContext) {
  let accounts: Accounts | undefined;
  const api = await testApi(t, {
    works: true,
    more: async (vault) => {
      accounts = await Accounts.open(await vault.accounts(), 'everybody', CHEAP);
      return { people: new PeopleIn(accounts, {}) };
    },
  });
  assert.ok(accounts !== undefined);
  const owner = new Browser(api.address);
  const token = accounts.firstToken;
  await owner.setUp({ name: 'Mariana Treviño', email: 'mariana@example.mx', password: PASSWORD, token });
  const email = 'diego@example.mx';
  await accounts.add(owner.origin, { name: 'Diego Leal', email, role: 'agent', team: 'Centro', password: PASSWORD });
  const agent = owner.another();
  await agent.post('/auth/sign-in/email', { email, password: PASSWORD });
  await agent.enrol(PASSWORD);
  const all = await accounts.accounts();
  const idOf = (role: string): string => all.find((one) => one.role === role)?.id ?? '';
  return { api, owner, agent, agentId: idOf('agent'), ownerId: idOf('owner') };
}
