// Who may do what: a session that is ended ends at once, and a role is refused in words what it does not hold.

import assert from 'node:assert/strict';
import { join, OWNER, type Person } from '../account.ts';
import type { Flow, House } from '../house.ts';
import { deviceOf, expectAccessible, until, watchedPage } from '../watched.ts';

export const endedSession: Flow = {
  title: 'a session that is ended elsewhere is led to signing in, and its page keeps nothing',
  walk: async (house) => {
    const other = await house.asOwner({}, { isNewSession: true, refusals: [401] });
    await other.page.goto('/settings/security');
    await other.page.getByText('This one').waitFor();
    const { context, isClean, page } = await house.asOwner();
    await page.goto('/settings/security');
    await page.getByText('This one').waitFor();
    const ends = page.getByRole('button', { name: ENDS });
    while ((await ends.count()) > 0) {
      const before = await ends.count();
      await ends.first().click();
      await until(page, `document.querySelectorAll('button[aria-label^="End the session"]').length < ${before}`);
    }
    await expectAccessible(page, 'the sessions');
    await other.page.goto('/settings/security');
    await other.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    isClean();
    await context.close();
    await other.context.close();
  },
};

const ENDS = /^End the session/u;

const AGENT: Person = { name: 'Tomás Ibarra', email: 'tomas@example.mx', password: 'three green lamps' };
const AUDITOR: Person = { name: 'Inés Cano', email: 'ines@example.mx', password: 'four quiet rooms' };

export const wrongRole: Flow = {
  title: 'an agent sees only what the agent did, an auditor no text; what was refused is on record',
  walk: async (house) => {
    const { acta, browser, owner } = house;
    const agent = await deviceOf(browser, acta.address);
    await join(owner, agent, { address: acta.address, person: AGENT, role: 'agent' });
    const { isClean, page } = await watchedPage(agent);
    await page.goto('/audit');
    await page.getByText('What you looked at, changed or sent.', { exact: false }).waitFor();
    assert.equal(await page.getByRole('table').getByText(OWNER.name).count(), 0);
    assert.equal(await page.getByRole('link', { name: 'Integrity' }).count(), 0);
    await page.goto('/settings/team');
    await page.getByText('There is no such section, or your role does not hold it.').waitFor();
    await expectAccessible(page, 'a section that the role does not hold');
    isClean();
    assert.equal((await agent.request.get(`${acta.address}/api/v1/staff`)).status(), 403);
    await agent.close();
    await withoutText(house);
    const seen = await house.asOwner();
    await seen.page.goto('/audit?outcome=refused');
    await seen.page.getByRole('table').getByText(AGENT.name).first().waitFor();
    await seen.page.getByRole('table').getByText(AUDITOR.name).first().waitFor();
    await expectAccessible(seen.page, 'what was refused');
    seen.isClean();
    await seen.context.close();
  },
};

async function withoutText({ acta, browser, owner }: House): Promise<void> {
  const auditor = await deviceOf(browser, acta.address);
  await join(owner, auditor, { address: acta.address, person: AUDITOR, role: 'auditor' });
  const { isClean, page } = await watchedPage(auditor);
  await page.goto('/audit');
  await page.getByText('Who looked at, changed, exported or erased what.', { exact: false }).waitFor();
  assert.equal(await page.getByRole('link', { name: 'Inbox' }).count(), 0);
  assert.equal(await page.getByRole('link', { name: 'Search' }).count(), 0);
  isClean();
  for (const path of ['conversations', 'conversations/1/messages', 'search?q=caf%C3%A9', 'people'])
    assert.equal((await auditor.request.get(`${acta.address}/api/v1/${path}`)).status(), 403, path);
  await auditor.close();
}
