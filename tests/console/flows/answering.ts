// Answering a customer: a reply through the sandbox and its way to being read, a template where the window has closed, and what the
// customer edits and deletes.

import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Flow, House } from '../house.ts';
import { act, chatOf, phoneOf, SHARED_NUMBER, wroteBefore } from '../phones.ts';
import { takePicture } from '../pictures.ts';
import { expectAccessible } from '../watched.ts';

const PLACE = /^Place /u;
const DELETED = /Wei Lin deleted this message at/u;

export const answering: Flow = {
  title: 'a reply goes out to the customer’s phone, and is seen to be read',
  walk: async (house) => {
    const phone = await phoneOf(house.acta, 'Rogelio Cantú', '5218112345671');
    const { context, isClean, page, settled } = await house.asOwner();
    await page.goto('/inbox?tab=all');
    await act(house.acta, phone, { act: 'text', body: '¿Tienen la muela coronada?' });
    await openFromInbox(page, 'Rogelio Cantú');
    await page.getByText('Window open').waitFor();
    await page.getByLabel('Write a reply').fill('Sí, el martes a las 11.');
    await page.getByLabel('Write a reply').press('Enter');
    const reply = page.getByRole('article').filter({ hasText: 'Sí, el martes a las 11.' });
    await reply.getByRole('img', { name: 'Delivered' }).waitFor();
    assert.ok((await chatOf(house.acta, phone)).includes('Sí, el martes a las 11.'));
    await act(house.acta, phone, { act: 'read' });
    await reply.getByRole('img', { name: 'Read', exact: true }).waitFor();
    await expectAccessible(page, 'a conversation that was answered');
    await settled();
    await takePicture(page, 'inbox');
    isClean();
    await context.close();
  },
};

/** A row of the list. */
async function openFromInbox(page: Page, name: string): Promise<void> {
  await page.locator('a[data-row]', { hasText: name }).click();
  await page.getByRole('article').first().waitFor();
}

export const closedWindow: Flow = {
  title: 'where the window has closed a template goes out in place of a reply',
  walk: async (house) => {
    const phone = await phoneOf(house.acta, 'Celia Ramos', '5218112345672');
    await wroteBefore(house.acta, { name: phone.name, phone: phone.phone, text: 'Buenas tardes', hours: 30 });
    const { context, isClean, page } = await house.asOwner();
    await page.goto('/inbox?tab=all');
    await openFromInbox(page, 'Celia Ramos');
    await page.getByText('Window closed', { exact: false }).waitFor();
    assert.equal(await page.getByLabel('Write a reply').count(), 0);
    await page.getByRole('button', { name: 'Send template' }).waitFor();
    await expectAccessible(page, 'a conversation whose window has closed');
    for (const place of await page.getByLabel(PLACE).all()) await place.fill('Celia');
    await page.getByRole('button', { name: 'Send template' }).click();
    await page.getByRole('img', { name: 'Delivered' }).waitFor();
    assert.ok((await chatOf(house.acta, phone)).includes('template'));
    isClean();
    await context.close();
  },
};

export const versions: Flow = {
  title: 'what the customer edits is shown with every version, and what the customer deletes is kept and said to be',
  walk: async (house: House) => {
    const phone = await phoneOf(house.acta, 'Wei Lin', '8613800138000');
    const number = SHARED_NUMBER;
    const { context, isClean, page } = await house.asOwner();
    const edited = await act(house.acta, phone, { act: 'text', number, body: 'Two sacks on Monday' });
    const deleted = await act(house.acta, phone, { act: 'text', number, body: 'My address is Calle Sol 4' });
    await page.goto('/inbox?tab=all');
    await openFromInbox(page, 'Wei Lin');
    const feed = page.getByRole('feed');
    await feed.getByText('My address is Calle Sol 4').waitFor();
    await act(house.acta, phone, { act: 'edit', number, target: edited, body: 'Three sacks on Monday' });
    await page.getByRole('button', { name: 'Edited · 2 versions' }).click();
    const dialog = page.getByRole('dialog', { name: 'Versions of this message' });
    await dialog.getByText('Two sacks on Monday').waitFor();
    await dialog.locator('ins', { hasText: 'Three' }).waitFor();
    await expectAccessible(page, 'the versions of a message');
    await page.keyboard.press('Escape');
    await act(house.acta, phone, { act: 'delete', number, target: deleted });
    await page.getByText(DELETED).waitFor();
    assert.equal(await feed.getByText('My address is Calle Sol 4').count(), 0);
    await expectAccessible(page, 'a conversation with a message that was deleted');
    isClean();
    await context.close();
  },
};
