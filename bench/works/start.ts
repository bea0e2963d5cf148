// From nothing to the first answer: a search typed at a prompt, the process's start, the opened vault and the record of the look
// included. Beside: the least that the same program takes to start.

import type { Work } from '../bench-run.ts';
import type { MeasuredRun } from '../measured-process.ts';
import { queriesFor } from '../queries.ts';
import { shownBytes, shownMs, times } from '../row.ts';
import { median } from '../statistics.ts';

interface Cost {
  readonly ms: number;
  readonly bytes: number;
}

export const start: Work = async (run) => {
  const vault = await run.vault();
  run.step('start to the first answer');
  const queries = queriesFor(run.messages, run.rounds).get('word') ?? [];
  const searched: Cost[] = [];
  const bare: Cost[] = [];
  for (const { acta } of queries) {
    searched.push(costOf(await vault.run('search', acta, '--json')));
    bare.push(costOf(await vault.run('--version')));
  }
  const [ms, bytes] = middle(searched);
  const [bareMs, bareBytes] = middle(bare);
  return [
    {
      work: 'start to the first answer',
      figure: `${shownMs(ms)}, ${shownBytes(bytes)}`,
      beside: `acta --version ${shownMs(bareMs)}, ${shownBytes(bareBytes)}`,
      ratio: times(ms / bareMs, 'its time'),
      numbers: { ms, bytes, bareMs, bareBytes, starts: run.rounds, ratio: ms / bareMs },
    },
  ];
};

const costOf = ({ elapsedMs, peakBytes }: MeasuredRun): Cost => ({ ms: elapsedMs, bytes: peakBytes });

function middle(costs: readonly Cost[]): readonly [ms: number, bytes: number] {
  return [median(costs.map(({ ms }) => ms)), median(costs.map(({ bytes }) => bytes))];
}
