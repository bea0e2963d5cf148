// What a conversation that stays tells of what was erased in it: how many, when, by which order, and where they stood.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type TestApi, testApi } from './api.test-support.ts';
import { deliver, webhookBody } from './live.test-support.ts';

interface Item {
  readonly id: number;
  readonly text: string;
  readonly erased?: readonly { readonly count: number; readonly scope: string; readonly rule: string }[];
}
interface Page {
  readonly items: readonly Item[];
  readonly erasedFirst?: Item['erased'];
}

const BEGAN = Math.floor(Date.now() / 1000) - 20_000;

async function page(api: TestApi, chat: number): Promise<Page> {
  return (await (await api.get(`/api/v1/conversations/${chat}/messages?limit=100`)).json()) as Page;
}

const told = ({ items }: Page) => items.map(({ erased = [], text }) => [text, erased.map(({ count }) => count)]);

test('entries that were erased leave a line behind what stays, also when that goes later', async (t) => {
  const api = await testApi(t);
  const { vault } = api;
  for (let at = 0; at < 6; at++) {
    const said = {
      from: '16505551234',
      id: `wamid.g${at}`,
      timestamp: String(BEGAN + at * 60),
      type: 'text',
      text: { body: `m${at}` },
    };
    await deliver(
      vault,
      webhookBody({ contacts: [{ wa_id: '16505551234', profile: { name: 'Ana' } }], messages: [said] }),
    );
  }
  await vault.settle();
  const { items: chats } = (await (await api.get('/api/v1/conversations')).json()) as { items: { id: number }[] };
  const chat = chats[0]?.id ?? 0;
  const erase = async (...texts: readonly string[]): Promise<void> => {
    const ids = (await page(api, chat)).items.flatMap(({ id, text }) => (texts.includes(text) ? [id] : []));
    await vault.erase(await vault.planErasure({ scope: 'entries', ids }), 'asked for');
    await vault.settle();
  };
  assert.deepEqual(
    told(await page(api, chat))
      .flat(2)
      .filter(Number.isInteger),
    [],
  );
  await erase('m2', 'm3');
  assert.deepEqual(told(await page(api, chat)), [
    ['m0', []],
    ['m1', [2]],
    ['m4', []],
    ['m5', []],
  ]);
  const [, one] = (await page(api, chat)).items;
  assert.deepEqual([one?.erased?.[0]?.scope, one?.erased?.[0]?.rule], ['entries', 'acta/erasure/operator']);
  await erase('m1');
  assert.deepEqual(told(await page(api, chat)), [
    ['m0', [2, 1]],
    ['m4', []],
    ['m5', []],
  ]);
  await erase('m0');
  const left = await page(api, chat);
  assert.deepEqual(left.erasedFirst?.map(({ count }) => count).sort(), [1, 1, 2]);
  assert.deepEqual(told(left), [
    ['m4', []],
    ['m5', []],
  ]);
});
