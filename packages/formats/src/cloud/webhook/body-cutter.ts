// Cuts a webhook body into stretches, byte by byte, without reading what they say. What may stay outside of every stretch is a
// closed list: the envelope's own keys with short scalar values. All else is a stretch, also what is not where it belongs, so
// that nothing about a person can hide between two of them.
import { FormatsError } from '../../formats-error.ts';
import type { BodyText } from './body-text.ts';
import { JsonCursor } from './json-cursor.ts';
import { type Draft, secondsOf, textOf } from './loose-json.ts';
import {
  type BodyStretches,
  type ChangeStretches,
  type EntryStretches,
  listParts,
  type Part,
  type Stretch,
} from './stretch.ts';

const expectedObject = 'whatsapp_business_account';
/** Longer is no id, no name of a field and no time. */
const maxScalarBytes = 128;
const lists: ReadonlySet<string> = new Set(listParts);
const isList = (key: string): key is (typeof listParts)[number] => lists.has(key);
/** Keys of the envelope; null under one of them says nothing. */
const envelopeKeys: ReadonlySet<string> = new Set([
  ...listParts,
  'entry',
  'changes',
  'value',
  'metadata',
  'history',
  'threads',
  'errors',
]);
const byteOrderMark = [0xef, 0xbb, 0xbf];
const quote = 0x22;
const nullLetter = 0x6e;
const isNumeric = /^[-\d]/;

/**
 * Lays a body out.
 * @throws FormatsError `webhook-not-json`, `webhook-too-deep` (with the byte offset), `webhook-not-an-object`,
 *   `webhook-unknown-object`
 */
export function cutBody(body: BodyText): BodyStretches {
  return new BodyCutter(body).cut();
}

/** What is known of a change while it is read: its `field` may stand behind its `value`. */
interface OpenChange extends Draft<ChangeStretches> {
  /** The whole values, for a field whose elements nobody cuts. */
  readonly wholes: Stretch[];
  readonly parts: Stretch[];
  hasList: boolean;
}

class BodyCutter {
  readonly #body: BodyText;
  readonly #cursor: JsonCursor;
  #threads = 0;

  constructor(body: BodyText) {
    this.#body = body;
    this.#cursor = new JsonCursor(body, hasByteOrderMark(body.bytes) ? byteOrderMark.length : 0);
  }

  cut(): BodyStretches {
    const cursor = this.#cursor;
    const entries: EntryStretches[] = [];
    const strays: Stretch[] = [];
    let object: string | undefined;
    if (cursor.shape() !== 'object') this.#refuse();
    cursor.members((key, keyStart) => {
      const shape = cursor.shape();
      if (key === 'object' && shape === 'scalar') object = this.#scalar(keyStart, strays);
      else if (key === 'entry' && shape === 'array') this.#objects(strays, () => entries.push(this.#entry()));
      else this.#stray(key, keyStart, strays);
    });
    cursor.end();
    if (object !== expectedObject) throw new FormatsError('webhook-unknown-object');
    return { entries, strays };
  }

  /** Passes what is no object, so that what is no JSON at all is called that. */
  #refuse(): never {
    this.#cursor.pass();
    this.#cursor.end();
    throw new FormatsError('webhook-not-an-object');
  }

  #entry(): EntryStretches {
    const cursor = this.#cursor;
    const changes: ChangeStretches[] = [];
    const strays: Stretch[] = [];
    const entry: Draft<EntryStretches> = { account: '', changes, strays };
    cursor.members((key, keyStart) => {
      const shape = cursor.shape();
      if (key === 'changes' && shape === 'array') this.#objects(strays, () => changes.push(this.#change()));
      else if (key === 'id' && shape === 'scalar') entry.account = this.#scalar(keyStart, strays) ?? '';
      else if (key === 'time' && shape === 'scalar') {
        const at = secondsOf(this.#scalar(keyStart, strays));
        if (at !== undefined) entry.at = at;
      } else this.#stray(key, keyStart, strays);
    });
    return entry;
  }

  #change(): ChangeStretches {
    const cursor = this.#cursor;
    const change: OpenChange = { field: '', stretches: [], wholes: [], parts: [], hasList: false };
    const strays: Stretch[] = [];
    cursor.members((key, keyStart) => {
      const shape = cursor.shape();
      if (key === 'field' && shape === 'scalar') change.field = this.#scalar(keyStart, strays) ?? '';
      else if (key === 'value') this.#value(change);
      else this.#stray(key, keyStart, strays);
    });
    const { field, number, display, wholes, parts } = change;
    const isCut = change.hasList || field === 'messages';
    const stretches = [...(isCut ? parts : wholes), ...strays];
    if (strays.length > 0) stretches.sort((one, other) => one.start - other.start);
    return { field, stretches, ...(number !== undefined && { number }), ...(display !== undefined && { display }) };
  }

  /** Reads a `value` both ways, whole and in parts: which of the two counts is known only when all of the change is read. */
  #value(change: OpenChange): void {
    const cursor = this.#cursor;
    const start = cursor.at;
    const odd = cursor.oddNumbers;
    if (cursor.shape() === 'object') cursor.members((key, keyStart) => this.#valueMember(key, keyStart, change));
    else {
      cursor.pass();
      if (this.#isEmpty('value', start)) return;
      change.parts.push(this.#stretch('stray', start, odd));
    }
    change.wholes.push(this.#stretch('value', start, odd));
  }

  #valueMember(key: string, keyStart: number, change: OpenChange): void {
    const { parts } = change;
    const shape = this.#cursor.shape();
    if (key === 'messaging_product' && shape === 'scalar') this.#scalar(keyStart, parts);
    else if (key === 'metadata' && shape === 'object') this.#metadata(change);
    else if (key === 'errors' && shape === 'array') this.#whole('errors', parts);
    else if (key === 'history' && shape === 'array') {
      change.hasList = true;
      this.#objects(parts, () => this.#history(parts));
    } else if (isList(key) && shape === 'array') {
      change.hasList = true;
      this.#cursor.elements(() => this.#whole(key, parts));
    } else this.#stray(key, keyStart, parts);
  }

  #metadata(change: OpenChange): void {
    this.#cursor.members((key, keyStart) => {
      const isNumber = key === 'phone_number_id';
      const isKnown = isNumber || key === 'display_phone_number';
      if (!isKnown || this.#cursor.shape() !== 'scalar') {
        this.#stray(key, keyStart, change.parts);
        return;
      }
      const text = this.#scalar(keyStart, change.parts);
      if (text === undefined) return;
      if (isNumber) change.number = text;
      else change.display = text;
    });
  }

  /** One of `history[]`: how far it has come, threads, or errors where the business refused to share it. */
  #history(parts: Stretch[]): void {
    const cursor = this.#cursor;
    cursor.members((key, keyStart) => {
      const shape = cursor.shape();
      if (key === 'threads' && shape === 'array') this.#objects(parts, () => this.#thread(parts));
      else if (key === 'metadata' && shape === 'object') this.#whole('history-progress', parts);
      else if (key === 'errors' && shape === 'array') this.#whole('errors', parts);
      else this.#stray(key, keyStart, parts);
    });
  }

  /** Messages, each a stretch; what stands before or behind them is the thread's head. */
  #thread(parts: Stretch[]): void {
    const cursor = this.#cursor;
    const thread = this.#threads++;
    cursor.members((key, keyStart) => {
      const { oddNumbers } = cursor;
      if (key === 'messages' && cursor.shape() === 'array') {
        cursor.elements(() => {
          const { at: start, oddNumbers: odd } = cursor;
          cursor.pass();
          parts.push({ ...this.#stretch('history-message', start, odd), thread });
        });
        return;
      }
      cursor.pass();
      const last = parts.at(-1);
      const isMore = last?.part === 'history-thread' && last.thread === thread;
      const head = this.#stretch('history-thread', isMore ? last.start : keyStart, oddNumbers);
      if (isMore) parts.pop();
      parts.push({ ...head, isExact: head.isExact || (isMore && last.isExact), thread });
    });
  }

  /** An array of objects; an element that is none is a stray. */
  #objects(strays: Stretch[], read: () => void): void {
    const cursor = this.#cursor;
    cursor.elements(() => {
      if (cursor.shape() === 'object') read();
      else this.#whole('stray', strays);
    });
  }

  /** Passes a value as one stretch. */
  #whole(part: Part, parts: Stretch[]): void {
    const { at: start, oddNumbers } = this.#cursor;
    this.#cursor.pass();
    parts.push(this.#stretch(part, start, oddNumbers));
  }

  /** Passes a value as one stretch with its key, which may say as much as the value. */
  #stray(key: string, keyStart: number, parts: Stretch[]): void {
    const { at: valueStart, oddNumbers } = this.#cursor;
    this.#cursor.pass();
    if (!this.#isEmpty(key, valueStart)) parts.push({ ...this.#stretch('stray', keyStart, oddNumbers), valueStart });
  }

  #isEmpty(key: string, valueStart: number): boolean {
    return envelopeKeys.has(key) && this.#body.bytes[valueStart] === nullLetter;
  }

  /** Reads a scalar that stays outside of every stretch. @returns it as text; nothing for null, nor if it is too long, and then it is a stray */
  #scalar(keyStart: number, strays: Stretch[]): string | undefined {
    const { at: start, oddNumbers } = this.#cursor;
    this.#cursor.pass();
    const { at: end } = this.#cursor;
    if (end - start <= maxScalarBytes) return this.#scalarText(start, end);
    strays.push({ ...this.#stretch('stray', keyStart, oddNumbers), valueStart: start });
    return undefined;
  }

  /** @returns a string's text, a number as it is written, nothing for null, true and false */
  #scalarText(start: number, end: number): string | undefined {
    const { bytes, characters } = this.#body;
    if (bytes[start] === quote) return textOf(this.#cursor.string(start, end));
    const written = characters.slice(start, end);
    return isNumeric.test(written) ? written : undefined;
  }

  #stretch(part: Part, start: number, oddNumbers: number): Stretch {
    const { at: end } = this.#cursor;
    return { part, start, end, valueStart: start, isExact: this.#cursor.oddNumbers > oddNumbers };
  }
}

const hasByteOrderMark = (body: Uint8Array): boolean => byteOrderMark.every((byte, index) => body[index] === byte);
