// Events with what was said, for those who may read it.

import type { LedgerEvent } from './event.ts';
import { type MessageView, type MessageViewParts, messagesAt } from './message.ts';

/** An event with the message it tells of, as it stands now. */
export type ToldEvent = LedgerEvent & { readonly content?: MessageView };

const TELLING: ReadonlySet<string> = new Set(['message', 'message.edited', 'message.deleted', 'message.media']);

/** The same events, those that tell of a message with it. */
export async function withContent(parts: MessageViewParts, events: readonly LedgerEvent[]): Promise<ToldEvent[]> {
  const told = events.flatMap(({ message, type }) => (message !== undefined && TELLING.has(type) ? [message] : []));
  const messages = new Map((await messagesAt(parts, [...new Set(told)])).map((one) => [one.id, one]));
  return events.map((event) => {
    const content = TELLING.has(event.type) ? messages.get(event.message ?? -1) : undefined;
    return content === undefined ? event : { ...event, content };
  });
}
