// A real browser for tests. Its library's types need those of a browser, which this project does not load; what is used of it stands
// here.
import { unpackedChromium } from '../../../../tools/unpacked-chromium.ts';

export interface Locator {
  first(): Locator;
  locator(selector: string, options?: { readonly hasText: string }): Locator;
  getByText(text: string): Locator;
  getByRole(role: 'button', options: { readonly name: string }): Locator;
  waitFor(): Promise<void>;
  fill(text: string): Promise<void>;
  press(key: string): Promise<void>;
  click(): Promise<void>;
  hover(): Promise<void>;
  textContent(): Promise<string | null>;
}

export interface Page extends Pick<Locator, 'locator' | 'getByRole'> {
  on(event: 'pageerror', listener: (error: Error) => void): void;
  on(event: 'console', listener: (message: { type(): string; text(): string }) => void): void;
  on(event: 'request', listener: (request: { url(): string }) => void): void;
  goto(url: string): Promise<unknown>;
  evaluate(script: string): Promise<unknown>;
  setViewportSize(size: { readonly width: number; readonly height: number }): Promise<void>;
  close(): Promise<void>;
}

export interface Browser {
  newPage(options: {
    readonly locale: string;
    readonly viewport: { readonly width: number; readonly height: number };
  }): Promise<Page>;
  close(): Promise<void>;
}

interface Playwright {
  readonly chromium: {
    launch(options: { readonly executablePath: string; readonly args: readonly string[] }): Promise<Browser>;
  };
}

/** Starts a browser, and ends it afterwards. */
export async function withBrowser(use: (browser: Browser) => Promise<void>): Promise<void> {
  const { chromium: playwright } = (await import(import.meta.resolve('playwright-core'))) as Playwright;
  const browser = await playwright.launch({
    executablePath: await unpackedChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    await use(browser);
  } finally {
    await browser.close();
  }
}
