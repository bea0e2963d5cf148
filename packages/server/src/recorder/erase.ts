// The other half of the recorder's monopoly: destroying keys. Survivors of a key that goes are sealed again under a new
// one first; then the old key is destroyed, so that any older copy of the pages goes dark too. Every step can be
// repeated after a crash: what is done already is passed over.

import { type KeyId, type LogReader, openPage, type PageRow, pageKeys, resealPage } from '@acta/ledger';
import type { PageChange } from '../records/governance.ts';
import { membership, pairsOf } from '../records/runs.ts';

const PAGES_A_READ = 64;
const PAGE_ENTRIES = 256;

/** What erasing needs of the key store. */
export interface ErasingKeys {
  open(ids: readonly KeyId[]): Promise<ReadonlyMap<KeyId, Uint8Array>>;
  mintReplacements(
    olds: readonly KeyId[],
  ): Promise<ReadonlyMap<KeyId, { readonly id: KeyId; readonly key: Uint8Array }>>;
  destroy(ids: readonly KeyId[], seq: number, suppress?: readonly Uint8Array[]): Promise<void>;
}

/** What erasing needs of the ledger's store: pages, replaced under the order that asks for it. */
export interface ErasingStore extends Pick<LogReader, 'pages'> {
  replacePages(pages: readonly PageRow[], erasure: number): Promise<void>;
  /** What was replaced under an order so far, also before a crash. */
  changesOf(
    erasure: number,
  ): Promise<readonly { readonly firstSeq: number; readonly before: Uint8Array; readonly after: Uint8Array }[]>;
}

export interface EraserParts {
  readonly cellId: Uint8Array;
  readonly store: ErasingStore;
  readonly keys: ErasingKeys;
  readonly randomBytes: (size: number) => Uint8Array;
}

export interface ErasureWork {
  /** Seq of the order. */
  readonly order: number;
  /** Runs of the entries that go. */
  readonly seqs: readonly number[];
  /** Keys that go with all their records. */
  readonly whole: readonly KeyId[];
  /** Keys that go but have survivors. */
  readonly replaced: readonly KeyId[];
  readonly suppress: readonly Uint8Array[];
}

/** Rewrites the pages and destroys the keys. Returns which pages changed under this order, before a crash or now. */
export async function erase(parts: EraserParts, work: ErasureWork): Promise<PageChange[]> {
  const live = await parts.keys.open(work.replaced);
  const minted = await parts.keys.mintReplacements([...live.keys()]);
  const replacement = new Map([...minted].map(([old, { id, key }]) => [old, { keyId: id, key }]));
  const going = { live, replacement, whole: new Set(work.whole), goes: membership(pairsOf(work.seqs)) };
  let changed: PageRow[] = [];
  for await (const pages of pagesOf(parts.store, work)) {
    changed.push(...pages.map((page) => rewritten(parts, page, going)).filter((page) => page !== undefined));
    if (changed.length < PAGES_A_READ) continue;
    await parts.store.replacePages(changed, work.order);
    changed = [];
  }
  await parts.store.replacePages(changed, work.order);
  await parts.keys.destroy([...work.whole, ...work.replaced], work.order, work.suppress);
  const changes = await parts.store.changesOf(work.order);
  return changes.map(({ after, before, firstSeq }) => [firstSeq, hex(before), hex(after)]);
}

/** Keys under which some of the runs' entries lie beside others that stay: those must be replaced. */
export async function keysToReplace(
  parts: PagesToRead,
  seqs: readonly number[],
  whole: ReadonlySet<KeyId>,
): Promise<KeyId[]> {
  const goes = membership(pairsOf(seqs));
  const found = new Set<KeyId>();
  for await (const pages of pagesOf(parts.store, { seqs, replaced: [] })) {
    for (const page of pages) {
      for (const { keyId, seq } of slotsOf(parts.cellId, page)) if (goes(seq) && !whole.has(keyId)) found.add(keyId);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** Every entry that lies under one of these keys, as runs. */
export async function entriesUnder(parts: PagesToRead, keys: ReadonlySet<KeyId>): Promise<number[]> {
  const seqs: number[] = [];
  for await (const pages of allPages(parts.store)) {
    for (const page of pages) {
      if (!pageKeys(page).some((id) => keys.has(id))) continue;
      for (const { keyId, seq } of slotsOf(parts.cellId, page)) if (keys.has(keyId)) seqs.push(seq);
    }
  }
  return seqs.sort((a, b) => a - b);
}

/** The highest id of a key under which anything in the pages lies; 0 for none. */
export async function highestKeyIn(parts: PagesToRead): Promise<KeyId> {
  let highest = 0;
  for await (const pages of allPages(parts.store)) {
    for (const page of pages) highest = Math.max(highest, ...pageKeys(page));
  }
  return highest;
}

interface PagesToRead {
  readonly cellId: Uint8Array;
  readonly store: Pick<LogReader, 'pages'>;
}

function slotsOf(cellId: Uint8Array, page: PageRow) {
  return openPage({ cellId, page, keys: new Map() }).closed;
}

/** With survivors to find, every page; otherwise those in which an entry goes. */
async function* pagesOf(
  store: Pick<LogReader, 'pages'>,
  work: Pick<ErasureWork, 'replaced' | 'seqs'>,
): AsyncGenerator<readonly PageRow[]> {
  if (work.replaced.length > 0) {
    yield* allPages(store);
    return;
  }
  for (const [from, to] of blockRanges(work.seqs)) yield* pagesBetween(store, from, to);
}

/** The runs widened to multiples of 256, which no page crosses, and joined. */
function blockRanges(seqs: readonly number[]): [from: number, to: number][] {
  const ranges: [number, number][] = [];
  for (const [first, count] of pairsOf(seqs).sort((a, b) => a[0] - b[0])) {
    const from = first - (first % PAGE_ENTRIES);
    const to = Math.ceil((first + count) / PAGE_ENTRIES) * PAGE_ENTRIES;
    const last = ranges.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else ranges.push([from, to]);
  }
  return ranges;
}

function allPages(store: Pick<LogReader, 'pages'>): AsyncGenerator<readonly PageRow[]> {
  return pagesBetween(store, 0, Number.MAX_SAFE_INTEGER);
}

async function* pagesBetween(
  store: Pick<LogReader, 'pages'>,
  from: number,
  to: number,
): AsyncGenerator<readonly PageRow[]> {
  let next = from;
  for (;;) {
    // A page holds up to 256 entries; where there are more pages, they come with the next read.
    const limit = Math.min(PAGES_A_READ, Math.ceil((to - next) / PAGE_ENTRIES) + 1);
    const pages = (await store.pages(next, limit)).filter(({ firstSeq }) => firstSeq >= next && firstSeq < to);
    const last = pages.at(-1);
    if (last === undefined) return;
    yield pages;
    next = last.firstSeq + 1;
  }
}

interface Going {
  readonly whole: ReadonlySet<KeyId>;
  readonly goes: (seq: number) => boolean;
  readonly live: ReadonlyMap<KeyId, Uint8Array>;
  readonly replacement: ReadonlyMap<KeyId, { readonly keyId: KeyId; readonly key: Uint8Array }>;
}

/**
 * The page without what goes, or undefined if nothing of it is touched. A strip whose key is gone already, though its
 * entries should have moved, is dark and stays as it is: a page that was put back from before an erasure.
 */
function rewritten(parts: EraserParts, page: PageRow, { goes, live, replacement, whole }: Going): PageRow | undefined {
  const isTouched = (id: KeyId): boolean => whole.has(id) || replacement.has(id);
  if (!pageKeys(page).some(isTouched)) return undefined;
  const slots = slotsOf(parts.cellId, page).filter(({ keyId }) => isTouched(keyId));
  const drop = new Set(slots.filter(({ seq }) => goes(seq)).map(({ seq }) => seq));
  const { cellId, randomBytes } = parts;
  return resealPage({ cellId, page, drop, keys: live, replacement, erasedKeys: whole, randomBytes });
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
