// What a delivery says of a person rather than of a message: who somebody is, that somebody became somebody else, and what
// somebody wants. WhatsApp Cloud API, `contacts[]`, `system` messages, webhooks `user_id_update` and `user_preferences`.
import type { CloudChannel } from './channel.ts';
import type { PersonMarks } from './person-marks.ts';

/** One element of `contacts[]`, or the head of a thread of `history`: what is said of a person beside the message. */
export interface CloudContact {
  readonly fact: 'contact';
  readonly channel: CloudChannel;
  readonly person: PersonMarks;
  /** `identity_key_hash`: changes with the person's encryption key. */
  readonly keyHash?: string;
}

/** A person changed number, id or key: both are the same person. */
export interface CloudIdentityChange {
  readonly fact: 'identity';
  readonly channel: CloudChannel;
  readonly wamid?: string;
  /** Seconds since 1970; 0 where the delivery gives no readable time. */
  readonly at: number;
  /** Empty where the delivery names the former marks only within a text that the person's own name is part of: nothing is linked by that. */
  readonly was: PersonMarks;
  readonly is: PersonMarks;
  /** `user_changed_number`, `user_changed_user_id`, `customer_changed_number`, `customer_identity_changed`, `user_id_update` …, verbatim. */
  readonly type: string;
  readonly text: string;
  /** Of `customer_identity_changed`: the hash of the new encryption key. */
  readonly keyHash?: string;
}

/** `user_preferences`: marketing stopped or resumed. */
export interface CloudPreference {
  readonly fact: 'preference';
  readonly channel: CloudChannel;
  readonly person: PersonMarks;
  /** Seconds since 1970; 0 where the delivery gives no readable time. */
  readonly at: number;
  readonly category: string;
  readonly value: 'stop' | 'resume' | (string & {});
  readonly detail?: string;
}
