// Accepted on PostgreSQL by a server that loses the writer's place before it recorded it: whoever takes the place over has it, once.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { test } from 'node:test';
import type { WriteVault } from '../cli/vault.ts';
import { asking, freshDatabase, needsPostgres } from '../store/postgres/server.test-support.ts';
import { webhookBody } from './live.test-support.ts';
import { temporaryFolder, vaultAt } from './vault.test-support.ts';

function accept(vault: WriteVault, text: string): Promise<void> {
  const body = webhookBody({
    contacts: [{ wa_id: '5215591827364', profile: { name: 'Quixmorba' } }],
    messages: [
      { from: '5215591827364', id: `wamid.${text}`, timestamp: '1790000000', type: 'text', text: { body: text } },
    ],
  });
  const signature = createHmac('sha256', 'secret').update(body).digest('hex');
  return vault.accept({ body, signature, secret: 0, receivedAt: new Date() });
}

const LOSE_THE_PLACE = `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted
  and database = (select oid from pg_database where datname = current_database())`;

test('what one server accepted and did not record, the next one records', needsPostgres, async (t) => {
  const { url } = await freshDatabase(t);
  const base = temporaryFolder(t);
  // Two servers of one machine: they share the folder that holds the keys.
  const [first, second] = [1, 2].map(() =>
    vaultAt({ dir: join(base, 'vault'), keys: { dir: join(base, 'keys') }, isSeen: false, databaseUrl: url }),
  );
  assert.ok(first !== undefined && second !== undefined);
  const writer = await first.house.write({ make: true, bulk: true });
  await accept(writer, 'recorded');
  await writer.settle();
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  const holding = writer.desk.bulk().together(() => held);
  await accept(writer, 'accepted');
  await asking(url, LOSE_THE_PLACE);
  const next = await second.house.write({ make: false, bulk: true });
  await assert.rejects(() => accept(writer, 'too late'), { code: 'writer-lost' });
  letGo();
  await holding.catch(() => undefined);
  await writer.close().catch(() => undefined);
  await next.settle();
  await next.close();
  const texts = (await second.seen()).entries.map((entry) => entry.replace(/^\d+ [^:]*: /, ''));
  assert.deepEqual(texts.sort(), ['accepted', 'recorded']);
  assert.equal((await second.verify()).verdict, 'intact');
  assert.deepEqual(await asking(url, 'select count(*)::int4 as n from acta.capture'), [{ n: 0 }]);
});
