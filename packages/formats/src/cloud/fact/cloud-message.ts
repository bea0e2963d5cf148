// A message in either direction, and the three things that a later delivery does to one: a reaction, an edit, a revocation.
// Plain data; every property that the platform may leave out is optional. WhatsApp Cloud API, webhooks `messages`, `history`,
// `smb_message_echoes`, `standby`.
import type { CloudChannel } from './channel.ts';
import type { CloudError } from './cloud-error.ts';
import type { CloudMedia } from './cloud-media.ts';
import type { PersonMarks } from './person-marks.ts';

/** Decimal degrees as they arrived. */
export interface CloudLocation {
  readonly latitude?: string;
  readonly longitude?: string;
  readonly name?: string;
  readonly address?: string;
  readonly url?: string;
}

export interface CloudMessage {
  readonly fact: 'message';
  readonly channel: CloudChannel;
  readonly wamid: string;
  /** Seconds since 1970; 0 where the delivery gives no readable time. */
  readonly at: number;
  /** `in`: a person wrote to the business. `out`: the business's own app wrote (an echo, or history). */
  readonly direction: 'in' | 'out';
  readonly origin: 'live' | 'echo' | 'history' | 'standby';
  /**
   * The person on the other side: who wrote (in), or to whom (out). In a group who wrote. The marks are the message's own; only
   * where it has none are they those of its thread, or of the one contact that stands beside it. Absent where nobody is named.
   */
  readonly person?: PersonMarks;
  readonly group?: string;
  /** As the platform names it: text, image, …, `unsupported`, `media_placeholder`; an unknown one verbatim; `unknown` where it names none. */
  readonly type: string;
  /** What a reader sees and search finds: body, caption, button's title, place's name, contact's name, order's text … or empty. */
  readonly text: string;
  readonly media?: CloudMedia;
  readonly location?: CloudLocation;
  /** The message that this answers; it may be unknown here. */
  readonly replyTo?: string;
  readonly forwarded?: 'forwarded' | 'often';
  readonly errors?: readonly CloudError[];
  /** What WhatsApp could not hand over (`poll_creation`, `gif`, `edit`, …), of an `unsupported` message. */
  readonly unsupported?: string;
  /** `history_context.status`: how far it had come when the history was written (READ, DELIVERED, …), verbatim. */
  readonly state?: string;
}

/** What stands on another message says nothing itself. */
type Mark = Omit<
  CloudMessage,
  'fact' | 'text' | 'media' | 'location' | 'type' | 'replyTo' | 'forwarded' | 'errors' | 'unsupported'
>;

/** A mark set on another message, or taken away: an emoji that is absent removes. */
export interface CloudReaction extends Mark {
  readonly fact: 'reaction';
  readonly target: string;
  readonly emoji?: string;
}

/** New words for the message `target`. Type, text and the rest are what it says now. */
export interface CloudEdit extends Omit<CloudMessage, 'fact'> {
  readonly fact: 'edit';
  readonly target: string;
}

/** The message `target` was taken back. */
export interface CloudRevoke extends Mark {
  readonly fact: 'revoke';
  readonly target: string;
}
