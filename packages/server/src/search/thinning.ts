/**
 * The terms of one segment less some messages, where its runs keep their numbers and those of their documents. Most terms lose nothing;
 * they are copied by the stretch, as the dictionary spells them and with all their postings. Only a term that loses a message is written
 * again, and the one behind a term that is gone: the dictionary spells each by what it shares with the one before.
 */

import { EastReader, WordReader } from './dictionary.ts';
import { BlockFeed, type OpenBlock, type OpenPiece } from './forward-stream.ts';
import type { ListRewriter } from './list-rewriter.ts';
import type { SegmentHead } from './segment-layout.ts';
import type { SegmentWriter, Stretch } from './segment-writer.ts';
import { isPositioned } from './terms.ts';

export interface Thinning {
  /** Of the segment that is read. */
  readonly head: SegmentHead;
  readonly open: OpenPiece;
  readonly segment: SegmentWriter;
  readonly lists: ListRewriter;
  /** Called between two blocks. */
  readonly breathe: () => Promise<void>;
}

/** Gives the segment that is written all terms of the one that is read. */
export async function thinTerms({ breathe, head, lists, open, segment }: Thinning): Promise<void> {
  const words = new BlockFeed(head.words, open);
  for (let block = await nextOf(words); block !== undefined; block = await nextOf(words)) {
    thinBlock(block, wordsOf(block, segment), lists);
    await breathe();
  }
  const east = new BlockFeed(head.east, open);
  for (let block = await nextOf(east); block !== undefined; block = await nextOf(east)) {
    thinBlock(block, codesOf(block, segment), lists);
    await breathe();
  }
}

async function nextOf<First>(feed: BlockFeed<First>): Promise<OpenBlock<First> | undefined> {
  await feed.fill();
  return feed.take();
}

/** The terms of a block that is read, and where they go. */
interface BlockTerms {
  readonly reader: Pick<WordReader, 'next' | 'end' | 'postings' | 'postingsAt'>;
  /** Whether the term it stands at has positions. */
  readonly isPositioned: () => boolean;
  /** Writes the term it stands at, whose lists were given; false where none is left of them. */
  readonly write: () => boolean;
  /** Writes terms before the one it stands at as they are. */
  readonly copy: (stretch: Stretch) => void;
}

function wordsOf({ first, terms }: OpenBlock<Uint8Array>, segment: SegmentWriter): BlockTerms {
  const reader = new WordReader(terms);
  const { term } = reader;
  segment.endWordBlock();
  return {
    reader,
    isPositioned: () => isPositioned(term.bytes[0] ?? 0),
    write: () => segment.word(term.bytes, 0, term.length),
    copy: (stretch) => segment.copyWords(stretch, first, term.bytes.subarray(0, reader.shared)),
  };
}

function codesOf({ first, terms }: OpenBlock<number>, segment: SegmentWriter): BlockTerms {
  const reader = new EastReader(first, terms);
  segment.endEastBlock();
  return {
    reader,
    isPositioned: () => true,
    write: () => segment.east(reader.code),
    copy: (stretch) => segment.copyEast(stretch, first, reader.before),
  };
}

function thinBlock({ postings, terms }: OpenBlock<unknown>, block: BlockTerms, lists: ListRewriter): void {
  const { reader } = block;
  const stretch = { terms, from: 0, to: 0, postings, postingsFrom: 0, postingsTo: 0 };
  let isBehindGone = false;
  while (reader.next()) {
    const [from, to] = [reader.postingsAt, reader.postingsAt + reader.postings];
    const positioned = block.isPositioned();
    const place = { source: 0, postings, from, to };
    if (!isBehindGone && lists.stay(place, positioned)) {
      stretch.to = reader.end;
      stretch.postingsTo = to;
      continue;
    }
    if (stretch.to > stretch.from) block.copy(stretch);
    lists.giveOne(place, positioned);
    isBehindGone = !block.write();
    stretch.from = reader.end;
    stretch.to = reader.end;
    stretch.postingsFrom = to;
    stretch.postingsTo = to;
  }
  if (stretch.to > stretch.from) block.copy(stretch);
}
