// What a webhook of the WhatsApp Cloud API says, as facts: plain data in a closed union. No fact decides anything.
import type { CloudEvent } from './cloud-event.ts';
import type { CloudEdit, CloudMessage, CloudReaction, CloudRevoke } from './cloud-message.ts';
import type { CloudContact, CloudIdentityChange, CloudPreference } from './cloud-person.ts';
import type { CloudPayment, CloudStatus } from './cloud-status.ts';

export type CloudFact =
  | CloudMessage
  | CloudReaction
  | CloudEdit
  | CloudRevoke
  | CloudIdentityChange
  | CloudStatus
  | CloudPayment
  | CloudContact
  | CloudPreference
  | CloudEvent;
