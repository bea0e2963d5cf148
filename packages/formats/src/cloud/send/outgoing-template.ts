// A template with what fills it. The template's own words are with the platform; here are only its name, its language and the
// parameters, by position or by name, never both.
import type { MediaSource, OutgoingPlace } from './media-and-place.ts';
import type { OutgoingOrder } from './outgoing-order.ts';

export interface TemplateText {
  readonly text: string;
  /** Of a named parameter. */
  readonly name?: string;
}

export type TemplateHeader =
  | ({ readonly kind: 'text' } & TemplateText)
  | { readonly kind: 'image' | 'video'; readonly media: MediaSource }
  | { readonly kind: 'document'; readonly media: MediaSource; readonly filename?: string }
  | ({ readonly kind: 'location' } & OutgoingPlace)
  | { readonly kind: 'product'; readonly catalogId: string; readonly productId: string };

/** `index` counts the template's buttons from 0; those that need nothing are left out. */
export type TemplateButton = { readonly index: number } & (
  | { readonly kind: 'url'; readonly suffix: string }
  | { readonly kind: 'quick-reply'; readonly payload: string }
  | { readonly kind: 'copy-code'; readonly code: string }
  | { readonly kind: 'flow'; readonly token?: string; readonly data?: Readonly<Record<string, unknown>> }
  | { readonly kind: 'catalog'; readonly thumbnailProductId?: string }
  | { readonly kind: 'order-details'; readonly order: OutgoingOrder }
);

export interface TemplateCard {
  readonly header?: TemplateHeader;
  readonly body?: readonly TemplateText[];
  readonly buttons?: readonly TemplateButton[];
}

export interface OutgoingTemplate extends TemplateCard {
  readonly name: string;
  /** `en_US`, `es`, `zh_CN`, … */
  readonly language: string;
  /** A carousel. */
  readonly cards?: readonly TemplateCard[];
  /** Milliseconds since 1970. */
  readonly limitedTimeOffer?: { readonly expiresAtMs: number };
}
