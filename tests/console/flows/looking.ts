// Finding a message and proving it: search as somebody types, and the seal's proof, checked by the browser and again without a server.

import assert from 'node:assert/strict';
import type { Flow } from '../house.ts';
import { takePicture } from '../pictures.ts';
import { expectAccessible } from '../watched.ts';

const ASKED = /q=boda/u;
const CONVERSATION = /\/inbox\/\d+/u;
const SEALED = /^Sealed, entry/u;
const PROOF_FILE = /^entry-\d+\.tlog-proof$/u;

export const searching: Flow = {
  title: 'a message is found while somebody types, opened by key, and found again by its link',
  walk: async (house) => {
    const { context, isClean, page } = await house.asOwner();
    await page.goto('/search');
    await page.getByLabel('Words, names, numbers').pressSequentially('boda', { delay: 20 });
    await page.locator('mark').first().waitFor();
    await expectAccessible(page, 'search with results');
    const link = page.url();
    assert.match(link, ASKED);
    await page.goto(link);
    await page.locator('mark').first().waitFor();
    await page.getByRole('button', { name: 'Open conversation' }).click();
    await page.waitForURL(CONVERSATION);
    await page.getByRole('article').first().waitFor();
    isClean();
    await context.close();
  },
};

export const proving: Flow = {
  title: 'a seal opens the proof, which the browser checks; taken along, it holds without a server',
  walk: async (house) => {
    const { context, isClean, page } = await house.asOwner();
    await page.goto('/inbox?tab=all');
    await page.locator('a[data-row]', { hasText: 'Lucía Herrera' }).click();
    await page.getByRole('button', { name: SEALED }).last().click();
    await page.getByRole('heading', { name: 'This message is in the ledger, unchanged.' }).waitFor();
    await expectAccessible(page, 'a proof');
    await takePicture(page, 'proof');
    const [proof] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download proof' }).click(),
    ]);
    assert.match(proof.suggestedFilename(), PROOF_FILE);
    isClean();
    await context.close();
  },
};
