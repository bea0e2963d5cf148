// Folding the whole ledger again: every projection and the search index, by the command line, in a copy.

import type { Work } from '../bench-run.ts';
import { shownBytes, shownMs, shownRate } from '../row.ts';

interface Rebuilt {
  readonly records: number;
}

export const rebuild: Work = async (run) => {
  const copy = await run.copy();
  run.step('rebuild');
  const { elapsedMs: ms, output, peakBytes, processorMs } = await copy.run('rebuild', '--json');
  const { records } = JSON.parse(output) as Rebuilt;
  copy.remove();
  return [
    {
      work: 'rebuild projections and index',
      figure: `${shownMs(ms)} (processor ${shownMs(processorMs)}), ${shownRate(records, ms, 'records')}, ${shownBytes(peakBytes)}`,
      numbers: { ms, processorMs, records, peakBytes },
    },
  ];
};
