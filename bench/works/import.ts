// Importing whole: from files to a signed checkpoint, everything on disk; and what it takes there, by kind. The peer parses before and
// after each import, so that a machine that is busy for a while is as busy for both. Times are medians; of memory and of stalls the worst.

import type { BenchRun, Work } from '../bench-run.ts';
import type { BenchVault } from '../bench-vault.ts';
import type { MeasuredRun } from '../measured-process.ts';
import type { Parsing } from '../parsing.ts';
import { type Row, shownBytes, shownBytesEach, shownMs, shownRate, times } from '../row.ts';
import { median } from '../statistics.ts';

/** Whoever else waits on the process notices a longer one. */
const STALL_LIMIT_MS = 20;
/** More than these are imported once: it takes minutes. */
const MESSAGES_FOR_ROUNDS = 2_000_000;

interface Stats {
  readonly messages: number;
  readonly bytes: Readonly<Record<'total' | 'pages' | 'index' | 'projections' | 'objects' | 'log', number>>;
}

export const importWhole: Work = async (run) => {
  const { imports, parsings, vault } = await importedByTurns(run);
  const { messages, bytes } = JSON.parse((await vault.run('stats', '--json')).output) as Stats;
  const { chats } = run.corpus;
  const rows = [timeRow(messages, imports, parsings), memoryRow(messages, imports, parsings), stallRow(imports)];
  for (const [kind, size] of Object.entries(bytes)) {
    if (size === 0) continue;
    rows.push({
      work: kind === 'total' ? 'size on disk' : `size on disk: ${kind}`,
      figure: shownBytesEach(size, messages),
      beside: `the exports ${shownBytesEach(chats.bytes, messages)}`,
      ratio: times(size / chats.bytes, 'the text'),
      numbers: { bytes: size, messages, textBytes: chats.bytes, ratio: size / chats.bytes },
    });
  }
  return rows;
};

interface Turns {
  /** The last one made it. */
  readonly vault: BenchVault;
  readonly imports: readonly MeasuredRun[];
  readonly parsings: readonly Parsing[];
}

async function importedByTurns(run: BenchRun): Promise<Turns> {
  const parsings = [await run.peerParsing()];
  const imports: MeasuredRun[] = [];
  for (;;) {
    const { imported, vault } = await run.import();
    imports.push(imported);
    parsings.push(await run.peerParsing());
    if (imports.length === run.rounds || run.messages > MESSAGES_FOR_ROUNDS) return { vault, imports, parsings };
  }
}

function timeRow(messages: number, imports: readonly MeasuredRun[], parsings: readonly Parsing[]): Row {
  const ms = median(imports.map(({ elapsedMs }) => elapsedMs));
  const processorMs = median(imports.map((one) => one.processorMs));
  const peerMs = median(parsings.map((one) => one.ms));
  const peerMessages = fewest(parsings);
  const ratio = ms / messages / (peerMs / peerMessages);
  return {
    work: 'import whole',
    figure: `${shownMs(ms)} (processor ${shownMs(processorMs)}), ${shownRate(messages, ms, 'messages')}`,
    beside: `whatsapp-chat-parser, only parsing: ${shownMs(peerMs)}${onFewer(peerMessages, messages)}`,
    ratio: times(ratio, 'its time'),
    numbers: { ms, processorMs, messages, peerMs, peerMessages, rounds: imports.length, ratio },
  };
}

function memoryRow(messages: number, imports: readonly MeasuredRun[], parsings: readonly Parsing[]): Row {
  const bytes = Math.max(...imports.map(({ peakBytes }) => peakBytes));
  const peerBytes = median(parsings.map(({ peakBytes }) => peakBytes));
  return {
    work: 'import: most memory',
    figure: shownBytes(bytes),
    beside: `whatsapp-chat-parser, only parsing: ${shownBytes(peerBytes)}${onFewer(fewest(parsings), messages)}`,
    ratio: times(bytes / peerBytes, 'its memory'),
    numbers: { bytes, peerBytes, ratio: bytes / peerBytes },
  };
}

function stallRow(imports: readonly MeasuredRun[]): Row {
  const longest = imports.map(({ longestStallMs }) => longestStallMs);
  const ms = Math.max(...longest);
  const p999Ms = median(imports.map(({ stallP999Ms }) => stallP999Ms));
  const all = longest.length === 1 ? '' : `, of ${longest.length} imports ${longest.map(shownMs).join(', ')}`;
  return {
    work: 'import: longest stall of the event loop',
    figure: `${shownMs(ms)}${all}; one turn in a thousand ${shownMs(p999Ms)} or more`,
    beside: `the limit: ${shownMs(STALL_LIMIT_MS)}`,
    ratio: times(ms / STALL_LIMIT_MS, 'the limit'),
    numbers: { ms, medianMs: median(longest), p999Ms, limitMs: STALL_LIMIT_MS },
  };
}

/** The peer reads half a file where it has not memory for all. */
function fewest(parsings: readonly Parsing[]): number {
  return Math.min(...parsings.map(({ messages }) => messages));
}

function onFewer(peerMessages: number, messages: number): string {
  return peerMessages < messages ? `, on ${peerMessages} messages` : '';
}
