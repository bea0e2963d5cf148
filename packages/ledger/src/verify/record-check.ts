/**
 * What a block's pages hold: each entry is open and gives its commitment, closed, erased, or at fault. Deep or not: only a
 * deep check opens strips. It compares nothing with the tree; it hands the commitments on.
 */
import { Committer, isCanonical } from '@acta/verifier';
import { type AeadKey, keyObjectOf } from '../aead.ts';
import { LedgerError } from '../error.ts';
import { HASH_BYTES, sha256, sha256Into } from '../hashing.ts';
import type { PageParts, PageStrip } from '../page/format.ts';
import type { JoinedRecords } from '../page/member-table.ts';
import { erasedSeqs } from '../page/open.ts';
import { openStrip } from '../page/strip.ts';
import type { DataKeys, KeyId } from '../store.ts';
import type { BlockPages } from './page-walk.ts';
import type { Findings, MissingReason } from './report.ts';

const MAX_CACHED_KEYS = 4096;

/** The commitments that a block's open records give. */
export interface Recomputed {
  /** 32 bytes an entry, where `known` says so. */
  readonly commitments: Uint8Array;
  /** One byte an entry: 1 where its record was opened. */
  readonly known: Uint8Array;
}

/** What checking records needs. */
export interface RecordCheckParts {
  /** 16 bytes. */
  readonly cellId: Uint8Array;
  /** For a deep check. */
  readonly keys: DataKeys | undefined;
  readonly isErasedByOrder: (seq: number) => boolean;
  readonly findings: Findings;
}

/** Checks the records of one log, block by block. */
export class RecordCheck {
  readonly #parts: RecordCheckParts;
  readonly #committer: Committer;
  readonly #openKeys = new Map<KeyId, AeadKey>();
  readonly #closedKeys = new Map<KeyId, MissingReason>();
  checked = 0;
  erased = 0;

  constructor(parts: RecordCheckParts) {
    this.#parts = parts;
    this.#committer = new Committer({ sha256, cellId: parts.cellId });
  }

  /** Checks the block of `count` entries from `start` on. */
  async block(start: number, count: number, { pages, faults }: BlockPages): Promise<Recomputed> {
    const recomputed = { commitments: new Uint8Array(count * HASH_BYTES), known: new Uint8Array(count) };
    const { findings } = this.#parts;
    for (const fault of faults) {
      if (fault.kind === 'altered') findings.altered('page', fault.first, fault.last, fault.reason);
      else for (let seq = fault.first; seq <= fault.last; seq++) this.#lose('page', seq, fault.reason);
    }
    await this.#fetchKeys(pages);
    const end = start + count;
    for (const page of pages) {
      for (const seq of erasedSeqs(page)) if (seq < end) this.#lose('record', seq, 'erased-without-order');
      for (const strip of page.strips) this.#checkStrip({ page, strip, start, end, recomputed });
    }
    return recomputed;
  }

  /** Overwrites the last record's plain bytes. */
  wipe(): void {
    this.#committer.wipe();
  }

  #checkStrip(at: StripAt): void {
    const { page, strip } = at;
    const { keys, findings, isErasedByOrder } = this.#parts;
    const seqs = strip.slots.map((slot) => page.firstSeq + slot).filter((seq) => seq < at.end);
    if (keys === undefined) {
      for (const seq of seqs) isErasedByOrder(seq) ? this.erased++ : this.checked++;
      return;
    }
    const key = this.#openKeys.get(strip.keyId);
    if (key === undefined) {
      const reason = this.#closedKeys.get(strip.keyId) ?? 'key-unreadable';
      for (const seq of seqs) this.#lose('record', seq, reason);
      return;
    }
    const opened = this.#open(page, strip, key);
    if (opened !== undefined) this.#recompute(at, opened);
    else for (const seq of seqs) findings.altered('record', seq, seq, 'strip-differs');
  }

  #recompute({ page, strip, start, end, recomputed }: StripAt, opened: OpenedRecords): void {
    const { areCanonical, bytes, ends, salts } = opened;
    const out = Buffer.allocUnsafe(ends.length * HASH_BYTES);
    this.#committer.commitJoined({ salts, bytes, ends, out }, (data, _, offset) => sha256Into(data, out, offset));
    for (const [index, slot] of strip.slots.entries()) {
      const seq = page.firstSeq + slot;
      if (seq >= end) continue;
      const place = seq - start;
      out.copy(recomputed.commitments, place * HASH_BYTES, index * HASH_BYTES, (index + 1) * HASH_BYTES);
      recomputed.known[place] = 1;
      if (areCanonical || isCanonical(bytes.subarray(ends[index - 1] ?? 0, ends[index]))) this.checked++;
      else this.#parts.findings.altered('record', seq, seq, 'not-canonical');
    }
  }

  #open(page: PageParts, { keyId, slots, sealed }: PageStrip, key: AeadKey): OpenedRecords | undefined {
    const { cellId } = this.#parts;
    try {
      const opened = openStrip({ cellId, pageSeq: page.firstSeq, keyId, slots }, key, sealed);
      return { ...opened.joined(), salts: opened.salts, areCanonical: opened.isCanonical() };
    } catch (error) {
      if (error instanceof LedgerError) return undefined;
      throw error;
    }
  }

  /** An entry without a record: erased if that was ordered, otherwise missing. */
  #lose(what: 'page' | 'record', seq: number, reason: MissingReason): void {
    if (this.#parts.isErasedByOrder(seq)) this.erased++;
    else this.#parts.findings.missing(what, seq, seq, reason);
  }

  async #fetchKeys(pages: readonly PageParts[]): Promise<void> {
    const { keys } = this.#parts;
    if (keys === undefined) return;
    if (this.#openKeys.size > MAX_CACHED_KEYS) this.#openKeys.clear();
    if (this.#closedKeys.size > MAX_CACHED_KEYS) this.#closedKeys.clear();
    const wanted = new Set<KeyId>();
    for (const { strips } of pages) for (const { keyId } of strips) wanted.add(keyId);
    const unknown = [...wanted].filter((id) => !this.#openKeys.has(id) && !this.#closedKeys.has(id));
    if (unknown.length === 0) return;
    const opened = await keys.open(unknown);
    for (const id of unknown) {
      const key = opened.get(id);
      if (key === undefined) this.#closedKeys.set(id, REASON_OF_STATE[await keys.state(id)]);
      else this.#openKeys.set(id, keyObjectOf(key));
    }
  }
}

interface OpenedRecords extends JoinedRecords {
  readonly salts: Uint8Array;
  /** False where each record must be looked at. */
  readonly areCanonical: boolean;
}

interface StripAt {
  readonly page: PageParts;
  readonly strip: PageStrip;
  readonly start: number;
  /** Entries from here on are not the log's. */
  readonly end: number;
  readonly recomputed: Recomputed;
}

const REASON_OF_STATE = { never: 'key-unknown', erased: 'key-destroyed', live: 'key-unreadable' } as const;
