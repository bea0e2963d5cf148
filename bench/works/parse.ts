// Reading an export: how it is decided what it is, how it is read, in how much memory.

import type { Work } from '../bench-run.ts';
import { parseByTurns } from '../parsing.ts';
import { type Row, shownBytes, shownRate, times } from '../row.ts';

export const parse: Work = async (run) => {
  const { corpus, rounds } = run;
  run.step('parse, by turns with whatsapp-chat-parser');
  const { acta, peer } = await parseByTurns(corpus, rounds);
  const size = peer.messages < acta.messages ? `, on ${peer.messages} messages` : '';
  const row = (work: string, ms: number): Row => {
    const ratio = acta.messages / ms / (peer.messages / peer.ms);
    return {
      work,
      figure: shownRate(acta.messages, ms, 'messages'),
      beside: `whatsapp-chat-parser ${shownRate(peer.messages, peer.ms, 'messages')}${size}`,
      ratio: times(ratio, 'its rate'),
      numbers: { ms, messages: acta.messages, peerMs: peer.ms, peerMessages: peer.messages, rounds, ratio },
    };
  };
  const ratio = acta.peakBytes / peer.peakBytes;
  return [
    row('parse: inspect, then read', acta.ms),
    row('parse: inspect', acta.inspectMs),
    row('parse: read', acta.readMs),
    {
      work: 'parse: most memory',
      figure: shownBytes(acta.peakBytes),
      beside: `whatsapp-chat-parser ${shownBytes(peer.peakBytes)}${size}`,
      ratio: times(ratio, 'its memory'),
      numbers: { bytes: acta.peakBytes, peerBytes: peer.peakBytes, rounds, ratio },
    },
  ];
};
