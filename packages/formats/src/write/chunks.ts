// Strings gathered into chunks worth writing, whatever the size of the pieces. Knows no format.

import type { WrittenMessage, WrittenMessages } from './written-message.ts';

const chunkLength = 64 * 1024;

/** What a format writes: before the first message, for each, and after the last. */
export interface MessageFormat {
  readonly head?: string;
  readonly write: (message: WrittenMessage) => string;
  readonly foot?: string;
}

/** Yields the whole text in chunks of about 64 KiB, at least one message each. */
export async function* writeChunks(
  messages: WrittenMessages,
  format: MessageFormat,
): AsyncGenerator<string, void, void> {
  let chunk = format.head ?? '';
  for await (const item of messages) {
    for (const message of isBatch(item) ? item : [item]) {
      chunk += format.write(message);
      if (chunk.length < chunkLength) continue;
      yield chunk;
      chunk = '';
    }
  }
  chunk += format.foot ?? '';
  if (chunk !== '') yield chunk;
}

const isBatch = (item: WrittenMessage | readonly WrittenMessage[]): item is readonly WrittenMessage[] =>
  Array.isArray(item);
