// Cases whose bytes are not a valid text: broken UTF-8, control characters, a very long line.

import type { Case, Expected } from './case.ts';
import { fileBytes } from './case.ts';

function joined(parts: readonly (string | readonly number[])[]): Uint8Array {
  const encoder = new TextEncoder();
  const pieces = parts.map((part) => (typeof part === 'string' ? encoder.encode(part) : Uint8Array.from(part)));
  const bytes = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

const TWO: Expected = {
  entries: 2,
  authorless: 0,
  authors: 2,
  dateOrder: 'DMY',
  first: '2020-09-25T10:27',
  last: '2020-09-25T10:28',
};

/** Cases about bytes. */
export function rawCases(): readonly Case[] {
  const first = '25/09/2020, 10:27 - Ada: ';
  const last = '25/09/2020, 10:28 - Cyril: ok\n';
  return [
    {
      lang: 'xx',
      what: 'broken-utf-8',
      bytes: joined([first, [0xc3, 0x28, 0xff, 0xe2, 0x82], '\n', last]),
      expected: TWO,
    },
    {
      lang: 'xx',
      what: 'control-characters',
      bytes: joined([first, [0x61, 0x00, 0x07, 0x1b, 0x5b, 0x31, 0x6d], '\n', last]),
      expected: TWO,
    },
    { lang: 'xx', what: 'lone-carriage-returns', bytes: joined([first, 'one\rtwo\r\rthree\n', last]), expected: TWO },
    { lang: 'xx', what: 'long-line', bytes: joined([first, 'word '.repeat(30_000), '\n', last]), expected: TWO },
    {
      lang: 'xx',
      what: 'binary',
      bytes: joined([Array.from({ length: 512 }, (_, index) => (index * 89 + 7) % 256)]),
      expected: { entries: 0, authorless: 0, dateOrder: 'NONE' },
    },
    {
      lang: 'xx',
      what: 'colons-and-digits',
      bytes: fileBytes(['1:'.repeat(5000), '25/09/2020, '.repeat(1000), '['.repeat(5000)]),
      expected: { entries: 0, authorless: 0, dateOrder: 'NONE' },
    },
  ];
}
