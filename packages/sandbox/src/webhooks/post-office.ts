// Delivers updates to the business's webhook as the platform does: gathered, signed, several at once, again if the answer is not 200,
// ever more seldom, for 36 hours of the sandbox's clock, and then never. It judges no update and keeps nothing after its delivery.
import type { Chance } from '../chance.ts';
import type { SandboxClock } from '../clock.ts';
import type { Fault, Faults } from '../faults.ts';
import type { Habits } from '../habits.ts';
import type { Business } from '../world/business.ts';
import { bodyOf } from './envelope.ts';
import { Lanes } from './lanes.ts';
import { signatureOf } from './signature.ts';
import type { Update } from './update.ts';

export interface PostOfficeOptions {
  readonly clock: SandboxClock;
  readonly chance: Chance;
  readonly habits: Habits;
  readonly faults: Faults;
  readonly business: Business;
  readonly webhookUrl: string;
  readonly appSecret: string;
}

/** What has been delivered so far, by what happened to it. */
export interface PostCounts {
  updates: number;
  /** Calls of the webhook. */
  calls: number;
  accepted: number;
  failed: number;
  retries: number;
  duplicates: number;
  /** Held back, so that others overtook them. */
  disordered: number;
  /** Bodies with more than one update. */
  batches: number;
  badSignatures: number;
  /** Given up after 36 hours, dropped by a fault, or too many to keep. */
  lost: number;
}

interface Delivery {
  readonly body: string;
  readonly size: number;
  readonly number: string;
  readonly sinceMs: number;
  tries: number;
}

/** The result of the last call, for people to see whether anybody listens. */
export interface LastCall {
  readonly atMs: number;
  readonly status: number | 'no-answer';
}

const largestBatch = 1000;
const giveUpMs = 36 * 3_600_000;
const answerWithinMs = 20_000;
const atOnce = 48;
const mostWaiting = 100_000;
const minuteMs = 60_000;
/** At once, and then ever more seldom; the last one repeats. */
const retryDelaysMs = [
  0,
  2000,
  10_000,
  30_000,
  2 * minuteMs,
  10 * minuteMs,
  30 * minuteMs,
  60 * minuteMs,
  3 * 60 * minuteMs,
];
const holdMs = [100, 3000] as const;
const gatherMs = [200, 1500] as const;
const duplicateMs = [20, 5000] as const;

/** The way from the platform to the business. */
export class PostOffice {
  readonly counts: PostCounts = {
    updates: 0,
    calls: 0,
    accepted: 0,
    failed: 0,
    retries: 0,
    duplicates: 0,
    disordered: 0,
    batches: 0,
    badSignatures: 0,
    lost: 0,
  };
  webhookUrl: string;
  lastCall: LastCall | undefined;
  /** How often the business answered what. */
  readonly answers: Map<LastCall['status'], number> = new Map();
  readonly #options: PostOfficeOptions;
  readonly #lanes = new Lanes(atOnce);
  #gathered: Update[] = [];
  #waiting = 0;

  constructor(options: PostOfficeOptions) {
    this.#options = options;
    this.webhookUrl = options.webhookUrl;
  }

  /** Sends an update on its way, now or after a while. */
  post(update: Update, afterMs = 0): void {
    const { clock, chance, habits } = this.#options;
    this.counts.updates += 1;
    const isHeld = chance.happens(habits.disorder);
    if (isHeld) this.counts.disordered += 1;
    const delayMs = afterMs + (isHeld ? chance.whole(...holdMs) : 0);
    if (delayMs === 0) this.#gather(update);
    else clock.in(delayMs, () => this.#gather(update));
  }

  #gather(update: Update): void {
    const { clock, chance, habits } = this.#options;
    this.#gathered.push(update);
    if (this.#gathered.length > 1) return;
    clock.in(chance.happens(habits.batch) ? chance.whole(...gatherMs) : 0, () => this.#sendGathered());
  }

  /** Hands over all that was gathered, in bodies of at most a thousand updates. */
  async #sendGathered(): Promise<void> {
    const { chance, habits, clock } = this.#options;
    const gathered = this.#gathered;
    this.#gathered = [];
    const ordered = chance.happens(habits.disorder) ? chance.shuffled(gathered) : gathered;
    const sent: Promise<void>[] = [];
    for (let from = 0; from < ordered.length; from += largestBatch) {
      const part = ordered.slice(from, from + largestBatch);
      if (part.length > 1) this.counts.batches += 1;
      const body = bodyOf(part, this.#options);
      const number = part[0]?.number ?? '';
      sent.push(this.#try({ body, size: part.length, number, sinceMs: clock.now(), tries: 0 }));
    }
    await Promise.all(sent);
  }

  async #try(delivery: Delivery): Promise<void> {
    const { faults, clock, chance, habits } = this.#options;
    const fault = faults.take('webhook', delivery.number);
    delivery.tries += 1;
    if (delivery.tries > 1) this.counts.retries += 1;
    if (fault?.kind === 'lose') {
      this.counts.lost += delivery.size;
      return;
    }
    if (fault?.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
    const isAccepted = fault?.kind !== 'fail' && (await this.#lanes.run(() => this.#call(delivery, fault)));
    if (!isAccepted) this.#again(delivery);
    else if (fault?.kind === 'duplicate' || chance.happens(habits.duplicate)) {
      this.counts.duplicates += 1;
      clock.in(chance.whole(...duplicateMs), () => this.#try({ ...delivery, tries: 0 }));
    }
  }

  #again(delivery: Delivery): void {
    const { clock } = this.#options;
    this.counts.failed += 1;
    const delayMs = retryDelaysMs[Math.min(delivery.tries, retryDelaysMs.length) - 1] ?? 0;
    if (clock.now() + delayMs - delivery.sinceMs > giveUpMs || this.#waiting >= mostWaiting) {
      this.counts.lost += delivery.size;
      return;
    }
    this.#waiting += 1;
    clock.in(delayMs, () => {
      this.#waiting -= 1;
      return this.#try(delivery);
    });
  }

  async #call({ body }: Delivery, fault: Fault | undefined): Promise<boolean> {
    this.counts.calls += 1;
    const isBad = fault?.kind === 'bad-signature' || fault?.kind === 'no-signature';
    if (isBad) this.counts.badSignatures += 1;
    const secret = isBad ? `not ${this.#options.appSecret}` : this.#options.appSecret;
    try {
      const response = await fetch(this.webhookUrl, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          'content-type': 'application/json',
          'user-agent': 'facebookexternalua',
          ...(fault?.kind !== 'no-signature' && { 'x-hub-signature-256': signatureOf(body, secret) }),
        },
        body: fault?.kind === 'cut' ? body.slice(0, body.length / 2) : body,
        signal: AbortSignal.timeout(answerWithinMs),
      });
      await response.arrayBuffer();
      this.#note(response.status);
      if (response.status === 200) this.counts.accepted += 1;
      return response.status === 200;
    } catch {
      this.#note('no-answer');
      return false;
    }
  }

  #note(status: LastCall['status']): void {
    this.lastCall = { atMs: this.#options.clock.now(), status };
    this.answers.set(status, (this.answers.get(status) ?? 0) + 1);
  }

  /** How many deliveries wait for another try. */
  get waiting(): number {
    return this.#waiting;
  }
}
