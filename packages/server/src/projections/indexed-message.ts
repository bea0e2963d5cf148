// What of entries goes into the search index: their words, who and where, and what they carry.

import { type EntryRecord, isEntry, saidAt } from '../records/conversation.ts';
import type { PlacedRecord } from '../records/record.ts';
import { HAS_WORDS, type MessageBatch, maskOf } from '../search/index.ts';

const LINK = /https?:\/\/|www\./iu;

const FIRST_ROWS = 256;

/** Gathers the entries among records as columns; they come in the order of their seqs. */
export class MessageGathering {
  private columns = emptyRows(FIRST_ROWS);
  private readonly texts: string[] = [];

  add({ record, seq }: PlacedRecord): void {
    if (!isEntry(record)) return;
    const n = this.texts.length;
    if (n === this.columns.seqs.length) this.columns = widened(this.columns);
    const { ats, authors, chats, has, seqs } = this.columns;
    seqs[n] = seq;
    ats[n] = saidAt(record);
    chats[n] = record.chat;
    authors[n] = record.from ?? 0;
    has[n] = carriedBy(record);
    this.texts.push(wordsOf(record));
  }

  taken(): MessageBatch {
    return { ...stretch(this.columns, 0, this.texts.length), texts: this.texts };
  }
}

/** What of a batch has no seq below `from`. */
export function messagesFrom(batch: MessageBatch, from: number): MessageBatch {
  if ((batch.seqs[0] ?? from) >= from) return batch;
  const start = batch.seqs.findIndex((seq) => seq >= from);
  const first = start === -1 ? batch.texts.length : start;
  return { ...stretch(batch, first, batch.texts.length), texts: batch.texts.slice(first) };
}

type Rows = Omit<MessageBatch, 'texts'>;

function emptyRows(count: number): Rows {
  return {
    seqs: new Float64Array(count),
    ats: new Float64Array(count),
    chats: new Float64Array(count),
    authors: new Float64Array(count),
    has: new Uint16Array(count),
  };
}

function widened(rows: Rows): Rows {
  const wide = emptyRows(rows.seqs.length * 2);
  wide.seqs.set(rows.seqs);
  wide.ats.set(rows.ats);
  wide.chats.set(rows.chats);
  wide.authors.set(rows.authors);
  wide.has.set(rows.has);
  return wide;
}

function stretch({ ats, authors, chats, has, seqs }: Rows, start: number, end: number): Rows {
  return {
    seqs: seqs.subarray(start, end),
    ats: ats.subarray(start, end),
    chats: chats.subarray(start, end),
    authors: authors.subarray(start, end),
    has: has.subarray(start, end),
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
