/**
 * Sealing one commit: consecutive entries become pages of strips, and each record its commitment. Bytes in, bytes out: it
 * appends nothing, stores nothing and keeps nothing, and so runs on any thread.
 */
import { CELL_ID_BYTES } from '@acta/verifier';
import { type AeadKey, keyObjectOf } from '../aead.ts';
import { LedgerError } from '../error.ts';
import { HASH_BYTES } from '../hashing.ts';
import { treeHashes } from '../lanes/tree-hashes.ts';
import { pooled, type RandomBytes } from '../randomness.ts';
import type { KeyId } from '../store.ts';
import { BatchBuilder, type RecordBatch, type SealedPages, wipeBatch } from './batch.ts';
import { CommitmentWriter } from './commitment-writer.ts';
import { encodePage, FULL_STRIP_RECORDS, PAGE_ENTRIES, type PageStrip, pageHash } from './format.ts';
import { expandSalts, SALT_BYTES } from './salts.ts';
import { STRIP_TARGET_BYTES, sealStrip } from './strip.ts';

/** A strip's seed and nonce. */
const RANDOM_BYTES_A_STRIP = 28;
/** Record bytes beyond which a page is closed early. */
const PAGE_TARGET_BYTES = 4 * 1024 * 1024;
const KEY_BYTES = 32;

/** A record that is to become an entry. */
export interface Draft {
  readonly keyId: KeyId;
  /** Canonical JSON (RFC 8785), as text or UTF-8. */
  readonly record: string | Uint8Array;
}

/** What sealing needs, record by record. */
export interface CommitDrafts {
  /** 16 bytes. */
  readonly cellId: Uint8Array;
  /** The ledger's size before this commit. */
  readonly firstSeq: number;
  readonly drafts: readonly Draft[];
  /** The data key (32 bytes) of an id. */
  readonly keyOf: (id: KeyId) => Uint8Array | undefined;
  readonly randomBytes: RandomBytes;
}

/** Seals drafts as the entries from `firstSeq` on. Throws `key-missing`, and as `sealPages`. */
export function sealCommit({ drafts, randomBytes, ...of }: CommitDrafts): SealedPages {
  const builder = new BatchBuilder();
  for (const { keyId, record } of drafts) builder.add(keyId, record);
  const batch = builder.finish(of);
  try {
    return sealPages(batch, randomBytes);
  } finally {
    wipeBatch(batch);
  }
}

/** Seals a batch; the batch itself stays as it is. Throws `record-too-large`, `out-of-range`. */
export function sealPages(batch: RecordBatch, randomBytes: RandomBytes): SealedPages {
  const sealing = sealingPages(batch, randomBytes);
  for (;;) {
    const { done, value } = sealing.next();
    if (done === true) return value;
  }
}

/** The same strip by strip, for a thread on which others wait: it pauses between strips, and ends with all pages. */
export function* sealingPages(batch: RecordBatch, randomBytes: RandomBytes): Generator<void, SealedPages, void> {
  const { cellId, ends, firstSeq } = batch;
  const count = ends.length;
  if (!Number.isSafeInteger(firstSeq + count) || firstSeq < 0 || cellId.length !== CELL_ID_BYTES)
    throw new LedgerError('out-of-range', { what: 'seq', seq: firstSeq });
  const commitments = new Uint8Array(count * HASH_BYTES);
  const leafHashes = new Uint8Array(count * HASH_BYTES);
  const writer = new CommitmentWriter(cellId, commitments);
  const pages: SealedPage[] = [];
  try {
    const sealing = new PageSealing(batch, writer, pooled(randomBytes, count * RANDOM_BYTES_A_STRIP));
    for (let next = 0; next < count; ) {
      const { end, page } = yield* sealing.page(next);
      pages.push(page);
      const written = commitments.subarray(next * HASH_BYTES, end * HASH_BYTES);
      leafHashes.set(treeHashes.leaves(written), next * HASH_BYTES);
      next = end;
    }
  } finally {
    writer.wipe();
  }
  return { firstSeq, count, commitments, leafHashes, ...joinPages(pages) };
}

interface SealedPage {
  readonly firstSeq: number;
  readonly bytes: Uint8Array;
  readonly hash: Uint8Array;
}

/** The entries of one page that share a strip: slots in the page, in order. */
interface Group {
  /** The key's place in the batch. */
  readonly key: number;
  readonly slots: number[];
  bytes: number;
}

class PageSealing {
  readonly #batch: RecordBatch;
  readonly #writer: CommitmentWriter;
  readonly #randomBytes: RandomBytes;
  readonly #keys: AeadKey[] = [];
  /** By key: the group that its next record joins; -1 for none. */
  readonly #open: Int32Array;

  constructor(batch: RecordBatch, writer: CommitmentWriter, randomBytes: RandomBytes) {
    this.#batch = batch;
    this.#writer = writer;
    this.#randomBytes = randomBytes;
    this.#open = new Int32Array(batch.keyIds.length).fill(-1);
  }

  /** The page that begins with record `start` of the batch, and where it ends. */
  *page(start: number): Generator<void, { readonly page: SealedPage; readonly end: number }, void> {
    const firstSeq = this.#batch.firstSeq + start;
    const end = this.#pageEnd(start);
    const strips: PageStrip[] = [];
    for (const group of this.#groups(start, end)) {
      strips.push(this.#strip(group, start));
      yield;
    }
    const bytes = encodePage({ firstSeq, count: end - start, strips });
    return { page: { firstSeq, bytes, hash: pageHash(bytes) }, end };
  }

  #pageEnd(start: number): number {
    const { ends, firstSeq } = this.#batch;
    const boundary = start + PAGE_ENTRIES - ((firstSeq + start) % PAGE_ENTRIES);
    const last = Math.min(boundary, ends.length);
    let bytes = this.#sizeOf(start);
    for (let at = start + 1; at < last; at++) {
      bytes += this.#sizeOf(at);
      if (bytes > PAGE_TARGET_BYTES) return at;
    }
    return last;
  }

  /** Groups in the order of their first slots; a group is closed when it has all the records of a strip or is heavy. */
  #groups(start: number, end: number): Group[] {
    const { keyOf } = this.#batch;
    const groups: Group[] = [];
    for (let at = start; at < end; at++) {
      const key = keyOf[at] ?? 0;
      const bytes = this.#sizeOf(at);
      let group = groups[this.#open[key] ?? -1];
      if (
        group === undefined ||
        group.slots.length === FULL_STRIP_RECORDS ||
        group.bytes + bytes > STRIP_TARGET_BYTES
      ) {
        group = { key, slots: [], bytes: 0 };
        this.#open[key] = groups.push(group) - 1;
      }
      group.slots.push(at - start);
      group.bytes += bytes;
    }
    for (const { key } of groups) this.#open[key] = -1;
    return groups;
  }

  #strip({ key, slots }: Group, start: number): PageStrip {
    const { bytes, cellId, ends, firstSeq, keyIds, starts } = this.#batch;
    const keyId = keyIds[key] ?? 0;
    const seed = this.#randomBytes(SALT_BYTES);
    const salts = expandSalts(seed, slots.length);
    const records = {
      bytes,
      starts: slots.map((slot) => starts[start + slot] ?? 0),
      ends: slots.map((slot) => ends[start + slot] ?? 0),
    };
    const sealed = sealStrip({
      place: { cellId, pageSeq: firstSeq + start, keyId, slots },
      key: this.#key(key),
      records,
      salts: { form: 'seed', bytes: seed },
      randomBytes: this.#randomBytes,
    });
    this.#writer.write(records, salts, (index) => start + (slots[index] ?? 0));
    return { keyId, slots, sealed };
  }

  #key(place: number): AeadKey {
    this.#keys[place] ??= keyObjectOf(this.#batch.keys.subarray(place * KEY_BYTES, (place + 1) * KEY_BYTES));
    return this.#keys[place];
  }

  #sizeOf(record: number): number {
    const { ends, starts } = this.#batch;
    return (ends[record] ?? 0) - (starts[record] ?? 0);
  }
}

function joinPages(pages: readonly SealedPage[]): Pick<SealedPages, 'pages' | 'pageEnds' | 'pageHashes' | 'pageSeqs'> {
  const bytes = new Uint8Array(pages.reduce((sum, page) => sum + page.bytes.length, 0));
  const pageEnds = new Float64Array(pages.length);
  const pageHashes = new Uint8Array(pages.length * HASH_BYTES);
  let end = 0;
  for (const [at, page] of pages.entries()) {
    bytes.set(page.bytes, end);
    end += page.bytes.length;
    pageEnds[at] = end;
    pageHashes.set(page.hash, at * HASH_BYTES);
  }
  return { pages: bytes, pageEnds, pageHashes, pageSeqs: Float64Array.from(pages, ({ firstSeq }) => firstSeq) };
}
