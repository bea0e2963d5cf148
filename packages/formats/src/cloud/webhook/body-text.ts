// A webhook body as text, and the values that stretches of it hold. The whole body must be UTF-8.
import { FormatsError } from '../../formats-error.ts';
import type { Stretch } from './stretch.ts';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export interface BodyText {
  readonly bytes: Uint8Array;
  /** What the bytes write, a byte order mark included. */
  readonly text: string;
}

/** @throws FormatsError `webhook-not-utf8` */
export function bodyText(bytes: Uint8Array): BodyText {
  try {
    return { bytes, text: strict.decode(bytes) };
  } catch (cause) {
    throw new FormatsError('webhook-not-utf8', { cause });
  }
}

/** @returns the value that a stretch writes; numbers that would lose digits are strings, as they are written */
export function pieceValue({ text }: BodyText, stretch: Stretch, oddNumbers: readonly number[]): unknown {
  const { part, textStart, textEnd, oddFrom, oddTo } = stretch;
  const value = oddFrom === oddTo ? text.slice(textStart, textEnd) : withQuotedNumbers(text, stretch, oddNumbers);
  return JSON.parse(part === 'history-thread' ? `{${value}}` : value);
}

function withQuotedNumbers(text: string, stretch: Stretch, oddNumbers: readonly number[]): string {
  let at = stretch.textStart;
  const parts: string[] = [];
  for (let index = stretch.oddFrom; index < stretch.oddTo; index++) {
    const place = oddNumbers[index] ?? at;
    parts.push(text.slice(at, place));
    at = place;
  }
  return [...parts, text.slice(at, stretch.textEnd)].join('"');
}

/** For JSON.parse, which tells how a number is written. */
export function exactNumber(_key: string, value: unknown, written?: { readonly source?: string }): unknown {
  return typeof value === 'number' && written?.source !== undefined && String(value) !== written.source
    ? written.source
    : value;
}
