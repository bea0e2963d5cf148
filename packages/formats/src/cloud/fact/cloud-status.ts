// What became of a message that the business sent, and what became of a payment: both arrive in `statuses[]`. Statuses arrive in
// any order and more than once. A payment's status proves nothing alone: it is confirmed by a look-up.
import type { CloudChannel } from './channel.ts';
import type { CloudError } from './cloud-error.ts';
import type { PersonMarks } from './person-marks.ts';

export interface CloudPricing {
  readonly billable?: boolean;
  readonly model?: string;
  readonly type?: string;
  readonly category?: string;
}

/** Older versions name one with each status; since v24 only a free entry point does. */
export interface CloudConversation {
  readonly id?: string;
  readonly origin?: string;
  /** Seconds since 1970. */
  readonly expiresAt?: number;
}

export interface CloudStatus {
  readonly fact: 'status';
  readonly channel: CloudChannel;
  readonly wamid: string;
  /** Seconds since 1970; 0 where the delivery gives no readable time. */
  readonly at: number;
  /** sent, delivered, read, played, failed, deleted; an unknown one verbatim. */
  readonly state: string;
  /** Whom it reached; in a group which participant. */
  readonly recipient?: PersonMarks;
  readonly group?: string;
  /** `biz_opaque_callback_data`, as it was sent along. */
  readonly callback?: string;
  readonly errors?: readonly CloudError[];
  readonly pricing?: CloudPricing;
  readonly conversation?: CloudConversation;
}

/** Payment statuses share the array of statuses (`type: payment`). */
export interface CloudPayment {
  readonly fact: 'payment';
  readonly channel: CloudChannel;
  readonly wamid?: string;
  /** Seconds since 1970; 0 where the delivery gives no readable time. */
  readonly at: number;
  readonly state: string;
  readonly reference?: string;
  readonly recipient?: PersonMarks;
  /** Integer minor units and their offset, as they arrived. */
  readonly amount?: { readonly value: string; readonly offset: string; readonly currency?: string };
  /** The gateway's own id and verdict. */
  readonly transaction?: { readonly id?: string; readonly state?: string; readonly method?: string };
  readonly errors?: readonly CloudError[];
}
