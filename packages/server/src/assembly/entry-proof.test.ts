// The proof of one entry over the interface: it convinces a verifier, holds no text for whoever may not read it, and a bundle with the
// text asks for a fresh second factor; who may not have it is refused, and that is on record.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sha256, verifyEd25519 } from '@acta/ledger';
import { checkEvidence, EVIDENCE_FILE, parseEvidence } from '@acta/verifier';
import { testApi } from './api.test-support.ts';

const CHAT = '[13/07/26, 09:12:00] Rogelio: Good morning\n[13/07/26, 09:13:00] Mariana: The truck leaves at 8\n';

test('the proof of an entry convinces a verifier, with the record or without', async (t) => {
  const api = await testApi(t, { before: (vault) => vault.importText('WhatsApp Chat with Rogelio.txt', CHAT) });
  const entry = await entryOf(api);
  const whole = await proofOf(api.address, entry, await api.key('prove', 'read:messages'));
  assert.equal(whole['state'], 'sealed');
  assert.match(String(whole['record']), /Good morning/);
  const claim = {
    record: Buffer.from(String(whole['record'])),
    salt: Buffer.from(String(whole['salt']), 'hex'),
    proof: String(whole['proof']),
    vkey: String(whole['vkey']),
    sha256,
    verifyEd25519,
  };
  assert.equal((await checkEvidence(claim)).verdict, 'intact');
  const altered = await checkEvidence({
    ...claim,
    record: Buffer.from(String(whole['record']).replace('Good', 'Fine')),
  });
  assert.equal(altered.verdict, 'altered');
  const bare = await proofOf(api.address, entry, await api.key('prove'));
  assert.deepEqual([bare['record'], bare['salt']], [undefined, undefined]);
  assert.equal(bare['commitment'], whole['commitment']);
  assert.doesNotMatch(JSON.stringify(bare), /Rogelio|morning/);
});

test('a bundle holds the files of a proof; a key without the scopes is refused, on record', async (t) => {
  const api = await testApi(t, { before: (vault) => vault.importText('WhatsApp Chat with Rogelio.txt', CHAT) });
  const entry = await entryOf(api);
  const at = `${api.address}/api/v1/entries/${entry}/evidence`;
  const refused = await fetch(at, { headers: { authorization: `Bearer ${await api.key('prove', 'export')}` } });
  assert.equal(refused.status, 403);
  const size = await api.vault.log.size();
  const last = await api.vault.reader.record(size - 1);
  assert.ok(last?.kind === 'audit' && last.outcome === 'refused' && last.command === 'api-get-entry-evidence');
  const bundle = Buffer.from(await (await api.get(`/api/v1/entries/${entry}/evidence`)).arrayBuffer());
  const { vkey, ...evidence } = parseEvidence(storedFiles(bundle));
  assert.equal((await checkEvidence({ ...evidence, vkey, sha256, verifyEd25519 })).verdict, 'intact');
});

test('what was erased by order has its place and its proof, and nothing else', async (t) => {
  const api = await testApi(t, { before: (vault) => vault.importText('WhatsApp Chat with Rogelio.txt', CHAT) });
  const entry = await entryOf(api);
  const plan = await api.vault.planErasure({ scope: 'entries', ids: [entry] });
  await api.vault.erase(plan, 'asked for');
  const found = await proofOf(api.address, entry, await api.key('prove', 'read:messages'));
  assert.equal(found['state'], 'erased');
  assert.equal(found['record'], undefined);
  assert.match(String(found['proof']), /^c2sp\.org\/tlog-proof@v1\n/);
  const beyond = await fetch(`${api.address}/api/v1/entries/999999/proof`, {
    headers: { authorization: `Bearer ${await api.key('prove')}` },
  });
  assert.equal(beyond.status, 404);
});

type Api = Awaited<ReturnType<typeof testApi>>;

async function entryOf({ vault }: Api): Promise<number> {
  await vault.settle();
  const size = await vault.log.size();
  for (let seq = 0; seq < size; seq++) {
    const record = await vault.reader.record(seq);
    if (record?.kind === 'message') return seq;
  }
  throw new Error('no message');
}

async function proofOf(address: string, entry: number, key: string): Promise<Record<string, unknown>> {
  const answer = await fetch(`${address}/api/v1/entries/${entry}/proof`, {
    headers: { authorization: `Bearer ${key}` },
  });
  assert.equal(answer.status, 200);
  return (await answer.json()) as Record<string, unknown>;
}

/** The files of a zip that stores them as they are. */
function storedFiles(zip: Buffer): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50; ) {
    const [size, named] = [zip.readUInt32LE(at + 18), zip.readUInt16LE(at + 26)];
    const start = at + 30 + named;
    files.set(zip.toString('utf8', at + 30, start), zip.subarray(start, start + size));
    at = start + size;
  }
  assert.deepEqual([...files.keys()].sort(), Object.values(EVIDENCE_FILE).sort());
  return files;
}
