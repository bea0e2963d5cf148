/**
 * What a verification found, in words from a closed list. `altered` outweighs `missing`; what was erased by order is
 * neither. Ranges are of seqs, both ends included; ranges that touch and say the same are one.
 */

/** Where a fault lies. `object`: a sealed object that the record refers to; whoever holds objects looks at them. */
export type FaultySubject = 'checkpoint' | 'root' | 'entries' | 'bundle' | 'tile' | 'page' | 'record' | 'object';

/** Why something counts as missing. */
export type MissingReason =
  /** The row is not there. */
  | 'gone'
  /** The row is there but the medium refuses it. */
  | 'unreadable'
  /** The row is not there, but the open pages give the same commitments again. */
  | 'provable-from-pages'
  /** Beyond the log's end, though a checkpoint states it. */
  | 'beyond-end'
  /** The checkpoint is older than the last one known outside the vault. */
  | 'older-than-known'
  | 'erased-without-order'
  /** No order, and the key was destroyed. */
  | 'key-destroyed'
  /** No such key was ever minted. */
  | 'key-unknown'
  /** The key is said to live and does not open. */
  | 'key-unreadable';

/** Why something counts as altered. */
export type AlteredReason =
  | 'not-signed'
  /** Not what the signed root says. */
  | 'root-differs'
  /** Not what the last root known outside the vault says. */
  | 'known-root-differs'
  /** Bundle and tile contradict each other, and no root tells which is right. */
  | 'tile-differs'
  /** The page is not what its own hash names. */
  | 'page-hash-differs'
  | 'malformed'
  | 'overlaps'
  /** The key does not confirm the sealed bytes. */
  | 'strip-differs'
  | 'not-canonical'
  /** Record and salt do not give the entry's commitment. */
  | 'commitment-differs'
  /** The object's bytes are not what its name says. */
  | 'object-differs';

/** A fault and the entries that it touches. */
export interface Finding<Reason> {
  readonly first: number;
  readonly last: number;
  readonly what: FaultySubject;
  readonly reason: Reason;
}

/** The outcome of a verification. */
export interface LogReport {
  readonly verdict: 'intact' | 'incomplete' | 'altered';
  /** Entries in the log. */
  readonly size: number;
  /** The root over them as far as it could be computed; otherwise the signed one. */
  readonly root: Uint8Array;
  /** Whether the signed root was rebuilt from what is stored. */
  readonly proven: boolean;
  /** Entries after the last checkpoint: no fault, but nobody has signed them yet. */
  readonly unsigned: number;
  /** Entries found whole at the depth asked for. */
  readonly checked: number;
  /** Entries erased by order. */
  readonly erased: number;
  readonly witnesses: readonly never[];
  readonly missing: readonly Finding<MissingReason>[];
  readonly altered: readonly Finding<AlteredReason>[];
}

/** Collects faults. */
export class Findings {
  readonly #missing = new RangeList<MissingReason>();
  readonly #altered = new RangeList<AlteredReason>();

  missing(what: FaultySubject, first: number, last: number, reason: MissingReason): void {
    this.#missing.add({ first, last, what, reason });
  }

  altered(what: FaultySubject, first: number, last: number, reason: AlteredReason): void {
    this.#altered.add({ first, last, what, reason });
  }

  /** The verdict and both lists, in the order of seqs. */
  summary(): Pick<LogReport, 'verdict' | 'missing' | 'altered'> {
    const missing = this.#missing.inOrder();
    const altered = this.#altered.inOrder();
    return { verdict: altered.length > 0 ? 'altered' : missing.length > 0 ? 'incomplete' : 'intact', missing, altered };
  }
}

/** Findings, those that touch and say the same joined as they come. */
class RangeList<Reason extends string> {
  readonly #ranges: { first: number; last: number; what: FaultySubject; reason: Reason }[] = [];
  readonly #newest = new Map<string, { first: number; last: number }>();

  add({ first, last, what, reason }: Finding<Reason>): void {
    const key = `${what} ${reason}`;
    const newest = this.#newest.get(key);
    if (newest !== undefined && first <= newest.last + 1 && first >= newest.first) {
      newest.last = Math.max(newest.last, last);
      return;
    }
    const range = { first, last, what, reason };
    this.#ranges.push(range);
    this.#newest.set(key, range);
  }

  inOrder(): Finding<Reason>[] {
    return this.#ranges.sort((a, b) => a.first - b.first || a.last - b.last);
  }
}
