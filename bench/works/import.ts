// Importing whole: from files to a signed checkpoint, everything on disk; and what it takes there, by kind. The peer parses before and
// after, so that a machine that is busy for a while is as busy for both.

import type { Work } from '../bench-run.ts';
import { type Row, shownBytes, shownBytesEach, shownMs, shownRate, times } from '../row.ts';

/** Whoever else waits on the process notices a longer one. */
const STALL_LIMIT_MS = 20;

interface Stats {
  readonly messages: number;
  readonly bytes: Readonly<Record<'total' | 'pages' | 'index' | 'projections' | 'objects' | 'log', number>>;
}

export const importWhole: Work = async (run) => {
  const before = await run.peerParsing();
  const { vault, imported } = await run.import();
  const after = await run.peerParsing();
  const { messages, bytes } = JSON.parse((await vault.run('stats', '--json')).output) as Stats;
  const peer = { ...after, ms: (before.ms + after.ms) / 2 };
  const { chats } = run.corpus;
  const ms = imported.elapsedMs;
  const ratio = ms / messages / (peer.ms / peer.messages);
  const size = peer.messages < messages ? `, on ${peer.messages} messages` : '';
  const rows: Row[] = [
    {
      work: 'import whole',
      figure: `${shownMs(ms)} (processor ${shownMs(imported.processorMs)}), ${shownRate(messages, ms, 'messages')}`,
      beside: `whatsapp-chat-parser, only parsing: ${shownMs(peer.ms)}${size}`,
      ratio: times(ratio, 'its time'),
      numbers: { ms, processorMs: imported.processorMs, messages, peerMs: peer.ms, peerMessages: peer.messages, ratio },
    },
    {
      work: 'import: most memory',
      figure: shownBytes(imported.peakBytes),
      beside: `whatsapp-chat-parser, only parsing: ${shownBytes(peer.peakBytes)}${size}`,
      ratio: times(imported.peakBytes / peer.peakBytes, 'its memory'),
      numbers: { bytes: imported.peakBytes, peerBytes: peer.peakBytes, ratio: imported.peakBytes / peer.peakBytes },
    },
    {
      work: 'import: longest stall of the event loop',
      figure: `${shownMs(imported.longestStallMs)}; one turn in a thousand ${shownMs(imported.stallP999Ms)} or more`,
      beside: `the limit: ${shownMs(STALL_LIMIT_MS)}`,
      ratio: times(imported.longestStallMs / STALL_LIMIT_MS, 'the limit'),
      numbers: { ms: imported.longestStallMs, p999Ms: imported.stallP999Ms, limitMs: STALL_LIMIT_MS },
    },
  ];
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
