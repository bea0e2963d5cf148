import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ExportEntry } from './entry.ts';
import { inspectExport } from './inspect-export.ts';
import { bytesSource, entriesOf, readText, testNow } from './text-source.ts';

const encoder = new TextEncoder();

/** Pieces that exports are made of, and pieces that break them. */
const piece = fc.oneof(
  fc.constantFrom(
    '27/03/22, 21:41 - Ana: hola\n',
    '28/03/22, 09:05 - +34 612 345 678: IMG-20220328-WA0001.jpg (file attached)\r\n',
    '27/03/22, 21:41 - Ana created group "Sales: north"\n',
    '[27/03/22, 21:41:35] Bob: \u200Eimage omitted\r\n',
    '\u200E[28/03/22, 21:41:35] Bob: \u200E<attached: 00000042-PHOTO-2022-03-28-21-41-55.jpg>\r\n',
    '3/27/22, 9:41\u202FPM - Zoë: <Media omitted>\n',
    '31/02/22, 21:41 - Ana: no day\n',
    '٢٧‏/٣‏/٢٠٢٢، ٩:٤١ م - Ana: مرحبا\n',
    'more text\n',
    '\n',
    '\r',
    '\0',
    'x',
    '😀',
    '\uFEFF',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const bytes = fc.oneof(
  fc.array(piece, { maxLength: 30 }).map((pieces) => encoder.encode(pieces.join(''))),
  fc.uint8Array({ maxLength: 400 }),
  fc.tuple(fc.array(piece, { maxLength: 8 }), fc.uint8Array({ maxLength: 40 })).map(([pieces, raw]) => {
    const text = encoder.encode(pieces.join(''));
    const all = new Uint8Array(text.length * 2 + raw.length);
    all.set(text);
    all.set(raw, text.length);
    all.set(text, text.length + raw.length);
    return all;
  }),
);

function linesIn(data: Uint8Array): number {
  let count = 0;
  for (const byte of data) if (byte === 10) count++;
  return data.length > 0 && data.at(-1) !== 10 ? count + 1 : count;
}

function bytesOf(entry: ExportEntry): Uint8Array {
  return entry.rawBytes ?? encoder.encode(entry.raw);
}

test('any bytes: entries tile the file, give back its bytes and account for every line', async () => {
  await fc.assert(
    fc.asyncProperty(bytes, async (data) => {
      const source = bytesSource(data);
      const { report, reading } = await inspectExport(source, { now: testNow });
      const entries = await entriesOf(source, reading);
      let offset = 0;
      let line = 1;
      for (const entry of entries) {
        assert.equal(entry.offset, offset);
        assert.equal(entry.line, line);
        assert.deepEqual(bytesOf(entry), data.slice(offset, offset + entry.sizeBytes));
        offset += entry.sizeBytes;
        line += entry.lines;
      }
      assert.equal(offset, data.length);
      assert.equal(report.linesAccounted, report.lines);
      assert.equal(line - 1, report.lines);
      if (entries.every((entry) => entry.rawBytes === undefined)) assert.equal(report.lines, linesIn(data));
      const timed = entries.filter((entry) => entry.kind !== 'preamble');
      assert.equal(timed.length, report.entries);
      assert.equal(timed[0]?.at ?? null, report.first);
      assert.equal(timed.at(-1)?.at ?? null, report.last);
      assert.equal(timed.filter((entry) => entry.author === undefined).length, report.authorless);
    }),
    { numRuns: 250 },
  );
});

test('any chunking of the bytes gives the same inspection and the same entries', async () => {
  await fc.assert(
    fc.asyncProperty(bytes, fc.integer({ min: 1, max: 40 }), async (data, chunk) => {
      const whole = bytesSource(data);
      const parts = bytesSource(data, chunk);
      const one = await inspectExport(whole, { now: testNow });
      const other = await inspectExport(parts, { now: testNow });
      assert.deepEqual(other, one);
      assert.deepEqual(await entriesOf(parts, other.reading), await entriesOf(whole, one.reading));
    }),
    { numRuns: 150 },
  );
});

test('a file of several blocks reads like its parts, whatever the chunks', async () => {
  const lines = Array.from(
    { length: 9000 },
    (_, i) => `2${i % 8}/03/2022, 21:${10 + (i % 50)} - Ñandú ${i % 3}: línea ${i}\n${i % 5 ? '' : 'más\n'}`,
  );
  const data = encoder.encode(lines.join(''));
  const whole = bytesSource(data);
  const { reading, report } = await inspectExport(whole, { now: testNow });
  assert.equal(report.entries, 9000);
  const entries = await entriesOf(whole, reading);
  assert.deepEqual(
    entries.map((entry) => entry.raw),
    lines,
  );
  assert.deepEqual(await entriesOf(bytesSource(data, 4093), reading), entries);
});

test('a line of many megabytes stays one entry, of which only the start is kept', async () => {
  const long = 'ä'.repeat(3_000_000);
  const text = `27/03/2022, 21:41 - Ana: ${long}\n27/03/2022, 21:42 - Bob: hi\n`;
  const data = encoder.encode(text);
  for (const chunk of [data.length, 65_536, 70_001]) {
    const source = bytesSource(data, chunk);
    const { report, reading } = await inspectExport(source, { now: testNow });
    assert.deepEqual([report.entries, report.lines, report.linesAccounted], [2, 2, 2]);
    assert.ok(report.warnings.some((warning) => warning.code === 'oversize-text' && warning.line === 1));
    const [first, second] = await entriesOf(source, reading);
    assert.equal(first?.oversize, true);
    assert.equal(first?.sizeBytes, data.length - 28);
    assert.equal(first?.raw, text.slice(0, 4096));
    assert.equal(second?.offset, first?.sizeBytes);
    assert.equal(second?.text, 'hi');
  }
});

test('UTF-16 with and without a byte order mark is read, with its bytes kept and a warning', async () => {
  const text = '27/03/2022, 21:41 - Ana: días\r\n28/03/2022, 21:42 - 山田: はい\r\n';
  for (const mark of ['\uFEFF', '']) {
    for (const big of [false, true]) {
      const units = mark + text.repeat(mark === '' ? 9 : 1);
      const data = new Uint8Array(units.length * 2);
      const view = new DataView(data.buffer);
      for (let i = 0; i < units.length; i++) view.setUint16(i * 2, units.charCodeAt(i), !big);
      const source = bytesSource(data, 7);
      const { report, reading } = await inspectExport(source, { now: testNow });
      assert.deepEqual(report.authors, ['Ana', '山田']);
      assert.ok(report.warnings.some((warning) => warning.code === 'utf-16'));
      const entries = await entriesOf(source, reading);
      assert.equal(
        entries.reduce((sum, entry) => sum + (entry.rawBytes?.length ?? 0), 0),
        data.length,
      );
    }
  }
});

test('broken bytes are kept beside the text, and their line is named', async () => {
  const data = Uint8Array.from([
    ...encoder.encode('27/03/22, 21:41 - Ana: ol'),
    0xe9,
    ...encoder.encode('\n28/03/22, 21:42 - Bob: ok\n'),
  ]);
  const source = bytesSource(data);
  const { report, reading } = await inspectExport(source, { now: testNow });
  assert.deepEqual(
    report.warnings.map(({ code, line }) => [code, line]),
    [['invalid-utf8', 1]],
  );
  const [first, second] = await entriesOf(source, reading);
  assert.equal(first?.text, 'ol\uFFFD');
  assert.deepEqual(first?.rawBytes, data.slice(0, 27));
  assert.equal(second?.rawBytes, undefined);
});

test('a replacement character that was really written is no damage', async () => {
  const { inspection, entries } = await readText('27/03/22, 21:41 - Ana: \uFFFD\n');
  assert.deepEqual(inspection.report.warnings, []);
  assert.equal(entries[0]?.rawBytes, undefined);
});

test('empty, blank and binary files are no chats, and say so', async () => {
  const codes = async (data: Uint8Array): Promise<string[]> =>
    (await inspectExport(bytesSource(data), { now: testNow })).report.warnings.map((warning) => warning.code);
  assert.deepEqual(await codes(new Uint8Array(0)), ['empty', 'not-a-chat']);
  assert.deepEqual(await codes(encoder.encode('\n\n')), ['not-a-chat']);
  const noise = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 * (i + 3)) % 256);
  assert.ok((await codes(noise)).includes('binary'));
});

test('an inspection and the reading it gives agree on files with short years in front', async () => {
  const text = ['22/3/27', '22/3/28', '22/3/29', '31/2/22', '22/4/02']
    .map((date) => `${date} (10:00) - Ana: x\n`)
    .join('');
  const { inspection, timed } = await readText(text);
  assert.equal(inspection.report.dateOrder, 'YMD');
  assert.equal(timed.length, inspection.report.entries);
  assert.deepEqual(
    timed.map((entry) => entry.at.slice(0, 10)),
    ['2022-03-27', '2022-03-28', '2022-03-29', '2022-04-02'],
  );
});
