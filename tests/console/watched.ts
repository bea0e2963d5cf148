// A page of the browser that is watched: what it complains of, what its policy stopped, whom else it asked, and what the rules of
// accessibility find in it. Nothing of the page's policy is weakened for that: the rules are told to the page by the debugger.

import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Language } from './words.ts';

/** WCAG 2.2 AA, and what axe holds to be good practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Longer than anything that a page waits for, on a machine that has other work too. */
const LONGEST_MS = 30_000;

export type Theme = 'light' | 'dark';

export const DESK = { width: 1440, height: 900 } as const;
export const PHONE = { width: 390, height: 844 } as const;

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es-MX', zh: 'zh-CN' };

export interface Device {
  readonly language?: Language;
  readonly theme?: Theme;
  readonly size?: typeof DESK | typeof PHONE;
  /** Pixels of the screen to one of the page. */
  readonly scale?: number;
}

/** A browser's profile of somebody: cookies, language, size. */
export function deviceOf(
  browser: Browser,
  address: string,
  { language = 'en', theme = 'light', size = DESK, scale = 1 }: Device = {},
): Promise<BrowserContext> {
  const isPhone = size === PHONE;
  const options: BrowserContextOptions = {
    baseURL: address,
    viewport: size,
    locale: LOCALES[language],
    timezoneId: 'America/Mexico_City',
    colorScheme: theme,
    deviceScaleFactor: scale,
    reducedMotion: 'reduce',
    ...(isPhone ? { hasTouch: true, isMobile: true } : {}),
  };
  return browser.newContext(options);
}

export interface Watched {
  readonly page: Page;
  /** Throws where anything was wrong since the page was opened. */
  readonly isClean: () => void;
  /** Resolves when the page has asked for nothing for a moment, besides the stream of events that never ends. */
  readonly settled: () => Promise<void>;
}

/** What a test provokes, and the browser calls an error: a status, or that nobody answers. */
export type Refusal = number | 'nobody';

/** Opens a page. `refusals`: what the test provokes; `besides`: an origin to which a person is led away. */
export async function watchedPage(
  context: BrowserContext,
  refusals: readonly Refusal[] = [],
  besides?: string,
): Promise<Watched> {
  const page = await context.newPage();
  page.setDefaultTimeout(LONGEST_MS);
  const wrong: string[] = [];
  const statuses = refusals.filter((refusal) => refusal !== 'nobody');
  const nobody = refusals.includes('nobody') ? 'net::ERR_' : 'none';
  const expected = new RegExp(
    `Failed to load resource: (?:.*status of (?:${statuses.join('|') || 'none'}) |${nobody})`,
    'u',
  );
  await page.addInitScript(
    "addEventListener('securitypolicyviolation', (e) => console.error('policy:', e.violatedDirective, e.blockedURI))",
  );
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !expected.test(message.text()))
      wrong.push(`${message.text()} (${message.location().url})`);
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    const isLed = origin === besides && request.isNavigationRequest();
    if (protocol.startsWith('http') && !isOwn(origin) && !isLed) wrong.push(`asked ${request.url()}`);
  });
  return { page, settled: quietOf(page), isClean: () => assert.ok(wrong.length === 0, wrong.join('\n')) };
}

const QUIET_MS = 300;

function quietOf(page: Page): () => Promise<void> {
  const asked = new Set<unknown>();
  let changedAt = Date.now();
  page.on('request', (request) => {
    if (!new URL(request.url()).pathname.endsWith('/events')) asked.add(request);
    changedAt = Date.now();
  });
  const ended = (request: unknown): void => {
    asked.delete(request);
    changedAt = Date.now();
  };
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  return async () => {
    const end = Date.now() + LONGEST_MS;
    while (asked.size > 0 || Date.now() - changedAt < QUIET_MS) {
      assert.ok(Date.now() < end, `${page.url()} never stops asking`);
      await page.waitForTimeout(50);
    }
  };
}

/** Tests talk to servers of this machine only, each under one name. */
function isOwn(origin: string): boolean {
  return new URL(origin).hostname === 'localhost';
}

/** Throws with every breach of the rules of accessibility that is found in what the page shows now. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  if (!(await page.evaluate<boolean>("typeof axe !== 'undefined'"))) await page.evaluate(axe.source);
  const found = await page.evaluate<readonly Breach[]>(
    `axe.run(document, { runOnly: ${JSON.stringify(RULES)}, resultTypes: ['violations'] })
      .then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, failureSummary }) => html + ' — ' + failureSummary) })))`,
  );
  const told = found.map(({ id, nodes }) => `\n  ${id}: ${nodes.join('\n    ')}`);
  assert.ok(found.length === 0, `not accessible: ${where}${told.join('')}`);
}

interface Breach {
  readonly id: string;
  readonly nodes: readonly string[];
}

/** Throws where the page moves sideways at the narrowest width that must do. */
export async function expectFitsNarrow(page: Page, where: string): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  assert.ok(over <= 0, `${where} moves sideways by ${over} px at 320 px`);
  if (before !== null) await page.setViewportSize(before);
}

/** Waits until an expression is true in the page; asked by the debugger again and again, because the page's policy forbids `eval`. */
export async function until(page: Page, expression: string): Promise<void> {
  const end = Date.now() + LONGEST_MS;
  while (!(await page.evaluate<boolean>(expression))) {
    assert.ok(Date.now() < end, `never true: ${expression}`);
    await page.waitForTimeout(50);
  }
}
