// Loaded before a measured process's own code: when the process ends it writes what it used into the file that BENCH_USAGE_FILE
// names. For memory the kernel's count for the process image is used where there is one, because what `resourceUsage` gives begins
// with the size of the process that started it. Stalls are those of the main thread's event loop once the program's code is loaded.

import { readFileSync, writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

/** What a process used from its start to its end. */
export interface Usage {
  /** The most memory it held at any time. */
  readonly peakBytes: number;
  /** Of all its threads together; unlike the time on the clock it hardly grows when others use the machine. */
  readonly processorMs: number;
  /** The longest time for which the event loop did not turn, and that which only one turn in a thousand took; 0 for a short run. */
  readonly longestStallMs: number;
  readonly stallP999Ms: number;
}

/** Modules are loaded and compiled in one go; a server does it before it listens. */
const LOADED_AFTER_MS = 1_500;
const RESOLUTION_MS = 1;

const PEAK = /^VmHWM:\s+(\d+) kB$/m;

function peakBytes(): number {
  try {
    const kilobytes = PEAK.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (kilobytes !== undefined) return Number(kilobytes) * 1024;
  } catch {
    // Not Linux: the count below is the best there is.
  }
  return process.resourceUsage().maxRSS * 1024;
}

function processorMs(): number {
  const { system, user } = process.cpuUsage();
  return (system + user) / 1000;
}

const file = process.env['BENCH_USAGE_FILE'];
if (file !== undefined && isMainThread) {
  const stalls = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  setTimeout(() => stalls.enable(), LOADED_AFTER_MS).unref();
  const stalled = (ns: number): number => (stalls.count === 0 ? 0 : Math.max(0, ns / 1e6 - RESOLUTION_MS));
  process.on('exit', () => {
    const usage: Usage = {
      peakBytes: peakBytes(),
      processorMs: processorMs(),
      longestStallMs: stalled(stalls.max),
      stallP999Ms: stalled(stalls.percentile(99.9)),
    };
    writeFileSync(file, JSON.stringify(usage));
  });
}
