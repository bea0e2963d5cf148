// What was delivered before: the very same bytes, or the same message in other bytes. The platform repeats itself, in other batches
// and other orders; what it says once is recorded once. The same id with another content is no repetition but a conflict.

import { type BlindIndex, digestKey } from '../../records/blind-index.ts';
import { type EntryRecord, isEntry } from '../../records/conversation.ts';
import { pieceDigest } from '../../records/piece-digest.ts';
import type { FoundBy, LedgerRecord } from '../../records/record.ts';
import type { LiveKnown } from './live-desk.ts';
import type { Recent } from './recent.ts';

/** A message that is held: its entry, and where it stands. */
export interface HeldMessage {
  readonly seq: number;
  readonly record: EntryRecord;
}

export interface SamenessParts {
  readonly known: LiveKnown;
  readonly blind: BlindIndex;
  /** Seqs by digest of a piece's bytes. */
  readonly pieces: Recent<number>;
  /** Seqs of entries by digest of a wamid. */
  readonly messages: Recent<number>;
}

/** What is held of the pieces of one batch. */
export class Sameness {
  private readonly parts: SamenessParts;
  private readonly pieces = new Map<string, number>();
  private readonly wamids = new Map<string, number>();
  private readonly pieceMarks = new Map<string, Mark>();
  private readonly wamidMarks = new Map<string, Mark>();

  constructor(parts: SamenessParts) {
    this.parts = parts;
  }

  /** Looks all of them up, in two questions. */
  async meet(raws: readonly string[], wamids: readonly string[]): Promise<void> {
    const { known, messages, pieces } = this.parts;
    const strange = raws.map((raw) => this.pieceMark(raw)).filter((mark) => isStrange(mark, pieces));
    for (const [key, seq] of await known.piecesBy(strange.map(({ digest }) => digest))) this.pieces.set(key, seq);
    const unmet = wamids.map((wamid) => this.wamidMark(wamid)).filter((mark) => isStrange(mark, messages));
    for (const [key, seq] of await known.wamidsBy(unmet.map(({ digest }) => digest))) this.wamids.set(key, seq);
  }

  /** The record that holds these bytes. */
  piece(raw: string): number | undefined {
    const { key, seq } = this.pieceMark(raw);
    return seq ?? this.pieces.get(key);
  }

  /** The entry that carries this message. */
  async message(wamid: string): Promise<HeldMessage | undefined> {
    const mark = this.wamidMark(wamid);
    const seq = mark.seq ?? this.wamids.get(mark.key);
    const record = seq === undefined ? undefined : await this.parts.known.entry(seq);
    return seq === undefined || record === undefined ? undefined : { seq, record };
  }

  /** By what the record of these bytes is found again. */
  foundBy(raw: string, record: LedgerRecord): FoundBy {
    const isMessage = isEntry(record) && record.wamid !== undefined;
    return { piece: this.pieceMark(raw).key, ...(isMessage ? { wamid: this.wamidMark(record.wamid).key } : {}) };
  }

  /** After the batch is durable: a record stands at `seq` that holds these bytes. */
  learn(seq: number, raw: string, record: LedgerRecord): void {
    this.learnPiece(seq, raw);
    const isMessage = 'wamid' in record && 'text' in record && record.wamid !== undefined;
    if (!isMessage) return;
    const { key, seq: held } = this.wamidMark(record.wamid);
    if (held === undefined && this.parts.messages.get(key) === undefined) this.parts.messages.set(key, seq);
  }

  /** After the batch is durable: a record at `seq` holds these bytes. */
  learnPiece(seq: number, raw: string): void {
    this.parts.pieces.set(this.pieceMark(raw).key, seq);
  }

  private pieceMark(raw: string): Mark {
    return markIn(this.pieceMarks, raw, () => pieceDigest(this.parts.blind, raw));
  }

  private wamidMark(wamid: string): Mark {
    return markIn(this.wamidMarks, wamid, () => this.parts.blind('wamid', wamid));
  }
}

/** Whether two entries say the same, whatever bytes say it. */
export function saysSame(one: Said, other: Said): boolean {
  return (
    one.at === other.at &&
    one.kind === other.kind &&
    one.type === other.type &&
    one.target === other.target &&
    one.text === other.text
  );
}

/** Stands for a photo, a voice or a file that a history tells of by itself. */
export function isPlaceholder({ origin, type }: Pick<EntryRecord, 'origin' | 'type'>): boolean {
  return origin === 'history' && type === 'media_placeholder';
}

type Said = Pick<EntryRecord, 'at' | 'kind' | 'target' | 'text' | 'type'>;

/** A digest, and the same as a key of a map. */
interface Mark {
  readonly digest: Uint8Array;
  readonly key: string;
  /** Of what was recorded lately. */
  seq?: number | undefined;
}

/** Looks a mark up among what was recorded lately; asked once for each, because every look is paid. */
function isStrange(mark: Mark, recent: Recent<number>): boolean {
  mark.seq ??= recent.get(mark.key);
  return mark.seq === undefined;
}

function markIn(marks: Map<string, Mark>, text: string, make: () => Uint8Array): Mark {
  const known = marks.get(text);
  if (known !== undefined) return known;
  const digest = make();
  const mark = { digest, key: digestKey(digest) };
  marks.set(text, mark);
  return mark;
}
