// Without a network the console opens, shows what was read and says so; what it keeps can be read by nobody, and goes with the session.

import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { post } from '../account.ts';
import type { Flow } from '../house.ts';
import { until } from '../watched.ts';

/** The last words of the sample. */
const SAID = 'Recibida. Gracias por todo';
const LIST = '/api/v1/conversations';

export const offline: Flow = {
  title: 'what was read can be read again without a network, lies sealed on the device, and goes with the session',
  isNewSession: true,
  walk: async (visit, house) => {
    const { context, page, say, settled } = visit;
    await page.goto('/more');
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await until(page, 'navigator.serviceWorker.controller !== null');
    await page.goto(`/inbox/${await house.conversationWith('Lucía Herrera')}?tab=all`);
    await page.getByRole('feed').getByText(SAID).first().waitFor();
    await settled();
    const read = page.url();
    const session = await fetched(page, '/api/v1/session');
    const list = await fetched(page, LIST);
    assert.equal(list.kept, null);
    await until(page, `${ROWS}.then((rows) => rows.length >= 2)`);
    const stored = await page.evaluate<string>(`${ROWS}.then((rows) => rows.map(({ name, sealed }) =>
      name + new TextDecoder('latin1').decode(sealed)).join())`);
    for (const secret of ['Nora', 'Recibida', 'conversations', 'mariana', 'signed-in'])
      assert.ok(!stored.includes(secret), secret);
    await context.setOffline(true);
    assert.deepEqual((await fetched(page, LIST)).body, list.body);
    await page.reload();
    await page.getByText(say('shell.offline')).waitFor();
    const again = await fetched(page, '/api/v1/session');
    assert.deepEqual(again.body, session.body);
    assert.notEqual(again.kept, null);
    await page.goto(read);
    await page.getByRole('feed').getByText(SAID).first().waitFor();
    await context.setOffline(false);
    await post(context, house.acta.address, '/auth/sign-out', {});
    assert.equal((await fetched(page, LIST)).status, 401);
    await until(page, `${ROWS}.then((rows) => rows.length === 0)`);
    await context.setOffline(true);
    await assert.rejects(fetched(page, LIST));
  },
  refusals: ['nobody', 401],
};

/** What the device keeps, as its database holds it. */
const ROWS = `new Promise((resolve) => {
  const asked = indexedDB.open('acta-read');
  asked.onsuccess = () => {
    const rows = asked.result.transaction('rows').objectStore('rows').getAll();
    rows.onsuccess = () => { asked.result.close(); resolve(rows.result); };
  };
})`;

interface Fetched {
  readonly status: number;
  readonly kept: string | null;
  readonly body: string;
}

function fetched(page: Page, path: string): Promise<Fetched> {
  return page.evaluate<Fetched>(
    `fetch(${JSON.stringify(path)}).then(async (answer) => ({
      status: answer.status, kept: answer.headers.get('x-acta-kept'), body: await answer.text() }))`,
  );
}
