import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { accessBytes, chatTextsOf, openZip, titleFromName } from '../../packages/formats/src/zip/index.ts';
import { sampleZip, sampleZipPath } from './sample-zip.ts';

const root = new URL('../../', import.meta.url);

test('the sample zip is what its program builds', () => {
  assert.ok(Buffer.from(sampleZip()).equals(readFileSync(new URL(sampleZipPath, root))));
});

test('each file of the sample zip reads back, and the chat names each of them', async () => {
  const archive = await openZip(accessBytes(sampleZip()));
  assert.deepEqual(archive.refused, []);
  const contents = new Map<string, Buffer>();
  for (const file of archive.files) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of file.open()) chunks.push(chunk);
    contents.set(file.baseName, Buffer.concat(chunks));
  }
  const { chats } = chatTextsOf(archive.files);
  const text = contents.get('_chat.txt')?.toString() ?? '';
  assert.deepEqual(
    [...text.matchAll(/<attached: ([^>]+)>/g)].map((match) => match[1]),
    chats[0]?.media.map((file) => file.baseName),
  );
});

test('the samples are titled chats and stay small', () => {
  const names = readdirSync(new URL('samples/', root)).filter((name) => name !== 'README.md');
  assert.deepEqual(new Set(names.map(titleFromName)), new Set(['Lucía Herrera', 'Nora Walsh', '陈思远']));
  const bytes = names.reduce(
    (sum, name) => sum + readFileSync(new URL(`samples/${encodeURIComponent(name)}`, root)).length,
    0,
  );
  assert.ok(bytes < 200_000);
});
