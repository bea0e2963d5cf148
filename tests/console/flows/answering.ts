// Answering a customer: a reply through the sandbox and its way to being read, a template where the window has closed, and what the
// customer edits and deletes.

import assert from 'node:assert/strict';
import type { Flow } from '../house.ts';
import { act, chatOf, SHARED_NUMBER, wroteBefore } from '../phones.ts';
import { takeFlowPicture } from '../pictures.ts';
import { INBOX, openWith } from './inbox.ts';

export const answering: Flow = {
  title: 'a reply goes out to the customer’s phone, and is seen to be read',
  walk: async (visit, { acta, customer }) => {
    const { accessible, page, say, settled } = visit;
    const phone = await customer('Rogelio');
    await page.goto(INBOX);
    await act(acta, phone, { act: 'text', body: '¿Tienen la muela coronada?' });
    await openWith(visit, phone.name);
    await page.getByText(say('conversation.window-open')).waitFor();
    await page.getByLabel(say('conversation.reply')).fill('Sí, el martes a las 11.');
    await page.getByLabel(say('conversation.reply')).press('Enter');
    const reply = page.getByRole('article').filter({ hasText: 'Sí, el martes a las 11.' });
    await reply.getByRole('img', { name: say('conversation.way-delivered') }).waitFor();
    assert.ok((await chatOf(acta, phone)).includes('Sí, el martes a las 11.'));
    await act(acta, phone, { act: 'read' });
    await reply.getByRole('img', { name: say('conversation.way-read'), exact: true }).waitFor();
    await accessible('a conversation that was answered');
    await settled();
    await takeFlowPicture(visit, 'inbox');
  },
};

export const closedWindow: Flow = {
  title: 'where the window has closed a template goes out in place of a reply',
  walk: async (visit, { acta, customer }) => {
    const { accessible, like, page, say } = visit;
    const phone = await customer('Celia');
    await wroteBefore(acta, { name: phone.name, phone: phone.phone, text: 'Buenas tardes', hours: 30 });
    await page.goto(INBOX);
    await openWith(visit, phone.name);
    await page
      .getByText(like('conversation.window-closed-day'))
      .or(page.getByText(like('conversation.window-closed')))
      .first()
      .waitFor();
    assert.equal(await page.getByLabel(say('conversation.reply')).count(), 0);
    const send = page.getByRole('button', { name: say('conversation.template-send') });
    await send.waitFor();
    await accessible('a conversation whose window has closed');
    for (const place of await page.getByLabel(like('conversation.template-place')).all()) await place.fill('Celia');
    await send.click();
    await page.getByRole('img', { name: say('conversation.way-delivered') }).waitFor();
    assert.ok((await chatOf(acta, phone)).includes('template'));
  },
};

export const versions: Flow = {
  title: 'what the customer edits is shown with every version, and what the customer deletes is kept and said to be',
  walk: async (visit, { acta, customer }) => {
    const { accessible, page, say, within } = visit;
    const phone = await customer('Wei Lin');
    const number = SHARED_NUMBER;
    const edited = await act(acta, phone, { act: 'text', number, body: 'Two sacks on Monday' });
    const deleted = await act(acta, phone, { act: 'text', number, body: 'My address is Calle Sol 4' });
    await page.goto(INBOX);
    await openWith(visit, phone.name);
    const feed = page.getByRole('feed');
    await feed.getByText('My address is Calle Sol 4').waitFor();
    await act(acta, phone, { act: 'edit', number, target: edited, body: 'Three sacks on Monday' });
    await page.getByRole('button', { name: say('conversation.edited', { count: 2 }) }).click();
    const dialog = page.getByRole('dialog', { name: say('conversation.versions') });
    await dialog.getByText('Two sacks on Monday').waitFor();
    await dialog.locator('ins', { hasText: 'Three' }).waitFor();
    await accessible('the versions of a message');
    await page.keyboard.press('Escape');
    await act(acta, phone, { act: 'delete', number, target: deleted });
    await page
      .getByRole('article')
      .filter({ hasText: within('conversation.deleted', { name: phone.name }) })
      .getByRole('button', { name: say('conversation.deleted-open') })
      .waitFor();
    assert.equal(await feed.getByText('My address is Calle Sol 4').count(), 0);
    await accessible('a conversation with a message that was deleted');
  },
};
