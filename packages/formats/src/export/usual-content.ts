/**
 * What most messages say, told where they lie in a block: words and nothing else, or what such a message was found to
 * say before. Whatever hints at more is left to `content.ts`.
 */
import { isFileName } from './content.ts';
import type { Content, ContentContext } from './content-facts.ts';
import { ContentMemo } from './content-memo.ts';
import type { LineBlock } from './line-blocks.ts';
import type { LineCursor } from './line-cursor.ts';
import { looksPlain, type SaidPlace, WithinBlock } from './plain-text.ts';
import { type Mutable, words } from './timed-entry.ts';

export class UsualContent {
  /** What was found out about whole messages of the file. */
  readonly memo: ContentMemo = new ContentMemo();
  /** Where the message at hand lies: to be filled before it is asked about. */
  readonly said: Mutable<SaidPlace> = { text: '', start: 0, lineEnd: 0, end: 0 };
  readonly #cursor: LineCursor;
  readonly #within = new WithinBlock();

  constructor(cursor: LineCursor) {
    this.#cursor = cursor;
  }

  /** Takes a block, whose messages are then asked about from first to last. */
  load({ text }: LineBlock): void {
    this.said.text = text;
    this.#within.load(text);
  }

  /** What `author` says at {@link said}, in an entry whose bytes lie from `byteStart` to `byteEnd`; undefined where it has to be read. */
  of(author: string, byteStart: number, byteEnd: number, context: ContentContext): Content | undefined {
    const { text, start, lineEnd, end } = this.said;
    if (!looksPlain(this.said, author)) return end > lineEnd ? undefined : this.memo.get(text, start, end, context);
    if (this.#cursor.hasMark(byteStart, byteEnd) || this.#within.hasPlace(start, end)) return undefined;
    if (end > lineEnd && this.#within.hasReturn(start, end)) return undefined;
    const { mediaNames } = context;
    const mayBeName = mediaNames !== undefined && mediaNames.size > 0;
    return mayBeName && isFileName(text.slice(start, end), mediaNames) ? undefined : words;
  }
}
