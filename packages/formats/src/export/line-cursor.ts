/**
 * Walks the physical lines of blocks and knows where each lies in the text and in the file. It decodes some lines at once,
 * and only those that are stepped to: a window on the block's text, which also holds the entry that is open.
 */
import { isWellFormed, textOf } from './encoding.ts';
import { type LineBlock, nextLineEnd } from './line-blocks.ts';
import { LineScan } from './line-scan.ts';

const noBlock: LineBlock = { bytes: new Uint8Array(0), offset: 0, joins: false, encoding: 'utf-8' };
/** The most lines that are decoded ahead. */
const longestReach = 1024;

/** Fields describe the current line after each successful {@link LineCursor.step}. */
export class LineCursor {
  block: LineBlock = noBlock;
  /** The window, and how many code units of the block precede it. */
  text = '';
  textAt = 0;
  /** Some bytes of the block are not text in its encoding; `text` holds U+FFFD for them. */
  isDamaged = false;
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
  /** Where the window ends in bytes, and how many lines the next one takes. */
  #windowEnd = 0;
  #reach = 1;
  /** What stays in the window: from there on, in bytes and in code units of the block. */
  #keptByte = 0;
  #keptUnit = 0;

  /** Goes to the start of a block. All of it is kept until {@link keep} or {@link skip}. */
  load(block: LineBlock): void {
    this.block = block;
    this.next = 0;
    this.byteNext = 0;
    this.#stepped = 0;
    this.#passed = 0;
    this.#isUtf8 = block.encoding === 'utf-8';
    if (this.#isUtf8) this.#scan.find(block.bytes);
    this.isDamaged = this.#isUtf8 && !this.#scan.isWellFormed;
    this.text = this.isSound ? '' : textOf(block.bytes, block.encoding);
    if (!this.#isUtf8) this.isDamaged = this.text.includes('\uFFFD') && !isWellFormed(block.bytes, block.encoding);
    this.textAt = 0;
    this.#windowEnd = 0;
    this.#keptByte = 0;
    this.#keptUnit = 0;
  }

  /** Whether places in bytes and in text stand for each other: whole, well-formed UTF-8. */
  get isSound(): boolean {
    return this.#isUtf8 && !this.isDamaged;
  }

  /** Code units of the block. */
  get units(): number {
    return this.isSound ? this.block.bytes.length - this.#scan.surplusAt(this.#scan.count) : this.text.length;
  }

  /** The window keeps the current line and what comes after it, and nothing before. */
  keep(): void {
    this.#keptByte = this.byteStart;
    this.#keptUnit = this.textAt + this.start;
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

  /** The same in code units of the block. */
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

  /** Steps over so many lines of a sound block and decodes none of them; the window keeps what comes after them. */
  skip(lines: number): void {
    this.byteNext = this.byteEndOf(lines - 1);
    this.textAt = this.textEndOf(lines - 1);
    this.#stepped += lines;
    this.line += lines;
    this.text = '';
    this.next = 0;
    this.#windowEnd = this.byteNext;
    this.#keptByte = this.byteNext;
    this.#keptUnit = this.textAt;
    this.#reach = 1;
  }

  step(): boolean {
    const { isSound } = this;
    if (isSound && this.byteNext < this.block.bytes.length && this.byteEndOf(0) > this.#windowEnd) this.#decode();
    const text = this.text;
    const start = this.next;
    const size = text.length;
    if (start >= size) return false;
    const byteNext = this.#byteEnd();
    const next = isSound ? this.textEndOf(0) - this.textAt : text.indexOf('\n', start) + 1 || size;
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

  /** Moves the window on: from what is kept over some lines to come, twice as many each time until lines are skipped. */
  #decode(): void {
    this.#windowEnd = this.byteEndOf(this.#reach - 1);
    this.#reach = Math.min(this.#reach * 2, longestReach);
    this.next += this.textAt - this.#keptUnit;
    this.textAt = this.#keptUnit;
    this.text = textOf(this.block.bytes.subarray(this.#keptByte, this.#windowEnd), 'utf-8');
  }

  #byteEnd(): number {
    if (!this.#isUtf8) return nextLineEnd(this.block.bytes, this.byteNext, this.block.encoding);
    return this.byteEndOf(0);
  }
}
