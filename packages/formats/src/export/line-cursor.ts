/**
 * Walks the physical lines of decoded blocks and knows where each lies in the text and in the file, without making a
 * string per line.
 */
import { type LineBlock, nextLineEnd } from './line-blocks.ts';

const noBlock: LineBlock = {
  text: '',
  bytes: new Uint8Array(0),
  offset: 0,
  joins: false,
  encoding: 'utf-8',
  damaged: false,
};

/** Fields describe the current line after each successful {@link LineCursor.step}. */
export class LineCursor {
  block: LineBlock = noBlock;
  text = '';
  /** Where the line starts in `text`. */
  start = 0;
  /** Where its content ends, before CR and LF. */
  end = 0;
  /** Where the next line starts in `text`. */
  next = 0;
  /** Where the line's bytes start and end in the block. */
  byteStart = 0;
  byteNext = 0;
  /** Physical line number, from 1. */
  line = 0;
  /** This is a further piece of the line before. */
  continues = false;
  #sameIndex = false;

  load(block: LineBlock): void {
    this.block = block;
    this.text = block.text;
    this.next = 0;
    this.byteNext = 0;
    this.#sameIndex = block.encoding === 'utf-8' && block.text.length === block.bytes.length;
  }

  step(): boolean {
    const text = this.text;
    const start = this.next;
    if (start >= text.length) return false;
    const lineFeed = text.indexOf('\n', start);
    const next = lineFeed < 0 ? text.length : lineFeed + 1;
    let end = lineFeed < 0 ? next : lineFeed;
    if (lineFeed > start && text.charCodeAt(lineFeed - 1) === 13) end--;
    this.start = start;
    this.end = end;
    this.next = next;
    this.byteStart = this.byteNext;
    this.byteNext = this.#sameIndex
      ? next
      : lineFeed < 0
        ? this.block.bytes.length
        : nextLineEnd(this.block.bytes, this.byteStart, this.block.encoding);
    this.continues = start === 0 && this.block.joins;
    if (!this.continues) this.line++;
    return true;
  }
}
