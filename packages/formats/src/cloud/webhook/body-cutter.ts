// Cuts a webhook body into stretches, byte by byte, without reading what they say. What may stay outside of every stretch is a
// closed list: the envelope's own keys with short scalar values. All else is a stretch, also what is not where it belongs, so
// that nothing about a person can hide between two of them.
import { FormatsError } from '../../formats-error.ts';
import type { BodyText } from './body-text.ts';
import { JsonCursor, type JsonPlace } from './json-cursor.ts';
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
const isNumeric = /^[-\d]/;

/**
 * Lays a body out.
 * @throws FormatsError `webhook-not-json`, `webhook-too-deep`, `webhook-too-many` (with the byte offset), `webhook-not-an-object`,
 *   `webhook-unknown-object`
 */
export function cutBody(body: BodyText): BodyStretches {
  return new BodyCutter(body).cut();
}

/** What is known of a change while it is read: its `field` may stand behind its `value`. */
interface OpenChange {
  field: string;
  readonly channel: Draft<Pick<ChangeStretches, 'number' | 'display'>>;
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
    this.#cursor = new JsonCursor(body);
  }

  cut(): BodyStretches {
    const cursor = this.#cursor;
    const entries: EntryStretches[] = [];
    const strays: Stretch[] = [];
    let object: string | undefined;
    if (cursor.shape() !== 'object') this.#refuse();
    cursor.members((key, from) => {
      const shape = cursor.shape();
      if (key === 'object' && shape === 'scalar') object = this.#scalar(from, strays);
      else if (key === 'entry' && shape === 'array') this.#objects(strays, () => entries.push(this.#entry()));
      else this.#stray(key, from, strays);
    });
    cursor.end();
    if (object !== expectedObject) throw new FormatsError('webhook-unknown-object');
    return { entries, strays, oddNumbers: cursor.oddNumbers };
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
    cursor.members((key, from) => {
      const shape = cursor.shape();
      if (key === 'changes' && shape === 'array') this.#objects(strays, () => changes.push(this.#change()));
      else if (key === 'id' && shape === 'scalar') entry.account = this.#scalar(from, strays) ?? '';
      else if (key === 'time' && shape === 'scalar') {
        const at = secondsOf(this.#scalar(from, strays));
        if (at !== undefined) entry.at = at;
      } else this.#stray(key, from, strays);
    });
    return entry;
  }

  #change(): ChangeStretches {
    const cursor = this.#cursor;
    const change: OpenChange = { field: '', channel: {}, wholes: [], parts: [], hasList: false };
    const strays: Stretch[] = [];
    cursor.members((key, from) => {
      const shape = cursor.shape();
      if (key === 'field' && shape === 'scalar') change.field = this.#scalar(from, strays) ?? '';
      else if (key === 'value') this.#value(change);
      else this.#stray(key, from, strays);
    });
    const found = change.hasList || change.field === 'messages' ? change.parts : change.wholes;
    if (strays.length === 0) return { ...change.channel, field: change.field, stretches: found };
    const stretches = [...found, ...strays].sort((one, other) => one.start - other.start);
    return { ...change.channel, field: change.field, stretches };
  }

  /** Reads a `value` both ways, whole and in parts: which of the two counts is known only when all of the change is read. */
  #value(change: OpenChange): void {
    const cursor = this.#cursor;
    const { place } = cursor;
    if (cursor.shape() === 'object') cursor.members((key, from) => this.#valueMember(key, from, change));
    else {
      cursor.pass();
      if (!this.#isNull(place)) change.parts.push(this.#stretch('stray', place));
    }
    change.wholes.push(this.#stretch('value', place));
  }

  #valueMember(key: string, from: JsonPlace, change: OpenChange): void {
    const { parts } = change;
    const shape = this.#cursor.shape();
    if (key === 'messaging_product' && shape === 'scalar') this.#passScalar(from, parts);
    else if (key === 'metadata' && shape === 'object') this.#metadata(change);
    else if (key === 'errors' && shape === 'array') this.#cursor.elements(() => this.#whole('errors', parts));
    else if (key === 'history' && shape === 'array') {
      change.hasList = true;
      this.#objects(parts, () => this.#history(parts));
    } else if (isList(key) && shape === 'array') {
      change.hasList = true;
      this.#cursor.elements(() => this.#whole(key, parts));
    } else this.#stray(key, from, parts);
  }

  #metadata(change: OpenChange): void {
    this.#cursor.members((key, from) => {
      const isNumber = key === 'phone_number_id';
      const isKnown = isNumber || key === 'display_phone_number';
      if (!isKnown || this.#cursor.shape() !== 'scalar') {
        this.#stray(key, from, change.parts);
        return;
      }
      const text = this.#scalar(from, change.parts);
      if (text === undefined) return;
      if (isNumber) change.channel.number = text;
      else change.channel.display = text;
    });
  }

  /** One of `history[]`: how far it has come, threads, or errors where the business refused to share it. */
  #history(parts: Stretch[]): void {
    const cursor = this.#cursor;
    cursor.members((key, from) => {
      const shape = cursor.shape();
      if (key === 'threads' && shape === 'array') this.#objects(parts, () => this.#thread(parts));
      else if (key === 'metadata' && shape === 'object') this.#whole('history-progress', parts);
      else if (key === 'errors' && shape === 'array') cursor.elements(() => this.#whole('errors', parts));
      else this.#stray(key, from, parts);
    });
  }

  /** Messages, each a stretch; what stands before or behind them is the thread's head. */
  #thread(parts: Stretch[]): void {
    const cursor = this.#cursor;
    const thread = this.#threads++;
    cursor.members((key, from) => {
      if (key === 'messages' && cursor.shape() === 'array') {
        cursor.elements(() => {
          const { place } = cursor;
          cursor.pass();
          parts.push({ ...this.#stretch('history-message', place), thread });
        });
        return;
      }
      cursor.pass();
      const last = parts.at(-1);
      const head = { ...this.#stretch('history-thread', from), thread };
      if (last?.part !== 'history-thread' || last.thread !== thread) parts.push(head);
      else parts[parts.length - 1] = { ...last, end: head.end, textEnd: head.textEnd, oddTo: head.oddTo };
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
    const { place } = this.#cursor;
    this.#cursor.pass();
    parts.push(this.#stretch(part, place));
  }

  /** Passes a value as one stretch with its key, which may say as much as the value. */
  #stray(key: string, from: JsonPlace, parts: Stretch[]): void {
    const { place } = this.#cursor;
    this.#cursor.pass();
    if (envelopeKeys.has(key) && this.#isNull(place)) return;
    parts.push({ ...this.#stretch('stray', place), start: from.at });
  }

  #isNull({ textAt }: JsonPlace): boolean {
    return this.#body.text.startsWith('null', textAt);
  }

  /** Reads a scalar that stays outside of every stretch. @returns it as text; nothing for null, nor if it is too long, and then it is a stray */
  #scalar(from: JsonPlace, strays: Stretch[]): string | undefined {
    const { place } = this.#cursor;
    return this.#passScalar(from, strays) ? this.#scalarText(place, this.#cursor.place) : undefined;
  }

  /** @returns false if it is too long to stay outside of every stretch, and then it is a stray */
  #passScalar(from: JsonPlace, strays: Stretch[]): boolean {
    const { place } = this.#cursor;
    this.#cursor.pass();
    const isShort = this.#cursor.place.at - place.at <= maxScalarBytes;
    if (!isShort) strays.push({ ...this.#stretch('stray', place), start: from.at });
    return isShort;
  }

  /** @returns a string's text, a number as it is written, nothing for null, true and false. A parsed string does not keep the body. */
  #scalarText(from: JsonPlace, to: JsonPlace): string | undefined {
    const written = this.#body.text.slice(from.textAt, to.textAt);
    if (written.startsWith('"')) return textOf(JSON.parse(written));
    return isNumeric.test(written) ? written : undefined;
  }

  #stretch(part: Part, { at: start, textAt: textStart, oddNumbers: oddFrom }: JsonPlace): Stretch {
    const { at: end, textAt: textEnd, oddNumbers: oddTo } = this.#cursor.place;
    return { part, start, end, textStart, textEnd, oddFrom, oddTo };
  }
}
