// A thread that feeds parsers, one after the other. It says in shared memory which input it is at, so that whoever waits can name the one that hangs.

import { parentPort, workerData } from 'node:worker_threads';
import { Inputs } from './inputs.ts';
import { type Target, targets } from './targets.ts';

/** What the thread is given. */
export interface FuzzOrder {
  readonly seed: number;
  /** How many inputs each parser gets, by its name. */
  readonly counts: Readonly<Record<string, number>>;
  /** One number: the input that is being parsed. */
  readonly at: SharedArrayBuffer;
}

/** What it found in one parser. */
export interface FuzzResult {
  readonly name: string;
  readonly tries: number;
  readonly refused: number;
  readonly found: readonly string[];
  readonly peakBytes: number;
}

const SLOW_MS = 1_000;
const FOUND_MOST = 5;
const STACK_LINES = 3;

async function feed(target: Target, count: number, { at, seed }: FuzzOrder): Promise<FuzzResult> {
  const inputs = new Inputs(target, seed);
  const now = new Int32Array(at);
  const found: string[] = [];
  let refused = 0;
  let peakBytes = 0;
  let number = 0;
  for (; number < count && found.length < FOUND_MOST; number++) {
    Atomics.store(now, 0, number);
    const input = inputs.at(number);
    const began = process.threadCpuUsage();
    try {
      await target.parse(input);
    } catch (error) {
      refused++;
      if (!target.isOurs(error)) found.push(`input ${number}: ${inShort(error)}`);
    }
    const { system, user } = process.threadCpuUsage(began);
    if ((system + user) / 1000 > SLOW_MS) found.push(`input ${number} took ${Math.round((system + user) / 1000)} ms`);
    if (number % 256 === 0) peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
  }
  return { name: target.name, tries: number, refused, found, peakBytes };
}

/** An error and the first places it came from. */
function inShort(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const lines = error.stack?.split('\n') ?? [error.message];
  return lines
    .slice(0, STACK_LINES)
    .map((line) => line.trim())
    .join(' ');
}

const order = workerData as FuzzOrder;
for (const target of targets()) {
  const count = order.counts[target.name];
  if (count !== undefined) parentPort?.postMessage(await feed(target, count, order));
}
