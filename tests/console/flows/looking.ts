// Finding a message and proving it: search as somebody types, and the seal's proof, checked by the browser and again, from what was
// taken along, without a server.

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256, verifyEd25519 } from '../../../packages/ledger/src/index.ts';
import { checkEvidence, EVIDENCE_FILE, parseEvidence } from '../../../packages/verifier/src/index.ts';
import type { ActaServer } from '../acta-server.ts';
import type { Flow, Visit } from '../house.ts';
import { takeFlowPicture } from '../pictures.ts';
import { filesOf } from '../stored-zip.ts';
import { PHONE } from '../watched.ts';
import type { Key } from '../words.ts';

const ASKED = /q=boda/u;
const CONVERSATION = /\/inbox\/\d+/u;

export const searching: Flow = {
  title: 'a message is found while somebody types, opened, and found again by its link',
  walk: async ({ accessible, device, page, say }) => {
    await page.goto('/search');
    await page.getByLabel(say('search.field')).pressSequentially('boda', { delay: 20 });
    await page.locator('mark').first().waitFor();
    await accessible('search with results');
    await page.waitForURL(ASKED);
    const link = page.url();
    await page.goto('/more');
    await page.goto(link);
    await page.locator('mark').first().waitFor();
    if (device.size === PHONE) await page.locator('button:has(mark)').first().click();
    else await page.getByRole('button', { name: say('search.open') }).click();
    await page.waitForURL(CONVERSATION);
    await page.getByRole('article').first().waitFor();
  },
};

export const proving: Flow = {
  title: 'a seal opens the proof, which the browser checks; proof and evidence, taken along, hold without a server',
  walk: async (visit, house) => {
    const { accessible, like, page, say } = visit;
    await page.goto(`/inbox/${await house.conversationWith('Lucía Herrera')}?tab=all`);
    await page
      .getByRole('button', { name: like('conversation.sealed') })
      .last()
      .click();
    await page.getByRole('heading', { name: say('proof.title-checked') }).waitFor();
    await accessible('a proof');
    await takeFlowPicture(visit, 'proof');
    const proof = await downloaded(visit, 'proof.download');
    const bundle = await downloaded(visit, 'proof.bundle');
    const files = new Map<string, Uint8Array>(filesOf(bundle));
    assert.equal(await verdictOf(files, house.acta), 'intact');
    const { vkey, ...evidence } = parseEvidence(files.set(EVIDENCE_FILE.proof, proof));
    assert.equal((await checkEvidence({ ...evidence, vkey, sha256, verifyEd25519 })).verdict, 'intact');
  },
};

/** What `acta check` says of a folder with these files. */
async function verdictOf(files: ReadonlyMap<string, Uint8Array>, acta: ActaServer): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'acta-evidence-'));
  try {
    for (const [name, bytes] of files) await writeFile(join(dir, name), bytes);
    return (JSON.parse(await acta.run('check', dir, '--json')) as { readonly verdict: string }).verdict;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** What a button hands out. */
async function downloaded({ page, say }: Visit, key: Key): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: say(key) }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
