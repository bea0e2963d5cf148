// Faults on order: what goes wrong between the business and the platform, so many times or for so long. A fault is taken when its
// occasion comes; the oldest that fits wins.
import type { SandboxClock } from './clock.ts';
import { SandboxError } from './sandbox-error.ts';

/** Where a fault can happen, and what can happen there. */
export const faultKinds = {
  /**
   * Requests to the platform. `drop`: the connection closes, nothing was accepted. `delay`: the answer comes late. `error`: a 5xx.
   * `refuse`: an error code. `throttle`: 130429. `accept-then-drop`, `accept-then-silence`: it is accepted, and the answer is lost.
   */
  graph: ['drop', 'delay', 'error', 'refuse', 'throttle', 'accept-then-drop', 'accept-then-silence'],
  /** Deliveries to the business. `fail` counts as a failed try without any call; `lose` is never tried again. */
  webhook: ['fail', 'lose', 'delay', 'bad-signature', 'no-signature', 'duplicate', 'cut'],
  /** Fetching media. `missing`: 404. `corrupt`: other bytes than the hash says. */
  media: ['missing', 'corrupt', 'delay', 'error', 'drop'],
  /** Messages on their way to a phone: they fail by status, with a code. */
  delivery: ['fail'],
} as const;

export type FaultPlace = keyof typeof faultKinds;

export interface Fault {
  readonly id: string;
  readonly on: FaultPlace;
  readonly kind: string;
  /** How often it will still happen; without end if not given. */
  times?: number;
  /** When it ends, on the sandbox's clock. */
  readonly untilMs?: number;
  /** For `delay`: milliseconds on a wall clock. */
  readonly delayMs: number;
  /** For `error`: the HTTP status. */
  readonly status: number;
  /** For `refuse` and `fail`: the platform's code. */
  readonly code: number;
  /** Only for this number of the business. */
  readonly number?: string;
}

export interface NewFault {
  readonly on: string;
  readonly kind: string;
  readonly times?: number;
  readonly forMs?: number;
  readonly delayMs?: number;
  readonly status?: number;
  readonly code?: number;
  readonly number?: string;
}

const longestDelayMs = 120_000;

/** The faults that stand. */
export class Faults {
  readonly #clock: SandboxClock;
  readonly #standing: Fault[] = [];
  readonly #happened = new Map<string, number>();
  #count = 0;

  constructor(clock: SandboxClock) {
    this.#clock = clock;
  }

  /** @throws SandboxError `bad-request` if there is no such fault */
  add({ on, kind, times, forMs, delayMs = 3000, status = 500, code, number }: NewFault): Fault {
    const kinds: readonly string[] | undefined = Object.hasOwn(faultKinds, on)
      ? faultKinds[on as FaultPlace]
      : undefined;
    if (!kinds?.includes(kind)) throw new SandboxError('bad-request', `no fault ${kind} on ${on}`);
    this.#count += 1;
    const fault: Fault = {
      id: `f${this.#count}`,
      on: on as FaultPlace,
      kind,
      delayMs: Math.min(longestDelayMs, Math.max(0, delayMs)),
      status: status >= 500 && status <= 599 ? status : 500,
      code: code ?? (on === 'delivery' ? 131026 : 131000),
      ...((times !== undefined || forMs === undefined) && { times: times ?? 1 }),
      ...(forMs !== undefined && { untilMs: this.#clock.now() + forMs }),
      ...(number !== undefined && { number }),
    };
    this.#standing.push(fault);
    return fault;
  }

  /** @returns the fault that happens on this occasion, if any; it is counted */
  take(on: FaultPlace, number?: string, kinds?: readonly string[]): Fault | undefined {
    const fault = this.standing().find(
      (standing) =>
        standing.on === on &&
        (kinds?.includes(standing.kind) ?? true) &&
        (standing.number === undefined || standing.number === number),
    );
    if (!fault) return undefined;
    const name = `${fault.on}/${fault.kind}`;
    this.#happened.set(name, (this.#happened.get(name) ?? 0) + 1);
    if (fault.times !== undefined) fault.times -= 1;
    return fault;
  }

  /** @returns the faults that can still happen */
  standing(): readonly Fault[] {
    const now = this.#clock.now();
    const over = (fault: Fault): boolean => fault.times === 0 || (fault.untilMs !== undefined && fault.untilMs <= now);
    for (let index = this.#standing.length - 1; index >= 0; index -= 1) {
      const fault = this.#standing[index];
      if (fault && over(fault)) this.#standing.splice(index, 1);
    }
    return [...this.#standing];
  }

  /** How often each has happened. */
  happened(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#happened);
  }

  /** @throws SandboxError `unknown-fault` */
  remove(id: string): void {
    const index = this.#standing.findIndex((fault) => fault.id === id);
    if (index === -1) throw new SandboxError('unknown-fault', id);
    this.#standing.splice(index, 1);
  }

  clear(): void {
    this.#standing.length = 0;
  }
}
