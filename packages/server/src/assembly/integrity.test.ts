// The ledger's own state over the interface: a check is begun by whoever may, one at a time, followed, and its verdict is a record; what
// stands in quarantine is listed with its reason and tried again.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { testApi } from './api.test-support.ts';

const CHAT = '[13/07/26, 09:12:00] Rogelio: Good morning\n';

interface Integrity {
  readonly size: number;
  readonly checkpoint?: { readonly note: string; readonly size: number };
  readonly last?: { readonly verdict: string; readonly checked: number; readonly actor: string };
  readonly storage: { readonly total: number };
}

test('a check is begun by whoever may, and its verdict stands on record', async (t) => {
  const api = await testApi(t, { before: (vault) => vault.importText('WhatsApp Chat with Rogelio.txt', CHAT) });
  const reading = await api.key('read:integrity');
  const before = await ask<Integrity>(`${api.address}/api/v1/integrity`, reading);
  assert.equal(before.last, undefined);
  assert.ok(before.size > 0 && before.storage.total > 0);
  assert.match(before.checkpoint?.note ?? '', /^acta\.local\//);
  const refused = await begin(api.address, reading, false);
  assert.equal(refused.status, 403);
  const last = await api.vault.reader.record((await api.vault.log.size()) - 1);
  assert.ok(last?.kind === 'audit' && last.outcome === 'refused' && last.command === 'api-verify-ledger');
  for (const deep of [false, true]) {
    const begun = await begin(api.address, await api.key('verify'), deep);
    assert.equal(begun.status, 202);
    await ended(api.address, reading);
  }
  const after = await ask<Integrity>(`${api.address}/api/v1/integrity`, reading);
  assert.equal(after.last?.verdict, 'intact');
  assert.ok((after.last?.checked ?? 0) > 3);
  const checks = await ask<{ items: { deep: boolean }[] }>(`${api.address}/api/v1/integrity/checks?days=90`, reading);
  assert.deepEqual(
    checks.items.map(({ deep }) => deep),
    [true, false],
  );
  const growth = await ask<{ items: { size: number }[] }>(`${api.address}/api/v1/integrity/growth?days=30`, reading);
  assert.ok((growth.items.at(-1)?.size ?? 0) >= after.size - 1);
});

test('what stands in quarantine is listed with its reason, and tried again', async (t) => {
  const api = await testApi(t, {
    before: (vault) => vault.importText('WhatsApp Chat with Nobody.txt', 'no chat at all'),
  });
  const key = await api.key('quarantine');
  const held = await ask<{ items: { id: number; file: string; reason: string }[] }>(
    `${api.address}/api/v1/quarantine`,
    key,
  );
  assert.equal(held.items.length, 1);
  assert.notEqual(held.items[0]?.reason, '');
  const tried = await fetch(`${api.address}/api/v1/quarantine/retry`, {
    method: 'POST',
    headers: { ...bearer(key), 'content-type': 'application/json' },
    body: '{}',
  });
  assert.equal(tried.status, 200, await tried.clone().text());
  assert.deepEqual(await tried.json(), { tried: 1, done: 0, left: 1 });
  assert.equal(
    (await fetch(`${api.address}/api/v1/quarantine`, { headers: bearer(await api.key('search')) })).status,
    403,
  );
});

function bearer(key: string): { authorization: string } {
  return { authorization: `Bearer ${key}` };
}

async function ask<T>(address: string, key: string): Promise<T> {
  const answer = await fetch(address, { headers: bearer(key) });
  assert.equal(answer.status, 200, await answer.clone().text());
  return (await answer.json()) as T;
}

function begin(address: string, key: string, deep: boolean): Promise<Response> {
  return fetch(`${address}/api/v1/integrity/check`, {
    method: 'POST',
    headers: { ...bearer(key), 'content-type': 'application/json' },
    body: JSON.stringify({ deep }),
  });
}

async function ended(address: string, key: string): Promise<void> {
  for (let times = 0; times < 200; times++) {
    const { failed, running } = await ask<{ running?: unknown; failed: boolean }>(
      `${address}/api/v1/integrity/check`,
      key,
    );
    assert.equal(failed, false);
    if (running === undefined) return;
    await pause(50);
  }
  throw new Error('the check did not end');
}
