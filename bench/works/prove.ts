// Proving single records: the opened record, its salt and a proof under the signed checkpoint, as a stranger would get them.

import { proveEntry, sha256 } from '../../packages/ledger/src/index.ts';
import { formatEvidence, parseVkey } from '../../packages/verifier/src/index.ts';
import type { Work } from '../bench-run.ts';
import { shownSpread } from '../row.ts';
import { median, percentile, timed } from '../statistics.ts';
import { randomFrom } from '../text.ts';

const PROOFS = 100;

export const prove: Work = async (run) => {
  const vault = await (await run.vault()).house.peek();
  try {
    run.step('prove');
    const { cellId, log, origin, reader, vkey } = vault;
    const logKey = parseVkey(sha256, vkey);
    const random = randomFrom(1);
    const { size } = await vault.signed();
    const ms: number[] = [];
    for (let proof = 0; proof < PROOFS; proof++) {
      const seq = Math.floor(random() * size);
      const made = await timed(async () => {
        const [entry] = await reader.entries([seq]);
        if (entry === undefined) throw new Error(`record ${seq} is missing`);
        const proven = await proveEntry({ reader: log, index: seq, origin, logKey });
        return formatEvidence({ record: entry.record, salt: entry.salt, cellId, seq, proof: proven.proof, vkey });
      });
      ms.push(made.ms);
    }
    const [p50, p95] = [median(ms), percentile(ms, 0.95)];
    return [
      {
        work: 'prove one record',
        figure: shownSpread(p50, p95),
        numbers: { p50Ms: p50, p95Ms: p95, proofs: PROOFS },
      },
    ];
  } finally {
    await vault.close();
  }
};
