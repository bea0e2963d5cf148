// Deliveries as they came, what erasing leaves of them, and those that were understood only later.

import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type Said, webhookBody } from '../assembly/live.test-support.ts';
import { VaultHouse } from '../assembly/vault-house.ts';
import { freshActa, type TestActa } from './acta.test-support.ts';

const [ANA, LUIS] = ['5215512345678', '5215587654321'];
const START = Date.parse('2026-11-22T11:00:00Z') / 1000;

function text(from: string, id: string, body: string): Said {
  return { from, id: `wamid.${id}`, timestamp: String(START), type: 'text', text: { body } };
}

const contact = (waId: string, name: string): Said => ({ wa_id: waId, profile: { name } });

const TWO = webhookBody({
  contacts: [contact(ANA, 'Ana'), contact(LUIS, 'Luis')],
  messages: [text(ANA, '1', 'una rosca “grande” 🎂'), text(LUIS, '2', 'dos')],
});

/** Seqs of the delivery records, in order. */
async function deliveriesIn(acta: TestActa): Promise<number[]> {
  const house = new VaultHouse({ ...acta.at, dir: acta.vault, keys: { dir: acta.keys }, isSeen: false });
  const vault = await house.peek();
  const rows = await vault.views.db
    .selectFrom('other')
    .select('seq')
    .where('kind', '=', 'delivery')
    .orderBy('seq')
    .execute();
  await vault.close();
  return rows.map(({ seq }) => seq);
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test('a delivery is put together again byte for byte, also where it repeats another', async (t) => {
  const acta = freshActa(t);
  const nonsense = Buffer.from('nonsense');
  const long = webhookBody({ contacts: [contact(ANA, 'Ana')], messages: [text(ANA, '3', 'muy largo '.repeat(3_000))] });
  await acta.deliver(TWO, TWO, long, nonsense);
  const ids = await deliveriesIn(acta);
  for (const [at, body] of [TWO, TWO, long, nonsense].entries()) {
    const out = acta.place(`body-${at}`);
    const { code, first } = await acta.do('delivery', String(ids[at]), '--out', out, '--json');
    assert.deepEqual([code, first['verdict'], first['sizeBytes']], [0, 'complete', body.length], String(at));
    assert.ok(readFileSync(out).equals(body));
    assert.equal(first['sha256'], sha256(body));
  }
  assert.match((await acta.do('delivery', String(ids[0]))).out, /Complete: .*signature matched secret 1/);
  assert.equal((await acta.do('delivery', '1')).code, 1);
});

test('a delivery of somebody erased is incomplete by erasure, and says which parts are gone', async (t) => {
  const acta = freshActa(t);
  await acta.deliver(TWO);
  const [id] = await deliveriesIn(acta);
  const [ana] = (await acta.do('people', ANA, '--json')).json;
  assert.equal((await acta.do('erase', '--person', String(ana?.['id']), '--reason', 'asked')).code, 0);
  const { code, out } = await acta.do('delivery', String(id));
  assert.equal(code, 0);
  assert.match(out, /Incomplete by erasure: 2 of 4 parts/);
  assert.equal(out.match(/\terased/g)?.length, 2);
  const body = acta.place('left');
  await acta.do('delivery', String(id), '--out', body);
  const left = readFileSync(body, 'utf8');
  assert.ok(left.includes('dos') && !left.includes('rosca') && !left.includes(ANA));
  await acta.deliver(TWO);
  const [, again] = await deliveriesIn(acta);
  assert.equal((await acta.do('delivery', String(again), '--json')).first['verdict'], 'incomplete');
});

/** Keeps a body as one that nobody could read when it came. */
async function quarantine(acta: TestActa, body: Buffer): Promise<void> {
  const house = new VaultHouse({ ...acta.at, dir: acta.vault, keys: { dir: acta.keys }, isSeen: false });
  const vault = await house.write({ make: true });
  const recordedAt = acta.now.toISOString();
  const keep = async function* () {
    yield body;
  };
  const held = {
    content: await vault.desk.keep(keep()),
    file: 'webhook',
    kind: 'quarantine',
    line: 0,
    reason: 'webhook-not-json',
    recordedAt,
    v: 1,
  } as const;
  const scope = { subject: 0, conversation: 0, month: 0 };
  const seq = await vault.desk.append([{ ...scope, record: held }]);
  const signature = createHmac('sha256', 'secret').update(body).digest('hex');
  const came = {
    body: '',
    gaps: [],
    kind: 'delivery',
    parts: [seq, 1],
    receivedAt: recordedAt,
    secret: 0,
    sha256: sha256(body),
    signature,
    sizeBytes: body.length,
    v: 1,
  } as const;
  await vault.desk.append([{ ...scope, record: came }]);
  await vault.settle();
  await vault.close();
}

test('what could not be read when it came is understood later, and nothing of it stays where nobody could be forgotten', async (t) => {
  const acta = freshActa(t);
  await quarantine(acta, TWO);
  await acta.deliver(Buffer.from('nonsense'));
  const [came] = await deliveriesIn(acta);
  assert.equal((await acta.do('delivery', String(came), '--json')).first['verdict'], 'complete');
  assert.deepEqual((await acta.do('chats', '--json')).json, []);
  const retried = await acta.do('quarantine', 'retry', '--json');
  assert.deepEqual([retried.first['tried'], retried.first['done'], retried.first['left']], [2, 1, 1], retried.err);
  assert.equal((await acta.do('chats', '--json')).json.length, 2);
  const out = acta.place('body');
  const whole = await acta.do('delivery', String(came), '--out', out, '--json');
  assert.equal(whole.first['verdict'], 'complete');
  assert.ok(readFileSync(out).equals(TWO));
  const [ana] = (await acta.do('people', ANA, '--json')).json;
  await acta.do('erase', '--person', String(ana?.['id']), '--reason', 'asked');
  assert.equal((await acta.do('delivery', String(came), '--json')).first['verdict'], 'incomplete');
  assert.equal((await acta.do('verify', '--deep', '--json')).first['verdict'], 'intact');
  assert.equal((await acta.do('quarantine', 'list', '--json')).json.length, 1);
  await acta.do('rebuild');
  assert.equal((await acta.do('delivery', String(came), '--json')).first['verdict'], 'incomplete');
});
