// Parsing an export, by Acta and by whatsapp-chat-parser, each in processes of their own and by turns.

import type { Corpus } from './corpus.ts';
import { type MeasuredRun, ProgramFailed, runMeasured } from './measured-process.ts';
import type { ParsingTimes } from './parsing-process.ts';
import { median } from './statistics.ts';

export interface Parsing extends ParsingTimes {
  readonly ms: number;
  readonly peakBytes: number;
}

const SCRIPT = new URL('./parsing-process.ts', import.meta.url);

/** Both parsers on the same file, the median of as many rounds each. */
export async function parseByTurns(
  corpus: Corpus,
  rounds: number,
): Promise<{ readonly acta: Parsing; readonly peer: Parsing }> {
  const acta: Parsing[] = [];
  const peer: Parsing[] = [];
  for (let round = 0; round < rounds; round++) {
    acta.push(parsingOf(await runMeasured({ script: SCRIPT, args: ['acta', corpus.whole.file] })));
    peer.push(await parseWithPeer(corpus));
  }
  return { acta: middle(acta), peer: middle(peer) };
}

/** The peer holds everything in memory; where that fails it is given the file's first half, and again. */
export async function parseWithPeer({ whole }: Corpus): Promise<Parsing> {
  for (let bytes = whole.bytes; ; bytes = Math.floor(bytes / 2)) {
    try {
      return parsingOf(
        await runMeasured({ script: SCRIPT, args: ['whatsapp-chat-parser', whole.file, String(bytes)] }),
      );
    } catch (error) {
      if (!(error instanceof ProgramFailed) || bytes < SMALLEST_HALF) throw error;
    }
  }
}

const SMALLEST_HALF = 1 << 20;

function parsingOf({ output, peakBytes }: MeasuredRun): Parsing {
  const times = JSON.parse(output) as ParsingTimes;
  return { ...times, ms: times.inspectMs + times.readMs, peakBytes };
}

function middle(runs: readonly Parsing[]): Parsing {
  const of = (pick: (run: Parsing) => number): number => median(runs.map(pick));
  return {
    messages: of((run) => run.messages),
    inspectMs: of((run) => run.inspectMs),
    readMs: of((run) => run.readMs),
    ms: of((run) => run.ms),
    peakBytes: of((run) => run.peakBytes),
  };
}
