// The console in a real browser over the vault that is measured: how long until a page shows what it is for and answers to a hand,
// whether scrolling ever shows an empty frame, and how much script the first page takes. Only when it is named.

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { setUpOwner } from '../../tests/console/account.ts';
import { type ActaServer, startActa } from '../../tests/console/acta-server.ts';
import { startBrowser } from '../../tests/console/chromium.ts';
import { DESK, deviceOf, until } from '../../tests/console/watched.ts';
import type { Work } from '../bench-run.ts';
import { queriesFor } from '../queries.ts';
import { type Row, shownMs, shownNumber } from '../row.ts';
import { median } from '../statistics.ts';
import { notingVitals, type Vitals, vitalsOf, vitalsRow } from './page-vitals.ts';

const LIMIT_MS = 1_000;
const LIMIT_BYTES = 300_000;
const LOADS = 5;
const SCROLL_MS = 4_000;
/** Shifts and long tasks may come after what is wanted. */
const SETTLED_MS = 1_000;
/** A frame that takes longer than this is seen to stutter. */
const LONG_FRAME_MS = 50;

interface Opened {
  readonly name: string;
  readonly path: string;
  /** What the page is for. */
  readonly shows: string;
}

export const inConsole: Work = async (run) => {
  const { dir, keys } = await run.copy();
  const word = queriesFor(run.messages, 1).get('word')?.[0]?.acta ?? '';
  run.step('console');
  const acta = await startActa({ isDemo: false, place: { dir, keys } });
  try {
    const browser = await startBrowser();
    try {
      return await measured(acta, browser, word);
    } finally {
      await browser.close();
    }
  } finally {
    await acta.stop();
  }
};

async function measured(acta: ActaServer, browser: Browser, word: string): Promise<readonly Row[]> {
  const owner = await deviceOf(browser, acta.address);
  await setUpOwner(owner, acta.address, acta.token);
  const largest = await largestConversation(owner, acta.address);
  const pages: readonly Opened[] = [
    { name: 'inbox', path: '/inbox?tab=all', shows: 'main a[data-row]' },
    { name: 'conversation', path: `/inbox/${largest}?tab=all`, shows: '[role=feed] article' },
    { name: 'search', path: `/search?q=${encodeURIComponent(word)}`, shows: 'main mark' },
  ];
  const rows: Row[] = [];
  for (const page of pages) {
    const loaded = await loads(browser, owner, acta.address, page);
    rows.push(rowOf(page, loaded), vitalsRow(page.name, loaded.vitals));
  }
  rows.push(await scrolling(browser, owner, acta.address, pages[1]?.path ?? ''));
  rows.push(await script(browser, owner, acta.address));
  return rows;
}

async function largestConversation(owner: BrowserContext, address: string): Promise<number> {
  const response = await owner.request.get(`${address}/api/v1/conversations?limit=200`);
  const { items } = (await response.json()) as {
    readonly items: readonly { readonly id: number; readonly counts: { readonly messages: number } }[];
  };
  return items.toSorted((one, other) => other.counts.messages - one.counts.messages)[0]?.id ?? 1;
}

/** A profile without a cache, in which the owner is signed in. */
async function profile(browser: Browser, owner: BrowserContext, address: string): Promise<BrowserContext> {
  const context = await deviceOf(browser, address, { size: DESK });
  await context.addCookies(await owner.cookies());
  return context;
}

interface Loads {
  readonly firstMs: readonly number[];
  readonly againMs: readonly number[];
  /** Of the first visits. */
  readonly vitals: readonly Vitals[];
}

async function loads(browser: Browser, owner: BrowserContext, address: string, opened: Opened): Promise<Loads> {
  const firstMs: number[] = [];
  const againMs: number[] = [];
  const vitals: Vitals[] = [];
  for (let load = 0; load < LOADS; load++) {
    const context = await profile(browser, owner, address);
    await notingVitals(context);
    const page = await context.newPage();
    await page.addInitScript(`globalThis.wanted = ${JSON.stringify(opened.shows)}; (${watch})()`);
    firstMs.push(await shownAfter(page, opened.path));
    await page.waitForTimeout(SETTLED_MS);
    vitals.push(await vitalsOf(page));
    againMs.push(await shownAfter(page, opened.path));
    await context.close();
  }
  return { firstMs, againMs, vitals };
}

/** Runs in the page: when what is wanted stands there, has been painted, and the page answers again. */
const watch = `() => {
  const look = () => {
    if (document.querySelector(globalThis.wanted) === null) return requestAnimationFrame(look);
    requestAnimationFrame(() => setTimeout(() => { globalThis.shownAt = performance.now(); }));
  };
  requestAnimationFrame(look);
}`;

async function shownAfter(page: Page, path: string): Promise<number> {
  await page.goto(path);
  await until(page, 'globalThis.shownAt !== undefined');
  return page.evaluate<number>('globalThis.shownAt');
}

function rowOf({ name }: Opened, { againMs, firstMs }: Loads): Row {
  const [first, again] = [median(firstMs), median(againMs)];
  return {
    work: `console: ${name}`,
    figure: `first visit ${shownMs(first)}, later ${shownMs(again)}`,
    beside: `limit ${shownMs(LIMIT_MS)}`,
    numbers: { firstMs: first, againMs: again, worstMs: Math.max(...firstMs, ...againMs), limitMs: LIMIT_MS },
  };
}

interface Scrolled {
  readonly frames: number;
  readonly blank: number;
  readonly long: number;
  readonly worstMs: number;
  readonly px: number;
}

async function scrolling(browser: Browser, owner: BrowserContext, address: string, path: string): Promise<Row> {
  const context = await profile(browser, owner, address);
  const page = await context.newPage();
  await page.goto(path);
  await page.locator('[role=feed] article').first().waitFor();
  await page.waitForTimeout(1_000);
  const scrolled = await page.evaluate<Scrolled>(`(${scroll})(${SCROLL_MS}, ${LONG_FRAME_MS})`);
  await context.close();
  const { blank, frames, long, px, worstMs } = scrolled;
  return {
    work: 'console: scrolling back',
    figure: `${blank} of ${frames} frames with a gap, ${long} longer than ${LONG_FRAME_MS} ms`,
    beside: `${shownNumber(px)} px in ${shownMs(SCROLL_MS)}, longest frame ${shownMs(worstMs)}`,
    numbers: { blank, frames, long, worstMs, px },
  };
}

/** Runs in the page: scrolls back in every frame, and after each looks how much of the view holds messages. */
const scroll = `async (lastsMs, longMs) => {
  const scroller = document.querySelector('[role=feed]').parentElement;
  const view = scroller.getBoundingClientRect();
  const covered = () => [...scroller.querySelectorAll('[data-index]')].reduce((sum, row) => {
    const { bottom, top } = row.getBoundingClientRect();
    return sum + Math.max(0, Math.min(bottom, view.bottom) - Math.max(top, view.top));
  }, 0) / view.height;
  const from = performance.now();
  let [frames, blank, long, worstMs, px, last] = [0, 0, 0, 0, 0, from];
  while (last - from < lastsMs) {
    const before = scroller.scrollTop;
    scroller.scrollTop -= 60;
    px += before - scroller.scrollTop;
    await new Promise((done) => requestAnimationFrame(done));
    const now = performance.now();
    frames += 1;
    if (covered() < 0.9) blank += 1;
    if (now - last > longMs) long += 1;
    worstMs = Math.max(worstMs, now - last);
    last = now;
  }
  return { frames, blank, long, worstMs, px };
}`;

async function script(browser: Browser, owner: BrowserContext, address: string): Promise<Row> {
  const context = await profile(browser, owner, address);
  const page = await context.newPage();
  await page.goto('/inbox?tab=all');
  await page.locator('main a[data-row]').first().waitFor();
  const bytes = await page.evaluate<number>(
    `performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`,
  );
  await context.close();
  return {
    work: 'console: script of the first page',
    figure: `${shownNumber(bytes / 1000)} kB compressed`,
    beside: `limit ${shownNumber(LIMIT_BYTES / 1000)} kB`,
    numbers: { bytes, limitBytes: LIMIT_BYTES },
  };
}
