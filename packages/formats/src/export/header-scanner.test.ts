import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { HeaderScanner } from './header-scanner.ts';
import { partsOf } from './header-shape.ts';
import { LineCursor } from './line-cursor.ts';

function scan(line: string): HeaderScanner | undefined {
  const scanner = new HeaderScanner();
  return scanner.scan(line, 0, line.length) ? scanner : undefined;
}

/** `first second third h:m:s|content` */
function seen(line: string): string | undefined {
  const found = scan(line);
  if (found === undefined) return undefined;
  const { first, second, third, hour, minute, seconds, contentStart } = found;
  return `${first} ${second} ${third} ${hour}:${minute}${seconds < 0 ? '' : `:${seconds}`}|${line.slice(contentStart)}`;
}

const headers: readonly (readonly [string, string])[] = [
  ['27/03/22, 21:41 - Ana: x', '27 3 22 21:41|Ana: x'],
  ['3/27/22, 9:41\u202FPM - Ana: x', '3 27 22 21:41|Ana: x'],
  ['\u200E[27/03/22, 21:41:35] \u200EAna: x', '27 3 22 21:41:35|\u200EAna: x'],
  ['27/03/2012 21:41: Ana: x', '27 3 2012 21:41|Ana: x'],
  ['27. 3. 2022. 21:41 - Ana: x', '27 3 2022 21:41|Ana: x'],
  ['27.3.2022 klo 21.41 - Ana: x', '27 3 2022 21:41|Ana: x'],
  ['27/03/2022 à 21:41 - Ana: x', '27 3 2022 21:41|Ana: x'],
  ['27.03.22 г., 21:41 ч. - Ana: x', '27 3 22 21:41|Ana: x'],
  ['2022. 03. 27. du. 9:41 - Ana: x', '2022 3 27 21:41|Ana: x'],
  ['[2022. 3. 27. 오전 12:05:35] Ana: x', '2022 3 27 0:5:35|Ana: x'],
  ['2022/4/6 下午1:54 - Ana: x', '2022 4 6 13:54|Ana: x'],
  ['2022/4/6 中午12:30 - Ana: x', '2022 4 6 12:30|Ana: x'],
  ['2022/4/6 凌晨1:05 - Ana: x', '2022 4 6 1:5|Ana: x'],
  ['2022/4/6 晚上12:05 - Ana: x', '2022 4 6 0:5|Ana: x'],
  ['2022/4/6 上午14:05 - Ana: x', '2022 4 6 14:5|Ana: x'],
  ['2022年3月27日 21:41 - Ana: x', '2022 3 27 21:41|Ana: x'],
  ['2022년 3월 27일 오후 9시 41분 - Ana: x', '2022 3 27 21:41|Ana: x'],
  ['\u200F[٢٧\u200F/٣\u200F/٢٠٢٢، ٩:٤١:٣٥ م] Ana: x', '27 3 2022 21:41:35|Ana: x'],
  ['२७/३/२२, ९:४१ अपराह्न - Ana: x', '27 3 22 21:41|Ana: x'],
  ['𞥒𞥗/𞥐𞥓/𞥒𞥒, 21:41 - Ana: x', '27 3 22 21:41|Ana: x'],
  ['[21:41:35, 3/27/22] Ana: x', '3 27 22 21:41:35|Ana: x'],
  ['09:41 CH 27/3/22 - Ana: x', '27 3 22 21:41|Ana: x'],
  ['2022-03-27 21 h 41 min 35 s - Ana: x', '2022 3 27 21:41:35|Ana: x'],
  ['22/3/27 (21:41) - Ana: x', '22 3 27 21:41|Ana: x'],
  ['24:08 3/27/22 - Ana: x', '3 27 22 0:8|Ana: x'],
  ['06/20/2020, 00:08 a. m. - Ana: x', '6 20 2020 0:8|Ana: x'],
  ['17/09/2021, 5:45 de l’après-midi - Ana: x', '17 9 2021 17:45|Ana: x'],
  ['09/17/19, 8:30:52 AM – Ana: x', '9 17 19 8:30:52|Ana: x'],
  ['27 March 2022, 21:41 - Ana: x', '27 3 2022 21:41|Ana: x'],
  ['[Mar 27, 2022, 9:41:00 PM] Ana: x', '3 27 2022 21:41:0|Ana: x'],
  ['27/03/22, 21:41 -', '27 3 22 21:41|'],
];

const notHeaders = [
  '12/12/19: Departure',
  '2/11/19, 14:48 Alice: from another chat',
  '27/03/22, 21:41-Ana: x',
  '27/03/22, 25:41 - Ana: x',
  '27/03/22, 21:61 - Ana: x',
  '27/03/22 - Ana: x',
  '[27/03/22] Ana: x',
  '[27/03/22, 21:41:35]Ana: x',
  '> 27/03/22, 21:41 - Ana: x',
  'at 27/03/22, 21:41 - Ana: x',
  '2022-03-27 21:41:35,123 - root - INFO - x',
  '1,2,3 - x',
  '-',
  '',
];

test('headers of many writings are found, with their numbers, hour and content', () => {
  for (const [line, expected] of headers) assert.equal(seen(line), expected, line);
});

test('lines that only resemble a header are none', () => {
  for (const line of notHeaders) assert.equal(seen(line), undefined, line);
});

test('style, separators, year and half of the day make the shape; values and padding do not', () => {
  const shape = (line: string): number | undefined => scan(line)?.shape;
  assert.equal(shape('27/03/22, 21:41 - A'), shape('1/3/22, 9:05 – B'));
  assert.notEqual(shape('27/03/22, 21:41 - A'), shape('27/03/2022, 21:41 - A'));
  assert.notEqual(shape('27/03/22, 21:41 - A'), shape('27/03/22, 9:41 pm - A'));
  assert.notEqual(shape('27/03/22, 21:41 - A'), shape('[27/03/22, 21:41] A'));
  assert.equal(partsOf(shape('[2022. 3. 27. 오후 9:41:35] A') ?? 0).eastern, true);
});

test('the shortcut for plain headers agrees with the full scanner', () => {
  const digits = (max: number): fc.Arbitrary<string> =>
    fc
      .tuple(fc.integer({ min: 0, max }), fc.boolean())
      .map(([n, pad]) => (pad ? String(n).padStart(2, '0') : String(n)));
  const line = fc
    .tuple(
      fc.constantFrom('', '[', '\u200E[', ' ['),
      fc.array(digits(40), { minLength: 3, maxLength: 3 }),
      fc.constantFrom('/', '.', '-', '/ '),
      fc.constantFrom(', ', ' ', ',', '. '),
      fc.array(digits(70), { minLength: 2, maxLength: 3 }),
      fc.constantFrom('', ' PM', '\u202Fam', '\u00A0a. m.', ' x', 'pm'),
      fc.constantFrom(' - ', '] ', ': ', ' -', ']', '] - '),
      fc.constantFrom('Ana: x', '', '\u200Ex', '- x'),
    )
    .map(
      ([open, date, mark, gap, time, half, close, rest]) =>
        `${open}${date.join(mark)}${gap}${time.join(':')}${half}${close}${rest}`,
    );
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
      const cursor = cursorOver(lines.join('\n'));
      const quick = new HeaderScanner();
      while (cursor.step()) {
        const full = new HeaderScanner();
        const found = quick.scanLine(cursor);
        assert.equal(found, full.scan(cursor.text, cursor.start, cursor.end));
        if (!found) continue;
        assert.deepEqual({ ...quick, contentByte: -1 }, { ...full });
        if (quick.contentByte < 0) continue;
        const content = cursor.block.bytes.subarray(quick.contentByte, cursor.byteEnd);
        assert.equal(new TextDecoder().decode(content), cursor.text.slice(quick.contentStart, cursor.end));
      }
    }),
    { numRuns: 3000 },
  );
});

function cursorOver(text: string): LineCursor {
  const cursor = new LineCursor();
  cursor.load({
    bytes: new TextEncoder().encode(text),
    offset: 0,
    joins: false,
    encoding: 'utf-8',
  });
  return cursor;
}

test('hostile lines are refused in time that does not grow with them', () => {
  const scanner = new HeaderScanner();
  const lines = [
    '1/'.repeat(500_000),
    '['.repeat(1_000_000),
    `27/03/22, ${'a. '.repeat(300_000)}`,
    '\u200E'.repeat(1_000_000),
  ];
  const start = process.hrtime.bigint();
  for (let i = 0; i < 100; i++) for (const line of lines) assert.equal(scanner.scan(line, 0, line.length), false);
  assert.ok(Number(process.hrtime.bigint() - start) / 1e6 < 2000);
});
