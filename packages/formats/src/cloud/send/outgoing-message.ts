// What Acta can send through the WhatsApp Cloud API, in our own words. Plain data; nothing here is checked. Decimals are strings,
// amounts integers of the smallest unit.
import type { MediaSource, OutgoingPlace } from './media-and-place.ts';
import type { OutgoingInteractive } from './outgoing-interactive.ts';
import type { OutgoingTemplate } from './outgoing-template.ts';

/** Whom to: a number as WhatsApp names it (digits), a business-scoped user id, or a group. */
export type OutgoingRecipient = { readonly waId: string } | { readonly bsuid: string } | { readonly group: string };

interface Addressed {
  readonly to: OutgoingRecipient;
  /** The wamid of the message that this answers. */
  readonly replyTo?: string;
  /** Comes back in each status (`biz_opaque_callback_data`); it must say nothing about a person. */
  readonly callback?: string;
}

export interface OutgoingText extends Addressed {
  readonly type: 'text';
  readonly body: string;
  readonly previewUrl?: boolean;
}

export interface OutgoingMedia extends Addressed {
  readonly type: 'image' | 'video' | 'audio' | 'document' | 'sticker';
  readonly media: MediaSource;
  /** Not for audio and stickers. */
  readonly caption?: string;
  /** For documents only. */
  readonly filename?: string;
  /** For audio only: shown as a voice note. */
  readonly voice?: boolean;
}

export interface OutgoingLocation extends Addressed, OutgoingPlace {
  readonly type: 'location';
}

export interface OutgoingContact {
  /** Besides the formatted name at least one part of it. */
  readonly name: {
    readonly formatted: string;
    readonly first?: string;
    readonly middle?: string;
    readonly last?: string;
    readonly prefix?: string;
    readonly suffix?: string;
  };
  readonly phones?: readonly { readonly phone: string; readonly type?: string; readonly waId?: string }[];
  readonly emails?: readonly { readonly email: string; readonly type?: string }[];
  readonly urls?: readonly { readonly url: string; readonly type?: string }[];
  readonly addresses?: readonly OutgoingAddress[];
  readonly organisation?: { readonly company?: string; readonly department?: string; readonly title?: string };
  /** YYYY-MM-DD. */
  readonly birthday?: string;
}

export interface OutgoingAddress {
  readonly street?: string;
  readonly city?: string;
  readonly state?: string;
  readonly zip?: string;
  readonly country?: string;
  readonly countryCode?: string;
  readonly type?: string;
}

export interface OutgoingContacts extends Addressed {
  readonly type: 'contacts';
  readonly contacts: readonly OutgoingContact[];
}

export interface OutgoingReaction extends Addressed {
  readonly type: 'reaction';
  /** The wamid of the message that it stands on. */
  readonly target: string;
  /** Empty takes the reaction away. */
  readonly emoji: string;
}

export interface OutgoingInteractiveMessage extends Addressed {
  readonly type: 'interactive';
  readonly interactive: OutgoingInteractive;
}

export interface OutgoingTemplateMessage extends Addressed {
  readonly type: 'template';
  readonly template: OutgoingTemplate;
}

export type OutgoingMessage =
  | OutgoingText
  | OutgoingMedia
  | OutgoingLocation
  | OutgoingContacts
  | OutgoingReaction
  | OutgoingInteractiveMessage
  | OutgoingTemplateMessage;
