// What of entries goes into the search index: their words, who and where, and what they carry.

import { type EntryRecord, isEntry, saidAt } from '../records/conversation.ts';
import type { PlacedRecord } from '../records/record.ts';
import { HAS_WORDS, type MessageBatch, maskOf } from '../search/index.ts';

const LINK = /https?:\/\/|www\./iu;

/** The entries among some records, from a seq on, as columns. */
export function messageBatch(records: readonly PlacedRecord[], from: number): MessageBatch {
  const most = records.length;
  const [seqs, ats, chats, authors] = [
    new Float64Array(most),
    new Float64Array(most),
    new Float64Array(most),
    new Float64Array(most),
  ];
  const has = new Uint16Array(most);
  const texts: string[] = [];
  for (const { record, seq } of records) {
    if (seq < from || !isEntry(record)) continue;
    const n = texts.length;
    seqs[n] = seq;
    ats[n] = saidAt(record);
    chats[n] = record.chat;
    authors[n] = record.from ?? 0;
    has[n] = carriedBy(record);
    texts.push(wordsOf(record));
  }
  const count = texts.length;
  return {
    seqs: seqs.subarray(0, count),
    ats: ats.subarray(0, count),
    chats: chats.subarray(0, count),
    authors: authors.subarray(0, count),
    has: has.subarray(0, count),
    texts,
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
