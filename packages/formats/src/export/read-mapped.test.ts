import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { FormatsError } from '../formats-error.ts';
import type { EntryMap } from './entry-map.ts';
import { inspectExport } from './inspect-export.ts';
import type { Reading } from './reading.ts';
import { bytesSource, entriesOf, testNow } from './text-source.ts';

const corpus = fileURLToPath(new URL('../../../../vectors/exports/', import.meta.url));
const utf8 = new TextEncoder();

async function mapped(bytes: Uint8Array): Promise<{ reading: Reading; map: EntryMap | undefined }> {
  const { map, reading } = await inspectExport(bytesSource(bytes, 5000), { now: testNow, mapsEntries: true });
  return { reading, map };
}

/** Reads a file with its map and without; false where it has none. */
async function readsAlike(bytes: Uint8Array, chunkBytes: number): Promise<boolean> {
  const { map, reading } = await mapped(bytes);
  if (map === undefined) return false;
  const source = bytesSource(bytes, chunkBytes);
  assert.deepEqual(await entriesOf(source, reading, map), await entriesOf(source, reading));
  return true;
}

test('a map changes no entry of any file of the corpus', async () => {
  let maps = 0;
  for (const name of readdirSync(corpus).filter((file) => file.endsWith('.txt'))) {
    if (await readsAlike(readFileSync(corpus + name), 777)) maps++;
  }
  assert.ok(maps > 100, `${maps} files have a map`);
});

const line = fc
  .tuple(
    fc.constantFrom('27/03/22, 21:41', '27/03/22, 21:42', '28/03/22, 9:05', '03/04/22, 00:00', '31/12/22, 23:59'),
    fc.constantFrom(' - ', ' - ', ' - ', ' – ', ': '),
    fc.constantFrom('Ana: ', '王伟: ', '+34 612 345 678: ', 'Ana ', 'A: B: ', ''),
    fc.oneof(
      fc.constantFrom(
        'hola',
        '',
        'null',
        '<Media omitted>',
        '<Media omitted>\nlook',
        'a)\nb',
        '😀\r\n',
        'left',
        '\u200Eleft',
      ),
      fc.constantFrom('this message was deleted', 'see (this)', 'IMG-20220327-WA0001.jpg (file attached)', 'x\n\n\ny'),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    ),
    fc.constantFrom('\n', '\n', '\n', '\r\n', ''),
  )
  .map((parts) => parts.join(''));

test('a map changes no entry of files that nobody thought of, wherever their chunks are cut', async () => {
  const text = fc.array(line, { maxLength: 30 }).map((lines) => lines.join(''));
  const cut = fc.integer({ min: 1, max: 400 });
  await fc.assert(
    fc.asyncProperty(text, cut, async (written, chunkBytes) => {
      await readsAlike(utf8.encode(written), chunkBytes);
    }),
    { numRuns: 400 },
  );
});

test('entries of many blocks are read by their map', async () => {
  const said = ['x'.repeat(50_000), 'hola', '王伟'.repeat(9000), `${'a\n'.repeat(300)}b`, '<Media omitted>'];
  const lines = Array.from({ length: 500 }, (_, at) => `27/03/22, 21:41 - Ana ${at % 7}: ${said[at % 5]}\n`);
  assert.ok(await readsAlike(utf8.encode(lines.join('')), 65_536));
});

test('what does not fit a map has none', async () => {
  const damaged = utf8.encode('27/03/22, 21:41 - Ana: hola\n').with(25, 0xff);
  const oversize = utf8.encode(`27/03/22, 21:41 - Ana: ${'x'.repeat(1_100_000)}\n`);
  const colons = utf8.encode('27/03/22, 21:41 - A: B: x\n27/03/22, 21:41 - A: B: y\n');
  const nothing = utf8.encode('no chat\n');
  for (const bytes of [damaged, oversize, colons, nothing]) assert.equal((await mapped(bytes)).map, undefined);
});

test('a source that became longer, shorter or other than its map is not read', async () => {
  const text = '27/03/22, 21:41 - Ana: hola, qué tal\n'.repeat(20);
  const { map, reading } = await mapped(utf8.encode(text));
  for (const other of [`${text}x`, text.slice(0, -1), text.replaceAll('é', 'ee'), '']) {
    await assert.rejects(
      entriesOf(bytesSource(utf8.encode(other)), reading, map),
      (error) => error instanceof FormatsError && error.code === 'source-changed',
    );
  }
});
