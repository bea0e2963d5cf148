// What goes wrong while somebody writes: the session ends, a colleague answers first, the server goes away. Nothing that was written is
// lost, and everything goes on by itself or says what to do.

import assert from 'node:assert/strict';
import { OWNER, post } from '../account.ts';
import { type Flow, type House, STAFF, type Visit } from '../house.ts';
import { act, chatOf, type Phone } from '../phones.ts';
import { INBOX, openWith } from './inbox.ts';

/** A conversation with a new customer, open on the page. */
async function withCustomer(visit: Visit, { acta, customer }: House, name: string): Promise<Phone> {
  const phone = await customer(name);
  await act(acta, phone, { act: 'text', body: 'Buenos días' });
  await visit.page.goto(INBOX);
  await openWith(visit, phone.name);
  await visit.page.getByText(visit.say('conversation.window-open')).waitFor();
  return phone;
}

export const endedWhileWriting: Flow = {
  title: 'a session that ends while somebody writes is said; the draft is there after signing in',
  isNewSession: true,
  refusals: [401],
  walk: async (visit, house) => {
    const { accessible, context, page, say } = visit;
    await withCustomer(visit, house, 'Elena');
    const field = page.getByLabel(say('conversation.reply'));
    await field.fill('Con gusto, su pedido');
    await post(context, house.acta.address, '/auth/sign-out', {});
    await field.pressSequentially(' sale');
    await page.getByText(say('conversation.signed-out')).waitFor();
    await accessible('a conversation whose session ended');
    await page.getByRole('link', { name: say('conversation.sign-in') }).click();
    await signInAgain(visit, house);
    await field.waitFor();
    assert.equal(await field.inputValue(), 'Con gusto, su pedido sale');
  },
};

/** By hand, with whichever second factor is there. */
async function signInAgain({ page, say }: Visit, { codes }: House): Promise<void> {
  await page.getByLabel(say('sign-in.email')).fill(OWNER.email);
  await page.getByLabel(say('sign-in.password')).fill(OWNER.password);
  await page.getByRole('button', { name: say('sign-in.continue') }).click();
  await page.getByLabel(say('sign-in.code'), { exact: true }).waitFor();
  const { code, kind } = await codes.atOnce();
  if (kind === 'recovery') await page.getByRole('button', { name: say('sign-in.recovery') }).click();
  const label = say(kind === 'recovery' ? 'sign-in.recovery-code' : 'sign-in.code');
  await page.getByLabel(label, { exact: true }).fill(code);
  await page.getByRole('button', { name: say('sign-in.continue') }).click();
}

export const answeredAtOnce: Flow = {
  title: 'two who answer at once both see it, and neither answer is lost',
  walk: async (visit, house) => {
    const { accessible, device, like, page, say } = visit;
    const phone = await withCustomer(visit, house, 'Fernanda');
    await page.getByLabel(say('conversation.reply')).fill('Abrimos a las ocho.');
    const other = await house.visit(device, { who: 'compliance' });
    await other.page.goto(new URL(page.url()).pathname);
    await other.page.getByText(like('conversation.types-too', { name: OWNER.name })).waitFor({ state: 'attached' });
    await other.page.getByLabel(say('conversation.reply')).fill('A las ocho, como siempre.');
    await other.page.getByLabel(say('conversation.reply')).press('Enter');
    await page.getByText(like('conversation.both', { name: STAFF.compliance.name })).waitFor();
    await accessible('a conversation that a colleague answered');
    assert.equal(await page.getByLabel(say('conversation.reply')).inputValue(), 'Abrimos a las ocho.');
    await page.getByRole('button', { name: say('conversation.both-send') }).click();
    for (const one of [page, other.page])
      for (const text of ['Abrimos a las ocho.', 'A las ocho, como siempre.'])
        await one
          .getByRole('article')
          .filter({ hasText: text })
          .getByRole('img', { name: say('conversation.way-delivered') })
          .waitFor();
    const chat = await chatOf(house.acta, phone);
    assert.ok(chat.includes('Abrimos a las ocho.') && chat.includes('A las ocho, como siempre.'));
    other.isClean();
  },
};

export const serverAway: Flow = {
  title: 'a server that goes away is said with since when; what was written waits and goes out when it is back',
  refusals: ['nobody', 502, 503],
  walk: async (visit, house) => {
    const { accessible, device, like, page, say } = visit;
    const text = `Ya va en camino, ${device.language}.`;
    await withCustomer(visit, house, 'Gloria');
    await house.acta.down();
    const field = page.getByLabel(say('conversation.reply'));
    await field.fill(text);
    await field.press('Enter');
    await page.getByText(like('shell.server-away')).waitFor();
    await page.getByText(say('conversation.queued', { count: 1 })).waitFor();
    await accessible('a conversation without a server');
    await house.acta.up();
    await page.getByText(like('shell.server-away')).waitFor({ state: 'detached' });
    await page.getByText(say('conversation.queued', { count: 1 })).waitFor({ state: 'detached' });
    const reply = page.getByRole('article').filter({ hasText: text });
    await reply.getByRole('img', { name: say('conversation.way-waiting') }).waitFor({ state: 'detached' });
    assert.equal(await reply.count(), 1);
    assert.equal(await field.inputValue(), '');
  },
};
