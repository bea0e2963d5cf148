/**
 * Sealing one commit: consecutive entries become pages of strips, and each record its commitment. It knows keys and
 * bytes; it appends nothing and stores nothing.
 */
import { COMMITMENT_BYTES, Committer } from '@acta/verifier';
import { LedgerError } from '../error.ts';
import { sha256 } from '../hashing.ts';
import { pooled, type RandomBytes } from '../randomness.ts';
import type { KeyId, PageRow } from '../store.ts';
import { encodePage, PAGE_ENTRIES, type PageStrip, pageHash, STRIP_RECORDS } from './format.ts';
import { expandSalts, SALT_BYTES } from './salts.ts';
import { STRIP_TARGET_BYTES, sealStrip } from './strip.ts';

/** A strip's seed and nonce. */
const RANDOM_BYTES_A_STRIP = 28;
/** Record bytes beyond which a page is closed early. */
const PAGE_TARGET_BYTES = 4 * 1024 * 1024;

/** A record that is to become an entry. */
export interface Draft {
  readonly keyId: KeyId;
  /** Canonical JSON (RFC 8785) as UTF-8. */
  readonly record: Uint8Array;
}

/** What sealing needs. */
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

/** A commit ready to be appended. */
export interface SealedCommit {
  readonly firstSeq: number;
  readonly count: number;
  /** 32 bytes an entry. */
  readonly commitments: Uint8Array;
  readonly pages: readonly PageRow[];
}

/** The entries of one page that share a strip: slots in the page, in order. */
interface Group {
  readonly keyId: KeyId;
  readonly slots: number[];
  bytes: number;
}

/** Seals drafts as the entries from `firstSeq` on. Throws `key-missing`, `record-too-large`, `out-of-range`. */
export function sealCommit(drawn: CommitDrafts): SealedCommit {
  const { cellId, firstSeq, drafts } = drawn;
  const commit = { ...drawn, randomBytes: pooled(drawn.randomBytes, drafts.length * RANDOM_BYTES_A_STRIP) };
  if (!Number.isSafeInteger(firstSeq + drafts.length) || firstSeq < 0) {
    throw new LedgerError('out-of-range', { what: 'seq', seq: firstSeq });
  }
  const committer = new Committer({ sha256, cellId });
  const commitments = Buffer.allocUnsafeSlow(drafts.length * COMMITMENT_BYTES);
  const pages: PageRow[] = [];
  for (let start = 0; start < drafts.length; ) {
    const end = pageEnd(commit, start);
    pages.push(sealPage(commit, { start, end, committer, commitments }));
    start = end;
  }
  committer.wipe();
  return { firstSeq, count: drafts.length, commitments, pages };
}

/** Where the page that begins with draft `start` ends. */
function pageEnd({ firstSeq, drafts }: CommitDrafts, start: number): number {
  const boundary = start + PAGE_ENTRIES - ((firstSeq + start) % PAGE_ENTRIES);
  const last = Math.min(boundary, drafts.length);
  let bytes = 0;
  for (let at = start; at < last; at++) {
    bytes += drafts[at]?.record.length ?? 0;
    if (bytes > PAGE_TARGET_BYTES && at > start) return at;
  }
  return last;
}

interface PageSpan {
  readonly start: number;
  readonly end: number;
  readonly committer: Committer;
  readonly commitments: Buffer;
}

function sealPage(commit: CommitDrafts, span: PageSpan): PageRow {
  const firstSeq = commit.firstSeq + span.start;
  const page = commit.drafts.slice(span.start, span.end);
  const strips = groupByKey(page).map((group) => sealGroup(commit, { ...span, page, group, firstSeq }));
  const bytes = encodePage({ firstSeq, count: page.length, strips });
  return { firstSeq, bytes, sha256: pageHash(bytes) };
}

/** Groups in the order of their first slots; a group is closed when it has 64 records or is heavy. */
function groupByKey(page: readonly Draft[]): Group[] {
  const groups: Group[] = [];
  const open = new Map<KeyId, Group>();
  for (const [slot, { keyId, record }] of page.entries()) {
    let group = open.get(keyId);
    if (
      group === undefined ||
      group.slots.length === STRIP_RECORDS ||
      group.bytes + record.length > STRIP_TARGET_BYTES
    ) {
      group = { keyId, slots: [], bytes: 0 };
      open.set(keyId, group);
      groups.push(group);
    }
    group.slots.push(slot);
    group.bytes += record.length;
  }
  return groups;
}

function sealGroup(
  { cellId, keyOf, randomBytes }: CommitDrafts,
  at: PageSpan & { readonly page: readonly Draft[]; readonly group: Group; readonly firstSeq: number },
): PageStrip {
  const { keyId, slots } = at.group;
  const key = keyOf(keyId);
  const firstSeq = at.firstSeq + (slots[0] ?? 0);
  if (key === undefined) throw new LedgerError('key-missing', { keyId, seq: firstSeq });
  const records = slots.map((slot) => at.page[slot]?.record ?? new Uint8Array(0));
  const seed = randomBytes(SALT_BYTES);
  commitGroup(at, records, expandSalts(seed, slots.length));
  const place = { cellId, firstSeq, keyId, count: slots.length };
  return {
    keyId,
    slots,
    sealed: sealStrip({ place, key, records, salts: { form: 'seed', bytes: seed }, randomBytes }),
  };
}

/** Writes the group's commitments to the places of its slots. */
function commitGroup(
  { group, committer, commitments, start }: PageSpan & { readonly group: Group },
  records: readonly Uint8Array[],
  salts: Uint8Array,
): void {
  const out = Buffer.allocUnsafe(records.length * COMMITMENT_BYTES);
  committer.commitAll({ salts, records, out });
  for (const [index, slot] of group.slots.entries()) {
    out.copy(commitments, (start + slot) * COMMITMENT_BYTES, index * COMMITMENT_BYTES, (index + 1) * COMMITMENT_BYTES);
  }
}
