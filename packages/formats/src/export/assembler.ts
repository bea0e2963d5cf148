/**
 * Blocks of lines into entries: a line with an accepted header starts an entry, every other line
 * belongs to the entry before it, or to the preamble. Entries tile the file; memory holds one entry, at most 1 MiB.
 */
import type { AuthorReader } from './author-reader.ts';
import { isPlain, readContent } from './content.ts';
import type { ContentContext } from './content-facts.ts';
import type { EntryPlace, ExportEntry, PreambleEntry, TimedEntry } from './entry.ts';
import type { HeaderScanner } from './header-scanner.ts';
import { isWellFormed, type LineBlock } from './line-blocks.ts';
import { LineCursor } from './line-cursor.ts';
import type { WallClock } from './wall-time.ts';

/** An entry of more bytes is `oversize`. */
export const entryLimitBytes = 1_048_576;
/** Code units kept of an oversize entry. */
const oversizeHead = 4096;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Decides which lines start entries, and what time it then is. */
export interface HeaderJudge {
  /** Describes the header of the last line that opened an entry. */
  readonly scanner: HeaderScanner;
  readonly clock: WallClock;
  opensEntry(cursor: LineCursor): boolean;
}

export interface AssemblerParts {
  readonly judge: HeaderJudge;
  readonly authors: AuthorReader;
  readonly context: () => ContentContext;
}

export class Assembler {
  readonly #judge: HeaderJudge;
  readonly #authors: AuthorReader;
  readonly #context: () => ContentContext;
  readonly #cursor: LineCursor = new LineCursor();
  #state: 'none' | 'preamble' | 'timed' = 'none';
  #line = 0;
  #offset = 0;
  /** Where the open entry starts in the current block; 0 when it came from an earlier one. */
  #start = 0;
  #byteStart = 0;
  #at = '';
  #atSeconds = 0;
  /** Content start and end of the first line, relative to the entry's start. */
  #contentStart = 0;
  #firstLineEnd = 0;
  #heldText = '';
  #heldBytes: Uint8Array[] = [];
  #heldSize = 0;
  #heldDamaged = false;

  constructor(parts: AssemblerParts) {
    this.#judge = parts.judge;
    this.#authors = parts.authors;
    this.#context = parts.context;
  }

  /** Takes a block; entries that are complete go to `out`. */
  feed(block: LineBlock, out: ExportEntry[]): void {
    const cursor = this.#cursor;
    cursor.load(block);
    this.#start = 0;
    this.#byteStart = 0;
    while (cursor.step()) {
      if (!cursor.continues && this.#judge.opensEntry(cursor)) {
        this.#close(cursor.start, cursor.byteStart, cursor.line, out);
        this.#open('timed');
      } else if (this.#state === 'none') this.#open('preamble');
    }
    this.#hold();
  }

  /** The last entry, once all blocks are fed. */
  finish(out: ExportEntry[]): void {
    this.#cursor.load({
      ...this.#cursor.block,
      text: '',
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

  #open(state: 'preamble' | 'timed'): void {
    const cursor = this.#cursor;
    this.#state = state;
    this.#line = cursor.line;
    this.#offset = cursor.block.offset + cursor.byteStart;
    this.#start = cursor.start;
    this.#byteStart = cursor.byteStart;
    this.#heldText = '';
    this.#heldBytes = [];
    this.#heldSize = 0;
    this.#heldDamaged = false;
    if (state === 'preamble') return;
    this.#at = this.#judge.clock.at;
    this.#atSeconds = this.#judge.clock.atSeconds;
    this.#contentStart = this.#judge.scanner.contentStart - cursor.start;
    this.#firstLineEnd = cursor.end - cursor.start;
  }

  /** The block ends inside an entry: keep what belongs to it. */
  #hold(): void {
    if (this.#state === 'none') return;
    const block = this.#cursor.block;
    this.#heldSize += block.bytes.length - this.#byteStart;
    if (this.#heldSize > entryLimitBytes) {
      if (this.#heldText.length < oversizeHead)
        this.#heldText += block.text.slice(this.#start, this.#start + oversizeHead);
      this.#heldText = codePoints(this.#heldText);
      this.#heldBytes = [];
      return;
    }
    this.#heldText += block.text.slice(this.#start);
    this.#heldBytes.push(block.bytes.subarray(this.#byteStart));
    this.#heldDamaged ||= block.damaged;
  }

  #close(end: number, byteEnd: number, nextLine: number, out: ExportEntry[]): void {
    if (this.#state === 'none') return;
    const block = this.#cursor.block;
    const sizeBytes = this.#heldSize + byteEnd - this.#byteStart;
    const oversize = sizeBytes > entryLimitBytes;
    let raw =
      this.#heldSize === 0 ? block.text.slice(this.#start, end) : this.#heldText + block.text.slice(this.#start, end);
    if (oversize) raw = codePoints(raw);
    const place: Mutable<EntryPlace> = {
      line: this.#line,
      lines: nextLine - this.#line,
      offset: this.#offset,
      sizeBytes,
      raw,
    };
    if (oversize) place.oversize = true;
    else if (block.encoding !== 'utf-8' || ((block.damaged || this.#heldDamaged) && raw.includes('\uFFFD'))) {
      const bytes = this.#bytes(byteEnd, sizeBytes);
      if (block.encoding !== 'utf-8' || !isWellFormed(strictUtf8, bytes)) place.rawBytes = bytes;
    }
    out.push(this.#state === 'preamble' ? preamble(place) : this.#timed(place));
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

  /** Most entries: words of somebody, and nothing else. */
  #plain(place: EntryPlace, author: string, text: string): TimedEntry {
    const entry: Mutable<TimedEntry> = {
      line: place.line,
      lines: place.lines,
      offset: place.offset,
      sizeBytes: place.sizeBytes,
      raw: place.raw,
      kind: 'message',
      type: 'text',
      at: this.#at,
      atSeconds: this.#atSeconds,
      author,
      text,
    };
    if (place.oversize) entry.oversize = true;
    return entry;
  }

  #timed(place: EntryPlace): TimedEntry {
    const raw = place.raw;
    const firstLineEnd = Math.min(this.#firstLineEnd, raw.length);
    const author = this.#authors.read(raw, this.#contentStart, firstLineEnd);
    const body = bodyOf(raw, this.#authors.contentStart);
    const context = this.#context();
    if (
      author !== undefined &&
      author.phone === undefined &&
      place.rawBytes === undefined &&
      isPlain(body, author.name, context)
    ) {
      return this.#plain(place, author.name, body);
    }
    const content = readContent(body, author?.name, context);
    const entry: Mutable<TimedEntry> = {
      line: place.line,
      lines: place.lines,
      offset: place.offset,
      sizeBytes: place.sizeBytes,
      raw,
      kind: content.kind,
      type: content.type,
      at: this.#at,
      atSeconds: this.#atSeconds,
      text: content.text,
    };
    if (author !== undefined) {
      entry.author = author.name;
      if (author.phone !== undefined) entry.authorPhone = author.phone;
    }
    if (place.rawBytes !== undefined) entry.rawBytes = place.rawBytes;
    if (place.oversize) entry.oversize = true;
    if (content.edited) entry.edited = true;
    if (content.media !== undefined) entry.media = content.media;
    if (content.system !== undefined) entry.system = content.system;
    if (content.call !== undefined) entry.call = content.call;
    if (content.poll !== undefined) entry.poll = content.poll;
    if (content.location !== undefined) entry.location = content.location;
    return entry;
  }
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function preamble(place: EntryPlace): PreambleEntry {
  return { ...place, kind: 'preamble', text: bodyOf(place.raw, 0) };
}

/** What was said: from `start`, without the last line end, CRLF as LF. */
function bodyOf(raw: string, start: number): string {
  let end = raw.length;
  if (end > start && raw.charCodeAt(end - 1) === 10) {
    end--;
    if (end > start && raw.charCodeAt(end - 1) === 13) end--;
  }
  const body = raw.slice(start, end);
  return body.includes('\r') ? body.replaceAll('\r\n', '\n') : body;
}

/** At most the head that is kept of an oversize entry, whole code points. */
function codePoints(text: string): string {
  if (text.length <= oversizeHead) return text;
  const last = text.charCodeAt(oversizeHead - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? oversizeHead - 1 : oversizeHead);
}
