/**
 * Contents that come again and again in a file (a file left out, a message deleted), so that each is worked out once.
 * Only what nobody's name and no file's name has a part in. Bounded.
 */
import type { Content, ContentContext } from './content-facts.ts';

const longest = 64;
const mostKept = 256;

export class ContentMemo {
  readonly #kept = new Map<string, Content>();
  #platform: ContentContext['platform'] = 'android';

  /** What the body from `start` to `end` was found to be before; a memo serves one file. */
  get(text: string, start: number, end: number, context: ContentContext): Content | undefined {
    if (context.platform !== this.#platform) {
      this.#platform = context.platform;
      this.#kept.clear();
    }
    return end - start <= longest ? this.#kept.get(text.slice(start, end)) : undefined;
  }

  /** Keeps what a body was found to be, where that is the same whoever sent it. */
  keep(body: string, content: Content): void {
    const { kind, media, text } = content;
    const isUsual = text === '' && (kind === 'deleted' || (media?.state === 'omitted' && media.name === undefined));
    if (!isUsual || body.length > longest || this.#kept.size >= mostKept) return;
    // A copy: a slice would keep its whole block alive.
    this.#kept.set(JSON.parse(JSON.stringify(body)) as string, content);
  }
}
