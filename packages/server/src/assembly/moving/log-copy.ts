// One cell's log taken from one store to another: in stretches that are each durable, so that a repeat goes on where the target ends.
// The target's tree is made anew from what was read and read back there; what the target has already is compared with the source,
// entry by entry and page by page. It opens no page.

import type { Log, LogReader, PageRow } from '@acta/ledger';
import { ServerError } from '../../server-error.ts';
import type { LedgerStore } from '../../store/ledger-store.ts';

const BUNDLE_ENTRIES = 256;
const HASH_BYTES = 32;
/** Entries that become durable at once. */
const STRETCH_ENTRIES = 16 * BUNDLE_ENTRIES;
const PAGES_PER_READ = 64;

export interface LogCopy {
  readonly from: LogReader;
  readonly to: LedgerStore;
  /** The target's log, open over `to`. */
  readonly log: Log;
  /** How the target is called in an error. */
  readonly place: string;
  /** Called when a stretch stands at the target. */
  readonly onStretch: (done: number, total: number) => void;
}

/**
 * Leaves the target with every entry and page of the source, and with its newest checkpoint. Rejects with `move-target` where the
 * target is not a part of the source, with `vault-damaged` where the source cannot be read whole, and with `root-mismatch` where
 * what was copied is not what was signed.
 */
export async function copyLog(copy: LogCopy): Promise<{ readonly size: number; readonly root: Uint8Array }> {
  const { from, log, onStretch, place, to } = copy;
  const [size, held] = [await from.size(), await log.size()];
  if (held > size) throw new ServerError('move-target', { place, reason: 'longer' });
  const [theirs, ours] = [new PageStream(from), new PageStream(to)];
  for (let first = 0; first < size; ) {
    const end = endOf(first, { held, size });
    const rows = { firstSeq: first, commitments: await commitments(from, first, end), pages: await theirs.upTo(end) };
    if (first >= held) await log.appendCopied(rows);
    else await compare(copy, { ...rows, end, standing: await ours.upTo(end) });
    onStretch(end, size);
    first = end;
  }
  const note = await from.checkpoint();
  if (note === undefined) throw damaged('checkpoint');
  return log.adopt(note);
}

/** Stretches end between bundles, and where the target ends. */
function endOf(first: number, { held, size }: { readonly held: number; readonly size: number }): number {
  const next = (Math.floor(first / STRETCH_ENTRIES) + 1) * STRETCH_ENTRIES;
  return Math.min(next, first < held ? held : size);
}

async function commitments(reader: LogReader, first: number, end: number): Promise<Uint8Array> {
  const index = Math.floor(first / BUNDLE_ENTRIES);
  const bundles = await reader.bundles(index, Math.ceil(end / BUNDLE_ENTRIES) - index);
  const offset = (first - index * BUNDLE_ENTRIES) * HASH_BYTES;
  const bytes = Buffer.concat(bundles.map((bundle) => bundle ?? lost('bundle')));
  const found = bytes.subarray(offset, offset + (end - first) * HASH_BYTES);
  return found.length === (end - first) * HASH_BYTES ? found : lost('bundle');
}

interface Compared {
  readonly firstSeq: number;
  readonly end: number;
  readonly commitments: Uint8Array;
  readonly pages: readonly PageRow[];
  /** The target's pages of the same entries. */
  readonly standing: readonly PageRow[];
}

/** What stands at the target must be the source's; pages that an erasure has replaced there since are replaced here too. */
async function compare({ place, to }: LogCopy, { commitments: theirs, end, firstSeq, pages, standing }: Compared) {
  const differs = (reason: string): never => {
    throw new ServerError('move-target', { place, reason });
  };
  if (!Buffer.from(theirs).equals(await commitments(to, firstSeq, end))) differs('other');
  const hashes = new Map(standing.map((page) => [page.firstSeq, page.sha256]));
  if (hashes.size !== pages.length || pages.some((page) => !hashes.has(page.firstSeq))) differs('other');
  await to.replacePages(pages.filter((page) => !Buffer.from(page.sha256).equals(hashes.get(page.firstSeq) ?? NOTHING)));
}

const NOTHING = new Uint8Array(0);

/** The pages of a log in order, each read once. */
class PageStream {
  private readonly reader: LogReader;
  private waiting: readonly PageRow[] = [];
  /** No page that begins before it is still to come. */
  private next = 0;

  constructor(reader: LogReader) {
    this.reader = reader;
  }

  /** Those that begin before `end` and were not given out yet. */
  async upTo(end: number): Promise<readonly PageRow[]> {
    const found: PageRow[] = [];
    for (;;) {
      const beyond = this.waiting.findIndex(({ firstSeq }) => firstSeq >= end);
      found.push(...(beyond === -1 ? this.waiting : this.waiting.slice(0, beyond)));
      this.waiting = beyond === -1 ? [] : this.waiting.slice(beyond);
      if (beyond !== -1) return found;
      const rows = (await this.reader.pages(this.next, PAGES_PER_READ)).filter(({ firstSeq }) => firstSeq >= this.next);
      if (rows.length === 0) return found;
      this.next = (rows.at(-1)?.firstSeq ?? 0) + 1;
      this.waiting = rows;
    }
  }
}

function lost(what: string): never {
  throw damaged(what);
}

function damaged(file: string): ServerError {
  return new ServerError('vault-damaged', { file });
}
