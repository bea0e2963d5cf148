// When all that a server has answered stands in its ledger.

import { setTimeout as sleep } from 'node:timers/promises';

const WAITING = /^acta_deliveries_waiting (\d+)$/m;
/** Asking costs the server something too. */
const LOOK_MS = 50;

/** Waits for it, and says how long that took; a server that tells no such number has nothing to record. */
export async function untilRecorded(port: number): Promise<number> {
  const began = performance.now();
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
    const waiting = WAITING.exec(await answer.text())?.[1];
    if (waiting === undefined || waiting === '0') return performance.now() - began;
    await sleep(LOOK_MS);
  }
}
