// Every parser, fed with hurt samples and noise: it answers or refuses with an error of its own, soon, and within a bound of memory.

import { Worker } from 'node:worker_threads';
import { targets } from '../fuzz/targets.ts';
import type { FuzzOrder, FuzzResult } from '../fuzz/worker.ts';
import type { Row } from '../row.ts';
import type { SurvivalRun } from '../survival-run.ts';

const MUST =
  'an answer or an error of the package’s own class; no input over 1 s; heap below 256 MB, the process below 1 GB';
const HEAP_MB = 256;
const PROCESS_BYTES = 2 ** 30;
/** An input that is not over by then hangs, however busy the machine is. */
const HUNG_MS = 30_000;
const LOOK_MS = 1_000;

export async function fuzzing(run: SurvivalRun): Promise<readonly Row[]> {
  const all = targets();
  const shares = all.reduce((sum, { share }) => sum + share, 0);
  const inputs = run.of(20_000, 1_200_000);
  const counts = new Map(all.map(({ name, share }) => [name, Math.ceil((inputs * share) / shares)]));
  const rows: Row[] = [];
  // A parser that hangs or ends the thread is left out, and the rest goes on in another thread.
  while (counts.size > 0) {
    await fed(Object.fromEntries(counts), run.seed, (result) => {
      counts.delete(result.name);
      rows.push(rowOf(run, result));
    });
  }
  return rows;
}

function rowOf(run: SurvivalRun, { found, name, peakBytes, refused, tries }: FuzzResult): Row {
  const large = peakBytes > PROCESS_BYTES ? [`the process grew to ${Math.round(peakBytes / 2 ** 20)} MB`] : [];
  run.say(`fuzzing ${name}: ${tries} inputs, ${refused} refused, ${Math.round(peakBytes / 2 ** 20)} MB`);
  for (const one of found) run.say(`FOUND ${name} ${one}`);
  const met = { refused, read: tries - refused };
  return { fault: `fuzzing: ${name}`, must: MUST, tries, found: [...found, ...large], met };
}

/** Feeds the parsers in one thread until it ends; names the parser and the input at which it hangs or dies. */
function fed(counts: FuzzOrder['counts'], seed: number, done: (result: FuzzResult) => void): Promise<void> {
  const order: FuzzOrder = { counts, seed, at: new SharedArrayBuffer(4) };
  const resourceLimits = { maxOldGenerationSizeMb: HEAP_MB };
  const worker = new Worker(new URL('../fuzz/worker.ts', import.meta.url), { workerData: order, resourceLimits });
  const now = new Int32Array(order.at);
  const names = Object.keys(counts);
  let [last, since] = [-1, performance.now()];
  const end = (what: string): void => {
    const number = Atomics.load(now, 0);
    const name = names.shift() ?? '';
    done({ name, tries: number + 1, refused: 0, found: [`input ${number} ${what}`], peakBytes: 0 });
    void worker.terminate();
  };
  const watch = setInterval(() => {
    const number = Atomics.load(now, 0);
    if (number !== last) [last, since] = [number, performance.now()];
    else if (performance.now() - since > HUNG_MS) end('hangs');
  }, LOOK_MS);
  worker.on('message', (result: FuzzResult) => {
    names.shift();
    done(result);
  });
  return new Promise((over) => {
    worker.once('error', (error) => end(`ended the thread: ${error.message}`));
    worker.once('exit', () => {
      clearInterval(watch);
      over();
    });
  });
}
