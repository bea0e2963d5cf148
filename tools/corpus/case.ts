// A corpus case: a file name, its bytes and what a correct reading reports.
// The expectation is stated by whoever writes the case, never computed by reading the text.

import type { DateOrder } from './header.ts';

export type Expected = {
  readonly entries: number;
  readonly authorless: number;
  readonly first?: string;
  readonly last?: string;
  readonly dateOrder: DateOrder;
  readonly media?: { readonly omitted?: number; readonly missing?: number };
  readonly deleted?: number;
  readonly edited?: number;
  readonly calls?: number;
  readonly polls?: number;
  readonly locations?: number;
  readonly contacts?: number;
  readonly system?: number;
  readonly authors?: number;
  readonly note?: string;
};

export type Case = {
  readonly lang: string;
  readonly what: string;
  readonly bytes: Uint8Array;
  readonly expected: Expected;
};

export type Layout = {
  readonly newline?: '\n' | '\r\n';
  readonly bom?: boolean;
  readonly finalNewline?: boolean;
};

const encoder = new TextEncoder();

/** The bytes of a text file made of these lines. */
export function fileBytes(lines: readonly string[], layout: Layout = {}): Uint8Array {
  const newline = layout.newline ?? '\n';
  const end = layout.finalNewline === false ? '' : newline;
  return encoder.encode(`${layout.bom === true ? '\uFEFF' : ''}${lines.join(newline)}${end}`);
}

/** A case written out by hand, line by line. */
export function byHand(
  name: readonly [lang: string, what: string],
  lines: readonly string[],
  expected: Expected,
  layout: Layout = {},
): Case {
  return { lang: name[0], what: name[1], bytes: fileBytes(lines, layout), expected };
}
