// Who may do what: a session that is ended ends at once, and a role is refused in words what it does not hold.

import assert from 'node:assert/strict';
import { OWNER } from '../account.ts';
import { type Flow, STAFF } from '../house.ts';

export const endedSession: Flow = {
  title: 'a session that is ended elsewhere is led to signing in, and its page keeps nothing',
  isNewSession: true,
  refusals: [401],
  walk: async ({ accessible, device, like, page, say }, house) => {
    await page.goto('/settings/security');
    await page.getByText(say('settings.session-here'), { exact: true }).waitFor();
    const elsewhere = await house.visit(device);
    await elsewhere.page.goto('/settings/security');
    const ends = elsewhere.page.getByRole('button', { name: like('settings.session-end') });
    await ends.first().waitFor();
    for (let left = await ends.count(); left > 0; left--) {
      await ends.first().click();
      await ends.nth(left - 1).waitFor({ state: 'detached' });
    }
    await elsewhere.page.getByText(say('settings.session-here'), { exact: true }).waitFor();
    await page.goto('/settings/me');
    await page.getByRole('heading', { name: say('sign-in.title') }).waitFor();
    assert.equal(await page.getByText(OWNER.name).count(), 0);
    await accessible('signing in again');
    elsewhere.isClean();
  },
};

export const agentsRole: Flow = {
  title: 'an agent sees only what the agent did; what is refused is said, and on record',
  who: 'agent',
  walk: async ({ accessible, context, device, page, say }, house) => {
    await page.goto('/audit');
    await page.getByText(say('audit.about-own')).waitFor();
    assert.equal(await page.getByRole('table').getByText(OWNER.name).count(), 0);
    assert.equal(await page.getByRole('link', { name: say('shell.integrity') }).count(), 0);
    await page.goto('/settings/team');
    await page.getByText(say('settings.none')).waitFor();
    await accessible('a section that the role does not hold');
    assert.equal((await context.request.get(`${house.acta.address}/api/v1/staff`)).status(), 403);
    const owner = await house.visit(device);
    await owner.page.goto('/audit?outcome=refused');
    await owner.page.getByRole('table').getByText(STAFF.agent.name).first().waitFor();
    owner.isClean();
  },
};

export const auditorsRole: Flow = {
  title: 'an auditor sees who did what and no text; what is refused is on record',
  who: 'auditor',
  walk: async ({ context, device, page, say }, house) => {
    await page.goto('/audit');
    await page.getByText(say('audit.about')).waitFor();
    await page.getByRole('table').getByText(OWNER.name).first().waitFor();
    assert.equal(await page.getByRole('link', { name: say('shell.inbox') }).count(), 0);
    assert.equal(await page.getByRole('link', { name: say('shell.search') }).count(), 0);
    for (const path of ['conversations', 'conversations/1/messages', 'search?q=caf%C3%A9', 'people'])
      assert.equal((await context.request.get(`${house.acta.address}/api/v1/${path}`)).status(), 403, path);
    const owner = await house.visit(device);
    await owner.page.goto('/audit?outcome=refused');
    await owner.page.getByRole('table').getByText(STAFF.auditor.name).first().waitFor();
    await owner.accessible('what was refused');
    owner.isClean();
  },
};
