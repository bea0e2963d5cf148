// What a reader of a message sees and a search finds, by the message's type: the words of its writer, the title that was tapped,
// the name of a place or of a contact. Nothing is added in any language; what has no words has an empty text.
import { type Loose, listOf, objectOf, ownOf, textOf } from './loose-json.ts';

const leftToRightMarks = /\u200e/g;
const nameLine = /^FN(?:;[^:\r\n]*)?:(.*)$/im;

/** @returns one line or more; empty where there is nothing to read */
export function messageText(type: string, message: Loose): string {
  const content = ownOf(message, type);
  if (type === 'contacts') return lines(listOf(content).map(contactName));
  const object = objectOf(content);
  if (object === undefined) return type === 'unknown' ? '' : (textOf(content) ?? '');
  switch (type) {
    case 'text':
      return textOf(object['body']) ?? '';
    case 'location':
      return lines([object['name'], object['address']]);
    case 'interactive':
      return interactiveText(object);
    case 'system':
      return systemText(object);
    case 'reaction':
    case 'unsupported':
      return '';
    default:
      return (
        textOf(object['caption']) ?? textOf(object['text']) ?? textOf(object['body']) ?? textOf(object['title']) ?? ''
      );
  }
}

/** @returns what WhatsApp itself says in a chat, without the marks that keep numbers readable in right-to-left text */
export function systemText(system: Loose): string {
  return (textOf(system['body']) ?? '').replace(leftToRightMarks, '');
}

/** An answer's own words; an echo of what the business sent has header, body and footer. */
function interactiveText(interactive: Loose): string {
  const button = objectOf(interactive['button_reply']);
  const list = objectOf(interactive['list_reply']);
  const flow = objectOf(interactive['nfm_reply']);
  const call = objectOf(interactive['call_permission_reply']);
  if (button) return lines([button['title']]);
  if (list) return lines([list['title'], list['description']]);
  if (flow) return lines([flow['body']]);
  if (call) return lines([call['response']]);
  const [header, body, footer] = [interactive['header'], interactive['body'], interactive['footer']].map(objectOf);
  return lines([header?.['text'], body?.['text'], footer?.['text']]);
}

/** @returns how a contact card is headed: its name, else the number on it */
function contactName(value: unknown): string | undefined {
  const contact = objectOf(value);
  const name = objectOf(contact?.['name']);
  const parts = [name?.['first_name'], name?.['middle_name'], name?.['last_name']].map(textOf);
  const joined = parts.filter((part) => part !== undefined).join(' ');
  const phone = objectOf(listOf(contact?.['phones'])[0]);
  return (
    textOf(name?.['formatted_name']) ??
    textOf(joined) ??
    textOf(objectOf(contact?.['org'])?.['company']) ??
    cardName(contact?.['vcard']) ??
    textOf(phone?.['phone']) ??
    textOf(phone?.['wa_id'])
  );
}

/** @returns the FN line of a vCard (RFC 6350), unfolded lines only */
function cardName(card: unknown): string | undefined {
  return textOf(nameLine.exec(textOf(card) ?? '')?.[1]?.trim());
}

const lines = (values: readonly unknown[]): string =>
  values
    .map(textOf)
    .filter((value) => value !== undefined)
    .join('\n');
