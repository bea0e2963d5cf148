import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inspectExport } from './inspect-export.ts';
import { bytesSource, entriesOf, inUtf16, testNow } from './text-source.ts';

/** What messages begin and end with, at the edges of what a shortcut may pass. */
const said = fc.oneof(
  fc.constantFrom(
    'hola',
    'ok',
    '',
    'null',
    'nulls',
    '<Media omitted>',
    '<Media omitted>\nlook',
    'IMG-20220327-WA0001.jpg (file attached)',
    '\u200Eimage omitted',
    '\u200E<attached: 00000042-PHOTO-2022-03-28-21-41-55.jpg>',
    'This message was deleted',
    'https://maps.google.com/?q=40.1,-3.25',
    'location: https://maps.google.com/?q=40.1,-3.25',
    'see https://example.org/maps.',
    'Missed voice call',
    'missed  voice call',
    'POLL:\nwhere?\nOPTION: here (1 vote)',
    'POLL:\r\nwhere?\r\nOPTION: here (1 vote)',
    'done \u200E<This message was edited>',
    'two\nlines',
    'two\r\nlines',
    'a)\nb',
    'a\u200Eb and more',
    'a\u200Eb',
    '♥️',
    'Ana: x',
    'Ana left',
    '王伟，你好',
    'é',
    'live location shared',
    'photo.jpg',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const author = fc.constantFrom(
  'Ana',
  'Zoë Núñez',
  '+34 612 345 678',
  '~\u202FPush',
  'A: B',
  'A',
  '王伟',
  'a:b',
  'x'.repeat(310),
);
const between = fc.constantFrom(': ', ': ', ': ', ':\u00A0', ':\u202F', ':', '');
const head = fc.constantFrom(
  '27/03/22, 21:41 - ',
  '27/03/22, 21:42 - ',
  '28/03/22, 9:05 - ',
  '28/03/22, 9:05\u202FPM - ',
  '[27/03/22, 21:41:35] ',
  '\u200E[27/03/22, 21:41:35] ',
  '27/03/2022 21:41: ',
);
const text = fc
  .array(
    fc.tuple(head, author, between, said, fc.constantFrom('\n', '\n', '\r\n', '')).map((parts) => parts.join('')),
    { maxLength: 25 },
  )
  .map((lines) => `\uFEFF${lines.join('')}`);

/** In UTF-16 every line is read the long way. */
test('the shortcuts for UTF-8 read every message as the long way does', async () => {
  await fc.assert(
    fc.asyncProperty(text, async (written) => {
      const beside = { mediaNames: new Set(['photo.jpg']), titleHint: 'Ana' };
      const short = { ...bytesSource(new TextEncoder().encode(written)), ...beside };
      const long = { ...bytesSource(inUtf16(written)), ...beside };
      const one = await inspectExport(short, { now: testNow });
      const other = await inspectExport(long, { now: testNow });
      const warnings = other.report.warnings.filter(({ code }) => code !== 'utf-16');
      assert.deepEqual(one, { ...other, report: { ...other.report, warnings } });
      const entries = await entriesOf(short, one.reading);
      assert.deepEqual(
        entries.map(({ offset: _, sizeBytes: __, ...entry }) => entry),
        (await entriesOf(long, other.reading)).map(({ offset: _, sizeBytes: __, rawBytes: ___, ...entry }) => entry),
      );
    }),
    { numRuns: 400 },
  );
});
