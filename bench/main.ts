// `npm run bench -- [NAME…] [--messages N] [--seconds N] [--only NAME,…] [--json FILE] [--dir DIR]`: measures Acta and, in the same run, what it is compared with.
// The corpus and the vault are kept in .bench/, or DIR, for the next run. Nothing here judges whether a figure is good.

import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BenchRun, type Work } from './bench-run.ts';
import { load, machine } from './machine.ts';
import { type BenchOptions, optionsFrom, WrongUse } from './options.ts';
import { progressOn } from './progress.ts';
import { type Row, tableOf } from './row.ts';
import { inConsole } from './works/console.ts';
import { erase } from './works/erase.ts';
import { growth } from './works/growth.ts';
import { importWhole } from './works/import.ts';
import { live } from './works/live.ts';
import { parse } from './works/parse.ts';
import { profile } from './works/profile.ts';
import { prove } from './works/prove.ts';
import { rebuild } from './works/rebuild.ts';
import { search } from './works/search.ts';
import { show } from './works/show.ts';
import { start } from './works/start.ts';
import { verify } from './works/verify.ts';

/** In the order in which they run: what makes the vault comes before what reads it. */
const WORKS: Readonly<Record<string, Work>> = {
  parse,
  import: importWhole,
  search,
  show,
  start,
  verify,
  prove,
  erase,
  rebuild,
};
/** Only when it is named. */
const MORE_WORKS: Readonly<Record<string, Work>> = { growth, live, console: inConsole, profile };
const ALL_WORKS = { ...WORKS, ...MORE_WORKS };

const WRONG_USE = 2;

async function measure({ dir, json, messages, only, seconds }: BenchOptions): Promise<void> {
  const progress = progressOn(process.stderr);
  const root = dir === undefined ? fileURLToPath(new URL('../.bench/', import.meta.url)) : resolve(dir);
  const run = new BenchRun({ root, messages, seconds, say: progress.to });
  const measuredAt = new Date().toISOString();
  const loadBefore = load();
  const rows: Row[] = [];
  for (const work of chosen(only)) rows.push(...(await work(run)));
  progress.end();
  const facts = { measuredAt, messages, machine: machine(), loadBefore, loadAfter: load() };
  if (json !== undefined) writeFileSync(json, `${JSON.stringify({ ...facts, rows }, null, 2)}\n`);
  const { chatParser, cores, memoryBytes, node, processor, sqlite, system } = facts.machine;
  console.log(`${messages} messages, ${measuredAt}, load ${loadBefore} before and ${facts.loadAfter} after`);
  console.log(`${cores} cores (${processor}), ${Math.round(memoryBytes / 2 ** 30)} GiB, ${system}`);
  console.log(`Node ${node}, SQLite ${sqlite}, whatsapp-chat-parser ${chatParser}\n`);
  console.log(tableOf(rows));
}

function chosen(names: readonly string[]): readonly Work[] {
  if (names.length === 0) return Object.values(WORKS);
  return Object.entries(ALL_WORKS).flatMap(([name, work]) => (names.includes(name) ? [work] : []));
}

try {
  await measure(optionsFrom(process.argv.slice(2), Object.keys(ALL_WORKS)));
} catch (error) {
  if (!(error instanceof WrongUse)) throw error;
  console.error(`bench: ${error.message}`);
  process.exitCode = WRONG_USE;
}
