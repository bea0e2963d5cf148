// Writes the corpus of chat exports into vectors/exports: `node tools/corpus/main.ts [--check]`.
// With --check it writes nothing and fails if a file on disk differs.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from './case.ts';
import { contentCases } from './content-cases.ts';
import { americanRegionCases, generatedCases, groupCases } from './generated.ts';
import { halfDayCases } from './half-day-cases.ts';
import { hardCases } from './hard-cases.ts';
import { orderCases } from './order-cases.ts';
import { peopleCases } from './people-cases.ts';
import { rawCases } from './raw-cases.ts';
import { scriptCases } from './script-cases.ts';
import { shapeCases } from './shape-cases.ts';
import { textCases } from './text-cases.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'vectors', 'exports');

function corpusFiles(cases: readonly Case[]): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const expected: Record<string, unknown> = {};
  cases.forEach((one, index) => {
    const number = String(index + 1).padStart(3, '0');
    const name = `${number}-${one.lang}-${one.what}.txt`;
    files.set(name, one.bytes);
    expected[name] = one.expected;
  });
  files.set('expected.json', new TextEncoder().encode(`${JSON.stringify(expected, null, 1)}\n`));
  return files;
}

function allCases(): readonly Case[] {
  return [
    ...generatedCases(),
    ...orderCases(),
    ...shapeCases(),
    ...scriptCases(),
    ...textCases(),
    ...peopleCases(),
    ...contentCases(),
    ...rawCases(),
    ...americanRegionCases(),
    ...groupCases(),
    ...halfDayCases(),
    ...hardCases(),
  ];
}

function onDisk(): readonly string[] {
  mkdirSync(FOLDER, { recursive: true });
  return readdirSync(FOLDER).filter((name) => name !== 'README.md');
}

function check(files: ReadonlyMap<string, Uint8Array>): readonly string[] {
  const wrong = onDisk().filter((name) => !files.has(name));
  const present = new Set(onDisk());
  for (const [name, bytes] of files) {
    if (!present.has(name) || !readFileSync(join(FOLDER, name)).equals(bytes)) wrong.push(name);
  }
  return wrong;
}

function write(files: ReadonlyMap<string, Uint8Array>): void {
  for (const name of onDisk()) if (!files.has(name)) rmSync(join(FOLDER, name));
  for (const [name, bytes] of files) writeFileSync(join(FOLDER, name), bytes);
}

function main(checkOnly: boolean): void {
  const files = corpusFiles(allCases());
  if (!checkOnly) {
    write(files);
    console.log(`${files.size - 1} texts and expected.json written to ${FOLDER}`);
    return;
  }
  const wrong = check(files);
  for (const name of wrong) console.error(`differs: ${name}`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
}

main(process.argv.includes('--check'));
