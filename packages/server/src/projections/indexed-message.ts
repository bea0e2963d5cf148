// What of entries goes into the search index: their words, who and where, and what they carry.

import { type EntryRecord, isEntry, saidAt } from '../records/conversation.ts';
import { inPlace, type Placing, seqOf } from '../records/placing.ts';
import type { PlacedRecord } from '../records/record.ts';
import { HAS_WORDS, type MessageBatch, maskOf } from '../search/index.ts';

const LINK = /https?:\/\/|www\./iu;

const FIRST_ROWS = 256;
/** Bytes of a UTF-16 code unit. */
const UNIT_BYTES = 2;
/** Of one message in all columns. */
const ROW_BYTES = 42;
const ROW_NAMES = ['seqs', 'ats', 'chats', 'authors', 'has', 'starts', 'ends'] as const;

/** Where messages are gathered. Of columns that were placed it can take others: new memory outside the heap makes the engine collect. */
export class MessageMemory {
  columns: Rows = emptyRows(FIRST_ROWS);
  words: Buffer<ArrayBuffer> = Buffer.allocUnsafeSlow(FIRST_ROWS * UNIT_BYTES);

  /** Memory that it holds. */
  get sizeBytes(): number {
    return this.columns.seqs.length * ROW_BYTES + this.words.length;
  }
}

/**
 * Gathers the entries among records as columns, and keeps none of their strings. They come in the order of their seqs, or with
 * numbers by which they are placed at the end.
 */
export class MessageGathering {
  private readonly memory: MessageMemory;
  private count = 0;
  private end = 0;

  constructor(memory: MessageMemory = new MessageMemory()) {
    this.memory = memory;
  }

  add({ record, seq }: PlacedRecord): void {
    if (!isEntry(record)) return;
    const n = this.count++;
    const { memory } = this;
    if (n === memory.columns.seqs.length) memory.columns = widened(memory.columns);
    const { ats, authors, chats, ends, has, seqs, starts } = memory.columns;
    seqs[n] = seq;
    ats[n] = saidAt(record);
    chats[n] = record.chat;
    authors[n] = record.from ?? 0;
    has[n] = carriedBy(record);
    starts[n] = this.end;
    this.write(wordsOf(record));
    ends[n] = this.end;
  }

  private write(text: string): void {
    const { memory } = this;
    const at = this.end * UNIT_BYTES;
    if (at + text.length * UNIT_BYTES > memory.words.length) {
      const wide = Buffer.allocUnsafeSlow((at + text.length * UNIT_BYTES) * 2);
      memory.words.copy(wide, 0, 0, at);
      memory.words.fill(0, 0, at);
      memory.words = wide;
    }
    memory.words.write(text, at, 'utf16le');
    this.end += text.length;
  }

  /** All of it, in memory of its own where it is placed. */
  taken(placing?: Placing): MessageBatch {
    const rows = part(this.memory.columns, 0, this.count);
    // A copy: what is a part of a buffer would go to another thread with all of it.
    const units = new Uint16Array(this.memory.words.buffer.slice(0, this.end * UNIT_BYTES));
    return { ...(placing === undefined ? rows : placed(rows, placing)), units };
  }

  /** Overwrites the words. Nothing is added after it. */
  wipe(): void {
    this.memory.words.fill(0, 0, this.end * UNIT_BYTES);
  }
}

/** What of a batch has no seq below `from`. */
export function messagesFrom(batch: MessageBatch, from: number): MessageBatch {
  if ((batch.seqs[0] ?? from) >= from) return batch;
  const start = batch.seqs.findIndex((seq) => seq >= from);
  const first = start === -1 ? batch.seqs.length : start;
  return { ...part(batch, first, batch.seqs.length), units: batch.units };
}

type Rows = Omit<MessageBatch, 'units'>;

function emptyRows(count: number): Rows {
  return {
    seqs: new Float64Array(count),
    ats: new Float64Array(count),
    chats: new Float64Array(count),
    authors: new Float64Array(count),
    has: new Uint16Array(count),
    starts: new Uint32Array(count),
    ends: new Uint32Array(count),
  };
}

function widened(rows: Rows): Rows {
  const wide = emptyRows(rows.seqs.length * 2);
  for (const name of ROW_NAMES) wide[name].set(rows[name]);
  return wide;
}

/** The rows, whose seqs are numbers, in the order and with the seqs that they get. */
function placed(rows: Rows, placing: Placing): Rows {
  const order = inPlace(rows.seqs, placing);
  const made = emptyRows(order.length);
  for (const name of ROW_NAMES) {
    const [from, to] = [rows[name], made[name]];
    for (let at = 0; at < order.length; at++) to[at] = from[order[at] ?? 0] ?? 0;
  }
  for (let at = 0; at < order.length; at++) made.seqs[at] = seqOf(made.seqs[at] ?? 0, placing);
  return made;
}

function part({ ats, authors, chats, ends, has, seqs, starts }: Rows, from: number, to: number): Rows {
  return {
    seqs: seqs.subarray(from, to),
    ats: ats.subarray(from, to),
    chats: chats.subarray(from, to),
    authors: authors.subarray(from, to),
    has: has.subarray(from, to),
    starts: starts.subarray(from, to),
    ends: ends.subarray(from, to),
  };
}

/** Everything with words in it, one piece a line. */
function wordsOf(record: EntryRecord): string {
  const { location, media, poll, text } = record;
  if (media?.name === undefined && poll === undefined && location?.name === undefined) return text;
  const pieces = [text, media?.name, location?.name];
  if (poll !== undefined && !text.includes(poll.question)) {
    pieces.push(poll.question, ...poll.options.map((option) => option.text));
  }
  return pieces.filter((piece) => piece !== undefined && piece !== '').join('\n');
}

/** As bits: see MessageBatch. */
function carriedBy(record: EntryRecord): number {
  let has = 0;
  if (record.type !== 'media' && HAS_WORDS.some((word) => word === record.type)) has |= maskOf([record.type]);
  if (record.media !== undefined) has |= MEDIA;
  if ((record.text.includes('/') || record.text.includes('.')) && LINK.test(record.text)) has |= CARRIES_LINK;
  if (record.edited === true) has |= EDITED;
  if (record.kind === 'deleted') has |= DELETED;
  return has;
}

const MEDIA = maskOf(['media']);
const CARRIES_LINK = maskOf(['link']);
const EDITED = maskOf(['edited']);
const DELETED = maskOf(['deleted']);
