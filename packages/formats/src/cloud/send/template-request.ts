// The `template` object of a request: name, language, and one component for each part of the template that takes parameters.

import { thumbnail } from './interactive-request.ts';
import { mediaRequest, placeRequest } from './media-and-place.ts';
import { orderRequest } from './order-request.ts';
import type {
  OutgoingTemplate,
  TemplateButton,
  TemplateCard,
  TemplateHeader,
  TemplateText,
} from './outgoing-template.ts';
import { present, type RequestObject } from './present.ts';

/** @returns the content of a template message */
export function templateRequest(template: OutgoingTemplate): RequestObject {
  const { name, language, limitedTimeOffer, cards } = template;
  const offer = limitedTimeOffer && {
    type: 'limited_time_offer',
    parameters: [
      { type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: limitedTimeOffer.expiresAtMs } },
    ],
  };
  const carousel = cards && {
    type: 'carousel',
    cards: cards.map((card, index) => ({ card_index: index, components: componentsOf(card) })),
  };
  const components = [...componentsOf(template), offer, carousel].filter((component) => component !== undefined);
  return present({
    name,
    language: { code: language },
    components: components.length === 0 ? undefined : components,
  });
}

function componentsOf({ header, body, buttons }: TemplateCard): readonly RequestObject[] {
  return [
    ...(header ? [{ type: 'header', parameters: [headerParameter(header)] }] : []),
    ...(body && body.length > 0 ? [{ type: 'body', parameters: body.map(textParameter) }] : []),
    ...(buttons ?? []).map(buttonComponent),
  ];
}

const textParameter = ({ text, name }: TemplateText): RequestObject =>
  present({ type: 'text', parameter_name: name, text });

function headerParameter(header: TemplateHeader): RequestObject {
  switch (header.kind) {
    case 'text':
      return textParameter(header);
    case 'location':
      return { type: 'location', location: placeRequest(header) };
    case 'product':
      return { type: 'product', product: { catalog_id: header.catalogId, product_retailer_id: header.productId } };
    case 'document':
      return { type: 'document', document: mediaRequest(header.media, header.filename) };
    default:
      return { type: header.kind, [header.kind]: mediaRequest(header.media) };
  }
}

function buttonComponent(button: TemplateButton): RequestObject {
  const [subType, parameter] = buttonParameter(button);
  return { type: 'button', sub_type: subType, index: String(button.index), parameters: [parameter] };
}

function buttonParameter(button: TemplateButton): readonly [subType: string, parameter: RequestObject] {
  switch (button.kind) {
    case 'url':
      return ['url', { type: 'text', text: button.suffix }];
    case 'quick-reply':
      return ['quick_reply', { type: 'payload', payload: button.payload }];
    case 'copy-code':
      return ['copy_code', { type: 'coupon_code', coupon_code: button.code }];
    case 'flow':
      return ['flow', action(present({ flow_token: button.token, flow_action_data: button.data }))];
    case 'catalog':
      return ['CATALOG', action(thumbnail(button.thumbnailProductId) ?? {})];
    case 'order-details':
      return ['order_details', action({ order_details: orderRequest(button.order) })];
  }
}

const action = (content: RequestObject): RequestObject => ({ type: 'action', action: content });
