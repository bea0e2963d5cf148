// The `interactive` object of a request, by kind. What the platform calls each kind stands in its `type`.
import { mediaRequest } from './media-and-place.ts';
import { orderRequest, orderStatusRequest } from './order-request.ts';
import type {
  AddressRequest,
  ChoiceList,
  FlowButton,
  InteractiveHeader,
  OutgoingInteractive,
  ProductList,
} from './outgoing-interactive.ts';
import { present, type RequestObject } from './present.ts';

const flowVersion = '3';
const types: Readonly<Record<OutgoingInteractive['kind'], string>> = {
  buttons: 'button',
  list: 'list',
  link: 'cta_url',
  flow: 'flow',
  product: 'product',
  'product-list': 'product_list',
  catalog: 'catalog_message',
  'location-request': 'location_request_message',
  address: 'address_message',
  'call-permission': 'call_permission_request',
  'order-details': 'order_details',
  'order-status': 'order_status',
};

/** @returns the content of an interactive message */
export function interactiveRequest(interactive: OutgoingInteractive): RequestObject {
  const header = 'header' in interactive ? interactive.header : undefined;
  const footer = 'footer' in interactive ? interactive.footer : undefined;
  return present({
    type: types[interactive.kind],
    header: header && headerRequest(header),
    body: interactive.body === undefined ? undefined : { text: interactive.body },
    footer: footer === undefined ? undefined : { text: footer },
    action: actionOf(interactive),
  });
}

function headerRequest(header: InteractiveHeader): RequestObject {
  if (header.kind === 'text') return { type: 'text', text: header.text };
  const filename = header.kind === 'document' ? header.filename : undefined;
  return { type: header.kind, [header.kind]: mediaRequest(header.media, filename) };
}

function actionOf(interactive: OutgoingInteractive): RequestObject {
  switch (interactive.kind) {
    case 'buttons':
      return { buttons: interactive.buttons.map(({ id, title }) => ({ type: 'reply', reply: { id, title } })) };
    case 'list':
      return listAction(interactive);
    case 'link':
      return { name: 'cta_url', parameters: { display_text: interactive.title, url: interactive.url } };
    case 'flow':
      return { name: 'flow', parameters: flowParameters(interactive) };
    case 'product':
      return { catalog_id: interactive.catalogId, product_retailer_id: interactive.productId };
    case 'product-list':
      return productListAction(interactive);
    case 'catalog':
      return present({ name: 'catalog_message', parameters: thumbnail(interactive.thumbnailProductId) });
    case 'location-request':
      return { name: 'send_location' };
    case 'address':
      return { name: 'address_message', parameters: addressParameters(interactive) };
    case 'call-permission':
      return { name: 'call_permission_request' };
    case 'order-details':
      return { name: 'review_and_pay', parameters: orderRequest(interactive.order) };
    case 'order-status':
      return { name: 'review_order', parameters: orderStatusRequest(interactive.status) };
  }
}

function listAction({ button, sections }: ChoiceList): RequestObject {
  return {
    button,
    sections: sections.map(({ title, rows }) => present({ title, rows: rows.map((row) => present({ ...row })) })),
  };
}

function flowParameters({ flow, button, token, action, screen, data, isDraft }: FlowButton): RequestObject {
  return present({
    flow_message_version: flowVersion,
    ...('id' in flow ? { flow_id: flow.id } : { flow_name: flow.name }),
    flow_cta: button,
    flow_token: token,
    flow_action: action,
    flow_action_payload: screen === undefined ? undefined : present({ screen, data }),
    mode: isDraft ? 'draft' : undefined,
  });
}

function productListAction({ catalogId, sections }: ProductList): RequestObject {
  return {
    catalog_id: catalogId,
    sections: sections.map(({ title, productIds }) =>
      present({ title, product_items: productIds.map((id) => ({ product_retailer_id: id })) }),
    ),
  };
}

/** @returns the picture of a catalogue, where one is named */
export function thumbnail(productId: string | undefined): RequestObject | undefined {
  return productId === undefined ? undefined : { thumbnail_product_retailer_id: productId };
}

function addressParameters({ country, values, savedAddresses }: AddressRequest): RequestObject {
  return present({ country, values, saved_addresses: savedAddresses });
}
