import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Assembler } from './assembler.ts';
import type { ContentContext } from './content-facts.ts';
import type { EntrySink } from './entry-sink.ts';
import { firstLook } from './first-look.ts';
import { inspectExport } from './inspect-export.ts';
import { PlainStretch } from './plain-stretch.ts';
import { Tally } from './report.ts';
import type { ExportSource } from './source.ts';
import { Survey } from './survey.ts';
import { SurveyJudge } from './survey-judge.ts';
import { bytesSource, entriesOf, inUtf16, testNow } from './text-source.ts';
import { WarningList } from './warnings.ts';

/** A chat that has begun: no line stands aside any more, and its first authors are known. */
const known = ['Ana', 'Zoë Núñez', '王伟', '~\u202FPush', 'IMG-20220327-WA0001', 'Eva: dos'];
const begun = known
  .flatMap((name) => [name, name])
  .map((name) => `27/03/22, 21:41 - ${name}: hola a todos\n`)
  .join('');

const head = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom('27/03/22, 21:41 - ', '27/03/22, 21:42 - ', '27/03/22, 9:05 - ') },
  { weight: 4, arbitrary: fc.constantFrom('27/03/22, 09:05 - ', '28/03/22, 21:41 - ', '27/03/22, 9:05\u202FPM - ') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '27/03/22, 21:41:35 - ',
      '[27/03/22, 21:41:35] ',
      '31/02/22, 21:41 - ',
      '01/13/22, 21:41 - ',
      '27/03/22, 25:41 - ',
      '27/03/22, 21:41 -',
      '２８/03/22, 21:41 - ',
      '\u200E27/03/22, 21:41 - ',
      'more of it ',
    ),
  },
);
const author = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...known) },
  { weight: 2, arbitrary: fc.constantFrom('Eva', 'Ana: sub', 'A', 'a:b', 'x'.repeat(310)) },
);
const between = fc.oneof(
  { weight: 12, arbitrary: fc.constant(': ') },
  { weight: 1, arbitrary: fc.constantFrom(':\u00A0', ':\u202F', ':', '', ' left') },
);
const said = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('hola', 'ok', '王伟，你好', 'vale 👍', 'sí ♥️', '<Media omitted>', 'adiós') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      'null',
      'ok)',
      '(bien)',
      '（好）',
      'IMG-20220327-WA0001.jpg (file attached)',
      '<Media omitted> -20',
      '\u200Eimage omitted',
      'This message was deleted',
      'This message was deleted\nor not',
      'https://maps.google.com/?q=40.1,-3.25',
      'see https://maps.google.com/?q=40.1,-3.25',
      'https://example.org/',
      'https://foursquare.com/v/x',
      '好的',
      '👍',
      '\u3000a',
      'two\nMar 3 more',
      'two\n\n好\nx\n',
      'two\n٣/3 of it',
      'two\nends with a mark\u200E',
      'closed)\nbut not at its end',
      'Missed voice call',
      'done \u200E<This message was edited>',
      'a\u200Eb and more',
      'two\nlines',
      'two\r\nlines',
      'a\rb of it',
      'a\u0007b of it',
      'Ana: x of it',
      'Ana left the group',
      'photo.jpg',
      'live location shared',
      'POLL:\nwhere?\nOPTION: here (1 vote)',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
);
const ending = fc.oneof(
  { weight: 12, arbitrary: fc.constant('\n') },
  { weight: 1, arbitrary: fc.constantFrom('\r\n', '\r\r\n', '', '\n\n') },
);
const lines = fc.array(
  fc.tuple(head, author, between, said, ending).map((parts) => parts.join('')),
  { maxLength: 40 },
);
const chat = lines.map((all) => `\uFEFF${begun}${all.join('')}`);

const beside = { mediaNames: new Set(['photo.jpg']), titleHint: 'Ana' };

function inUtf8(text: string, chunkBytes?: number): ExportSource {
  return { ...bytesSource(new TextEncoder().encode(text), chunkBytes), ...beside };
}

/** Everything that a first look finds. */
async function seen(source: ExportSource): Promise<unknown> {
  const survey = new Survey({ nowYear: 2026, lastDay: 20_780 });
  const warnings = new WarningList();
  const {
    bytes: _,
    utf16: __,
    tallyWarnings,
    ...look
  } = await firstLook(source, {
    survey,
    warnings,
    mapper: undefined,
  });
  const { foreignLine, headers, impossible, runs, unknownPeriodLine } = survey;
  const found = { foreignLine, headers, impossible, runs, unknownPeriodLine, authors: survey.authors.findings() };
  return { ...look, ...found, warnings: warnings.list(), tallyWarnings: tallyWarnings.list() };
}

/** In UTF-16 every line is read for itself. */
test('a stretch of plain lines is counted as its lines one by one are', async () => {
  await fc.assert(
    fc.asyncProperty(chat, async (text) => {
      assert.deepEqual(await seen(inUtf8(text)), await seen({ ...bytesSource(inUtf16(text)), ...beside }));
    }),
    { numRuns: 250 },
  );
});

test('with the map of stretches every entry is read as without it', async () => {
  await fc.assert(
    fc.asyncProperty(chat, fc.integer({ min: 1, max: 400 }), async (text, chunkBytes) => {
      const source = inUtf8(text, chunkBytes);
      const { map, reading } = await inspectExport(source, { now: testNow, mapsEntries: true });
      if (map === undefined) return;
      assert.deepEqual(await entriesOf(source, reading, map), await entriesOf(source, reading));
    }),
    { numRuns: 150 },
  );
});

test('nearly all lines of an ordinary chat are taken in stretches', () => {
  const survey = new Survey({ nowYear: 2026, lastDay: 20_780 });
  const judge = new SurveyJudge(survey);
  const context = (): ContentContext => ({ platform: 'android', mediaNames: undefined, title: undefined });
  let taken = 0;
  class CountedStretch extends PlainStretch {
    override take(out: EntrySink): number {
      const more = super.take(out);
      taken += more;
      return more;
    }
  }
  const assembler = new Assembler({
    judge,
    authors: survey.authors,
    context,
    stretchOf: (parts) => new CountedStretch({ ...parts, judge, survey, context, mapper: undefined }),
  });
  const text = begun + '27/03/22, 21:42 - Ana: hola\n27/03/22, 21:43 - 王伟: <Media omitted>\n'.repeat(500);
  const block = {
    bytes: new TextEncoder().encode(text),
    offset: 0,
    joins: false,
    encoding: 'utf-8',
  } as const;
  assembler.feed(block, new Tally(new WarningList()));
  assert.ok(taken > 980, `only ${taken} of 1,008`);
});
