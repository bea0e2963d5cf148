// What of an entry goes into the search index: its words, who and where, and what it carries.

import { type EntryRecord, saidAt } from '../records/conversation.ts';
import { HAS_WORDS } from '../search/index.ts';
import type { IndexedMessage } from '../search/segment-store.ts';

const LINK = /https?:\/\/|www\./iu;
/** The message as search sees it. */
export function indexedMessage(seq: number, record: EntryRecord): IndexedMessage {
  return {
    seq,
    at: saidAt(record),
    chat: record.chat,
    author: record.from ?? 0,
    text: wordsOf(record),
    has: carriedBy(record),
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

function carriedBy(record: EntryRecord): string[] {
  const has: string[] = [];
  if (record.type !== 'media' && HAS_WORDS.some((word) => word === record.type)) has.push(record.type);
  if (record.media !== undefined) has.push('media');
  if (LINK.test(record.text)) has.push('link');
  if (record.edited === true) has.push('edited');
  if (record.kind === 'deleted') has.push('deleted');
  return has;
}
