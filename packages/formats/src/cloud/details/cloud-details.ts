// What only somebody who looks at a message wants to know: where its writer came from, what was ordered, what a form was filled
// with, what stands on a card. Not part of a fact, so that no record holds it twice: it is read from the piece when it is shown.
import type { CloudMedia } from '../fact/cloud-media.ts';
import type { CloudConversation, CloudPricing } from '../fact/cloud-status.ts';
import type { PersonMarks } from '../fact/person-marks.ts';

/** What a message answers or was made from. */
export interface ContextDetails {
  readonly id?: string;
  /** Who wrote what is answered. */
  readonly from?: PersonMarks;
  readonly forwarded?: boolean;
  readonly oftenForwarded?: boolean;
  readonly product?: ProductDetails;
}

export interface ProductDetails {
  readonly catalogId?: string;
  readonly productId?: string;
}

/** The advertisement or post from which the person came. */
export interface ReferralDetails {
  readonly sourceUrl?: string;
  readonly sourceId?: string;
  readonly sourceType?: string;
  readonly headline?: string;
  readonly body?: string;
  readonly mediaType?: string;
  readonly imageUrl?: string;
  readonly videoUrl?: string;
  readonly thumbnailUrl?: string;
  readonly clickId?: string;
  readonly welcome?: string;
}

export interface OrderItemDetails {
  readonly productId?: string;
  readonly quantity?: string;
  /** Decimal, as it arrived. */
  readonly price?: string;
  readonly currency?: string;
}

export interface OrderDetailsRead {
  readonly catalogId?: string;
  readonly text?: string;
  readonly items: readonly OrderItemDetails[];
}

export interface ContactCard {
  readonly name?: string;
  readonly firstName?: string;
  readonly middleName?: string;
  readonly lastName?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly company?: string;
  readonly department?: string;
  readonly title?: string;
  readonly birthday?: string;
  readonly vcard?: string;
  readonly phones: readonly { readonly phone?: string; readonly waId?: string; readonly type?: string }[];
  readonly emails: readonly { readonly email?: string; readonly type?: string }[];
  readonly urls: readonly { readonly url?: string; readonly type?: string }[];
  readonly addresses: readonly Readonly<Partial<Record<AddressLine, string>>>[];
}

export type AddressLine = 'street' | 'city' | 'state' | 'zip' | 'country' | 'countryCode' | 'type';

/** What was tapped, chosen or filled in. */
export interface ReplyDetails {
  readonly kind: 'button' | 'list' | 'flow' | 'call-permission' | 'quick-reply';
  readonly id?: string;
  readonly title?: string;
  readonly description?: string;
  /** Of a flow: its name. */
  readonly name?: string;
  /** Of a quick reply of a template. */
  readonly payload?: string;
  /** Of a flow: what was filled in, in its order; what is no text stands as JSON. */
  readonly answers?: readonly { readonly name: string; readonly value: string }[];
  /** Of a call permission. */
  readonly response?: string;
  readonly isPermanent?: boolean;
  /** Seconds since 1970. */
  readonly expiresAt?: number;
}

/** Every property is absent where the piece does not say it. */
export interface CloudDetails {
  /** The media object of a message, or of an edit of one. */
  readonly media?: CloudMedia;
  readonly context?: ContextDetails;
  readonly referral?: ReferralDetails;
  readonly order?: OrderDetailsRead;
  readonly cards?: readonly ContactCard[];
  /** Of a contact card that was asked for: `contact_request/…`. */
  readonly cardOrigin?: string;
  readonly reply?: ReplyDetails;
  /** Of an unsupported message. */
  readonly unsupported?: string;
  /** Of a status. */
  readonly pricing?: CloudPricing;
  readonly conversation?: CloudConversation;
}
