// Erasing, seen from outside: what a person, an auditor and a thief find before and after.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { openPage } from '@acta/ledger';
import { engineAt } from '../store/engines.ts';
import { onPostgres } from '../store/postgres/engine.test-support.ts';
import { unlock } from '../store/unlocking.ts';
import type { ErasureTarget } from '../views/erasure-plan.ts';
import { previewErasure } from '../views/erasure-preview.ts';
import { keyPlace, storageOf } from './reading.ts';
import { androidText, importInto, type Seen, type TestVault, testVault } from './vault.test-support.ts';

const ANA = 'Brunhilde Quixmorba';
const OTTO = 'Otto Wympelzorg';
const NUMBER = '+52 55 9182 7364';
/** Random words without a common prefix; the first four are the erased person's. */
const HERS = ['quixmorba', 'vlendriskat', 'xobbiltane', 'grumfelith', 'sdorvanique'];
const OTHERS = ['wympelzorg', 'jaburothex', 'pruvekdims', 'zhandrokul', 'kelvotrant', '9182 7364', 'tharnoquil'];
const WORDS = [...HERS, ...OTHERS];

const GROUP = androidText([
  ['25/12/2019', ANA, 'vlendriskat uno'],
  ['25/12/2019', OTTO, 'jaburothex dos'],
  ['25/12/2019', ANA, 'IMG-grumfelith-WA0001.jpg (file attached)'],
  ['26/12/2019', ANA, 'xobbiltane tres'],
  ['26/12/2019', NUMBER, 'pruvekdims quatro'],
]);

/** Every byte under the folders, and every name. */
function bytesUnder(...dirs: readonly string[]): Buffer {
  const files = dirs.flatMap((dir) =>
    readdirSync(dir, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()),
  );
  return Buffer.concat(
    files.flatMap((file) => [Buffer.from(file.name), readFileSync(join(file.parentPath, file.name))]),
  );
}

async function expectNoWord(vault: TestVault): Promise<void> {
  const bytes = bytesUnder(vault.dir, vault.keysDir).toString('latin1').toLowerCase();
  for (const word of WORDS) assert.equal(bytes.includes(word), false, word);
  const storage = await storageIn(vault);
  const needles = WORDS.flatMap((word) => [
    word,
    word.toUpperCase(),
    `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`,
  ]);
  const found = await storage.scan?.(needles.map((word) => Buffer.from(word)));
  await storage.close();
  assert.deepEqual(found?.found ?? [], []);
  assert.ok(found === undefined || found.bytes > 0);
}

async function storageIn(vault: TestVault) {
  const engine = engineAt(vault.place);
  const folder = await engine.openFolder();
  const { root } = await unlock(engine.keysOf(folder), keyPlace(vault.place, folder));
  return storageOf(engine, folder, { root, readonly: true });
}

/** Everything that today's keys still open: every strip, every row of the tables, every part of the index. */
async function allPlain(vault: TestVault): Promise<string> {
  const { cellId } = await engineAt(vault.place).openFolder();
  const storage = await storageIn(vault);
  const found: string[] = [];
  for (const page of await storage.log.pages(0, 10_000)) {
    const { closed } = openPage({ cellId, page, keys: new Map() });
    const keys = await storage.keys.open(closed.map(({ keyId }) => keyId));
    for (const { record } of openPage({ cellId, page, keys }).entries) {
      found.push(Buffer.from(record).toString('utf8'));
    }
  }
  await storage.close();
  found.push(JSON.stringify(await vault.rows()));
  return found.join('\n').toLowerCase();
}

const group = 'WhatsApp Chat with Zhandrokul.txt';

async function filled(t: TestContext): Promise<TestVault> {
  const vault = testVault(t);
  await vault.write(async (open) => {
    const dir = join(vault.dir, '..', 'exports');
    const { mkdirSync, writeFileSync } = await import('node:fs');
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, 'IMG-grumfelith-WA0001.jpg'), `sdorvanique ${'x'.repeat(9000)}`);
    await importInto(open, join(dir, group), GROUP);
    await importInto(open, join(dir, 'kelvotrant.txt'), 'tharnoquil is no chat\n');
  });
  await vault.search('vlendriskat');
  return vault;
}

function idOf(seen: Seen, name: string): number {
  return seen.people.find(({ names }) => names.includes(name))?.id ?? 0;
}

/** Commitments by seq, which no erasure may change. */
async function leaves(vault: TestVault, size: number): Promise<string> {
  const open = await vault.house.peek();
  const bundles = await open.log.bundles(0, Math.ceil(size / 256));
  await open.close();
  return Buffer.concat(bundles.map((one) => one ?? Buffer.alloc(0)))
    .subarray(0, size * 32)
    .toString('hex');
}

async function eraseAndCheck(vault: TestVault, target: ErasureTarget): Promise<{ before: Seen; after: Seen }> {
  const before = await vault.seen();
  const { size } = await vault.verify();
  const stood = await leaves(vault, size);
  const certificate = await vault.erase(target);
  const report = await vault.verify();
  assert.deepEqual([report.verdict, report.erased], ['intact', certificate.entries]);
  assert.equal(await leaves(vault, size), stood);
  const open = await vault.house.peek();
  const rows = new Map(
    (await open.log.pages(0, 1000)).map((page) => [page.firstSeq, Buffer.from(page.sha256).toString('hex')]),
  );
  const order = await open.reader.record(certificate.order);
  await open.close();
  assert.ok(certificate.pages.length > 0);
  for (const [firstSeq, was, is] of certificate.pages) {
    assert.equal(rows.get(firstSeq), is);
    assert.notEqual(was, is);
  }
  assert.equal(
    order?.kind === 'erasure-ordered' && order.keys.length + order.replaced.length,
    certificate.keysDestroyed,
  );
  assert.deepEqual(
    [certificate.rule, certificate.recordedAt >= '2020', certificate.scannedFor > 0],
    ['acta/erasure/operator', true, true],
  );
  await expectNoWord(vault);
  return { before, after: await vault.seen() };
}

test('before any erasure no word stands readable anywhere in the vault or beside its key', async (t) => {
  const vault = await filled(t);
  await expectNoWord(vault);
  const files = onPostgres ? ['keys.db'] : ['ledger.db', 'keys.db', 'projections.db', 'search.db'];
  for (const name of files) assert.ok(statSync(join(vault.dir, name)).size > 0);
  assert.ok((await allPlain(vault)).includes('vlendriskat'));
});

test('a person of a group goes with their entries and media, and the rest stands as it was', async (t) => {
  const vault = await filled(t);
  const person = idOf(await vault.seen(), ANA);
  const { after, before } = await eraseAndCheck(vault, { scope: 'person', ids: [person] });
  assert.deepEqual(
    after.entries,
    before.entries.filter((line) => !line.includes(ANA)),
  );
  assert.deepEqual(
    after.people,
    before.people.filter(({ id }) => id !== person),
  );
  assert.deepEqual(await vault.search('vlendriskat'), []);
  assert.equal((await vault.search('jaburothex')).length, 1);
  const plain = await allPlain(vault);
  for (const word of HERS) assert.equal(plain.includes(word), false, word);
  const again = await vault.importText(group, `${GROUP}27/12/2019, 10:00 - ${OTTO}: cinco\n`);
  assert.deepEqual([again.suppressed, again.added], [3, 1]);
  assert.deepEqual((await vault.seen()).people, after.people);
  assert.equal((await allPlain(vault)).includes('quixmorba'), false);
});

test('a number goes wherever it wrote, and stays away wherever it comes from', async (t) => {
  const vault = await filled(t);
  await vault.importText(
    `WhatsApp Chat with ${NUMBER}.txt`,
    androidText([
      ['25/12/2020', NUMBER, 'solo pruvekdims'],
      ['25/12/2020', 'Me', 'ya'],
    ]),
  );
  const seen = await vault.seen();
  const person = seen.people.find(({ names }) => names.some((name) => name.includes('7364')))?.id ?? 0;
  const { after } = await eraseAndCheck(vault, { scope: 'person', ids: [person] });
  assert.deepEqual(
    after.chats.map(({ title }) => title),
    ['Zhandrokul'],
  );
  assert.deepEqual(await vault.search('pruvekdims'), []);
  const plain = await allPlain(vault);
  // Whole, in both its writings: four digits alone stand in some hash by chance.
  for (const gone of ['9182 7364', '5591827364', 'pruvekdims']) assert.equal(plain.includes(gone), false, gone);
  const again = await vault.importText(
    'WhatsApp Chat with Other.txt',
    androidText([
      ['25/12/2021', NUMBER, 'pruvekdims'],
      ['25/12/2021', OTTO, 'ya'],
    ]),
  );
  assert.equal(again.suppressed, 1);
});

test('a chat goes with those who were met nowhere else', async (t) => {
  const vault = await filled(t);
  await vault.importText(
    'WhatsApp Chat with Other.txt',
    androidText([
      ['25/12/2021', NUMBER, 'tres'],
      ['25/12/2021', 'Lena', 'ya'],
      ['25/12/2021', 'Paul', 'no'],
    ]),
  );
  const seen = await vault.seen();
  const { after } = await eraseAndCheck(vault, { scope: 'chat', ids: [seen.chats[0]?.id ?? 0] });
  assert.deepEqual(after.people.flatMap(({ names }) => names).sort(), [NUMBER, 'Lena', 'Paul']);
  const plain = await allPlain(vault);
  for (const word of [...HERS, 'wympelzorg', 'jaburothex', 'zhandrokul'])
    assert.equal(plain.includes(word), false, word);
  assert.equal((await vault.importText('other name.txt', GROUP, { chat: 'Zhandrokul' })).suppressed, 6);
});

test('a single entry goes with its versions and its other writings, and stays away', async (t) => {
  const vault = await filled(t);
  const changed = GROUP.replace('vlendriskat uno', 'This message was deleted').replace(
    'jaburothex dos',
    'jaburothex  dos',
  );
  await vault.importText(group, changed);
  const line = (await vault.seen()).entries.find((one) => one.includes('vlendriskat'));
  assert.match(line ?? '', /\[\d+ deleted /);
  const { after } = await eraseAndCheck(vault, { scope: 'entries', ids: [Number(line?.split(' ')[0])] });
  assert.equal(
    after.entries.some((one) => one.includes('deleted') || one.includes('vlendriskat')),
    false,
  );
  assert.equal((await allPlain(vault)).includes('vlendriskat'), false);
  assert.equal((await vault.importText(group, `${GROUP}27/12/2019, 10:00 - ${OTTO}: cinco\n`)).suppressed, 1);
});

test('a quarantined file can be erased by its number', async (t) => {
  const vault = await filled(t);
  const seq = Number((await vault.rows())['quarantine']?.[0]?.[0]);
  const { after, before } = await eraseAndCheck(vault, { scope: 'entries', ids: [seq] });
  assert.deepEqual(after, before);
  assert.deepEqual((await vault.rows())['quarantine'], []);
  assert.equal((await allPlain(vault)).includes('kelvotrant'), false);
});

test('words that would be found in any file do not stop an erasure', async (t) => {
  const vault = testVault(t);
  await vault.importText(
    group,
    androidText([
      ['25/12/2019', ANA, `${'\u0000'.repeat(40)} aaaaaaaaaaaa`],
      ['25/12/2019', OTTO, 'dos'],
    ]),
  );
  const certificate = await vault.erase({ scope: 'person', ids: [idOf(await vault.seen(), ANA)] });
  assert.ok(certificate.entries > 0);
});

test('a preview names who is meant, who might be meant instead, and changes nothing', async (t) => {
  const vault = await filled(t);
  await vault.importText(
    'WhatsApp Chat with Other.txt',
    androidText([
      ['25/12/2021', 'brunhilde QUIXMORBA', 'tres'],
      ['25/12/2021', 'Lena', 'ya'],
      ['25/12/2021', 'Paul', 'no'],
    ]),
  );
  const { people } = await vault.seen();
  const meant = people.find(({ names }) => names.includes(ANA))?.id ?? 0;
  const open = await vault.house.peek();
  const preview = await previewErasure(open.views, await open.planErasure({ scope: 'person', ids: [meant] }));
  await open.close();
  assert.deepEqual(preview.identifiers, [ANA]);
  assert.deepEqual(
    preview.nearMatches.map(({ names }) => names),
    [['brunhilde QUIXMORBA']],
  );
  assert.deepEqual([preview.entries, preview.objects], [3, 1]);
  assert.deepEqual((await vault.seen()).people, people);
});
