// Loaded before a measured process's own code: when the process ends it writes the most memory it ever held into the file that
// BENCH_PEAK_FILE names. The kernel's count for the process image is used where there is one, because what `resourceUsage` gives
// begins with the size of the process that started it.

import { readFileSync, writeFileSync } from 'node:fs';

const PEAK = /^VmHWM:\s+(\d+) kB$/m;

/** Bytes. */
function peakBytes(): number {
  try {
    const kilobytes = PEAK.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (kilobytes !== undefined) return Number(kilobytes) * 1024;
  } catch {
    // Not Linux: the count below is the best there is.
  }
  return process.resourceUsage().maxRSS * 1024;
}

const file = process.env['BENCH_PEAK_FILE'];
if (file !== undefined) process.on('exit', () => writeFileSync(file, String(peakBytes())));
