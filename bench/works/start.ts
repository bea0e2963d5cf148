// From nothing to the first answer: a search typed at a prompt, the process's start, the opened vault and the record of the look
// included. Beside: the least that the same program takes to start.

import type { Work } from '../bench-run.ts';
import { queriesFor } from '../queries.ts';
import { shownBytes, shownMs, times } from '../row.ts';
import { median } from '../statistics.ts';

export const start: Work = async (run) => {
  const vault = await run.vault();
  run.step('start to the first answer');
  const queries = queriesFor(run.messages, run.rounds).get('word') ?? [];
  const searched: { ms: number; bytes: number }[] = [];
  const bare: number[] = [];
  for (const { acta } of queries) {
    const { elapsedMs, peakBytes } = await vault.run('search', acta, '--json');
    searched.push({ ms: elapsedMs, bytes: peakBytes });
    bare.push((await vault.run('--version')).elapsedMs);
  }
  const [ms, bytes, bareMs] = [
    median(searched.map((one) => one.ms)),
    median(searched.map((one) => one.bytes)),
    median(bare),
  ];
  return [
    {
      work: 'start to the first answer',
      figure: `${shownMs(ms)}, ${shownBytes(bytes)}`,
      beside: `acta --version ${shownMs(bareMs)}`,
      ratio: times(ms / bareMs, 'its time'),
      numbers: { ms, bytes, bareMs, starts: run.rounds, ratio: ms / bareMs },
    },
  ];
};
