/**
 * Walks the physical lines of decoded blocks and knows where each lies in the text and in the file, without making a
 * string per line.
 */
import { type LineBlock, nextLineEnd } from './line-blocks.ts';
import { LineScan } from './line-scan.ts';

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
  /** Where the line's bytes start in the block, where those of its content end, and where those of the next line start. */
  byteStart = 0;
  byteEnd = 0;
  byteNext = 0;
  /** Physical line number, from 1. */
  line = 0;
  /** This is a further piece of the line before. */
  continues = false;
  readonly #scan: LineScan = new LineScan();
  /** Lines of the block stepped over, and those that nobody will ask about any more. */
  #stepped = 0;
  #passed = 0;
  #isUtf8 = true;

  load(block: LineBlock): void {
    this.block = block;
    this.text = block.text;
    this.next = 0;
    this.byteNext = 0;
    this.#stepped = 0;
    this.#passed = 0;
    this.#isUtf8 = block.encoding === 'utf-8';
    if (this.#isUtf8) this.#scan.find(block.bytes);
  }

  /** Whether places in bytes and in text stand for each other: whole, well-formed UTF-8. */
  get isSound(): boolean {
    return this.#isUtf8 && !this.block.damaged;
  }

  /** Whether control characters stand in the block; only known of UTF-8. */
  get hasControls(): boolean {
    return this.#isUtf8 && this.#scan.hasControls;
  }

  /** What the scan found in the lines from `start` to `end` of the block's bytes. Of UTF-8, and asked from front to back. */
  foundIn(start: number, end: number): number {
    const scan = this.#scan;
    while (this.#passed < scan.count && scan.endOf(this.#passed) <= start) this.#passed++;
    let found = scan.foundIn(this.#passed);
    for (let line = this.#passed; line < scan.count && scan.endOf(line) < end; line++) found |= scan.foundIn(line + 1);
    return found;
  }

  /** The next line goes on from the block before. */
  get nextContinues(): boolean {
    return this.next === 0 && this.block.joins;
  }

  /** Of a sound block, where a line to come ends, its line end included: in the bytes. 0 is the next line. */
  byteEndOf(ahead: number): number {
    return this.#scan.endOf(this.#stepped + ahead);
  }

  /** The same in the text. */
  textEndOf(ahead: number): number {
    const line = this.#stepped + ahead;
    return this.#scan.endOf(line) - this.#scan.surplusAt(line);
  }

  /** What the scan found in such a line. */
  foundAhead(ahead: number): number {
    return this.#scan.foundIn(this.#stepped + ahead);
  }

  /** Where a name may end first in such a line: at a colon that may be one of those that end names, or -1. */
  nameEndOf(ahead: number): number {
    return this.#scan.nameEndIn(this.#stepped + ahead);
  }

  /** Steps over so many lines, to where the one after them starts in text and bytes. */
  skip(lines: number, next: number, byteNext: number): void {
    this.#stepped += lines;
    this.line += lines;
    this.next = next;
    this.byteNext = byteNext;
  }

  step(): boolean {
    const text = this.text;
    const start = this.next;
    const size = text.length;
    if (start >= size) return false;
    const byteNext = this.#byteEnd();
    const next = this.isSound ? this.textEndOf(0) : text.indexOf('\n', start) + 1 || size;
    let end = next;
    if (text.charCodeAt(next - 1) === 10) {
      end--;
      if (end > start && text.charCodeAt(end - 1) === 13) end--;
    }
    this.#stepped++;
    this.start = start;
    this.end = end;
    this.next = next;
    this.byteStart = this.byteNext;
    this.byteNext = byteNext;
    // CR and LF take a byte each in UTF-8, where alone this is asked for.
    this.byteEnd = byteNext - (next - end);
    this.continues = start === 0 && this.block.joins;
    if (!this.continues) this.line++;
    return true;
  }

  #byteEnd(): number {
    if (!this.#isUtf8) return nextLineEnd(this.block.bytes, this.byteNext, this.block.encoding);
    return this.byteEndOf(0);
  }
}
