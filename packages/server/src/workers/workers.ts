// What the workers that act while the server runs are told, and what may be asked of them. Interfaces only.

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
}

export interface Workers extends Outgoing {
  /** Numbers that the platform stopped, with its code. */
  readonly halted: () => readonly { readonly number: string; readonly code: number }[];
  /** Somebody acted: what was stopped goes on. */
  readonly resume: () => void;
  /** Messages that wait or are on their way. */
  readonly open: () => number;
  readonly stop: () => Promise<void>;
}
