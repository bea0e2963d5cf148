// A webhook body as text: which characters its bytes write, and what values stretches of it hold. The whole body must be UTF-8.
import { FormatsError } from '../../formats-error.ts';
import type { Stretch } from './stretch.ts';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const oneToOne = new TextDecoder('latin1');

export class BodyText {
  readonly bytes: Uint8Array;
  /** One character for each byte; right where the bytes are ASCII. */
  readonly characters: string;
  readonly #isAscii: boolean;

  /** @throws FormatsError `webhook-not-utf8` */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    const text = decoded(bytes);
    this.#isAscii = text.length === bytes.length;
    this.characters = this.#isAscii ? text : oneToOne.decode(bytes);
  }

  /** @returns the value that a stretch writes; numbers that would lose digits are strings, as they are written */
  valueOf({ part, valueStart, end, isExact }: Stretch): unknown {
    const text = this.#isAscii
      ? this.characters.slice(valueStart, end)
      : strict.decode(this.bytes.subarray(valueStart, end));
    const json = part === 'history-thread' ? `{${text}}` : text;
    return isExact ? JSON.parse(json, exactNumber) : JSON.parse(json);
  }
}

function decoded(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch (cause) {
    throw new FormatsError('webhook-not-utf8', { cause });
  }
}

/** For JSON.parse, which tells how a number is written. */
export function exactNumber(_key: string, value: unknown, written?: { readonly source?: string }): unknown {
  return typeof value === 'number' && written?.source !== undefined && String(value) !== written.source
    ? written.source
    : value;
}
