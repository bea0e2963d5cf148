// Taking deliveries in: signed requests a second, each durable before its answer, on both engines; beside the same server without waiting
// for the disk, and beside a bare Fastify that only checks the signature.

import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres, whyNoPostgres } from '../../tools/postgres-server.ts';
import type { BenchRun, Work } from '../bench-run.ts';
import { APP_SECRET, CONNECTIONS } from '../live/figures.ts';
import { type Served, servedUnderLoad } from '../live/served.ts';
import { type Row, shownBytes, shownMs, shownNumber, shownRate, times } from '../row.ts';
import { median } from '../statistics.ts';

/** As an operator starts it. */
const LAUNCHER = fileURLToPath(new URL('../../acta', import.meta.url));
const BARE = fileURLToPath(new URL('../live/bare-server.ts', import.meta.url));
const WITHOUT_SYNC = new URL('../live/without-sync.ts', import.meta.url).href;
const LIMITS = { posts: 3_000, p99Ms: 100, updates: 20_000 };
const BATCH = 1_000;
/** Batches and comparisons need not take as long as what shows whether memory is flat. */
const SHORT_SECONDS = 15;

interface Engine {
  readonly name: string;
  /** Of a PostgreSQL server; undefined where there is none. */
  readonly settings?: Readonly<Record<string, string>>;
}

export const live: Work = async (run) => {
  const short = Math.min(run.seconds, SHORT_SECONDS);
  run.step('live: a bare Fastify');
  const bare = await servedUnderLoad({ command: [process.execPath, BARE] }, { seconds: short, updates: 1 });
  const rows = await rowsOn(run, { name: 'SQLite' }, bare);
  const reason = whyNoPostgres();
  if (reason !== undefined) {
    run.step(`live: not on PostgreSQL: ${reason}`);
    return rows;
  }
  // On a database that would not wait for its disk Acta refuses to write.
  const engine = { name: 'PostgreSQL', settings: {} };
  return [...rows, ...(await rowsOn(run, engine, bare))];
};

async function rowsOn(run: BenchRun, engine: Engine, bare: Served): Promise<Row[]> {
  const short = Math.min(run.seconds, SHORT_SECONDS);
  run.step(`live: ${engine.name}`);
  const one = await acta(run, engine.settings, { seconds: run.seconds, updates: 1 });
  run.step(`live: ${engine.name}, batches`);
  const many = await acta(run, engine.settings, { seconds: short, updates: BATCH });
  const rows = [throughput(engine, one, bare), latency(engine, one), ...memory(engine, one), batches(engine, many)];
  if (engine.settings !== undefined) return rows;
  run.step(`live: ${engine.name}, without waiting for the disk`);
  const unsynced = await acta(run, undefined, { seconds: short, updates: 1 }, `--import ${WITHOUT_SYNC}`);
  return [...rows, beside(engine, one, unsynced)];
}

/** Serves a new vault under load; on PostgreSQL, on a server where nothing stands. */
async function acta(
  run: BenchRun,
  settings: Engine['settings'],
  order: { readonly seconds: number; readonly updates: number },
  nodeOptions?: string,
): Promise<Served> {
  const dir = join(run.root, 'live');
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(join(dir, 'keys'), { recursive: true });
  const postgres = settings === undefined ? undefined : await startPostgres({ settings });
  const env = {
    ACTA_VAULT: join(dir, 'vault'),
    ACTA_KEYS: join(dir, 'keys'),
    ACTA_PORT: '0',
    WHATSAPP_APP_SECRET: APP_SECRET,
    ...(nodeOptions === undefined ? {} : { NODE_OPTIONS: nodeOptions }),
    ...(postgres === undefined ? {} : { ACTA_DATABASE_URL: postgres.url('postgres') }),
  };
  try {
    return await servedUnderLoad({ command: [LAUNCHER, 'serve', '--json'], env }, order);
  } finally {
    await postgres?.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

const perUpdateUs = ({ processorMs, updates }: Served): number => (processorMs * 1000) / updates;
const generatorUs = ({ generatorMs, updates }: Served): number => (generatorMs * 1000) / updates;

/** What was answered comes to stand in the ledger a little later. */
const shownBehind = ({ behindMs }: Served): string => `all in the ledger ${shownMs(behindMs)} after the last answer`;
const recordedRate = ({ behindMs, ms, updates }: Served): number => (updates * 1000) / (ms + behindMs);

function throughput({ name }: Engine, one: Served, bare: Served): Row {
  const [rate, bareRate] = [one, bare].map(({ ms, posts }) => (posts * 1000) / ms);
  return {
    work: `live, ${name}: deliveries of one message, ${CONNECTIONS} connections, durable`,
    figure: `${shownRate(one.posts, one.ms, 'deliveries')} (processor ${shownNumber(perUpdateUs(one))} µs each, the generator's ${shownNumber(generatorUs(one))} µs beside), ${shownBehind(one)}`,
    beside: `bare Fastify, only the signature: ${shownRate(bare.posts, bare.ms, 'deliveries')} (processor ${shownNumber(perUpdateUs(bare))} µs); wanted ${shownNumber(LIMITS.posts)}/s`,
    ratio: times((rate ?? 0) / (bareRate ?? 1), 'its rate'),
    numbers: {
      posts: one.posts,
      ms: one.ms,
      rate: rate ?? 0,
      bareRate: bareRate ?? 0,
      wanted: LIMITS.posts,
      recordedRate: recordedRate(one),
      processorUs: perUpdateUs(one),
      generatorUs: generatorUs(one),
      bareProcessorUs: perUpdateUs(bare),
    },
  };
}

function beside({ name }: Engine, one: Served, unsynced: Served): Row {
  const [rate, other] = [one, unsynced].map(({ ms, posts }) => (posts * 1000) / ms);
  return {
    work: `live, ${name}: the same without waiting for the disk`,
    figure: shownRate(unsynced.posts, unsynced.ms, 'deliveries'),
    beside: `durable: ${shownRate(one.posts, one.ms, 'deliveries')}`,
    ratio: times((other ?? 0) / (rate ?? 1), 'its rate'),
    numbers: { rate: other ?? 0, durableRate: rate ?? 0, p99Ms: unsynced.p99Ms },
  };
}

function latency({ name }: Engine, { maxMs, p50Ms, p99Ms }: Served): Row {
  return {
    work: `live, ${name}: until the answer`,
    figure: `half within ${shownMs(p50Ms)}, 99 of 100 within ${shownMs(p99Ms)}, the longest ${shownMs(maxMs)}`,
    beside: `the limit for 99 of 100: ${shownMs(LIMITS.p99Ms)}`,
    ratio: times(p99Ms / LIMITS.p99Ms, 'the limit'),
    numbers: { p50Ms, p99Ms, maxMs, limitMs: LIMITS.p99Ms },
  };
}

/** The middle of the second quarter of the time beside that of the last: the first quarter fills caches. */
function memory({ name }: Engine, { memoryBytes, ms }: Served): Row[] {
  const quarter = memoryBytes.length >> 2;
  if (quarter === 0) return [];
  const early = median(memoryBytes.slice(quarter, 2 * quarter));
  const late = median(memoryBytes.slice(-quarter));
  const peak = memoryBytes.reduce((most, bytes) => Math.max(most, bytes), 0);
  return [
    {
      work: `live, ${name}: memory over ${shownMs(ms)}`,
      figure: `${shownBytes(late)} in the last quarter, at most ${shownBytes(peak)}`,
      beside: `${shownBytes(early)} in the second quarter`,
      ratio: times(late / early, 'as much'),
      numbers: { earlyBytes: early, lateBytes: late, peakBytes: peak },
    },
  ];
}

function batches({ name }: Engine, many: Served): Row {
  const rate = (many.updates * 1000) / many.ms;
  return {
    work: `live, ${name}: deliveries of ${shownNumber(BATCH)} updates, half of them statuses`,
    figure: `${shownRate(many.updates, many.ms, 'updates')} (processor ${shownNumber(perUpdateUs(many))} µs each), ${shownBehind(many)}: ${shownNumber(recordedRate(many))}/s with that`,
    beside: `wanted: ${shownNumber(LIMITS.updates)}/s`,
    ratio: times(rate / LIMITS.updates, 'that'),
    numbers: {
      rate,
      wanted: LIMITS.updates,
      recordedRate: recordedRate(many),
      processorUs: perUpdateUs(many),
      p99Ms: many.p99Ms,
    },
  };
}
