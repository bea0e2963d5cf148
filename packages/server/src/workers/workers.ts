// What the workers that act while the server runs are told, and what may be asked of them. Interfaces only.

import type { HookAlert } from './hooks.ts';
import type { NumberCheck } from './number-check.ts';
import type { OutboxAlert } from './outbox.ts';
import type { Outgoing } from './send-order.ts';

/** What is told to the workers by their surroundings. */
export interface WorkSettings {
  /** Without a slash at its end. */
  readonly apiUrl: string;
  /** For numbers that have none of their own. */
  readonly accessToken?: string;
  readonly numbers: readonly { readonly id: string; readonly accessToken: string }[];
  /** Messages a second that a number may send; 80 unless it is known to be otherwise. */
  readonly perSecond?: number;
  /** People a day who may be written to outside their windows; without it the platform counts alone. */
  readonly portfolioLimit?: number;
  readonly alert: (what: OutboxAlert) => void;
  /** Outbound webhooks may go to private addresses and without TLS. */
  readonly allowsPrivateHooks?: boolean;
  /** An outbound webhook was given up for some events. */
  readonly missed?: (alert: HookAlert) => void;
}

export interface Workers extends Outgoing {
  /** Tells an address again of what came behind a seq. False where there is no such address. */
  readonly replayHook: (hook: number, after: number) => Promise<boolean>;
  /** Asks the platform about a business number with the token that is set for it. */
  readonly checkNumber: (number: string) => Promise<NumberCheck>;
  /** Messages that wait or are on their way. */
  readonly open: () => number;
  readonly stop: () => Promise<void>;
}
