// Joins edits and revokes with the entries they change, by the platform's ids, whichever came first.

import type { FoldContext } from './fold-context.ts';
import { changeEntries } from './spans.ts';
import { LINK_VERSION } from './tables/platform-tables.ts';
import { toFullPower } from './tables/query-lists.ts';
import { TallyChanges } from './tallies.ts';

type Transaction = FoldContext['tx'];

const IN_ONE_QUERY = 512;

/** Makes every edit and revoke of these messages a version of its entry, as far as both have come. */
export async function joinVersions(tx: Transaction, digests: readonly Uint8Array[]): Promise<void> {
  for (let at = 0; at < digests.length; at += IN_ONE_QUERY) {
    const some = digests.slice(at, at + IN_ONE_QUERY);
    const links = await tx.db
      .selectFrom('link')
      .innerJoin('wamid', (join) =>
        join.onRef('wamid.digest', '=', 'link.target').onRef('wamid.chat', '=', 'link.chat'),
      )
      .leftJoin('version', 'version.seq', 'link.seq')
      // A message may be carried by a version: another telling of what a file had told.
      .leftJoin('version as telling', 'telling.seq', 'wamid.seq')
      .select(['link.seq as seq', 'link.chat as chat'])
      .select(({ fn }) => fn.min(fn.coalesce('telling.of', 'wamid.seq')).as('of'))
      .where('link.target', 'in', toFullPower(some))
      .where('link.what', '=', LINK_VERSION)
      .where('version.seq', 'is', null)
      .groupBy(['link.seq', 'link.chat'])
      .orderBy('link.seq')
      .execute();
    const joined = links
      .map(({ chat, of, seq }) => ({ chat, seq, of: Number(of) }))
      .filter(({ of, seq }) => of !== seq);
    if (joined.length > 0) await makeVersions(tx, joined);
  }
}

async function makeVersions(
  tx: Transaction,
  joined: readonly { readonly seq: number; readonly of: number; readonly chat: number }[],
): Promise<void> {
  await tx.insertMany(
    'version',
    ['seq', 'of'],
    joined.map(({ of, seq }) => [seq, of]),
  );
  const tallies = new TallyChanges();
  for (const [chat, ofChat] of Map.groupBy(joined, (one) => one.chat)) {
    const rootOf = new Map(ofChat.map(({ of, seq }) => [seq, of]));
    await changeEntries(tx, {
      chat,
      seqs: [...rootOf.keys()].sort((a, b) => a - b),
      ofOf: (seq) => rootOf.get(seq),
      changed: (entries, i) => {
        tallies.add(chat, entries, i, { by: -1, version: entries.of[i] !== 0 });
        tallies.add(chat, entries, i, { by: 1, version: true });
      },
    });
  }
  await tallies.write(tx);
}
