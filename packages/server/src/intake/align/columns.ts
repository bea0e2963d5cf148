// Message facts as columns of numbers: 33 bytes a message, no objects, so a million of them fit easily. Texts, names
// and authors are dense numbers shared by both sides of an alignment.

import type { MessageFact } from './message-fact.ts';
import { type Seed, TextTable } from './text-table.ts';

/** States of a message, as bits so that rules can name sets of them. A message without text and media counts as omitted. */
export const STATE = { text: 1, present: 2, omitted: 4, deleted: 8, system: 16, call: 32 } as const;
/** All states of one class can show the same message with the same text. */
export const MEDIA_STATES: number = STATE.present | STATE.omitted;
export const NOTICE_STATES: number = STATE.system | STATE.call;

const EDITED = 64;
const SECONDS = 128;

/** Witnesses have at least this many characters. */
const WITNESS_LENGTH = 12;

/** The numbers both sides share. `names` holds media names and the codes of system lines. */
export class Dictionary {
  readonly texts: TextTable;
  readonly names: TextTable;
  readonly authors: string[] = [''];
  readonly #authorNumbers: Map<string, number> = new Map([['', 0]]);
  #long: Uint8Array = new Uint8Array(1024);

  constructor(seed: Seed) {
    this.texts = new TextTable(seed);
    this.names = new TextTable(seed);
  }

  text(text: string): number {
    const known = this.texts.count;
    const id = this.texts.intern(text);
    if (id < known) return id;
    if (id >= this.#long.length) this.#long = widened(this.#long, new Uint8Array(this.#long.length * 2));
    this.#long[id] = text.length >= WITNESS_LENGTH ? 1 : 0;
    return id;
  }

  /** Whether the text is long enough to bear witness. */
  isLong(text: number): boolean {
    return this.#long[text] === 1;
  }

  author(name: string): number {
    const known = this.#authorNumbers.get(name);
    if (known !== undefined) return known;
    this.#authorNumbers.set(name, this.authors.length);
    return this.authors.push(name) - 1;
  }
}

/** One side of an alignment. Rows are facts in the order given; `message` counts messages, whose versions share it. */
export class Columns {
  count = 0;
  ref: Float64Array = new Float64Array(256);
  at: Float64Array = new Float64Array(256);
  author: Int32Array = new Int32Array(256);
  text: Int32Array = new Int32Array(256);
  name: Int32Array = new Int32Array(256);
  message: Int32Array = new Int32Array(256);
  /** A STATE bit with the marks EDITED and SECONDS. */
  face: Uint8Array = new Uint8Array(256);
  readonly #dictionary: Dictionary;

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary;
  }

  get messages(): number {
    return this.count === 0 ? 0 : (this.message[this.count - 1] ?? 0) + 1;
  }

  push(fact: MessageFact): void {
    const row = this.count;
    if (row === this.at.length) this.#grow();
    const sameMessage = row > 0 && this.ref[row - 1] === fact.ref;
    const before = row > 0 ? (this.message[row - 1] ?? 0) : -1;
    const state = stateOf(fact);
    const deleted = state === STATE.deleted;
    this.ref[row] = fact.ref;
    this.at[row] = fact.seconds ? fact.at : fact.at - (((fact.at % 60) + 60) % 60);
    this.author[row] = this.#dictionary.author(fact.author);
    this.text[row] = deleted ? 0 : this.#dictionary.text(fact.text);
    this.name[row] = deleted
      ? 0
      : this.#dictionary.names.intern(state & NOTICE_STATES ? (fact.system ?? '') : fact.mediaName);
    this.message[row] = sameMessage ? before : before + 1;
    this.face[row] = state | (fact.edited && !deleted ? EDITED : 0) | (fact.seconds ? SECONDS : 0);
    this.count++;
  }

  minute(row: number): number {
    return Math.floor((this.at[row] ?? 0) / 60);
  }

  /** The row's STATE bit. */
  state(row: number): number {
    return (this.face[row] ?? 0) & 63;
  }

  isEdited(row: number): boolean {
    return ((this.face[row] ?? 0) & EDITED) !== 0;
  }

  hasSeconds(row: number): boolean {
    return ((this.face[row] ?? 0) & SECONDS) !== 0;
  }

  /** State and edited mark, without precision: equal for equal looks. */
  look(row: number): number {
    return (this.face[row] ?? 0) & 127;
  }

  /** Whether this is its message's last version. */
  isCurrent(row: number): boolean {
    return row + 1 >= this.count || this.message[row + 1] !== this.message[row];
  }

  /** Whether its message has no other version. */
  isOnly(row: number): boolean {
    return this.isCurrent(row) && (row === 0 || this.message[row - 1] !== this.message[row]);
  }

  #grow(): void {
    const size = Math.ceil(this.at.length * 1.5);
    this.ref = widened(this.ref, new Float64Array(size));
    this.at = widened(this.at, new Float64Array(size));
    this.author = widened(this.author, new Int32Array(size));
    this.text = widened(this.text, new Int32Array(size));
    this.name = widened(this.name, new Int32Array(size));
    this.message = widened(this.message, new Int32Array(size));
    this.face = widened(this.face, new Uint8Array(size));
  }
}

function stateOf(fact: MessageFact): number {
  if (fact.kind === 'deleted') return STATE.deleted;
  if (fact.kind === 'system') return STATE.system;
  if (fact.kind === 'call') return STATE.call;
  if (fact.media === '') return fact.text === '' ? STATE.omitted : STATE.text;
  return fact.media === 'present' ? STATE.present : STATE.omitted;
}

function widened<T extends { set(from: T): void }>(from: T, into: T): T {
  into.set(from);
  return into;
}
