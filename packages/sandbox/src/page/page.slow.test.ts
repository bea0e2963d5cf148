// The phones in a real browser: somebody writes, the business answers, the page shows it, and nothing is fetched from elsewhere.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allOf, type Pair, withSandbox } from '../sandbox.test-support.ts';
import { type Browser, type Page, withBrowser } from './browser.test-support.ts';

/** A page, and what it complained of or asked of others. */
async function open(browser: Browser, { sandbox }: Pair, locale: string): Promise<{ page: Page; wrong: string[] }> {
  const page = await browser.newPage({ locale, viewport: { width: 1280, height: 800 } });
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => void (message.type() === 'error' && wrong.push(message.text())));
  page.on('request', (request) => void (request.url().startsWith(sandbox.url) || wrong.push(request.url())));
  await page.goto(sandbox.url);
  await page.locator('.phone textarea').first().waitFor();
  return { page, wrong };
}

test('a phone writes, is answered, taps, reacts and edits; a fault is ordered by a click', async () => {
  await withBrowser((browser) =>
    withSandbox(
      async (pair) => {
        const { world } = pair.sandbox;
        world.people.add({ name: 'José <b>Núñez</b>', phone: '5215512345678', language: 'es' });
        const { page, wrong } = await open(browser, pair, 'es-MX');
        const phone = page.locator('.phone').first();
        await phone.locator('textarea').fill('Hola, <i>¿precio?</i>');
        await phone.locator('textarea').press('Enter');
        await phone.getByText('Hola, <i>¿precio?</i>').waitFor();
        const button = { type: 'reply', reply: { id: 'y', title: 'Sí, aparte una' } };
        const action = { buttons: [button] };
        await pair.send({
          to: '5215512345678',
          type: 'interactive',
          interactive: { type: 'button', body: { text: '¿Una?' }, action },
        });
        await phone.getByRole('button', { name: 'Sí, aparte una' }).click();
        await phone.locator('.bubble.mine', { hasText: 'Sí, aparte una' }).waitFor();
        await phone.locator('.row.mine').first().hover();
        await phone.locator('.row.mine .actions summary').first().click();
        await phone.getByRole('button', { name: 'Editar' }).first().click();
        await phone.locator('textarea').fill('Hola, ¿precio de la taza?');
        await phone.locator('textarea').press('Enter');
        await phone.getByText('Editado').waitFor();
        await page.locator('.faults summary').click();
        await page.getByRole('button', { name: 'Aceptar y colgar' }).click();
        await page.locator('.standing', { hasText: 'Aceptar y colgar' }).waitFor();
        assert.equal(world.faults.standing()[0]?.kind, 'accept-then-drop');
        assert.deepEqual(wrong, []);
        assert.ok(allOf(pair.listener.heard, 'messages').some(({ type }) => type === 'interactive'));
      },
      { isReal: true },
    ),
  );
});

test('the page speaks the browser’s language and fits a phone’s width without moving sideways', async () => {
  await withBrowser((browser) =>
    withSandbox(
      async (pair) => {
        pair.sandbox.world.people.add({ name: '张伟', language: 'zh' });
        for (const [locale, word] of [
          ['zh-CN', '沙盒'],
          ['es-ES', 'Sandbox'],
          ['fr-FR', 'Sandbox'],
        ] as const) {
          const { page, wrong } = await open(browser, pair, locale);
          assert.equal(await page.locator('h1').textContent(), word);
          await page.setViewportSize({ width: 320, height: 640 });
          const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
          assert.equal(overflow, 0, locale);
          assert.deepEqual(wrong, []);
          await page.close();
        }
      },
      { isReal: true },
    ),
  );
});
