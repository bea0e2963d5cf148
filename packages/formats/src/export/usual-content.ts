/**
 * What most messages say, told where they lie in a block: words and nothing else, or what such a message was found to
 * say before. Whatever hints at more is left to `content.ts`.
 */
import { isFileName } from './content.ts';
import type { Content, ContentContext } from './content-facts.ts';
import { ContentMemo } from './content-memo.ts';
import { linkFound, markFound } from './line-scan.ts';
import {
  hasPlaceLink,
  hasPlaceLinkInBytes,
  looksPlain,
  looksPlainInBytes,
  type SaidBytes,
  type SaidPlace,
} from './plain-text.ts';
import { type Mutable, words } from './timed-entry.ts';

const CR = 13;
const utf8 = new TextEncoder();

/** The three bytes before `end`. */
function endingAt(bytes: Uint8Array, end: number): number {
  return ((bytes[end - 3] ?? 0) << 16) | ((bytes[end - 2] ?? 0) << 8) | (bytes[end - 1] ?? 0);
}

export class UsualContent {
  /** What was found out about whole messages of the file. */
  readonly memo: ContentMemo = new ContentMemo();
  /** Where the message at hand lies: to be filled before it is asked about. */
  readonly said: Mutable<SaidPlace> = { text: '', start: 0, lineEnd: 0, end: 0 };
  #mediaNames: ReadonlySet<string> | undefined;
  #endings: ReadonlySet<number> = new Set();

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

  /** The same of a message that lies in UTF-8; undefined also where it is not worth the while to look closer. */
  inBytes(said: SaidBytes, author: Uint8Array, found: number, context: ContentContext): Content | undefined {
    const { bytes, start, lineEnd, end } = said;
    if (!looksPlainInBytes(said, author))
      return end > lineEnd ? undefined : this.memo.getInBytes(bytes, start, end, context);
    if (end > lineEnd && bytes.subarray(start, end).includes(CR)) return undefined;
    if ((found & markFound) !== 0 || ((found & linkFound) !== 0 && hasPlaceLinkInBytes(said))) return undefined;
    return this.#mayBeFileName(said, context.mediaNames) ? undefined : words;
  }

  /** Names of files end in few ways: most messages are told from them by their last bytes. */
  #mayBeFileName({ bytes, end }: SaidBytes, mediaNames: ReadonlySet<string> | undefined): boolean {
    if (mediaNames === undefined || mediaNames.size === 0) return false;
    if (mediaNames !== this.#mediaNames) {
      this.#mediaNames = mediaNames;
      this.#endings = new Set(
        Array.from(mediaNames, (name) => utf8.encode(name)).map((all) => endingAt(all, all.length)),
      );
    }
    return this.#endings.has(endingAt(bytes, end));
  }
}
