import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mayOpenHeader, mayOpenHeaderInBytes } from './header-start.ts';
import { mayCloseWithDate, mayCloseWithDateInBytes } from './name-date.ts';
import { mayBePhrase, mayBePhraseInBytes } from './phrase-filter.ts';
import { hasPlaceLink, hasPlaceLinkInBytes, looksPlain, looksPlainInBytes } from './plain-text.ts';

const utf8 = new TextEncoder();
const known = [
  ...[
    'null',
    '<Media omitted>',
    'POLL:',
    'Sondage :',
    'Mensaje eliminado',
    'Это сообщение удалено',
    '已刪除',
    'Zrušeno',
  ],
  ...[
    '(file attached)',
    '-2022',
    '）',
    '>',
    ')',
    '\u200E',
    '\u200F',
    '♥️',
    '👍',
    '\u3000',
    '好',
    'é',
    'ok',
    ' ',
    '\n',
    '\r\n',
  ],
  ...[
    'https://',
    '://maps.',
    'foursquare.com',
    '://',
    'Ana',
    'März 3',
    'Mar 3',
    'AP 1401',
    'R4',
    '民',
    '٣',
    '𝟑',
    '[',
    '27',
  ],
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...known), fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 5 })
  .map((parts) => parts.join('').toWellFormed());
const author = fc.constantFrom('Ana', 'é', '王伟', '+34 612 345 678', '');
const runs = { numRuns: 5000 };

/** The text somewhere in UTF-8, with other text before and behind it. */
function placed(said: string): { readonly bytes: Uint8Array; readonly start: number; readonly end: number } {
  const bytes = utf8.encode(`1 好\n${said}\n27`);
  return { bytes, start: utf8.encode('1 好\n').length, end: bytes.length - 3 };
}

test('a message that looks plain in its bytes looks plain in its text', () => {
  let plain = 0;
  fc.assert(
    fc.property(text, author, (said, name) => {
      const { bytes, end, start } = placed(said);
      const first = said.split('\n')[0] ?? '';
      const firstLine = first.endsWith('\r') ? first.slice(0, -1) : first;
      const lineEnd = start + utf8.encode(firstLine).length;
      if (!looksPlainInBytes({ bytes, start, lineEnd, end, units: said.length }, utf8.encode(name))) return;
      plain++;
      assert.ok(looksPlain({ text: said, start: 0, lineEnd: firstLine.length, end: said.length }, name));
    }),
    runs,
  );
  assert.ok(plain > 100);
});

test('what may be a phrase, a header or a dated name in text may be one in bytes', () => {
  fc.assert(
    fc.property(text, (said) => {
      const { bytes, end, start } = placed(said);
      if (mayBePhrase(said)) assert.ok(mayBePhraseInBytes(bytes, start, end));
      if (mayCloseWithDate(said, 0, said.length)) assert.ok(mayCloseWithDateInBytes(bytes, start, end));
      const line = said.replaceAll(/[\r\n]/g, '');
      const one = placed(line);
      if (mayOpenHeader(line, 0, line.length)) assert.ok(mayOpenHeaderInBytes(one.bytes, one.start, one.end));
      assert.equal(hasPlaceLinkInBytes({ bytes, start, lineEnd: end, end, units: 0 }), hasPlaceLink(said));
    }),
    runs,
  );
});
