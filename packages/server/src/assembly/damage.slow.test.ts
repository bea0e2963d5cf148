// Damage on the disk: what can be folded again mends itself; what cannot is named, never guessed and never passed over.

import assert from 'node:assert/strict';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { LedgerError } from '@acta/ledger';
import { ServerError } from '../server-error.ts';
import { SqliteProjectionStore } from '../store/sqlite/projection-store.ts';
import { isCode } from './error.test-support.ts';
import { androidText, type TestVault, testVault } from './vault.test-support.ts';

const GROUP = 'WhatsApp Chat with Zhandrokul.txt';
const PAGE = 4096;

async function filledVault(t: TestContext, lines = 40): Promise<TestVault> {
  const vault = testVault(t);
  const text = androidText(
    Array.from(
      { length: lines },
      (_, at) => ['25/12/2019', at % 2 === 0 ? 'Brunhilde' : 'Otto', `vlendriskat ${at}`] as const,
    ),
  );
  await vault.importText(GROUP, text);
  await vault.search('vlendriskat');
  return vault;
}

const damages: Readonly<Record<string, (file: string) => void>> = {
  deleted: (file) => rmSync(file),
  empty: (file) => truncateSync(file, 0),
  'cut in half': (file) => truncateSync(file, Math.floor(statSync(file).size / 2 / PAGE) * PAGE),
  'of zeros at its start': (file) => overwrite(file, 0, Buffer.alloc(PAGE)),
  'of zeros throughout': (file) => {
    for (let at = PAGE; at < statSync(file).size; at += PAGE) overwrite(file, at, Buffer.alloc(PAGE));
  },
  'flipped in one bit of each page but the first': (file) => {
    const bytes = readFileSync(file);
    for (let at = PAGE; at < bytes.length; at += PAGE) bytes[at + 100] = (bytes[at + 100] ?? 0) ^ 4;
    writeFileSync(file, bytes);
  },
};

function overwrite(file: string, at: number, bytes: Uint8Array): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, bytes, 0, bytes.length, at);
  closeSync(handle);
}

/** What a command met: nothing, or an error that has a sentence of its own. */
async function outcomeOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return 'ok';
  } catch (error) {
    if (error instanceof ServerError || error instanceof LedgerError) return error.code;
    throw error;
  }
}

for (const name of ['projections.db', 'search.db']) {
  test(`a ${name} that is damaged is folded again by itself, at the second command at the latest`, async (t) => {
    const vault = await filledVault(t);
    const seen = await vault.seen();
    for (const [how, damage] of Object.entries(damages)) {
      for (const end of ['-wal', '-shm']) rmSync(join(vault.dir, name + end), { force: true });
      damage(join(vault.dir, name));
      const first = await outcomeOf(async () => [await vault.search('vlendriskat'), await vault.seen()]);
      assert.ok(['ok', 'projections-behind'].includes(first), `${how}: ${first}`);
      assert.deepEqual(await vault.seen(), seen, how);
      assert.equal((await vault.search('vlendriskat')).length, 40, how);
      assert.equal((await vault.verify()).verdict, 'intact', how);
    }
  });
}

test('a ledger that is damaged is named by verify, and reading never invents or passes over', async (t) => {
  const vault = await filledVault(t, 400);
  const seen = await vault.seen();
  const file = join(vault.dir, 'ledger.db');
  const whole = readFileSync(file);
  const met = new Set<string>();
  for (let page = 1; page < whole.length / PAGE; page++) {
    const bytes = Buffer.from(whole);
    bytes[page * PAGE + 77] = (bytes[page * PAGE + 77] ?? 0) ^ 1;
    const image = vault.image();
    writeFileSync(join(image.dir, 'ledger.db'), bytes);
    const verdict = await outcomeOf(async () => {
      const report = await image.verify();
      met.add(report.verdict);
      if (report.verdict === 'intact') return;
      assert.ok(report.missing.length + report.altered.length > 0);
      throw new ServerError('record-damaged');
    });
    const read = await outcomeOf(async () => assert.deepEqual(await image.seen(), seen));
    met.add(`${verdict} then ${read}`);
    // `unreadable`: room that the next commit needs and that holds nothing yet.
    assert.ok(
      verdict !== 'ok' || ['ok', 'unreadable'].includes(read),
      `page ${page}: intact, but reading says ${read}`,
    );
  }
  assert.ok(met.has('incomplete'), [...met].join());
  assert.ok(met.has('record-damaged then record-damaged'), [...met].join());
  t.diagnostic([...met].join(', '));
});

test('a keys.db that is damaged, missing or of another vault opens nothing and is not touched', async (t) => {
  const vault = await filledVault(t);
  const whole = readFileSync(join(vault.dir, 'keys.db'));
  for (const [how, damage] of Object.entries(damages)) {
    const image = vault.image();
    damage(join(image.dir, 'keys.db'));
    const left = existsSync(join(image.dir, 'keys.db')) ? readFileSync(join(image.dir, 'keys.db')) : undefined;
    await assert.rejects(() => image.seen(), isCode('key-wrong', 'vault-damaged'), how);
    await assert.rejects(() => image.write(async () => undefined), isCode('key-wrong', 'vault-damaged'), how);
    await assert.rejects(() => image.verify(), isCode('key-wrong', 'vault-damaged'), how);
    assert.equal(existsSync(join(image.dir, 'keys.db')), left !== undefined, how);
    if (left !== undefined) assert.ok(readFileSync(join(image.dir, 'keys.db')).equals(left), how);
  }
  for (let page = 1; page < whole.length / PAGE; page++) {
    const image = vault.image();
    const bytes = Buffer.from(whole);
    bytes[page * PAGE + 50] = (bytes[page * PAGE + 50] ?? 0) ^ 1;
    writeFileSync(join(image.dir, 'keys.db'), bytes);
    const read = await outcomeOf(() => image.seen());
    assert.ok(['ok', 'vault-damaged', 'record-damaged'].includes(read), `page ${page}: ${read}`);
  }
});

test('files of a vault without its name, or keys without their ledger, are never taken for a new vault', async (t) => {
  const vault = await filledVault(t);
  const nameless = vault.image();
  rmSync(join(nameless.dir, 'cell'));
  await assert.rejects(() => nameless.write(async () => undefined), isCode('vault-damaged'));
  assert.equal(existsSync(join(nameless.dir, 'cell')), false);
  const unledgered = vault.image();
  rmSync(join(unledgered.dir, 'ledger.db'));
  await assert.rejects(() => unledgered.write(async () => undefined), isCode('vault-damaged'));
  await assert.rejects(() => unledgered.verify(), isCode('vault-damaged'));
});

test('verify names what is wrong although the tables are behind and nothing can be folded', async (t) => {
  const vault = await filledVault(t);
  const early = vault.image();
  await vault.importText('WhatsApp Chat with Carla.txt', androidText([['25/12/2020', 'Carla', 'tres']]));
  for (const end of ['-wal', '-shm', '']) rmSync(join(vault.dir, `projections.db${end}`), { force: true });
  writeFileSync(join(vault.dir, 'projections.db'), readFileSync(join(early.dir, 'projections.db')));
  writeFileSync(join(vault.dir, 'ledger.db'), readFileSync(join(early.dir, 'ledger.db')));
  for (const end of ['-wal', '-shm']) rmSync(join(vault.dir, `ledger.db${end}`), { force: true });
  const report = await vault.verify();
  assert.equal(report.verdict, 'incomplete');
  await assert.rejects(() => vault.seen(), isCode('rolled-back'));
});

test('what a follower could not take in is folded before anything else is', async (t) => {
  const vault = await filledVault(t);
  await vault.write(async (open) => {
    const write = SqliteProjectionStore.prototype.write;
    SqliteProjectionStore.prototype.write = async () => {
      throw new Error('the disk said no');
    };
    await assert.rejects(() => open.audit({ command: 'lost' }), /said no/);
    SqliteProjectionStore.prototype.write = write;
    await assert.rejects(() => open.audit({ command: 'after' }), isCode('projections-behind'));
  });
  const before = await vault.rows();
  await vault.write((open) => open.rebuild(() => undefined));
  await vault.write(async (open) => assert.equal(await open.log.size(), (await vault.rows())['cursor']?.[0]?.[1]));
  assert.ok((before['other']?.length ?? 0) <= ((await vault.rows())['other']?.length ?? 0));
});

test('notes that come while an erasure runs wait for it, and all that stands stays readable', async (t) => {
  const vault = await filledVault(t);
  const person = (await vault.seen()).people[0]?.id ?? 0;
  await vault.write(async (open) => {
    const plan = await open.planErasure({ scope: 'person', ids: [person] });
    const notes = Array.from({ length: 20 }, () => open.audit({ command: 'beside' }));
    const [certificate] = await Promise.all([open.erase(plan, 'asked for'), ...notes]);
    assert.equal(
      certificate.entries,
      plan.seqs.reduce((sum, count, at) => (at % 2 === 1 ? sum + count : sum), 0),
    );
    const quarantined = await open.erase(await open.planErasure({ scope: 'chat', ids: [1] }), 'asked for');
    await Promise.all([open.audit({ command: 'beside' }), quarantined]);
  });
  assert.equal((await vault.verify()).verdict, 'intact');
});
