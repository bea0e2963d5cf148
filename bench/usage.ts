// Loaded before a measured process's own code: when the process ends it writes what it used into the file that BENCH_USAGE_FILE
// names. For memory the kernel's count for the process image is used where there is one, because what `resourceUsage` gives begins
// with the size of the process that started it.

import { readFileSync, writeFileSync } from 'node:fs';

/** What a process used from its start to its end. */
export interface Usage {
  /** The most memory it held at any time. */
  readonly peakBytes: number;
  /** Of all its threads together; unlike the time on the clock it hardly grows when others use the machine. */
  readonly processorMs: number;
}

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
if (file !== undefined) {
  process.on('exit', () => {
    const usage: Usage = { peakBytes: peakBytes(), processorMs: processorMs() };
    writeFileSync(file, JSON.stringify(usage));
  });
}
