// What one batch of deliveries appends before its pieces: people, conversations and channels that were not known. Their ids
// are the seqs they get.

import type { KeyScope } from '../../records/key-scope.ts';
import type { LedgerRecord, NewRecord } from '../../records/record.ts';

export class Opening {
  readonly records: NewRecord[] = [];
  private readonly firstSeq: number;

  constructor(firstSeq: number) {
    this.firstSeq = firstSeq;
  }

  /** The seq of the next record that is put here. */
  get next(): number {
    return this.firstSeq + this.records.length;
  }

  /** Whether the record of this seq was put here: no table and no other record knows it yet. */
  isMadeHere(seq: number): boolean {
    return seq >= this.firstSeq && seq < this.next;
  }

  /** Puts a record that has no month of its own. Returns its seq. */
  put(scope: Omit<KeyScope, 'month'>, record: LedgerRecord): number {
    const seq = this.next;
    this.records.push({ ...scope, month: 0, record });
    return seq;
  }
}
