// Which rules of input the entries of an export do not keep, and the records that say so. An author's name is judged once an import,
// at the first entry that carries it; what WhatsApp itself wrote is judged by its time alone.

import type { TimedEntry } from '@acta/formats';
import { checkIncoming, flagText } from '@acta/policy';
import { type LedgerRecord, monthOf, type NewRecord } from '../records/record.ts';

const NONE: readonly string[] = [];

export class InputFlags {
  private readonly now: Date;
  private readonly authors = new Set<string>();
  private byRecord = new Map<LedgerRecord, readonly string[]>();

  constructor(now: Date) {
    this.now = now;
  }

  /** Whether any record was flagged since `take`. */
  get isEmpty(): boolean {
    return this.byRecord.size === 0;
  }

  /** Judges an entry that became this record. */
  judge(entry: TimedEntry, record: LedgerRecord): void {
    const flags = this.flagsOf(entry);
    if (flags.length > 0) this.byRecord.set(record, flags);
  }

  private flagsOf({ atSeconds, author, authorPhone, kind, media, text }: TimedEntry): readonly string[] {
    const said = kind === 'system' ? {} : { text };
    const flags = checkIncoming(
      {
        source: 'export',
        atMs: atSeconds * 1_000,
        ...said,
        ...(media?.name === undefined ? {} : { filename: media.name }),
        ...(author !== undefined && authorPhone === undefined && this.isNew(author) ? { name: author } : {}),
      },
      this.now.getTime(),
    );
    return flags.length === 0 ? NONE : flags.map(flagText);
  }

  private isNew(author: string): boolean {
    if (this.authors.has(author)) return false;
    this.authors.add(author);
    return true;
  }

  /** The flags of these records, which get the seqs from `firstSeq` on; none of them is told again. */
  take(records: readonly NewRecord[], firstSeq: number): NewRecord[] {
    const recordedAt = this.now.toISOString();
    const scope = { subject: 0, conversation: 0, month: monthOf(recordedAt) };
    const flagged = this.byRecord;
    this.byRecord = new Map();
    return records.flatMap(({ record }, at) => {
      const flags = flagged.get(record);
      if (flags === undefined) return [];
      return [{ ...scope, record: { flags, kind: 'flag', of: firstSeq + at, recordedAt, source: 'export', v: 1 } }];
    });
  }
}
