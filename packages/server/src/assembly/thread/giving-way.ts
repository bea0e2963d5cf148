// How the threads of a large import share few processors: what writes and seals steps back from the one that reads, so that this one,
// or who collects its garbage, goes on as soon as it can. A server's threads stay equals: there what is written is waited for.

import { getPriority, setPriority } from 'node:os';

/** Where both want one processor, about half of what the answering thread gets. */
const STEPS_BACK = 3;
/** Beyond it nothing runs beside others. */
const LAST = 19;

/**
 * Puts the calling thread a little behind the others of its process. Only on Linux has a thread a priority of its own
 * (setpriority(2)); elsewhere it would be that of the whole process, and nothing is done. What it starts from now on inherits it.
 */
export function giveWay(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(Math.min(LAST, getPriority() + STEPS_BACK));
  } catch {
    // Where it is forbidden all go on as equals.
  }
}
