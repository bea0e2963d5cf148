// Searching as the archive grows: the same kinds of query over all messages and over a tenth of them, by turns, in processes of their
// own with what the launcher gives a server. Of each process the median and the 95th percentile, and of these the medians.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WITH_JOINED } from '../../packages/server/joined/place.ts';
import type { BenchRun, Work } from '../bench-run.ts';
import type { BenchVault } from '../bench-vault.ts';
import { runMeasured } from '../measured-process.ts';
import { FEWEST_MESSAGES } from '../options.ts';
import { QUERIES, queriesFor, WARMING_UP } from '../queries.ts';
import { type Row, shownNumber, shownSpread, times } from '../row.ts';
import type { SearchTimes } from '../searching-process.ts';
import { median, percentile } from '../statistics.ts';

const SCRIPT = new URL('../searching-process.ts', import.meta.url);
const SERVER_OPTIONS = [
  '--max-semi-space-size=8',
  '--heap-growing-percent=50',
  '--external-memory-accounted-in-global-limit',
  ...WITH_JOINED,
];
const TIMES = 10;

/** A vault, and what it was asked and how long that took in each process. */
interface Side {
  readonly messages: number;
  readonly vault: BenchVault;
  readonly file: string;
  readonly runs: SearchTimes[];
}

export const growth: Work = async (run) => {
  const folder = mkdtempSync(join(tmpdir(), 'acta-bench-'));
  try {
    const small = await sideOf(
      run.sized(Math.max(FEWEST_MESSAGES, Math.ceil(run.messages / TIMES))),
      join(folder, 'small'),
    );
    const large = await sideOf(run, join(folder, 'large'));
    for (let round = 0; round < run.rounds; round++) {
      run.step('search: by turns');
      for (const side of [small, large]) side.runs.push(await searched(side));
    }
    return Object.keys(large.runs[0] ?? {}).map((kind) => rowOf(kind, small, large));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

async function sideOf(run: BenchRun, file: string): Promise<Side> {
  const vault = await run.vault();
  run.step(`queries for ${run.messages} messages`);
  const kinds = [...queriesFor(run.messages, WARMING_UP + QUERIES)];
  writeFileSync(
    file,
    JSON.stringify(Object.fromEntries(kinds.map(([kind, list]) => [kind, list.map((one) => one.acta)]))),
  );
  return { messages: run.messages, vault, file, runs: [] };
}

async function searched({ file, vault }: Side): Promise<SearchTimes> {
  const args = [vault.dir, vault.keys, file];
  return JSON.parse((await runMeasured({ script: SCRIPT, args, nodeOptions: SERVER_OPTIONS })).output) as SearchTimes;
}

function rowOf(kind: string, small: Side, large: Side): Row {
  const [smallP50, smallP95] = middle(kind, small);
  const [p50Ms, p95Ms] = middle(kind, large);
  const ratio = p95Ms / smallP95;
  return {
    work: `search, ${shownNumber(large.messages)} messages: ${kind}`,
    figure: shownSpread(p50Ms, p95Ms),
    beside: `${shownNumber(small.messages)} messages: ${shownSpread(smallP50, smallP95)}`,
    ratio: times(ratio, 'their p95'),
    numbers: { p50Ms, p95Ms, smallMessages: small.messages, smallP50Ms: smallP50, smallP95Ms: smallP95, ratio },
  };
}

function middle(kind: string, { runs }: Side): readonly [p50: number, p95: number] {
  const of = (part: number): number => median(runs.map((run) => percentile(run[kind] ?? [], part)));
  return [of(0.5), of(0.95)];
}
