/**
 * Blocks of lines into entries: a line with an accepted header starts an entry, every other line
 * belongs to the entry before it, or to the preamble. Entries tile the file; memory holds one entry, at most 1 MiB.
 */
import type { Author, AuthorSource } from './author-reader.ts';
import { readContent } from './content.ts';
import type { ContentContext } from './content-facts.ts';
import { isWellFormed } from './encoding.ts';
import type { EntryPlace, TimedEntry } from './entry.ts';
import type { EntryMapper } from './entry-mapper.ts';
import type { EntrySink, HeaderJudge } from './entry-sink.ts';
import type { LineBlock } from './line-blocks.ts';
import { LineCursor } from './line-cursor.ts';
import type { PlainStretch, StretchLines } from './plain-stretch.ts';
import { bodyEnd, bodyOf, type Mutable, preambleEntry, timedEntry, words } from './timed-entry.ts';
import { UsualContent } from './usual-content.ts';

/** An entry of more bytes is `oversize`. */
export const entryLimitBytes = 1_048_576;
/** Code units kept of an oversize entry. */
const oversizeHead = 4096;

export interface AssemblerParts {
  readonly judge: HeaderJudge;
  readonly authors: AuthorSource;
  readonly context: () => ContentContext;
  /** Is told where every entry stands. */
  readonly mapper?: EntryMapper | undefined;
  /** Who takes what is plain by another way, if anybody does. */
  readonly stretchOf?: (lines: StretchLines) => PlainStretch;
}

export class Assembler {
  readonly #judge: HeaderJudge;
  readonly #authors: AuthorSource;
  readonly #context: () => ContentContext;
  readonly #mapper: EntryMapper | undefined;
  readonly #cursor: LineCursor = new LineCursor();
  readonly #usual: UsualContent = new UsualContent();
  readonly #stretch: PlainStretch | undefined;
  #state: 'none' | 'preamble' | 'timed' = 'none';
  #line = 0;
  #offset = 0;
  /** Where the open entry starts in the current block's text and bytes; 0 when it came from an earlier one. */
  #start = 0;
  #byteStart = 0;
  #at = '';
  #atSeconds = 0;
  #author: Author | undefined;
  /** Where what was said starts, and where the first line ends, relative to the entry's start. */
  #saidStart = 0;
  #firstLineEnd = 0;
  #heldText = '';
  #heldBytes: Uint8Array[] = [];
  #heldSize = 0;
  #heldDamaged = false;

  constructor(parts: AssemblerParts) {
    this.#judge = parts.judge;
    this.#authors = parts.authors;
    this.#context = parts.context;
    this.#mapper = parts.mapper;
    this.#stretch = parts.stretchOf?.({ cursor: this.#cursor, usual: this.#usual });
  }

  /** Takes a block; entries that are complete go to `out`. */
  feed(block: LineBlock, out: EntrySink): void {
    const cursor = this.#cursor;
    cursor.load(block);
    this.#start = 0;
    this.#byteStart = 0;
    for (;;) {
      if (this.#stretch?.isNext()) {
        this.#close(cursor.next, cursor.byteNext, cursor.line + 1, out);
        this.#state = 'none';
        this.#stretch.take(out);
      }
      if (!cursor.step()) break;
      if (!cursor.continues && this.#judge.opensEntry(cursor)) {
        this.#close(cursor.start, cursor.byteStart, cursor.line, out);
        this.#open('timed');
      } else if (this.#state === 'none') this.#open('preamble');
    }
    this.#hold();
  }

  /** The last entry, once all blocks are fed. */
  finish(out: EntrySink): void {
    this.#cursor.load({
      ...this.#cursor.block,
      bytes: new Uint8Array(0),
      offset: this.#offset + this.#heldSize,
    });
    this.#start = 0;
    this.#byteStart = 0;
    this.#close(0, 0, this.#cursor.line + 1, out);
    this.#state = 'none';
  }

  get lines(): number {
    return this.#cursor.line;
  }

  /** What went through the block that was fed last. */
  get cursor(): LineCursor {
    return this.#cursor;
  }

  #open(state: 'preamble' | 'timed'): void {
    const cursor = this.#cursor;
    this.#state = state;
    this.#line = cursor.line;
    this.#offset = cursor.block.offset + cursor.byteStart;
    this.#start = cursor.textAt + cursor.start;
    this.#byteStart = cursor.byteStart;
    cursor.keep();
    if (this.#heldSize > 0) this.#letGo();
    if (state === 'preamble') return;
    this.#at = this.#judge.clock.at;
    this.#atSeconds = this.#judge.clock.atSeconds;
    this.#author = this.#authors.read(cursor, this.#judge.scanner);
    this.#saidStart = this.#authors.contentStart - cursor.start;
    this.#firstLineEnd = cursor.end - cursor.start;
    this.#mapper?.opens(this.#judge.scanner, this.#author, this.#saidStart);
  }

  /** Forgets what was kept of an entry that came in several blocks. */
  #letGo(): void {
    this.#heldText = '';
    this.#heldBytes = [];
    this.#heldSize = 0;
    this.#heldDamaged = false;
  }

  /** The block ends inside an entry: keep what belongs to it. */
  #hold(): void {
    if (this.#state === 'none') return;
    const { block, isDamaged, text } = this.#cursor;
    const start = this.#textStart;
    this.#heldSize += block.bytes.length - this.#byteStart;
    if (this.#heldSize > entryLimitBytes) {
      if (this.#heldText.length < oversizeHead) this.#heldText += text.slice(start, start + oversizeHead);
      this.#heldText = codePoints(this.#heldText);
      this.#heldBytes = [];
      return;
    }
    this.#heldText += text.slice(start);
    this.#heldBytes.push(block.bytes.slice(this.#byteStart));
    this.#heldDamaged ||= isDamaged;
  }

  /** Where the open entry starts in the cursor's window. */
  get #textStart(): number {
    return this.#start - this.#cursor.textAt;
  }

  #close(end: number, byteEnd: number, nextLine: number, out: EntrySink): void {
    if (this.#state === 'none') return;
    if (this.#state === 'timed' && this.#heldSize === 0 && this.#closeUsual(end, byteEnd, nextLine, out)) return;
    const { block, isDamaged, text } = this.#cursor;
    const sizeBytes = this.#heldSize + byteEnd - this.#byteStart;
    const oversize = sizeBytes > entryLimitBytes;
    const here = text.slice(this.#textStart, end);
    let raw = this.#heldSize === 0 ? here : this.#heldText + here;
    if (oversize) raw = codePoints(raw);
    const place: Mutable<EntryPlace> = {
      line: this.#line,
      lines: nextLine - this.#line,
      offset: this.#offset,
      sizeBytes,
      raw,
    };
    if (oversize) place.oversize = true;
    else if (block.encoding !== 'utf-8' || ((isDamaged || this.#heldDamaged) && raw.includes('\uFFFD'))) {
      const bytes = this.#bytes(byteEnd, sizeBytes);
      if (block.encoding !== 'utf-8' || !isWellFormed(bytes, 'utf-8')) place.rawBytes = bytes;
    }
    this.#mapOther(place, isDamaged || this.#heldDamaged || block.encoding !== 'utf-8');
    out.add(this.#state === 'preamble' ? preambleEntry(place) : this.#timed(place));
  }

  #mapOther({ lines, oversize, raw, sizeBytes }: EntryPlace, isDamaged: boolean): void {
    if (isDamaged || oversize) this.#mapper?.giveUp();
    else if (this.#state === 'preamble') this.#mapper?.preamble(sizeBytes, raw.length, lines);
    else this.#mapper?.other(sizeBytes, raw.length, lines);
  }

  #bytes(byteEnd: number, size: number): Uint8Array {
    const bytes = new Uint8Array(size);
    let at = 0;
    for (const part of this.#heldBytes) {
      bytes.set(part, at);
      at += part.length;
    }
    bytes.set(this.#cursor.block.bytes.subarray(this.#byteStart, byteEnd), at);
    return bytes;
  }

  /** Most entries: words of somebody, or a file left out, whole in this block. False where there is or may be more to it. */
  #closeUsual(end: number, byteEnd: number, nextLine: number, out: EntrySink): boolean {
    const { text, isSound } = this.#cursor;
    const sizeBytes = byteEnd - this.#byteStart;
    const author = this.#author;
    if (author === undefined || !isSound || sizeBytes > entryLimitBytes) return false;
    const start = this.#textStart;
    const lineEnd = start + this.#firstLineEnd;
    const from = start + this.#saidStart;
    const to = bodyEnd(text, from, end);
    const { said } = this.#usual;
    said.text = text;
    said.start = from;
    said.lineEnd = lineEnd;
    said.end = to;
    const content = this.#usual.of(author.name, this.#cursor.foundIn(this.#byteStart, byteEnd), this.#context());
    if (content === undefined) return false;
    const lines = nextLine - this.#line;
    this.#mapper?.usual(content, sizeBytes, end - start, lines);
    if (out.count !== undefined) {
      out.count(author, content, this.#line, lines);
      return true;
    }
    const entry: Mutable<TimedEntry> = {
      line: this.#line,
      lines,
      offset: this.#offset,
      sizeBytes,
      raw: text.slice(start, end),
      kind: content.kind,
      type: content.type,
      at: this.#at,
      atSeconds: this.#atSeconds,
      author: author.name,
      text: content === words ? text.slice(from, to) : content.text,
    };
    if (content.media !== undefined) entry.media = content.media;
    if (author.phone !== undefined) entry.authorPhone = author.phone;
    out.add(entry);
    return true;
  }

  #timed(place: EntryPlace): TimedEntry {
    const author = this.#author;
    const body = bodyOf(place.raw, this.#saidStart);
    const content = readContent(body, author?.name, this.#context(), this.#usual.memo);
    return timedEntry(place, { at: this.#at, atSeconds: this.#atSeconds, author }, content);
  }
}

/** At most the head that is kept of an oversize entry, whole code points. */
function codePoints(text: string): string {
  if (text.length <= oversizeHead) return text;
  const last = text.charCodeAt(oversizeHead - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? oversizeHead - 1 : oversizeHead);
}
