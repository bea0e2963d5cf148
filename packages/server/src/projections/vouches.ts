// Writes which entries an import vouches for: those that an earlier import had brought and this one brought too.

import { setImmediate } from 'node:timers/promises';
import type { FoldContext } from './fold-context.ts';
import { blocksIn } from './places.ts';
import { clearBits, emptyBits, isEmptyBits, setBits } from './tables/vouch-bits.ts';

type Transaction = FoldContext['tx'];
type Runs = readonly (readonly [first: number, count: number])[];

/** The import vouches for every seq of the runs. */
export async function insertVouches(tx: Transaction, importId: number, runs: Runs): Promise<void> {
  for (const blocks of blocksIn(runs)) {
    const known = await tx.db
      .selectFrom('vouch')
      .select(['block', 'bits'])
      .where('import', '=', importId)
      .where('block', 'in', [...blocks.keys()])
      .execute();
    const before = new Map(known.map(({ bits, block }) => [block, bits]));
    const rows: [number, number, Uint8Array][] = [];
    for (const [block, stretches] of blocks) {
      const bits = new Uint8Array(before.get(block) ?? emptyBits());
      for (const [from, to] of stretches) setBits(bits, from, to);
      rows.push([importId, block, bits]);
    }
    if (before.size > 0) {
      await tx.db
        .deleteFrom('vouch')
        .where('import', '=', importId)
        .where('block', 'in', [...before.keys()])
        .execute();
    }
    await tx.insertMany('vouch', ['import', 'block', 'bits'], rows);
  }
}

/** Nobody vouches for any seq of the runs any more. An import that is gone vouches for nothing: its captures are gone too. */
export async function removeVouches(tx: Transaction, runs: Runs): Promise<void> {
  await tx.removeRuns('vouch', 'import', runs);
  for (const blocks of blocksIn(runs)) {
    const known = await tx.db
      .selectFrom('vouch')
      .select(['import', 'block', 'bits'])
      .where('block', 'in', [...blocks.keys()])
      .execute();
    for (const { bits: before, block, import: importId } of known) {
      const bits = new Uint8Array(before);
      for (const [from, to] of blocks.get(block) ?? []) clearBits(bits, from, to);
      if (Buffer.compare(bits, before) === 0) continue;
      const one = tx.db.deleteFrom('vouch').where('import', '=', importId).where('block', '=', block);
      await one.execute();
      if (!isEmptyBits(bits)) await tx.insertMany('vouch', ['import', 'block', 'bits'], [[importId, block, bits]]);
    }
    await setImmediate();
  }
}
