/**
 * What most messages say, told where they lie in a block: words and nothing else, or what such a message was found to
 * say before. Whatever hints at more is left to `content.ts`.
 */
import { isFileName } from './content.ts';
import type { Content, ContentContext } from './content-facts.ts';
import { ContentMemo } from './content-memo.ts';
import { linkFound, markFound } from './line-scan.ts';
import { hasPlaceLink, looksPlain, type SaidPlace } from './plain-text.ts';
import { type Mutable, words } from './timed-entry.ts';

export class UsualContent {
  /** What was found out about whole messages of the file. */
  readonly memo: ContentMemo = new ContentMemo();
  /** Where the message at hand lies: to be filled before it is asked about. */
  readonly said: Mutable<SaidPlace> = { text: '', start: 0, lineEnd: 0, end: 0 };

  /**
   * What `author` says at {@link said}, in lines in which the scan found so much; undefined where it has to be read.
   */
  of(author: string, found: number, context: ContentContext): Content | undefined {
    const { text, start, lineEnd, end } = this.said;
    if (!looksPlain(this.said, author)) return end > lineEnd ? undefined : this.memo.get(text, start, end, context);
    if ((found & markFound) !== 0) return undefined;
    if ((found & linkFound) !== 0 && hasPlaceLink(text.slice(start, end))) return undefined;
    if (end > lineEnd && text.slice(start, end).includes('\r')) return undefined;
    const { mediaNames } = context;
    const mayBeName = mediaNames !== undefined && mediaNames.size > 0;
    return mayBeName && isFileName(text.slice(start, end), mediaNames) ? undefined : words;
  }
}
