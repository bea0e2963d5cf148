/**
 * Contents that come again and again in a file (a file left out, a message deleted), so that each is worked out once.
 * Only what nobody's name and no file's name has a part in. Bounded.
 */
import type { Content, ContentContext } from './content-facts.ts';
import { textOf } from './encoding.ts';
import { NameCache } from './name-cache.ts';

const longest = 64;
const mostKept = 256;
/** Bytes of UTF-8 that a code unit can be. */
const mostBytesEach = 3;

export class ContentMemo {
  readonly #kept = new Map<string, Content>();
  /** The same by the bodies' bytes. */
  #inBytes: NameCache<Content> | undefined;
  #platform: ContentContext['platform'] = 'android';

  /** What the body from `start` to `end` was found to be before; a memo serves one file. */
  get(text: string, start: number, end: number, { platform }: ContentContext): Content | undefined {
    this.#serve(platform);
    return end - start <= longest ? this.#kept.get(text.slice(start, end)) : undefined;
  }

  /** The same of a body that lies in UTF-8. */
  getInBytes(bytes: Uint8Array, start: number, end: number, { platform }: ContentContext): Content | undefined {
    this.#serve(platform);
    if (end - start > longest * mostBytesEach) return undefined;
    this.#inBytes ??= new NameCache();
    const known = this.#inBytes.get(bytes, start, end);
    if (known !== undefined) return known;
    const content = this.#kept.get(textOf(bytes.subarray(start, end), 'utf-8'));
    if (content !== undefined) this.#inBytes.keep(bytes, start, content);
    return content;
  }

  #serve(platform: ContentContext['platform']): void {
    if (platform === this.#platform) return;
    this.#platform = platform;
    this.#kept.clear();
    this.#inBytes = undefined;
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
