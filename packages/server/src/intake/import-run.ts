// One import while it runs: entries become records in batches, the capture remembers where each piece of the file
// stands, media and oversize texts become sealed objects. It decides nothing about identity or sameness; that was
// settled before (`placing.ts`, `align/`).

import { createHash } from 'node:crypto';
import type { ExportEntry, TimedEntry } from '@acta/formats';
import type { EntryRecord, ImportedRecord, MediaFact, ObjectRef } from '../records/conversation.ts';
import { monthOf, type NewRecord } from '../records/record.ts';
import { RunList } from '../records/runs.ts';
import { entryRecord, pieceRecord } from './entry-record.ts';
import type { ChatSource } from './sources.ts';

/** Records a commit when importing in bulk. */
const RECORDS_A_COMMIT = 20_000;
/** Pairs of runs in one capture record. */
const PAIRS_A_CAPTURE = 4_096;

export interface RunParts {
  readonly importId: number;
  readonly chat: number;
  /** The person on the other side of a 1:1 conversation, whom everything in it is about; 0 in a group. */
  readonly peer: number;
  readonly zone?: string;
  readonly source: ChatSource;
  readonly append: (records: readonly NewRecord[]) => Promise<number>;
  readonly keep: (bytes: AsyncIterable<Uint8Array>) => Promise<ObjectRef>;
  /** Person id of an author as written; undefined for none. */
  readonly personOf: (author: string) => number | undefined;
  /** Whom a system line is about: the one person it names, or nobody. */
  readonly namedIn: (text: string) => number | undefined;
}

/** What one entry is found to be. */
export type Verdict =
  | { readonly step: 'new'; readonly shift: number }
  | { readonly step: 'suppressed' }
  /** `sameBytesAs`: a file of another name, which is a duplicate if its content has this hash. */
  | { readonly step: 'new-version'; readonly of: number; readonly shift: number; readonly sameBytesAs?: string }
  /** `written`: the version of it that was written with the very same bytes; `isOwn`: this very import brought it before a crash. */
  | { readonly step: 'duplicate'; readonly of: number; readonly written: number | undefined; readonly isOwn: boolean };

export class ImportRun {
  private readonly parts: RunParts;
  private batch: NewRecord[] = [];
  private readonly runs = new RunList();
  private readonly vouched = new RunList();
  /** Places in `runs` are known only when a batch has its seqs: until then each entry of the batch waits here. */
  private readonly waiting: number[] = [];
  private part = 0;
  private readonly used = new Set<string>();
  readonly counts = { added: 0, duplicates: 0, newVersions: 0, suppressed: 0 };

  constructor(parts: RunParts) {
    this.parts = parts;
  }

  /** Takes in lines before the first header. */
  async preamble(entry: ExportEntry): Promise<void> {
    const oversize = await this.oversizeOf(entry);
    this.put(this.parts.peer, 0, pieceRecord(entry, this.parts.importId, oversize === undefined ? {} : { oversize }));
    await this.flushIfFull();
  }

  /** Takes in one entry under its verdict. */
  async entry(entry: TimedEntry, verdict: Verdict): Promise<void> {
    if (verdict.step === 'suppressed') {
      this.counts.suppressed++;
      this.waiting.push(-1);
    } else if (verdict.step === 'duplicate') {
      await this.duplicate(entry, verdict);
    } else {
      await this.newEntry(entry, verdict);
    }
    await this.flushIfFull();
  }

  private async duplicate(entry: TimedEntry, verdict: Extract<Verdict, { step: 'duplicate' }>): Promise<void> {
    if (verdict.isOwn) this.counts.added++;
    else {
      this.counts.duplicates++;
      this.vouched.add(verdict.of);
      if (verdict.written !== undefined && verdict.written !== verdict.of) this.vouched.add(verdict.written);
    }
    if (entry.media?.name !== undefined) this.used.add(entry.media.name.normalize('NFC'));
    if (verdict.written !== undefined) {
      this.waiting.push(verdict.written);
      return;
    }
    const oversize = await this.oversizeOf(entry);
    const links = { of: verdict.of, ...(oversize === undefined ? {} : { oversize }) };
    this.put(this.subjectOf(entry), monthOf(entry.at), pieceRecord(entry, this.parts.importId, links));
  }

  private async newEntry(entry: TimedEntry, verdict: Extract<Verdict, { step: 'new' | 'new-version' }>): Promise<void> {
    const of = verdict.step === 'new' ? undefined : verdict.of;
    if (verdict.step === 'new-version' && (await this.isSameFile(entry, verdict.sameBytesAs))) {
      return this.duplicate(entry, { step: 'duplicate', of: verdict.of, written: undefined, isOwn: false });
    }
    if (of === undefined) this.counts.added++;
    else this.counts.newVersions++;
    const person = entry.author === undefined ? undefined : this.parts.personOf(entry.author);
    const media = await this.mediaOf(entry);
    const oversize = await this.oversizeOf(entry);
    const record = entryRecord(
      entry,
      {
        chat: this.parts.chat,
        import: this.parts.importId,
        ...(this.parts.zone === undefined ? {} : { zone: this.parts.zone }),
      },
      {
        ...(person === undefined ? {} : { person }),
        ...(media === undefined ? {} : { media }),
        ...(oversize === undefined ? {} : { oversize }),
        ...(of === undefined ? {} : { of }),
        shift: verdict.shift,
      },
    );
    this.put(this.subjectOf(entry), monthOf(entry.at), record);
  }

  /** In a 1:1 conversation all is about the other side; in a group about the author, or the one a system line names. */
  private subjectOf(entry: TimedEntry): number {
    if (this.parts.peer !== 0) return this.parts.peer;
    if (entry.kind === 'system') return this.parts.namedIn(entry.text) ?? 0;
    return (entry.author === undefined ? undefined : this.parts.personOf(entry.author)) ?? 0;
  }

  private async mediaOf(entry: TimedEntry): Promise<MediaFact | undefined> {
    if (entry.media === undefined) return undefined;
    const { name, state } = entry.media;
    const file = name === undefined ? undefined : this.parts.source.media.get(name.normalize('NFC'));
    const named = name === undefined ? {} : { name: name.toWellFormed() };
    if (file === undefined || state !== 'present') return { ...named, state };
    this.used.add(file.name.normalize('NFC'));
    return { content: await this.parts.keep(file.open()), ...named, state };
  }

  private async isSameFile({ media }: TimedEntry, sha256: string | undefined): Promise<boolean> {
    const file = media?.name === undefined ? undefined : this.parts.source.media.get(media.name.normalize('NFC'));
    if (sha256 === undefined || file === undefined) return false;
    const hash = createHash('sha256');
    for await (const chunk of file.open()) hash.update(chunk);
    return hash.digest('hex') === sha256;
  }

  private async oversizeOf(entry: ExportEntry): Promise<ObjectRef | undefined> {
    if (entry.oversize === undefined) return undefined;
    return this.parts.keep(this.parts.source.open(entry.offset, entry.offset + entry.sizeBytes));
  }

  /** Files that were handed over with the text and that no entry names are kept under the conversation. */
  async unnamedMedia(): Promise<number> {
    if (!this.parts.source.ownsMedia) return 0;
    let kept = 0;
    for (const [name, file] of this.parts.source.media) {
      if (this.used.has(name)) continue;
      const content = await this.parts.keep(file.open());
      const record = {
        chat: this.parts.chat,
        content,
        import: this.parts.importId,
        kind: 'attachment',
        name: name.toWellFormed(),
        v: 1,
      } as const;
      this.batch.push({ subject: this.parts.peer, conversation: this.parts.chat, month: 0, record });
      kept++;
    }
    return kept;
  }

  private put(subject: number, month: number, record: EntryRecord | ReturnType<typeof pieceRecord>): void {
    this.batch.push({ subject, conversation: this.parts.chat, month, record });
    this.waiting.push(-2 - this.batch.length);
  }

  private async flushIfFull(): Promise<void> {
    if (this.batch.length >= RECORDS_A_COMMIT || this.waiting.length >= 4 * RECORDS_A_COMMIT) await this.flush();
  }

  private async flush(): Promise<void> {
    const batch = this.batch;
    this.batch = [];
    const firstSeq = batch.length === 0 ? 0 : await this.parts.append(batch);
    this.settle(firstSeq);
    if (this.runs.pairs >= PAIRS_A_CAPTURE || this.vouched.pairs >= PAIRS_A_CAPTURE) await this.capture();
  }

  /** Turns what waited into seqs: a place in the batch (−2 − place) follows from the batch's first seq. */
  private settle(firstSeq: number): void {
    for (const place of this.waiting.splice(0)) this.runs.add(place < -2 ? firstSeq + (-3 - place) : place);
  }

  private async capture(): Promise<void> {
    const record = {
      import: this.parts.importId,
      kind: 'capture',
      part: this.part++,
      runs: this.runs.take(),
      v: 1,
      vouched: this.vouched.take(),
    } as const;
    await this.parts.append([{ subject: this.parts.peer, conversation: this.parts.chat, month: 0, record }]);
  }

  /** Ends the import: the last batch, the capture, and the record that makes it visible. */
  async finish(recordedAt: string): Promise<ImportedRecord> {
    await this.flush();
    await this.capture();
    const record: ImportedRecord = {
      added: this.counts.added,
      duplicates: this.counts.duplicates,
      import: this.parts.importId,
      kind: 'imported',
      newVersions: this.counts.newVersions,
      parts: this.part,
      recordedAt,
      suppressed: this.counts.suppressed,
      v: 1,
    };
    await this.parts.append([{ subject: this.parts.peer, conversation: this.parts.chat, month: 0, record }]);
    return record;
  }
}
