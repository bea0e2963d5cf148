/**
 * Pages block by block (256 entries from a multiple of 256): every seq must lie in exactly one page. Gives the sound pages
 * of a block and what is wrong with the rest.
 */
import type { PageParts } from '../page/format.ts';
import type { LogReader } from '../store.ts';
import { type PageItem, pageRows } from './page-rows.ts';
import type { AlteredReason } from './report.ts';

/** Entries without a sound page. */
export type PageFault = { readonly first: number; readonly last: number } & (
  | { readonly kind: 'missing'; readonly reason: 'gone' | 'unreadable' }
  | { readonly kind: 'altered'; readonly reason: AlteredReason }
);

/** What a block's pages amount to. */
export interface BlockPages {
  readonly pages: readonly PageParts[];
  readonly faults: readonly PageFault[];
}

/** Walks over all pages of a log once. */
export class PageWalk {
  readonly #rows: AsyncGenerator<PageItem, void, undefined>;
  readonly #knownSize: number;
  #next: PageItem | undefined;

  /** \`size\` entries are there; a page may reach beyond them up to \`knownSize\`, as when the log's end was cut off. */
  constructor(reader: LogReader, size: number, knownSize: number) {
    this.#rows = pageRows(reader, size);
    this.#knownSize = knownSize;
  }

  /** The block from `start` to `end` (exclusive). Blocks must be asked for in order, without a gap. */
  async block(start: number, end: number): Promise<BlockPages> {
    const pages: PageParts[] = [];
    const faults: PageFault[] = [];
    let covered = start;
    while (covered < end) {
      const item = await this.#peek();
      const at = Math.min(item?.seq ?? end, end);
      if (at > covered) faults.push({ kind: 'missing', first: covered, last: at - 1, reason: 'gone' });
      if (item === undefined || at === end) break;
      this.#next = undefined;
      if (at < covered) {
        faults.push({ kind: 'altered', first: at, last: at, reason: 'overlaps' });
      } else if (item.kind === 'page' && at + item.parts.count > Math.max(end, this.#knownSize)) {
        faults.push({ kind: 'altered', first: at, last: end - 1, reason: 'overlaps' });
        covered = end;
      } else if (item.kind === 'page') {
        pages.push(item.parts);
        covered = at + item.parts.count;
      } else {
        const fault = await this.#faultAt(item, end);
        faults.push(fault);
        covered = fault.last + 1;
      }
    }
    return { pages, faults };
  }

  /** An altered page reaches to the next one, since its own count cannot be believed. */
  async #faultAt(item: Exclude<PageItem, { kind: 'page' }>, end: number): Promise<PageFault> {
    const first = item.seq;
    if (item.kind === 'unreadable') return { kind: 'missing', first, last: first, reason: 'unreadable' };
    const next = await this.#peek();
    return { kind: 'altered', first, last: Math.min(next?.seq ?? end, end) - 1, reason: item.reason };
  }

  async #peek(): Promise<PageItem | undefined> {
    if (this.#next === undefined) {
      const { value } = await this.#rows.next();
      this.#next = value ?? undefined;
    }
    return this.#next;
  }
}
