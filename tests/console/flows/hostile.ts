// What customers may send and be called to mislead whoever reads it or the page that shows it: it stays text, in its own direction.

import assert from 'node:assert/strict';
import type { Flow } from '../house.ts';
import { wroteBefore } from '../phones.ts';
import { INBOX, openWith } from './inbox.ts';

const MARKUP = '<img src=x onerror="document.title=1"><script>document.title=2</script><b>bold</b>';
/** Right to left from here on, and nothing that ends it. */
const OVERRIDE = 'invoice\u202Efdp.exe';
const ZERO_WIDTH = 'pay\u200Bpal\u200D.\u2060com\uFEFF';
const LONG = `begin ${'word '.repeat(1998)}end`;
const UNBROKEN = 'W'.repeat(1000);
const ARABIC = 'هل الطلب جاهز؟';
const NAME = '👩🏽‍🚀🌵<i>\u202E';

export const hostile: Flow = {
  title:
    'markup, turned and hidden signs, ten thousand characters and a name of emoji are shown as text and do nothing',
  walk: async (visit, { acta, customer }) => {
    const { accessible, fitsNarrow, page, say } = visit;
    const { name: unique, phone } = await customer('x');
    const name = `${NAME}${unique}`;
    for (const text of [MARKUP, OVERRIDE, ZERO_WIDTH, ARABIC, UNBROKEN, LONG])
      await wroteBefore(acta, { name, phone, text, hours: 0 });
    await page.goto(INBOX);
    await page.locator('a[data-row]', { hasText: unique }).getByText('👩🏽‍🚀🌵<i>').waitFor();
    await openWith(visit, unique);
    const feed = page.getByRole('feed');
    for (const text of [MARKUP, OVERRIDE, ZERO_WIDTH, ARABIC])
      assert.equal(await feed.locator('p[dir=auto]', { hasText: text }).last().textContent(), text);
    const long = feed.getByRole('article').filter({ hasText: 'begin word' });
    await long.getByRole('button', { name: say('conversation.show-all') }).click();
    await long.getByRole('button', { name: say('conversation.show-less') }).waitFor();
    assert.equal((await long.locator('p[dir=auto]').textContent())?.length, LONG.length);
    assert.equal(await feed.locator('img[src=x], script, article b').count(), 0);
    assert.match(await page.title(), TITLE);
    await accessible('a conversation of hostile text');
    await fitsNarrow('a conversation of hostile text');
  },
};

const TITLE = /Acta/u;
