// What the flows of one file share: a server with the sandbox, a browser, and people who are signed in. Each flow has pages of its own;
// a device that was there before is taken again, as it keeps what it fetched.

import assert from 'node:assert/strict';
import { join as pathOf } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Browser, BrowserContext } from 'playwright-core';
import { type Codes, join, OWNER, type Person, setUpOwner, signIn } from './account.ts';
import { type ActaServer, startActa } from './acta-server.ts';
import { startBrowser } from './chromium.ts';
import { named } from './forms.ts';
import { type Phone, phoneOf } from './phones.ts';
import { TAKES_PICTURES } from './pictures.ts';
import {
  type Device,
  deviceOf,
  expectAccessible,
  expectFitsNarrow,
  type Refusal,
  type Watched,
  watchedPage,
} from './watched.ts';
import { type Words, wordsOf } from './words.ts';

/** Who works in the house besides the owner. */
export const STAFF: Readonly<Record<'agent' | 'auditor' | 'compliance', Person>> = {
  agent: { name: 'Tomás Ibarra', email: 'tomas@example.mx', password: 'three green lamps' },
  auditor: { name: 'Inés Cano', email: 'ines@example.mx', password: 'four quiet rooms' },
  compliance: { name: 'Bruno Salas', email: 'bruno@example.mx', password: 'five slow trains' },
};

export type Who = 'owner' | keyof typeof STAFF;

export interface Flow {
  readonly title: string;
  readonly who?: Who;
  /** Signed in anew, by a session that may end. */
  readonly isNewSession?: boolean;
  readonly refusals?: readonly Refusal[];
  readonly walk: (visit: Visit, house: House) => Promise<void>;
}

/** Somebody at a device, with a page that is watched and the words of its language. */
export interface Visit extends Watched, Words {
  readonly device: Device;
  readonly context: BrowserContext;
  /** Holds the rules of accessibility against what the page shows. */
  readonly accessible: (where: string) => Promise<void>;
  /** Holds the page to the narrowest width. */
  readonly fitsNarrow: (where: string) => Promise<void>;
}

export type Visiting = Pick<Flow, 'isNewSession' | 'refusals' | 'who'>;

export class House {
  readonly acta: ActaServer;
  readonly browser: Browser;
  /** The owner's second factors. */
  readonly codes: Codes;
  /** The owner's profile, for requests beside the pages. */
  readonly owner: BrowserContext;
  private readonly profiles = new Map<Who, BrowserContext>();
  private readonly devices = new Map<string, BrowserContext>();
  private customers = 0;

  private constructor(acta: ActaServer, browser: Browser, owner: BrowserContext, codes: Codes) {
    this.acta = acta;
    this.browser = browser;
    this.owner = owner;
    this.codes = codes;
    this.profiles.set('owner', owner);
  }

  static async open(): Promise<House> {
    const [acta, browser] = await Promise.all([startActa(), startBrowser()]);
    const owner = await deviceOf(browser, acta.address);
    return new House(acta, browser, owner, await setUpOwner(owner, acta.address, acta.token));
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.acta.stop();
  }

  /** Lets somebody in to a page of a device. */
  async visit(device: Device, { isNewSession = false, refusals = [], who = 'owner' }: Visiting = {}): Promise<Visit> {
    const key = `${who} ${JSON.stringify(device)}`;
    const known = isNewSession ? undefined : this.devices.get(key);
    const context =
      known ?? (await deviceOf(this.browser, this.acta.address, { scale: TAKES_PICTURES ? 2 : 1, ...device }));
    if (isNewSession) await signIn(context, this.acta.address, { person: OWNER, codes: this.codes });
    else if (known === undefined) {
      await context.addCookies(await (await this.profileOf(who)).cookies());
      this.devices.set(key, context);
    }
    const watched = await watchedPage(context, refusals);
    const accessible = (where: string): Promise<void> => expectAccessible(watched.page, `${where} (${named(device)})`);
    const fitsNarrow = (where: string): Promise<void> => expectFitsNarrow(watched.page, `${where} (${named(device)})`);
    return { ...watched, ...(await wordsOf(device.language ?? 'en')), accessible, context, device, fitsNarrow };
  }

  /** Walks a flow on a device; its pages are closed, and what it saw last is kept where `ACTA_TEST_SEEN` names a folder. */
  async walk(flow: Flow, device: Device): Promise<void> {
    try {
      const visit = await this.visit(device, flow);
      await flow.walk(visit, this);
      visit.isClean();
    } catch (error) {
      await this.keepSeen(`${flow.title.slice(0, 60)} ${named(device)}`);
      throw error;
    } finally {
      await this.leave();
    }
  }

  /** A new customer of the sandbox; a flow that takes a first name of its own meets nobody of the same name. */
  readonly customer = async (name: string): Promise<Phone> => {
    this.customers += 1;
    const phone = `521811${String(2_345_000 + this.customers)}`;
    return phoneOf(this.acta, `${name} ${SURNAMES[this.customers % SURNAMES.length]}`, phone);
  };

  /** The number of the conversation with somebody, as soon as it is there. */
  readonly conversationWith = (name: string): Promise<number> => this.numberOf('conversations', name);

  /** The number of somebody, as soon as they are known. */
  readonly personNamed = (name: string): Promise<number> => this.numberOf('people', name);

  private async numberOf(list: string, name: string): Promise<number> {
    for (;;) {
      const response = await this.owner.request.get(`${this.acta.address}/api/v1/${list}?limit=200`);
      const { items } = (await response.json()) as { readonly items: readonly { readonly id: number }[] };
      const found = items.find((item) => JSON.stringify(item).includes(JSON.stringify(name).slice(1, -1)));
      if (found !== undefined) return found.id;
      await setTimeout(50);
    }
  }

  /** The profile of somebody, who is let in when they are needed first. */
  async profileOf(who: Who): Promise<BrowserContext> {
    const known = this.profiles.get(who);
    if (known !== undefined) return known;
    assert.ok(who !== 'owner');
    const { acta, browser, owner } = this;
    const profile = await deviceOf(browser, acta.address);
    await join(owner, profile, { address: acta.address, person: STAFF[who], role: who });
    this.profiles.set(who, profile);
    return profile;
  }

  private async leave(): Promise<void> {
    const kept = new Set([...this.profiles.values(), ...this.devices.values()]);
    for (const context of this.browser.contexts()) {
      await Promise.all(context.pages().map((page) => page.close()));
      if (!kept.has(context)) await context.close();
    }
  }

  private async keepSeen(name: string): Promise<void> {
    const folder = process.env['ACTA_TEST_SEEN'];
    if (folder === undefined) return;
    const pages = this.browser.contexts().flatMap((context) => context.pages());
    for (const [index, page] of pages.entries())
      await page.screenshot({ path: pathOf(folder, `${name} ${index}.png`) });
  }
}

const SURNAMES = ['Prieto', 'Cantú', 'Ramos', 'Haro', 'Lozano', 'Ortega', 'Villa'];
