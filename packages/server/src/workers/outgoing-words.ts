// All that somebody reads of an outgoing message: its text as the archive shows it, then what the text leaves out: rows of a list,
// file names, cards. What is looked for in a text must not pass beside it.

import { type OutgoingMessage, textOfOutgoing } from '@acta/formats';

/** Members that nobody reads, or that are telephones and the business's own accounts by their form. */
const UNREAD: ReadonlySet<string> = new Set([
  'callback',
  'catalogId',
  'configuration',
  'id',
  'kind',
  'language',
  'latitude',
  'longitude',
  'media',
  'payload',
  'phones',
  'productId',
  'productIds',
  'referenceId',
  'replyTo',
  'retailerId',
  'settings',
  'target',
  'thumbnailProductId',
  'to',
  'token',
  'type',
]);

/** The text of a message and, behind it, a line for each other string in it. Places in the text stay what they are. */
export function outgoingWords(message: OutgoingMessage): string {
  const text = textOfOutgoing(message);
  const others = [...stringsIn(message)].filter((one) => !text.includes(one));
  return [text, ...others].join('\n');
}

function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) if (!UNREAD.has(name)) yield* stringsIn(member);
}
