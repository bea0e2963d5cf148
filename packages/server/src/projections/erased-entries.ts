// Takes erased entries out of every table that knows them, and puts a version whose entry is gone in its place. The order
// names both, so that folding it again needs neither.

import type { FoldContext } from './fold-context.ts';
import { takePlaces } from './places.ts';
import { changeEntries } from './spans.ts';
import { placesAt } from './tables/places-at.ts';
import { TallyChanges } from './tallies.ts';

type Transaction = FoldContext['tx'];
type Runs = readonly (readonly [first: number, count: number])[];

/** `runs` go; of `heirs`, pairs of (entry that goes, version), each version stands in the entry's place, and further versions are of it. */
export async function eraseEntries(tx: Transaction, runs: Runs, heirs: Runs): Promise<void> {
  const sorted = [...runs].sort((a, b) => a[0] - b[0]);
  const going = await takePlaces(tx, sorted);
  await tx.removeRuns('version', 'seq', sorted);
  const promoted = await promotedBy(tx, heirs);
  const staying = await chatsOf(tx, [...promoted.keys()]);
  const tallies = new TallyChanges();
  for (const chat of new Set([...going.keys(), ...staying.keys()])) {
    const seqs = [...(going.get(chat) ?? []), ...(staying.get(chat) ?? [])].sort((a, b) => a - b);
    await changeEntries(tx, {
      chat,
      seqs,
      ofOf: (seq) => promoted.get(seq),
      changed: (entries, i, of) => {
        tallies.add(chat, entries, i, { by: -1, version: entries.of[i] !== 0 });
        if (of !== undefined) tallies.add(chat, entries, i, { by: 1, version: of !== 0 });
      },
    });
  }
  await tallies.write(tx);
}

/** What each version whose entry goes is a version of from now on; 0 for the one that takes its place. */
async function promotedBy(tx: Transaction, heirs: Runs): Promise<ReadonlyMap<number, number>> {
  const promoted = new Map<number, number>();
  for (let at = 0; at < heirs.length; at += HEIRS_A_READ) {
    const heirOf = new Map(heirs.slice(at, at + HEIRS_A_READ));
    const rows = await tx.db
      .selectFrom('version')
      .select(['seq', 'of'])
      .where('of', 'in', [...heirOf.keys()])
      .execute();
    for (const { of, seq } of rows) {
      const heir = heirOf.get(of) ?? 0;
      promoted.set(seq, seq === heir ? 0 : heir);
    }
  }
  await tx.removeRuns(
    'version',
    'seq',
    [...promoted.keys()].map((seq) => [seq, 1] as const),
  );
  const rows = [...promoted].filter(([, of]) => of !== 0);
  await tx.insertMany('version', ['seq', 'of'], rows);
  return promoted;
}

const HEIRS_A_READ = 500;

async function chatsOf(tx: Transaction, seqs: readonly number[]): Promise<ReadonlyMap<number, number[]>> {
  const found = new Map<number, number[]>();
  for (const [seq, { chat }] of await placesAt(tx.db, seqs)) {
    const known = found.get(chat);
    if (known === undefined) found.set(chat, [seq]);
    else known.push(seq);
  }
  return found;
}
