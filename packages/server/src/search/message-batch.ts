/** Messages one by one into columns. */

import type { IndexedMessage, MessageBatch } from './segment-store.ts';
import { HAS_WORDS } from './terms.ts';

/** The messages as columns. */
export function batchOf(messages: readonly IndexedMessage[]): MessageBatch {
  return {
    seqs: Float64Array.from(messages, ({ seq }) => seq),
    ats: Float64Array.from(messages, ({ at }) => at),
    chats: Float64Array.from(messages, ({ chat }) => chat),
    authors: Float64Array.from(messages, ({ author }) => author),
    has: Uint16Array.from(messages, ({ has }) => maskOf(has)),
    ...unitsOf(messages.map(({ text }) => text)),
  };
}

/** Texts as a batch has them. */
export function unitsOf(texts: readonly string[]): Pick<MessageBatch, 'ends' | 'starts' | 'units'> {
  const [starts, ends] = [new Uint32Array(texts.length), new Uint32Array(texts.length)];
  let end = 0;
  for (const [n, text] of texts.entries()) {
    starts[n] = end;
    end += text.length;
    ends[n] = end;
  }
  const units = new Uint16Array(end);
  Buffer.from(units.buffer).write(texts.join(''), 'utf16le');
  return { units, starts, ends };
}

/** Which of HAS_WORDS a message carries, as bits. */
export function maskOf(has: readonly string[]): number {
  let mask = 0;
  for (const word of has) mask |= MASKS.get(word) ?? 0;
  return mask;
}

const MASKS: ReadonlyMap<string, number> = new Map(HAS_WORDS.map((word, n) => [word, 1 << n]));
