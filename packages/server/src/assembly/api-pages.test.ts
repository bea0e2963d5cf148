// Lists of the interface, page by page, held against the whole: nobody is met twice or passed over, also while something arrives.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { listPeople } from '../views/people.ts';
import { type TestApi, testApi } from './api.test-support.ts';
import { deliver, webhookBody } from './live.test-support.ts';
import { androidText } from './vault.test-support.ts';

interface Page {
  readonly items: readonly { readonly id: number; readonly [member: string]: unknown }[];
  readonly next?: string;
}

const PEOPLE = 23;
const START = Math.floor(Date.now() / 1000) - 100_000;
let told = 0;

/** One message of a person at a time. */
async function writes({ vault }: TestApi, person: number, at: number): Promise<void> {
  const from = String(16505550000 + person);
  const said = { from, id: `wamid.${told++}`, timestamp: String(START + at), type: 'text', text: { body: 'hola' } };
  await deliver(vault, webhookBody({ messages: [said] }));
}

async function page(api: TestApi, list: string, limit: number, cursor?: string): Promise<Page> {
  const more = cursor === undefined ? '' : `&cursor=${cursor}`;
  return (await (await api.get(`/api/v1/${list}?limit=${limit}${more}`)).json()) as Page;
}

async function all(api: TestApi, list: string, limit: number): Promise<Page['items']> {
  const found: Page['items'][number][] = [];
  for (let cursor: string | undefined; ; ) {
    const { items, next } = await page(api, list, limit, cursor);
    found.push(...items);
    if (next === undefined) return found;
    assert.equal(items.length, limit, 'a page that is not the last is full');
    cursor = next;
  }
}

test('pages of any size are the whole list: conversations by what was said last, people as they came', async (t) => {
  const lines = Array.from(
    { length: 300 },
    (_, at) => ['26/12/2019', at % 2 === 0 ? 'Ana' : 'Luis', `hola ${at}`] as const,
  );
  const api = await testApi(t, {
    before: (vault) => vault.importText('WhatsApp Chat with Ana.txt', androidText(lines)),
  });
  for (let at = 0; at < 60; at++) await writes(api, (at * 7) % PEOPLE, (at * 131) % 1000);
  const [one, other] = await listPeople(api.vault.views);
  const merge = { actor: 'test', evidence: 0, kind: 'merge', recordedAt: new Date().toISOString(), v: 1 } as const;
  await api.vault.desk.append([
    { subject: 0, conversation: 0, month: 0, record: { ...merge, into: one?.id ?? 0, person: other?.id ?? 0 } },
  ]);
  await api.vault.settle();
  const people = await listPeople(api.vault.views);
  const last = new Map<number, number>();
  for (const { at, chat } of await api.vault.views.db.selectFrom('span').select(['last as at', 'chat']).execute())
    last.set(chat, Math.max(last.get(chat) ?? 0, at));
  const expected = [...last].sort(([a, atA], [b, atB]) => atB - atA || b - a).map(([chat]) => chat);
  assert.equal(expected.length, PEOPLE + 1);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 30 }), async (limit) => {
      const conversations = await all(api, 'conversations', limit);
      assert.deepEqual(
        conversations.map(({ id }) => id),
        expected,
      );
      const shown = await all(api, 'people', limit);
      assert.deepEqual(
        shown.map(({ conversations: chats, id, identifiers, messages }) => [
          id,
          chats,
          messages,
          (identifiers as []).length,
        ]),
        people.map(({ chats, entries, id, known }) => [id, chats, entries, known.length]),
      );
    }),
    { numRuns: 8 },
  );
  for (const { id } of people) {
    const single = (await (await api.get(`/api/v1/people/${id}`)).json()) as { id: number };
    assert.equal(single.id, id);
  }
});

test('what arrives between two pages stands before the first: the rest is met once', async (t) => {
  const api = await testApi(t);
  for (let person = 0; person < PEOPLE; person++) await writes(api, person, person);
  await api.vault.settle();
  const before = (await all(api, 'conversations', 200)).map(({ id }) => id);
  const first = await page(api, 'conversations', 5);
  await writes(api, 1, 5_000);
  await writes(api, PEOPLE, 6_000);
  await api.vault.settle();
  const rest: number[] = [];
  for (let cursor = first.next; cursor !== undefined; ) {
    const { items, next } = await page(api, 'conversations', 5, cursor);
    rest.push(...items.map(({ id }) => id));
    cursor = next;
  }
  const moved = before[PEOPLE - 2];
  assert.deepEqual(
    [...first.items.map(({ id }) => id), ...rest],
    before.filter((id) => id !== moved),
  );
  const now = await page(api, 'conversations', 5);
  assert.equal(now.items[1]?.id, moved, 'it is the newest but for who came new');
  assert.equal(before.includes(now.items[0]?.id ?? 0), false);
});
