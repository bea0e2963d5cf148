// What a phone shows in words of a message that the business sent. Pictures, buttons and places are shown by the page itself.
import { type JsonObject, listOf, objectOf, textOf } from '../json.ts';

/** @returns the words of a message's content; empty if it has none */
export function wordsOf(type: string, content: JsonObject | readonly unknown[]): string {
  const object = objectOf(content);
  switch (type) {
    case 'text':
      return textOf(object?.['body']) ?? '';
    case 'interactive':
      return interactiveWords(object ?? {});
    case 'contacts':
      return listOf(content)
        .map((contact) => textOf(objectOf(objectOf(contact)?.['name'])?.['formatted_name']) ?? '')
        .join(', ');
    case 'location':
      return [textOf(object?.['name']), textOf(object?.['address'])].filter(Boolean).join(', ');
    case 'reaction':
      return textOf(object?.['emoji']) ?? '';
    default:
      return textOf(object?.['caption']) ?? textOf(object?.['filename']) ?? '';
  }
}

function interactiveWords(interactive: JsonObject): string {
  return ['header', 'body', 'footer'].flatMap((part) => textOf(objectOf(interactive[part])?.['text']) ?? []).join('\n');
}
