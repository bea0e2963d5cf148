// Reading a conversation: its newest fifty, and the fifty up to a date.

import type { ReadVault } from '../../packages/server/src/cli/vault.ts';
import { type EntryWindow, entriesOf, listChats } from '../../packages/server/src/views/conversation.ts';
import type { Work } from '../bench-run.ts';
import { type Row, shownSpread } from '../row.ts';
import { median, percentile, timed } from '../statistics.ts';
import { randomFrom } from '../text.ts';

const LOOKS = 100;
const LIMIT = 50;

export const show: Work = async (run) => {
  const vault = await (await run.vault()).house.peek();
  try {
    run.step('show');
    const random = randomFrom(1);
    const chats = (await listChats(vault.views)).map(({ first, id, last }) => ({
      id,
      first: secondsOf(first),
      last: secondsOf(last),
    }));
    const looks = Array.from({ length: LOOKS }, () => {
      const { first = 0, id = 0, last = 0 } = chats[Math.floor(random() * chats.length)] ?? {};
      return { chat: id, before: Math.floor(first + random() * (last - first)) };
    });
    return [
      await measure(
        'show: newest 50',
        vault,
        looks.map(({ chat }) => ({ chat, limit: LIMIT })),
      ),
      await measure(
        'show: jump to a date',
        vault,
        looks.map((look) => ({ ...look, limit: LIMIT })),
      ),
    ];
  } finally {
    await vault.close();
  }
};

/** A wall time as Acta counts it. */
function secondsOf(wall: string): number {
  return Date.parse(`${wall}Z`) / 1000;
}

async function measure(work: string, vault: ReadVault, windows: readonly EntryWindow[]): Promise<Row> {
  const ms: number[] = [];
  for (const window of windows) ms.push((await timed(() => countIn(vault, window))).ms);
  const [p50, p95] = [median(ms), percentile(ms, 0.95)];
  return {
    work,
    figure: shownSpread(p50, p95),
    numbers: { p50Ms: p50, p95Ms: p95, maxMs: Math.max(...ms), looks: ms.length },
  };
}

async function countIn({ views }: ReadVault, window: EntryWindow): Promise<number> {
  let count = 0;
  for await (const batch of entriesOf(views, window)) count += batch.length;
  return count;
}
