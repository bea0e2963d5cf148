// Acts at many conversations at a real server: what they would change is told first, each conversation gets its record, one line says
// who did it, and the way back leaves alone what somebody has changed since.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Browser } from './browser.test-support.ts';
import { deliver, webhookBody } from './live.test-support.ts';
import { type PeopleServer, peopleServer } from './people.test-support.ts';

interface Row {
  readonly id: number;
  readonly title: string;
  readonly state: string;
  readonly assignee?: string;
  readonly labels: readonly number[];
}
interface Done {
  readonly conversations: number;
  readonly changes: number;
  readonly unchanged: number;
  readonly notYours: number;
  readonly left: number;
  readonly undo?: number;
  readonly waiting?: number;
  readonly taken?: number;
}

const BEGAN = Math.floor(Date.now() / 1000) - 20_000;
const NAMES = ['Ana', 'Berta', 'Carla', 'Dora'];

async function written({ api: { vault } }: PeopleServer): Promise<void> {
  for (const [at, name] of NAMES.entries()) {
    const from = `1650555010${at}`;
    const said = {
      from,
      id: `wamid.many${at}`,
      timestamp: String(BEGAN + at),
      type: 'text',
      text: { body: `soy ${name}` },
    };
    await deliver(vault, webhookBody({ contacts: [{ wa_id: from, profile: { name } }], messages: [said] }));
  }
  await vault.settle();
}

async function rows(browser: Browser, state = 'open'): Promise<readonly Row[]> {
  const answered = await browser.get(`/api/v1/inbox?state=${state}`);
  return ((await answered.json()) as { readonly items: readonly Row[] }).items;
}

async function asked(browser: Browser, path: string, body: unknown): Promise<Done> {
  const answered = await browser.post(`/api/v1/inbox/acts${path}`, body);
  assert.equal(answered.status, 200, await answered.clone().text());
  return (await answered.json()) as Done;
}

const titles = (some: readonly Row[]): string[] => some.map(({ title }) => title).sort();

test('all that match are closed in one act, told of in one line, and opened again but for what changed since', async (t) => {
  const server = await peopleServer(t);
  const { browser, id } = await server.member('owner');
  await written(server);
  const all = { tab: 'all', state: 'open' };
  const told = await asked(browser, '/preview', { matching: all, do: { act: 'close' } });
  assert.deepEqual([told.changes, told.waiting, told.left], [4, 4, 0]);
  assert.equal((await rows(browser)).length, 4, 'a preview changes nothing');
  const dora = (await rows(browser)).find(({ title }) => title === 'Dora');
  const done = await asked(browser, '', { matching: all, but: [dora?.id], do: { act: 'close' } });
  assert.equal(done.changes, 3);
  assert.deepEqual(titles(await rows(browser)), ['Dora']);
  const [first] = await rows(browser, 'closed');
  await browser.send(`/api/v1/conversations/${first?.id}/closed`, {
    method: 'DELETE',
    headers: { 'x-acta-console': '1', origin: browser.origin },
  });
  const back = await asked(browser, '/undo', { undo: done.undo });
  assert.deepEqual([back.changes, back.unchanged], [2, 1]);
  assert.equal((await rows(browser)).length, 4);
  assert.equal((await browser.post('/api/v1/inbox/acts/undo', { undo: done.undo })).status, 404, 'once');
  const audit = await browser.get(`/api/v1/audit?who=${encodeURIComponent(`user:${id}`)}&limit=100`);
  const { items } = (await audit.json()) as {
    readonly items: readonly { readonly did: string; readonly count?: number }[];
  };
  const about = items.filter(
    ({ did }) => did.startsWith('api-work-at-many') || did.startsWith('api-undo-work') || did === 'work-close',
  );
  assert.deepEqual(
    about.map(({ count, did }) => [did, count]),
    [
      ['api-undo-work-at-many-undo', 2],
      ['api-work-at-many-close', 3],
    ],
  );
});

test('assigning says whose they were and gives them back to them; labels and rest go the same way', async (t) => {
  const server = await peopleServer(t);
  const { browser, id } = await server.member('owner');
  await written(server);
  const [one, other] = await rows(browser);
  const ids = [one?.id, other?.id];
  await asked(browser, '', { conversations: [one?.id], do: { act: 'assign', assignee: id } });
  const { id: agentId } = await server.member('agent');
  const assign = { conversations: ids, do: { act: 'assign', assignee: agentId } };
  assert.equal((await asked(browser, '/preview', assign)).taken, 1);
  const given = await asked(browser, '', assign);
  assert.equal((await asked(browser, '', assign)).unchanged, 2);
  await asked(browser, '/undo', { undo: given.undo });
  const after = new Map((await rows(browser)).map((row) => [row.id, row.assignee]));
  assert.deepEqual(
    ids.map((each) => after.get(each ?? 0)),
    [id, undefined],
  );
  const label = (await (await browser.post('/api/v1/labels', { name: 'Obra', colour: 2 })).json()) as Row;
  const labelled = await asked(browser, '', { conversations: ids, do: { act: 'label', label: label.id } });
  assert.equal((await rows(browser)).filter(({ labels }) => labels.includes(label.id)).length, 2);
  await asked(browser, '/undo', { undo: labelled.undo });
  assert.equal((await rows(browser)).filter(({ labels }) => labels.includes(label.id)).length, 0);
  const until = new Date(Date.now() + 3_600_000).toISOString();
  const rested = await asked(browser, '', { conversations: ids, do: { act: 'snooze', until } });
  assert.equal((await rows(browser, 'snoozed')).length, 2);
  await asked(browser, '/undo', { undo: rested.undo });
  assert.equal((await rows(browser)).length, 4);
});

test('an agent acts on no conversation of another, and nobody undoes another’s act', async (t) => {
  const server = await peopleServer(t);
  const owner = await server.member('owner');
  const agent = await server.member('agent');
  await written(server);
  const ids = (await rows(owner.browser)).map(({ id }) => id);
  await asked(owner.browser, '', { conversations: ids.slice(0, 1), do: { act: 'assign', assignee: owner.id } });
  const told = await asked(agent.browser, '/preview', { conversations: ids, do: { act: 'close' } });
  assert.deepEqual([told.changes, told.notYours], [3, 1]);
  const done = await asked(agent.browser, '', { conversations: ids, do: { act: 'close' } });
  assert.deepEqual([done.changes, done.notYours], [3, 1]);
  assert.deepEqual(
    (await rows(owner.browser)).map(({ id }) => id),
    ids.slice(0, 1),
  );
  assert.equal((await owner.browser.post('/api/v1/inbox/acts/undo', { undo: done.undo })).status, 404);
  assert.equal(
    (await asked(agent.browser, '', { matching: { tab: 'all', state: 'open' }, do: { act: 'close' } })).changes,
    0,
  );
  const both = { conversations: ids, matching: { tab: 'all', state: 'open' }, do: { act: 'close' } };
  assert.equal((await owner.browser.post('/api/v1/inbox/acts', both)).status, 400);
  const past = { conversations: ids, do: { act: 'snooze', until: '2020-01-01T00:00:00.000Z' } };
  assert.equal((await owner.browser.post('/api/v1/inbox/acts', past)).status, 400);
});
