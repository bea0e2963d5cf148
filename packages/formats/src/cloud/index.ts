// The WhatsApp Cloud API: what other parts may use.

export {
  type GraphErrorAct,
  type GraphErrorRule,
  graphErrorRule,
  graphErrors,
} from './answer/graph-error-rules.ts';
export {
  type GraphError,
  type MediaInfo,
  type MediaResponse,
  readGraphError,
  readMediaInfo,
  readSendResponse,
  type SendAccepted,
  type SendResponse,
} from './answer/read-answer.ts';
export type {
  CloudDetails,
  ContactCard,
  ContextDetails,
  OrderDetailsRead,
  OrderItemDetails,
  ProductDetails,
  ReferralDetails,
  ReplyDetails,
} from './details/cloud-details.ts';
export { detailsOf } from './details/details-of.ts';
export type { CloudChannel } from './fact/channel.ts';
export type { CloudError } from './fact/cloud-error.ts';
export type { CloudEvent } from './fact/cloud-event.ts';
export type { CloudFact } from './fact/cloud-fact.ts';
export type { CloudMedia } from './fact/cloud-media.ts';
export type { CloudEdit, CloudLocation, CloudMessage, CloudReaction, CloudRevoke } from './fact/cloud-message.ts';
export type { CloudContact, CloudIdentityChange, CloudPreference } from './fact/cloud-person.ts';
export type { CloudConversation, CloudPayment, CloudPricing, CloudStatus } from './fact/cloud-status.ts';
export type { PersonMarks } from './fact/person-marks.ts';
export type { WebhookPiece, WebhookReading } from './fact/webhook-piece.ts';
export { checkOutgoing } from './send/check-outgoing.ts';
export { cloudRequest, readReceipt } from './send/cloud-request.ts';
export type { MediaSource, OutgoingPlace } from './send/media-and-place.ts';
export type { OutgoingFault, OutgoingFaultCode } from './send/outgoing-fault.ts';
export type { OutgoingInteractive } from './send/outgoing-interactive.ts';
export type { OutgoingContact, OutgoingMessage, OutgoingRecipient } from './send/outgoing-message.ts';
export type { OutgoingOrder, OutgoingOrderStatus, PaymentSetting } from './send/outgoing-order.ts';
export type {
  OutgoingTemplate,
  TemplateButton,
  TemplateCard,
  TemplateHeader,
  TemplateText,
} from './send/outgoing-template.ts';
export type { RequestObject } from './send/present.ts';
export { type TemplateWords, textOfOutgoing } from './send/text-of-outgoing.ts';
export { readWebhook } from './webhook/read-webhook.ts';
