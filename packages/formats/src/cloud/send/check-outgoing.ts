// Checks the form of a message before it is sent: what must be there, how long and how many. It decides nothing about whether the
// message may be sent.
import { checkInteractive } from './check-interactive.ts';
import { checkTemplate } from './check-template.ts';
import { checkPlace, checkSource } from './media-and-place.ts';
import { FaultList, type OutgoingFault } from './outgoing-fault.ts';
import type { OutgoingContact, OutgoingMedia, OutgoingMessage, OutgoingRecipient } from './outgoing-message.ts';

const maxText = 4096;
const maxCaption = 1024;
const maxCallback = 512;
const maxContacts = 257;
const maxId = 512;
const phone = /^\+?\d{5,20}$/;
const businessScoped = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/;
const day = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Finds what the platform is known to refuse.
 * @returns each fault with its field; none if the message can be sent as it is
 */
export function checkOutgoing(message: OutgoingMessage): readonly OutgoingFault[] {
  const faults = new FaultList();
  checkRecipient(faults, message.to);
  faults.optionalText('replyTo', message.replyTo, maxId);
  faults.optionalText('callback', message.callback, maxCallback);
  checkContent(faults, message);
  return faults.faults;
}

function checkContent(faults: FaultList, message: OutgoingMessage): void {
  switch (message.type) {
    case 'text':
      faults.text('body', message.body, maxText);
      break;
    case 'location':
      checkPlace(faults, '', message);
      break;
    case 'contacts':
      faults.count('contacts', message.contacts.length, maxContacts);
      for (const [index, contact] of message.contacts.entries()) checkContact(faults, `contacts[${index}]`, contact);
      break;
    case 'reaction':
      faults.text('target', message.target, maxId);
      break;
    case 'interactive':
      checkInteractive(faults, message.interactive);
      break;
    case 'template':
      checkTemplate(faults, message.template);
      break;
    default:
      checkMedia(faults, message);
  }
}

function checkRecipient(faults: FaultList, to: OutgoingRecipient): void {
  if ('group' in to) faults.text('to.group', to.group, maxId);
  else if ('bsuid' in to) faults.form('to.bsuid', to.bsuid, businessScoped);
  else faults.form('to.waId', to.waId, phone);
}

function checkMedia(faults: FaultList, { type, media, caption, filename, voice }: OutgoingMedia): void {
  checkSource(faults, 'media', media);
  faults.length('caption', caption, maxCaption);
  if (caption !== undefined && (type === 'audio' || type === 'sticker')) faults.add('not-allowed', 'caption');
  if (filename !== undefined && type !== 'document') faults.add('not-allowed', 'filename');
  if (voice !== undefined && type !== 'audio') faults.add('not-allowed', 'voice');
}

function checkContact(faults: FaultList, path: string, { name, phones, birthday }: OutgoingContact): void {
  faults.text(`${path}.name.formatted`, name.formatted, maxCaption);
  const { formatted: _, ...parts } = name;
  if (Object.values(parts).every((part) => part === undefined || part === ''))
    faults.add('missing', `${path}.name.first`);
  for (const [index, { phone: number }] of (phones ?? []).entries())
    faults.text(`${path}.phones[${index}].phone`, number, maxCaption);
  if (birthday !== undefined) faults.form(`${path}.birthday`, birthday, day);
}
