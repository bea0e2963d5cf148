// A process that asks a vault every query of a file and says how long each took: `DIR KEYS FILE`. The first queries of every kind are
// not counted: a process that serves people has compiled its code, whatever they ask first. Each of the others is asked once.

import { readFileSync } from 'node:fs';
import { VaultHouse } from '../packages/server/src/assembly/vault-house.ts';
import type { ReadVault } from '../packages/server/src/cli/vault.ts';
import { WARMING_UP } from './queries.ts';
import { newestHits } from './searching.ts';
import { timed } from './statistics.ts';

/** Milliseconds of each query, by kind. */
export type SearchTimes = Readonly<Record<string, readonly number[]>>;

const [dir = '', keys = '', file = ''] = process.argv.slice(2);
const queries = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, readonly string[]>>;
const vault = await new VaultHouse({ dir, keys: { dir: keys }, isSeen: false }).peek();
for (const list of Object.values(queries)) await msOf(vault, list.slice(0, WARMING_UP));
const times: Record<string, readonly number[]> = {};
for (const [kind, list] of Object.entries(queries)) times[kind] = await msOf(vault, list.slice(WARMING_UP));
await vault.close();
process.stdout.write(JSON.stringify(times satisfies SearchTimes));

async function msOf(from: ReadVault, list: readonly string[]): Promise<readonly number[]> {
  const all: number[] = [];
  for (const query of list) all.push((await timed(() => newestHits(from, query))).ms);
  return all;
}
