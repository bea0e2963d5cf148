// Deliveries between their acceptance and the ledger: answered for however long the ledger is held, there after a crash, once, and
// nowhere any more when somebody is erased.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WriteVault } from '../cli/vault.ts';
import { LiveBatch } from '../intake/live/live-batch.ts';
import type { ArrivedPiece } from '../intake/live/placed-pieces.ts';
import { SqliteLogStore } from '../store/sqlite/ledger-store.ts';
import { listQuarantine } from '../views/assurance.ts';
import { listPeople } from '../views/people.ts';
import { webhookBody } from './live.test-support.ts';
import { type TestVault, testVault } from './vault.test-support.ts';

const HERS = '5215591827364';
const NOW = 1_790_000_000;

const body = (id: string, text: string): Buffer =>
  webhookBody({
    contacts: [{ wa_id: HERS, profile: { name: 'Quixmorba' } }],
    messages: [{ from: HERS, id: `wamid.${id}`, timestamp: String(NOW), type: 'text', text: { body: text } }],
  });

function accept(vault: WriteVault, bytes: Buffer): Promise<void> {
  const signature = createHmac('sha256', 'secret').update(bytes).digest('hex');
  return vault.accept({ body: bytes, signature, secret: 0, receivedAt: new Date(NOW * 1000) });
}

/** Does something while nobody may append. */
async function holding(vault: WriteVault, work: () => Promise<void>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const held = vault.desk.bulk().together(() => promise);
  try {
    await work();
  } finally {
    resolve();
    await held;
  }
}

const textsIn = async (vault: TestVault): Promise<string[]> =>
  (await vault.seen()).entries.map((entry) => entry.replace(/^\d+ [^:]*: /, '')).sort();

const capturesOf = ({ dir }: TestVault): string[] => {
  const folder = join(dir, 'captures');
  return existsSync(folder) ? readdirSync(folder) : [];
};

test('a delivery is accepted while the ledger is held, and is there after a crash, once', async (t) => {
  const vault = testVault(t);
  const images: TestVault[] = [];
  await vault.write(async (open) => {
    await accept(open, body('0', 'before'));
    await open.settle();
    const size = await open.log.size();
    await holding(open, async () => {
      for (const id of ['1', '2', '3']) await accept(open, body(id, `vlendriskat ${id}`));
      assert.equal(await open.log.size(), size);
      assert.equal(open.waiting(), 3);
      images.push(vault.image());
    });
    await open.settle();
    assert.equal(open.waiting(), 0);
    // What was recorded before the crash is told again by the captures, and stands once.
    images.push(vault.image());
  });
  const texts = ['before', ...['1', '2', '3'].map((id) => `vlendriskat ${id}`)];
  for (const one of [...images, vault]) {
    assert.deepEqual(await textsIn(one), texts);
    assert.deepEqual(capturesOf(one), []);
    assert.equal((await one.verify()).verdict, 'intact');
  }
});

test('nothing that is accepted stands in the clear on the disk', async (t) => {
  const vault = testVault(t);
  await vault.write(async (open) => {
    await accept(open, body('1', 'vlendriskat'));
    const [name = ''] = capturesOf(vault);
    const bytes = readFileSync(join(vault.dir, 'captures', name));
    for (const word of ['vlendriskat', 'Quixmorba', HERS]) assert.equal(bytes.includes(word), false);
  });
});

test('when somebody is erased, what was accepted of them before is gone too, and yesterday’s copy of it does not open', async (t) => {
  const vault = testVault(t);
  let kept: { readonly name: string; readonly bytes: Buffer } | undefined;
  await vault.write(async (open) => {
    await accept(open, body('1', 'vlendriskat'));
    await open.settle();
    const [name = ''] = capturesOf(vault);
    kept = { name, bytes: readFileSync(join(vault.dir, 'captures', name)) };
    const ids = (await listPeople(open.views)).filter(({ names }) => names.includes('Quixmorba')).map(({ id }) => id);
    await open.erase(await open.planErasure({ scope: 'person', ids }), 'asked for');
    assert.deepEqual(capturesOf(vault), []);
  });
  assert.ok(kept !== undefined);
  writeFileSync(join(vault.dir, 'captures', kept.name), kept.bytes);
  await vault.write((open) => open.settle().then(() => undefined));
  assert.deepEqual(await textsIn(vault), []);
  assert.deepEqual(capturesOf(vault), []);
});

test('a frame that was damaged stands in quarantine; those beside it are read', async (t) => {
  const vault = testVault(t);
  let image: TestVault | undefined;
  await vault.write(async (open) => {
    await holding(open, async () => {
      for (const id of ['1', '2', '3']) await accept(open, body(id, `vlendriskat ${id}`));
      image = vault.image();
    });
  });
  assert.ok(image !== undefined);
  const [name = ''] = capturesOf(image);
  const file = join(image.dir, 'captures', name);
  const bytes = readFileSync(file);
  const second = 4 + bytes.readUInt32BE(0);
  bytes[second + 40] = (bytes[second + 40] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  assert.deepEqual(await textsIn(image), ['vlendriskat 1', 'vlendriskat 3']);
  const reasons = await image.write(async ({ views }) => (await listQuarantine(views)).map(({ reason }) => reason));
  assert.deepEqual(reasons, ['capture-damaged']);
});

test('what cannot be recorded is tried again until it can be', async (t) => {
  const vault = testVault(t);
  await vault.write(async (open) => {
    const original = SqliteLogStore.prototype.commit;
    let failures = 0;
    SqliteLogStore.prototype.commit = async () => {
      failures++;
      throw Object.assign(new Error('no room'), { code: 'SQLITE_FULL' });
    };
    try {
      await accept(open, body('1', 'vlendriskat'));
      while (failures < 2) await sleep(10);
      await assert.rejects(() => open.settle(), { code: 'disk-full' });
      assert.equal(open.failing(), 'disk-full');
    } finally {
      SqliteLogStore.prototype.commit = original;
    }
    while (open.waiting() > 0) await sleep(10);
    assert.equal(open.failing(), undefined);
  });
  assert.deepEqual(await textsIn(vault), ['vlendriskat']);
});

test('a delivery at which reading fails in a way that nobody foresaw goes whole into quarantine, and holds up nothing else', async (t) => {
  const vault = testVault(t);
  const original = Reflect.get(LiveBatch.prototype, 'newPieces') as (
    this: LiveBatch,
  ) => Promise<readonly ArrivedPiece[]>;
  t.after(() => Reflect.set(LiveBatch.prototype, 'newPieces', original));
  Reflect.set(LiveBatch.prototype, 'newPieces', async function (this: LiveBatch) {
    const pieces = await original.call(this);
    if (pieces.some(({ piece }) => piece.raw.includes('poison'))) throw new TypeError('not foreseen');
    return pieces;
  });
  await vault.write(async (open) => {
    await Promise.all([body('1', 'one'), body('2', 'poison'), body('3', 'three')].map((one) => accept(open, one)));
    while (open.waiting() > 0) await sleep(10);
    await open.settle();
    assert.deepEqual(
      (await listQuarantine(open.views)).map(({ reason }) => reason),
      ['webhook-unreadable'],
    );
  });
  assert.deepEqual(await textsIn(vault), ['one', 'three']);
});
