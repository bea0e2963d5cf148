// Bringing a chat: a file that is none, one that was on its way when its page was closed, and its entering; let go over the page at the
// desk, chosen on a phone.

import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Flow, House, Visit } from '../house.ts';
import { DESK, watchedPage } from '../watched.ts';

const LINES = 40;
const CHANGED_S = 1_785_000_000;

export const importing: Flow = {
  title:
    'a file that is no chat is refused in words; one whose page was closed under way goes on, is looked into and entered',
  refusals: ['nobody'],
  walk: async (visit, house) => {
    const { accessible, page, say } = visit;
    const dir = await mkdtemp(join(tmpdir(), 'acta-chat-'));
    try {
      const chat = await chatOfSomebody(house, dir);
      const wrong = await fileIn(dir, 'holiday.txt', 'No line of this is a line of a chat.');
      await page.goto('/import');
      await bring(visit, page, wrong);
      await page.getByText(say('import.refused')).waitFor();
      await accessible('an import that was refused');
      await page
        .getByRole('article')
        .filter({ hasText: wrong.name })
        .getByRole('button', { name: say('import.forget') })
        .click();
      await page.getByText(say('import.refused')).waitFor({ state: 'detached' });
      await page.route(PIECES, (route) => route.abort());
      await bring(visit, page, chat);
      const card = page.getByRole('article').filter({ hasText: chat.name });
      await card.getByText(visit.like('import.waits-network')).waitFor();
      await page.close();
      const again = await watchedPage(visit.context);
      await enter(visit, again.page, chat);
      again.isClean();
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  },
};

/** A piece of a file on its way up. */
const PIECES = '**/api/v1/imports/*/bytes?*';

/** Takes up in a new page what the closed one left, and enters it. */
async function enter(visit: Visit, page: Page, chat: Chat): Promise<void> {
  const { device, like, say } = visit;
  await page.goto('/import');
  const card = page.getByRole('article').filter({ hasText: chat.name });
  await card.getByText(like('import.broken-off')).waitFor();
  await bring(visit, page, chat);
  await card.getByText(say('import.state.ready', { count: LINES })).waitFor();
  await card.getByRole('button', { name: chat.name }).click();
  await page.getByRole('heading', { name: say('import.ready-title') }).waitFor();
  await page.getByRole('button', { name: say('import.enter', { count: LINES }) }).click();
  await page.getByRole('heading', { name: say('import.done-title') }).waitFor();
  await page.getByRole('link', { name: say('import.open') }).click();
  await page
    .getByRole('article')
    .filter({ hasText: `number ${LINES}` })
    .waitFor();
  if (device.size === DESK) await page.getByRole('heading', { level: 1, name: chat.who }).waitFor();
}

interface ChatFile {
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

interface Chat extends ChatFile {
  readonly who: string;
}

async function fileIn(dir: string, name: string, text: string): Promise<ChatFile> {
  const path = join(dir, name);
  await writeFile(path, text);
  await utimes(path, CHANGED_S, CHANGED_S);
  return { name, path, text };
}

/** An export of a chat with somebody whom the house does not know. */
async function chatOfSomebody(house: House, dir: string): Promise<Chat> {
  const { name: who } = await house.customer('Sofía');
  const lines = Array.from({ length: LINES }, (_line, index) => {
    const by = index % 3 === 2 ? 'Café Aurora' : who;
    return `${14 + Math.floor(index / 4)}/7/2026, 9:${10 + index} - ${by}: Message number ${index + 1}`;
  });
  return { who, ...(await fileIn(dir, `Chat de WhatsApp con ${who}.txt`, `${lines.join('\n')}\n`)) };
}

/** Lets a file go over the page at the desk, chooses it on a phone. */
async function bring({ device, say }: Visit, page: Page, { name, path, text }: ChatFile): Promise<void> {
  await page.getByRole('button', { name: say('import.add'), exact: true }).waitFor();
  if (device.size === DESK) await page.evaluate(droppedAs(name, text));
  else await page.getByLabel(say('import.add')).and(page.locator('input')).setInputFiles(path);
}

/** What the page runs for a file to be let go over it. */
function droppedAs(name: string, text: string): string {
  const file = `new File([${JSON.stringify(text)}], ${JSON.stringify(name)}, { lastModified: ${CHANGED_S * 1000} })`;
  return `(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(${file});
    for (const type of ['dragover', 'drop'])
      window.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  })()`;
}
