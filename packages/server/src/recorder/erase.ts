// The other half of the recorder's monopoly: destroying keys. Survivors of a key that goes are sealed again under a new
// one first; then the old key is destroyed, so that any older copy of the pages goes dark too. Every step can be
// repeated after a crash: what is done already is passed over.

import { type KeyId, type LogStore, openPage, type PageRow, resealPage } from '@acta/ledger';
import type { PageChange } from '../records/governance.ts';
import { membership, pairsOf } from '../records/runs.ts';

const PAGES_A_READ = 64;

/** What erasing needs of the key store. */
export interface ErasingKeys {
  open(ids: readonly KeyId[]): Promise<ReadonlyMap<KeyId, Uint8Array>>;
  mintReplacement(old: KeyId): { readonly keyId: KeyId; readonly key: Uint8Array };
  destroy(ids: readonly KeyId[], seq: number, suppress?: readonly Uint8Array[]): Promise<void>;
}

export interface EraserParts {
  readonly cellId: Uint8Array;
  readonly store: LogStore;
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

/** Rewrites the pages and destroys the keys. Returns which pages changed. */
export async function erase(parts: EraserParts, work: ErasureWork): Promise<PageChange[]> {
  const live = await parts.keys.open(work.replaced);
  const replacement = new Map([...live.keys()].map((old) => [old, parts.keys.mintReplacement(old)]));
  const going = { live, replacement, whole: new Set(work.whole), goes: membership(pairsOf(work.seqs)) };
  const changes: PageChange[] = [];
  for await (const pages of pagesOf(parts.store, work)) {
    const changed = pages.flatMap((page) => {
      const after = rewritten(parts, page, going);
      return after === undefined ? [] : [after];
    });
    await parts.store.replacePages(changed.map(({ page }) => page));
    changes.push(...changed.map(({ change }) => change));
  }
  await parts.keys.destroy([...work.whole, ...work.replaced], work.order, work.suppress);
  return changes;
}

/** Keys under which some of the runs' entries lie beside others that stay: those must be replaced. */
export async function keysToReplace(
  parts: Pick<EraserParts, 'cellId' | 'store'>,
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
export async function entriesUnder(
  parts: Pick<EraserParts, 'cellId' | 'store'>,
  keys: ReadonlySet<KeyId>,
): Promise<number[]> {
  const seqs: number[] = [];
  for await (const pages of allPages(parts.store)) {
    for (const page of pages) {
      for (const { keyId, seq } of slotsOf(parts.cellId, page)) if (keys.has(keyId)) seqs.push(seq);
    }
  }
  return seqs.sort((a, b) => a - b);
}

function slotsOf(cellId: Uint8Array, page: PageRow) {
  return openPage({ cellId, page, keys: new Map() }).closed;
}

/** With survivors to find, every page; otherwise those in which an entry goes. */
async function* pagesOf(
  store: LogStore,
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
    const from = first - (first % 256);
    const to = first + count + 255 - ((first + count + 255) % 256);
    const last = ranges.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else ranges.push([from, to]);
  }
  return ranges;
}

function allPages(store: LogStore): AsyncGenerator<readonly PageRow[]> {
  return pagesBetween(store, 0, Number.MAX_SAFE_INTEGER);
}

async function* pagesBetween(store: LogStore, from: number, to: number): AsyncGenerator<readonly PageRow[]> {
  let next = from;
  for (;;) {
    const pages = (await store.pages(next, PAGES_A_READ)).filter(({ firstSeq }) => firstSeq >= next && firstSeq < to);
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

/** The page without what goes, or undefined if nothing of it is touched. */
function rewritten(
  parts: EraserParts,
  page: PageRow,
  { goes, live, replacement, whole }: Going,
): { readonly page: PageRow; readonly change: PageChange } | undefined {
  const slots = slotsOf(parts.cellId, page);
  const isTouched = slots.some(({ keyId, seq }) => whole.has(keyId) || replacement.has(keyId) || goes(seq));
  if (!isTouched) return undefined;
  const drop = new Set(slots.filter(({ seq }) => goes(seq)).map(({ seq }) => seq));
  const { cellId, randomBytes } = parts;
  const after = resealPage({ cellId, page, drop, keys: live, replacement, erasedKeys: whole, randomBytes });
  return { page: after, change: [page.firstSeq, hex(page.sha256), hex(after.sha256)] };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
