/**
 * What a block's pages hold: each entry is open and gives its commitment, closed, erased, or at fault. Deep or not: only a
 * deep check opens strips. It compares nothing with the tree; it hands the commitments on.
 */
import type { KeyObject } from 'node:crypto';
import { keyObjectOf } from '../aead.ts';
import { HASH_BYTES } from '../hashing.ts';
import type { PageParts, PageStrip } from '../page/format.ts';
import { erasedSeqs } from '../page/open.ts';
import type { DataKeys, KeyId } from '../store.ts';
import type { BlockPages } from './page-walk.ts';
import type { Findings, MissingReason } from './report.ts';
import type { OpenedStrips, StripOpener, StripToOpen } from './strip-opening.ts';

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
  readonly open: StripOpener;
  readonly isErasedByOrder: (seq: number) => boolean;
  readonly findings: Findings;
}

/** A block of `count` entries from `start` on, whose strips are being opened. */
export interface OpeningBlock extends BlockPages {
  readonly start: number;
  readonly count: number;
  /** Why strips of these keys are not opened. */
  readonly closed: ReadonlyMap<KeyId, MissingReason>;
  /** Those of all other strips, in the order of pages and strips. */
  readonly opened: Promise<OpenedStrips>;
}

/** Checks the records of one log, block by block. */
export class RecordCheck {
  readonly #parts: RecordCheckParts;
  readonly #openKeys = new Map<KeyId, KeyObject>();
  readonly #closedKeys = new Map<KeyId, MissingReason>();
  checked = 0;
  erased = 0;

  constructor(parts: RecordCheckParts) {
    this.#parts = parts;
  }

  /** Begins to open the strips of a block. */
  async open(start: number, count: number, block: BlockPages): Promise<OpeningBlock> {
    await this.#fetchKeys(block.pages);
    const { cellId, keys, open } = this.#parts;
    const closed = new Map<KeyId, MissingReason>();
    const strips: StripToOpen[] = [];
    for (const { firstSeq, strips: all } of keys === undefined ? [] : block.pages) {
      for (const { keyId, sealed, slots } of all) {
        const key = this.#openKeys.get(keyId);
        if (key === undefined) closed.set(keyId, this.#closedKeys.get(keyId) ?? 'key-unreadable');
        else strips.push({ pageSeq: firstSeq, keyId, slots, sealed, key });
      }
    }
    const { opened } = await open({ cellId, strips });
    // It is awaited when the block's turn comes; until then a failure is not yet anybody's.
    opened.catch(() => undefined);
    return { start, count, ...block, closed, opened };
  }

  /** Checks a block. Blocks must come in order. */
  async check({ closed, count, faults, opened, pages, start }: OpeningBlock): Promise<Recomputed> {
    const recomputed = { commitments: new Uint8Array(count * HASH_BYTES), known: new Uint8Array(count) };
    const given = await opened;
    const { findings } = this.#parts;
    for (const fault of faults) {
      if (fault.kind === 'altered') findings.altered('page', fault.first, fault.last, fault.reason);
      else for (let seq = fault.first; seq <= fault.last; seq++) this.#lose('page', seq, fault.reason);
    }
    const at = { start, end: start + count, given, next: { strip: 0, record: 0 }, recomputed };
    for (const page of pages) {
      for (const seq of erasedSeqs(page)) if (seq < at.end) this.#lose('record', seq, 'erased-without-order');
      for (const strip of page.strips) this.#checkStrip(page, strip, { ...at, closed: closed.get(strip.keyId) });
    }
    return recomputed;
  }

  #checkStrip({ firstSeq }: PageParts, { slots }: PageStrip, at: StripAt): void {
    const { keys, findings, isErasedByOrder } = this.#parts;
    const seqs = slots.map((slot) => firstSeq + slot).filter((seq) => seq < at.end);
    if (keys === undefined) {
      for (const seq of seqs) isErasedByOrder(seq) ? this.erased++ : this.checked++;
      return;
    }
    if (at.closed !== undefined) {
      for (const seq of seqs) this.#lose('record', seq, at.closed);
      return;
    }
    const { next } = at;
    const isOpen = at.given.opened[next.strip++] === 1;
    const first = next.record;
    next.record += slots.length;
    if (isOpen) this.#take(seqs, first, at);
    else for (const seq of seqs) findings.altered('record', seq, seq, 'strip-differs');
  }

  /** Takes over what the records of a strip, from one on, gave. */
  #take(seqs: readonly number[], first: number, { given, recomputed, start }: StripAt): void {
    for (const [index, seq] of seqs.entries()) {
      const [from, place] = [first + index, seq - start];
      const commitment = given.commitments.subarray(from * HASH_BYTES, (from + 1) * HASH_BYTES);
      recomputed.commitments.set(commitment, place * HASH_BYTES);
      recomputed.known[place] = 1;
      if (given.canonical[from] === 1) this.checked++;
      else this.#parts.findings.altered('record', seq, seq, 'not-canonical');
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

interface StripAt {
  readonly start: number;
  /** Entries from here on are not the log's. */
  readonly end: number;
  readonly given: OpenedStrips;
  /** The next strip and record of what was given. */
  readonly next: { strip: number; record: number };
  /** Why the strip was not opened, if it was not. */
  readonly closed: MissingReason | undefined;
  readonly recomputed: Recomputed;
}

const REASON_OF_STATE = { never: 'key-unknown', erased: 'key-destroyed', live: 'key-unreadable' } as const;
