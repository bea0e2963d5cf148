// What the flows of one file share: a server with the sandbox, a browser, and the owner signed in. Each flow has pages of its own.

import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { type Codes, OWNER, setUpOwner, signIn } from './account.ts';
import { type ActaServer, startActa } from './acta-server.ts';
import { startBrowser } from './chromium.ts';
import { TAKES_PICTURES } from './pictures.ts';
import { type Device, deviceOf, type Watched, watchedPage } from './watched.ts';

export interface Flow {
  readonly title: string;
  readonly walk: (house: House) => Promise<void>;
}

export class House {
  readonly acta: ActaServer;
  readonly browser: Browser;
  /** The owner's application of codes. */
  readonly codes: Codes;
  /** The owner's profile, for requests beside the pages. */
  readonly owner: BrowserContext;

  private constructor(acta: ActaServer, browser: Browser, owner: BrowserContext, codes: Codes) {
    this.acta = acta;
    this.browser = browser;
    this.owner = owner;
    this.codes = codes;
  }

  static async open(): Promise<House> {
    const acta = await startActa();
    const browser = await startBrowser();
    const owner = await deviceOf(browser, acta.address);
    return new House(acta, browser, owner, await setUpOwner(owner, acta.address, acta.token));
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.acta.stop();
  }

  /** Closes what a flow left open: it failed, and what it saw last is kept where `ACTA_TEST_SEEN` names a folder. */
  async leave(title: string): Promise<void> {
    const folder = process.env['ACTA_TEST_SEEN'];
    for (const context of this.browser.contexts()) {
      if (context === this.owner) continue;
      for (const page of context.pages())
        if (folder !== undefined) await page.screenshot({ path: join(folder, `${title.slice(0, 60)}.png`) });
      await context.close();
    }
  }

  /** A page of the owner on some device; the session is the owner's own one, or a new one that may end. */
  async asOwner(
    device: Device = {},
    {
      isNewSession = false,
      refusals = [],
    }: { readonly isNewSession?: boolean; readonly refusals?: readonly number[] } = {},
  ): Promise<Watched & { readonly context: BrowserContext }> {
    const context = await deviceOf(this.browser, this.acta.address, { scale: TAKES_PICTURES ? 2 : 1, ...device });
    if (isNewSession) await signIn(context, this.acta.address, { person: OWNER, codes: this.codes });
    else await context.addCookies(await this.owner.cookies());
    return { context, ...(await watchedPage(context, refusals)) };
  }
}
