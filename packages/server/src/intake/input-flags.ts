// Which rules of input the entries of an export do not keep, and the records that say so. An author's name is judged once an import,
// at the first entry that carries it; what WhatsApp itself wrote is judged by its time alone.

import type { TimedEntry } from '@acta/formats';
import { checkIncoming, flagText, type IncomingFields } from '@acta/policy';
import { type Placing, seqOf } from '../records/placing.ts';
import { monthOf, type NewRecord } from '../records/record.ts';

const NONE: readonly string[] = [];

export class InputFlags {
  private readonly now: Date;
  private readonly nowMs: number;
  private readonly authors = new Set<string>();
  private byNumber = new Map<number, readonly string[]>();

  constructor(now: Date) {
    this.now = now;
    this.nowMs = now.getTime();
  }

  /** Whether any record was flagged since `take`. */
  get isEmpty(): boolean {
    return this.byNumber.size === 0;
  }

  /** Judges an entry that became the record with this number of its commit. */
  judge(entry: TimedEntry, number: number): void {
    const flags = this.flagsOf(entry);
    if (flags.length > 0) this.byNumber.set(number, flags);
  }

  private flagsOf({ atSeconds, author, authorPhone, kind, media, text }: TimedEntry): readonly string[] {
    // Set one after another: what would be spread is copied for each of millions.
    const fields: { -readonly [Name in keyof IncomingFields]: IncomingFields[Name] } = {
      source: 'export',
      atMs: atSeconds * 1_000,
    };
    if (kind !== 'system') fields.text = text;
    if (media?.name !== undefined) fields.filename = media.name;
    if (author !== undefined && authorPhone === undefined && this.isNew(author)) fields.name = author;
    const flags = checkIncoming(fields, this.nowMs);
    return flags.length === 0 ? NONE : flags.map(flagText);
  }

  private isNew(author: string): boolean {
    if (this.authors.has(author)) return false;
    this.authors.add(author);
    return true;
  }

  /** The flags of the records of a commit, in their order; none of them is told again. */
  take(placing: Placing): NewRecord[] {
    const recordedAt = this.now.toISOString();
    const scope = { subject: 0, conversation: 0, month: monthOf(recordedAt) };
    const flagged = Array.from(this.byNumber, ([number, flags]) => ({ of: seqOf(number, placing), flags }));
    this.byNumber = new Map();
    return flagged
      .sort((one, other) => one.of - other.of)
      .map(({ flags, of }) => ({ ...scope, record: { flags, kind: 'flag', of, recordedAt, source: 'export', v: 1 } }));
  }
}
