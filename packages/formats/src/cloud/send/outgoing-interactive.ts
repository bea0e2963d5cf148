// Interactive messages: words with something to tap. `kind` is ours; the platform's own word stands beside each.
import type { MediaSource } from './media-and-place.ts';
import type { OutgoingOrder, OutgoingOrderStatus } from './outgoing-order.ts';

export type InteractiveHeader =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'image' | 'video'; readonly media: MediaSource }
  | { readonly kind: 'document'; readonly media: MediaSource; readonly filename?: string };

interface Framed {
  readonly header?: InteractiveHeader;
  readonly body: string;
  readonly footer?: string;
}

/** `button`: up to three to reply with. */
export interface ReplyButtons extends Framed {
  readonly kind: 'buttons';
  readonly buttons: readonly { readonly id: string; readonly title: string }[];
}

export interface ListSection {
  /** Needed where there are several. */
  readonly title?: string;
  readonly rows: readonly { readonly id: string; readonly title: string; readonly description?: string }[];
}

/** `list`: a button that opens up to ten rows. */
export interface ChoiceList extends Framed {
  readonly kind: 'list';
  readonly button: string;
  readonly sections: readonly ListSection[];
}

/** `cta_url`. */
export interface LinkButton extends Framed {
  readonly kind: 'link';
  readonly title: string;
  readonly url: string;
}

/** `flow`: by id or by name. */
export interface FlowButton extends Framed {
  readonly kind: 'flow';
  readonly flow: { readonly id: string } | { readonly name: string };
  readonly button: string;
  /** Comes back with the answer. */
  readonly token?: string;
  /** `navigate` opens a screen with data; `data_exchange` asks the flow's own endpoint. */
  readonly action?: 'navigate' | 'data_exchange';
  readonly screen?: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly isDraft?: boolean;
}

/** `product`. */
export interface SingleProduct extends Omit<Framed, 'header' | 'body'> {
  readonly kind: 'product';
  readonly body?: string;
  readonly catalogId: string;
  readonly productId: string;
}

/** `product_list`: up to 30 products; the header is a text. */
export interface ProductList extends Framed {
  readonly kind: 'product-list';
  readonly catalogId: string;
  readonly sections: readonly { readonly title?: string; readonly productIds: readonly string[] }[];
}

/** `catalog_message`. */
export interface CatalogButton extends Omit<Framed, 'header'> {
  readonly kind: 'catalog';
  readonly thumbnailProductId?: string;
}

/** `location_request_message`. */
export interface LocationRequest extends Pick<Framed, 'body'> {
  readonly kind: 'location-request';
}

/** `address_message`; the platform offers it in a few countries only. */
export interface AddressRequest extends Framed {
  readonly kind: 'address';
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly savedAddresses?: readonly { readonly id: string; readonly value: Readonly<Record<string, string>> }[];
}

/** `call_permission_request`. */
export interface CallPermissionRequest extends Pick<Framed, 'body'> {
  readonly kind: 'call-permission';
}

/** `order_details`. */
export interface OrderDetails extends Framed {
  readonly kind: 'order-details';
  readonly order: OutgoingOrder;
}

/** `order_status`. */
export interface OrderStatus extends Pick<Framed, 'body' | 'footer'> {
  readonly kind: 'order-status';
  readonly status: OutgoingOrderStatus;
}

export type OutgoingInteractive =
  | ReplyButtons
  | ChoiceList
  | LinkButton
  | FlowButton
  | SingleProduct
  | ProductList
  | CatalogButton
  | LocationRequest
  | AddressRequest
  | CallPermissionRequest
  | OrderDetails
  | OrderStatus;
