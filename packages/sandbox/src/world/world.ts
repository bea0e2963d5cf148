// The world of a sandbox: everything that its parts share, and the news of it. It holds and draws; what the platform refuses and what
// phones do stands elsewhere.
import { Chance } from '../chance.ts';
import { SandboxClock } from '../clock.ts';
import { Faults } from '../faults.ts';
import { type Habits, platformHabits } from '../habits.ts';
import { SandboxError } from '../sandbox-error.ts';
import { PostOffice } from '../webhooks/post-office.ts';
import { type Business, type BusinessNumber, defaultBusiness } from './business.ts';
import { type Chat, type ChatMessage, Chats, type Side } from './chat.ts';
import { defaultTemplates } from './default-templates.ts';
import { MarketingCap, PairRate, PortfolioTier, Throughput } from './limits.ts';
import { MediaStore } from './media.ts';
import { People } from './people.ts';
import type { Person } from './person.ts';
import { Sends } from './sends.ts';
import { type Template, Templates } from './template.ts';
import { newWamid } from './wamid.ts';

/** How refusals that the platform finds out late reach the business: by a status after a 200, as in life, or at once. */
export type Refusals = 'status' | 'answer';

export interface WorldOptions {
  readonly seed?: number;
  readonly clock?: SandboxClock;
  readonly habits?: Habits;
  readonly business?: Business;
  readonly templates?: readonly Template[];
  readonly webhookUrl?: string;
  readonly appSecret?: string;
  readonly refusals?: Refusals;
}

/** What listeners are told: that something changed, never what. */
export type News = { readonly what: 'chat'; readonly person: string } | { readonly what: 'people' | 'state' };

export const defaultWebhookUrl = 'http://127.0.0.1:7070/webhooks/whatsapp';
export const defaultAppSecret = 'sandbox-secret';

/** Everything that a sandbox knows. */
export class World {
  readonly clock: SandboxClock;
  readonly habits: Habits;
  readonly business: Business;
  readonly people: People;
  readonly chats: Chats = new Chats();
  readonly templates: Templates;
  readonly media: MediaStore;
  readonly sends: Sends = new Sends();
  readonly faults: Faults;
  readonly post: PostOffice;
  readonly throughput: Throughput = new Throughput();
  readonly pairRate: PairRate = new PairRate();
  readonly tier: PortfolioTier = new PortfolioTier();
  readonly marketingCap: MarketingCap = new MarketingCap();
  refusals: Refusals;
  readonly #seed: number;
  readonly #ids: Chance;
  readonly #listeners = new Set<(news: News) => void>();

  constructor(options: WorldOptions = {}) {
    this.#seed = options.seed ?? 1;
    this.clock = options.clock ?? new SandboxClock();
    this.habits = options.habits ?? platformHabits;
    this.business = options.business ?? defaultBusiness();
    this.refusals = options.refusals ?? 'status';
    this.templates = new Templates(options.templates ?? defaultTemplates);
    this.faults = new Faults(this.clock);
    this.people = new People(this.chance('people'), this.habits);
    this.media = new MediaStore(this.chance('media'), this.clock);
    this.#ids = this.chance('ids');
    const { clock, habits, faults, business } = this;
    const { webhookUrl = defaultWebhookUrl, appSecret = defaultAppSecret } = options;
    this.post = new PostOffice({ clock, habits, faults, business, webhookUrl, appSecret, chance: this.chance('post') });
  }

  /** @returns a stream of chance for one use */
  chance(stream: string): Chance {
    return new Chance(this.#seed, stream);
  }

  /** @returns a number of the business, the first if none is named. @throws SandboxError `unknown-number` */
  number(id?: string): BusinessNumber {
    const number = id === undefined ? this.business.numbers[0] : this.business.numbers.find((one) => one.id === id);
    if (!number) throw new SandboxError('unknown-number', id ?? 'the business has no number');
    return number;
  }

  newWamid(person: Person, from: Side): string {
    return newWamid(this.#ids, person.username === undefined ? person.waId : person.bsuid, from);
  }

  /** An id of a message to a number that nobody here has. */
  newWamidTo(address: string): string {
    return newWamid(this.#ids, address, 'business');
  }

  /** @returns a trace id, as answers carry one */
  newTraceId(): string {
    return `A${this.#ids.letters(22, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-')}`;
  }

  /** Puts a message into a chat, and tells. */
  place(chat: Chat, message: ChatMessage): void {
    this.chats.add(chat, message);
    this.tell({ what: 'chat', person: chat.person });
  }

  listen(listener: (news: News) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  tell(news: News): void {
    for (const listener of this.#listeners) listener(news);
  }
}
