// One import while it runs: entries become records in batches, the capture remembers where each piece of the file
// stands, media and oversize texts become sealed objects. It decides nothing about identity or sameness; that was
// settled before (`placing.ts`, `align/`).

import { type ExportEntry, FormatsError, type TimedEntry } from '@acta/formats';
import type { Ending } from '../recorder/bulk.ts';
import type { Drafts } from '../recorder/drafts.ts';
import type { ImportedRecord, MediaFact, ObjectRef } from '../records/conversation.ts';
import { monthOf, type NewRecord } from '../records/record.ts';
import { runsOf } from '../records/runs.ts';
import { ServerError } from '../server-error.ts';
import { CaptureList, type SameBytes } from './capture-list.ts';
import { type EntryContext, entryRecord, pieceRecord } from './entry-record.ts';
import { fileDigest } from './file-digest.ts';
import type { BulkDesk } from './import-order.ts';
import { InputFlags } from './input-flags.ts';
import type { ChatSource, MediaFile } from './sources.ts';

/** Records of a commit at most when importing in bulk. */
const MOST_RECORDS = 4_096;
/** The same of a 1:1 conversation, whose records lie in the order of time anyway: while one is sealed the next is read. */
const MOST_OF_ONE = 2_560;
/** Bytes of records beyond which a commit is not made longer. */
const BYTES_A_COMMIT = 16 * 1024 * 1024;
/** Stretches and vouched entries in one capture record. */
const ITEMS_A_CAPTURE = 100_000;

export interface RunParts {
  readonly importId: number;
  readonly chat: number;
  /** The person on the other side of a 1:1 conversation, whom everything in it is about; 0 in a group. */
  readonly peer: number;
  readonly zone?: string;
  readonly source: ChatSource;
  /** Of the file. */
  readonly entries: number;
  readonly bulk: Pick<BulkDesk, 'ahead' | 'drafts' | 'end' | 'together'>;
  readonly keep: (bytes: AsyncIterable<Uint8Array>) => Promise<ObjectRef>;
  /** When the import began. */
  readonly now: Date;
  /** Person id of an author as written; undefined for none. */
  readonly personOf: (author: string) => number | undefined;
  /** Whom a system line is about: the one person it names, or nobody. */
  readonly namedIn: (text: string) => number | undefined;
}

/** The entry is held; `seq` is the version of it that was written with the very same bytes, if there is one. */
export interface DuplicateVerdict {
  readonly step: 'duplicate';
  readonly of: number;
  readonly same?: SameBytes & { readonly seq: number };
  /** This very import brought it before a crash. */
  readonly isOwn: boolean;
}

/** The entry is new, or a new version of `of`. */
export interface NewVerdict {
  readonly step: 'new' | 'new-version';
  readonly of?: number;
  /** Minutes from the file's clock to the conversation's. */
  readonly shift: number;
  /** A file of another name, which makes a duplicate if its content has this hash. */
  readonly sameBytesAs?: string;
}

/** What one entry is found to be. */
export type Verdict = NewVerdict | DuplicateVerdict | { readonly step: 'suppressed' };

/** What had to be read or sealed before an entry could become a record. */
interface Links {
  readonly media?: MediaFact;
  readonly oversize?: ObjectRef;
}

const NO_LINKS: Links = {};

export class ImportRun {
  private readonly parts: RunParts;
  private readonly context: EntryContext;
  private drafts: Drafts;
  private readonly recordsACommit: number;
  private readonly list = new CaptureList();
  private readonly flags: InputFlags;
  private part = 0;
  private readonly used = new Set<string>();
  readonly counts = { added: 0, duplicates: 0, newVersions: 0, suppressed: 0 };
  /** Media files that could not be read, with the code of why; their entries stand without them. */
  readonly damaged: { readonly name: string; readonly code: string }[] = [];

  constructor(parts: RunParts) {
    this.parts = parts;
    const zone = parts.zone === undefined ? {} : { zone: parts.zone };
    this.context = { chat: parts.chat, import: parts.importId, ...zone };
    this.flags = new InputFlags(parts.now);
    this.drafts = parts.bulk.drafts();
    this.recordsACommit = evenParts(parts.entries, parts.peer === 0 ? MOST_RECORDS : MOST_OF_ONE);
  }

  /** Takes in lines before the first header. */
  async preamble(entry: ExportEntry): Promise<void> {
    const links = await this.oversizeOf(entry);
    this.put(this.parts.peer, 0, pieceRecord(entry, this.parts.importId, links));
    await this.flushIfFull();
  }

  /** Takes in one entry under its verdict. A promise only where there is something to wait for. */
  entry(entry: TimedEntry, verdict: Verdict): Promise<void> | undefined {
    const name = entry.media?.name?.normalize('NFC');
    const file = name === undefined ? undefined : this.parts.source.media.get(name);
    if (entry.oversize !== undefined || (file !== undefined && verdict.step !== 'suppressed')) {
      return this.entryWithFile(entry, verdict);
    }
    // A file of somebody who stays away is not one that nobody names.
    if (file !== undefined) this.used.add(file.name.normalize('NFC'));
    this.take(entry, verdict, entry.media === undefined ? NO_LINKS : { media: mediaFact(entry) });
    return this.flushIfFull();
  }

  private async entryWithFile(entry: TimedEntry, verdict: Verdict): Promise<void> {
    const judged = await this.unlessSameFile(entry, verdict);
    const media = judged.step === 'duplicate' || judged.step === 'suppressed' ? undefined : await this.mediaOf(entry);
    if (judged.step !== 'suppressed' && entry.media?.name !== undefined)
      this.used.add(entry.media.name.normalize('NFC'));
    const oversize = judged.step === 'suppressed' ? {} : await this.oversizeOf(entry);
    this.take(entry, judged, { ...oversize, ...(media === undefined ? {} : { media }) });
    await this.flushIfFull();
  }

  private take(entry: TimedEntry, verdict: Verdict, links: Links): void {
    if (verdict.step === 'suppressed') this.counts.suppressed++;
    else if (verdict.step === 'duplicate') this.takeDuplicate(entry, verdict, links);
    else this.takeNew(entry, verdict, links);
  }

  private takeDuplicate(entry: TimedEntry, { isOwn, of, same }: DuplicateVerdict, { oversize }: Links): void {
    if (isOwn) this.counts.added++;
    else {
      this.counts.duplicates++;
      this.list.vouch(of);
      if (same !== undefined) this.list.vouch(same.seq);
    }
    if (same !== undefined && isOwn) return;
    if (same !== undefined) {
      this.list.stands(entry, same);
      return;
    }
    const links = { of, ...(oversize === undefined ? {} : { oversize }) };
    const subject = this.subjectOf(entry, this.personOf(entry));
    this.put(subject, monthOf(entry.at), pieceRecord(entry, this.parts.importId, links));
  }

  private takeNew(entry: TimedEntry, { of, shift }: NewVerdict, links: Links): void {
    if (of === undefined) this.counts.added++;
    else this.counts.newVersions++;
    const person = this.personOf(entry);
    const { media, oversize } = links;
    const record = entryRecord(entry, this.context, { media, of, oversize, person, shift });
    this.flags.judge(entry, this.drafts.count);
    this.put(this.subjectOf(entry, person), monthOf(entry.at), record);
  }

  /** In a 1:1 conversation all is about the other side; in a group about the author, or the one a system line names. */
  private subjectOf(entry: TimedEntry, person: number | undefined): number {
    if (this.parts.peer !== 0) return this.parts.peer;
    if (entry.kind === 'system') return this.parts.namedIn(entry.text) ?? 0;
    return person ?? 0;
  }

  private personOf({ author }: TimedEntry): number | undefined {
    return author === undefined ? undefined : this.parts.personOf(author);
  }

  private async mediaOf(entry: TimedEntry): Promise<MediaFact | undefined> {
    if (entry.media === undefined) return undefined;
    const { name, state } = entry.media;
    const file = name === undefined ? undefined : this.parts.source.media.get(name.normalize('NFC'));
    if (file === undefined || state !== 'present') return mediaFact(entry);
    const content = await this.keepOr(file);
    return content === undefined ? { ...mediaFact(entry), state: 'missing' } : { content, ...mediaFact(entry) };
  }

  /** Keeps a media file; one that cannot be read is noted and does not stop the rest. */
  private async keepOr(file: MediaFile): Promise<ObjectRef | undefined> {
    try {
      return await this.parts.keep(file.open());
    } catch (error) {
      const code = mediaFault(error);
      if (code === undefined) throw error;
      this.damaged.push({ name: file.name, code });
      return undefined;
    }
  }

  /** A file of another name with the same bytes is no new version. */
  private async unlessSameFile({ media }: TimedEntry, verdict: Verdict): Promise<Verdict> {
    if (verdict.step !== 'new-version' || verdict.sameBytesAs === undefined || verdict.of === undefined) return verdict;
    const file = media?.name === undefined ? undefined : this.parts.source.media.get(media.name.normalize('NFC'));
    if (file === undefined) return verdict;
    const isSame = (await digestOr(file)) === verdict.sameBytesAs;
    return isSame ? { step: 'duplicate', of: verdict.of, isOwn: false } : verdict;
  }

  private async oversizeOf(entry: ExportEntry): Promise<{ oversize?: ObjectRef }> {
    if (entry.oversize === undefined) return {};
    const { offset, sizeBytes } = entry;
    return { oversize: await this.parts.keep(this.parts.source.open(offset, offset + sizeBytes)) };
  }

  /** Files that were handed over with the text and that no entry names are kept under the conversation. */
  async unnamedMedia(): Promise<number> {
    if (!this.parts.source.ownsMedia) return 0;
    let kept = 0;
    for (const [name, file] of this.parts.source.media) {
      if (this.used.has(name)) continue;
      const content = await this.keepOr(file);
      if (content === undefined) continue;
      const { chat, importId } = this.parts;
      const record = { chat, content, import: importId, kind: 'attachment', name: name.toWellFormed(), v: 1 } as const;
      this.drafts.add(this.about(record));
      kept++;
    }
    return kept;
  }

  private put(subject: number, month: number, record: NewRecord['record']): void {
    this.drafts.add({ subject, conversation: this.parts.chat, month, record });
  }

  private flushIfFull(): Promise<void> | undefined {
    const { count, sizeBytes } = this.drafts;
    const isFull = count >= this.recordsACommit || sizeBytes >= BYTES_A_COMMIT || this.list.size >= ITEMS_A_CAPTURE;
    return isFull ? this.flush() : undefined;
  }

  private async flush(): Promise<void> {
    const { drafts } = this;
    this.drafts = this.parts.bulk.drafts();
    drafts.fence();
    if (this.list.size >= ITEMS_A_CAPTURE) drafts.add(this.capture());
    if (this.flags.isEmpty) await this.parts.bulk.ahead(drafts);
    else
      await this.parts.bulk.together((append, firstSeq) => {
        for (const flag of this.flags.take({ firstSeq, places: drafts.places() })) drafts.add(flag);
        return append(drafts);
      });
  }

  private capture(): NewRecord {
    const { runs, vouched } = this.list.take();
    const importId = this.parts.importId;
    const part = this.part++;
    return this.about({ import: importId, kind: 'capture', part, runs, v: 1, vouched: runsOf(vouched) });
  }

  /** Ends the import with one commit, which may still be on its way: the last batch, the capture, and the record that makes it visible. */
  async finish(recordedAt: string): Promise<{ readonly imported: ImportedRecord; readonly ending: Ending }> {
    // Flags name seqs, which stand only where nobody appends between.
    if (!this.flags.isEmpty) await this.flush();
    this.drafts.fence();
    this.drafts.add(this.capture());
    const { added, duplicates, newVersions, suppressed } = this.counts;
    const record: ImportedRecord = {
      added,
      duplicates,
      import: this.parts.importId,
      kind: 'imported',
      newVersions,
      parts: this.part,
      recordedAt,
      suppressed,
      v: 1,
    };
    this.drafts.add(this.about(record));
    return { imported: record, ending: this.parts.bulk.end(this.drafts) };
  }

  /** A record about the conversation as a whole. */
  private about(record: NewRecord['record']): NewRecord {
    return { subject: this.parts.peer, conversation: this.parts.chat, month: 0, record };
  }
}

/** How many of `count` go into each of as few parts as may be, so that the last is no small one: it costs as much as a large one. */
function evenParts(count: number, most: number): number {
  return Math.floor(count / Math.ceil((count + 1) / most)) + 1;
}

/** The code of what is wrong with a media file alone; undefined where more than that is wrong. */
function mediaFault(error: unknown): string | undefined {
  if (error instanceof FormatsError) return error.code;
  const isFile = error instanceof ServerError && (error.code === 'file-missing' || error.code === 'file-unreadable');
  return isFile ? error.code : undefined;
}

/** SHA-256 of a media file, hex; undefined where it cannot be read. */
async function digestOr(file: MediaFile): Promise<string | undefined> {
  try {
    return await fileDigest(file.open());
  } catch (error) {
    if (mediaFault(error) === undefined) throw error;
    return undefined;
  }
}

function mediaFact({ media }: TimedEntry): MediaFact {
  const { name, state } = media ?? { state: 'missing' };
  return { ...(name === undefined ? {} : { name: name.toWellFormed() }), state };
}
