// Folds records into the tables, batch by batch, in ledger order. Live and rebuilt go through the same door: a projection
// only ever sees (seq, record), so dropping the tables and folding again gives equal rows, however the records are parted
// into batches.

import type { Follower } from '../recorder/recorder.ts';
import type { BlindIndex } from '../records/blind-index.ts';
import type { PlacedRecord } from '../records/record.ts';
import type { ProjectionStore } from '../store/projection-store.ts';
import { foldAssurance } from './assurance.ts';
import { foldConversation } from './conversation.ts';
import { foldEntries } from './entries.ts';
import { entryBatch } from './entry-batch.ts';
import { entryRows } from './entry-rows.ts';
import type { FoldContext } from './fold-context.ts';
import { foldGovernance } from './governance.ts';
import { TABLE_ORDER, type Tables } from './tables.ts';

/** What the fold needs of the tables' store. */
export type ProjectionTables = Pick<ProjectionStore<Tables>, 'read' | 'rows' | 'write'>;

export class Projections implements Follower {
  private readonly tables: ProjectionTables;
  private readonly blind: BlindIndex;

  constructor(tables: ProjectionTables, blind: BlindIndex) {
    this.tables = tables;
    this.blind = blind;
  }

  /** The next seq that is to be folded. */
  async next(): Promise<number> {
    const row = await this.tables.read.selectFrom('cursor').select('next').executeTakeFirst();
    return row?.next ?? 0;
  }

  /** Folds a batch; what the tables already have is passed over. */
  async follow(batch: readonly PlacedRecord[]): Promise<void> {
    const last = batch.at(-1);
    if (last === undefined) return;
    await this.foldTo(batch, last.seq + 1);
  }

  /** Folds a batch and moves the cursor to `next`, which may lie beyond it where records are erased. */
  async foldTo(batch: readonly PlacedRecord[], next: number): Promise<void> {
    await this.tables.write(async (tx) => {
      const context = { tx, blind: this.blind };
      const cursor = (await tx.db.selectFrom('cursor').select('next').executeTakeFirst())?.next ?? 0;
      if (next <= cursor) return;
      const isNew = (batch[0]?.seq ?? cursor) >= cursor;
      for (const records of endingWithOrders(isNew ? batch : batch.filter(({ seq }) => seq >= cursor))) {
        await foldStretch(context, records);
      }
      await tx.db.updateTable('cursor').set({ next }).execute();
    });
  }

  /** Every table's rows in a fixed order, and every entry by itself, for comparing two foldings. */
  async snapshot(): Promise<Readonly<Record<string, unknown[][]>>> {
    const found: Record<string, unknown[][]> = {};
    for (const [name, order] of Object.entries(TABLE_ORDER)) found[name] = await this.tables.rows(name, order);
    const spans = await this.tables.read.selectFrom('span').select(['chat', 'count', 'entries']).execute();
    found['entry'] = spans.flatMap(entryRows).sort(([one = 0], [other = 0]) => one - other);
    return found;
  }
}

/** An erasure order takes rows away: what stands before it is folded first, and what follows it afterwards. */
function endingWithOrders(batch: readonly PlacedRecord[]): readonly (readonly PlacedRecord[])[] {
  const stretches: (readonly PlacedRecord[])[] = [];
  let from = 0;
  for (let at = 0; at < batch.length; at++) {
    if (batch[at]?.record.kind !== 'erasure-ordered') continue;
    stretches.push(batch.slice(from, at + 1));
    from = at + 1;
  }
  if (from === 0) return [batch];
  return from < batch.length ? [...stretches, batch.slice(from)] : stretches;
}

async function foldStretch(context: FoldContext, records: readonly PlacedRecord[]): Promise<void> {
  const batch = entryBatch(records);
  await foldEntries(context, batch);
  await foldAssurance(context, batch.others);
  for (const { record, seq } of batch.others) {
    await foldConversation(context, seq, record);
    await foldGovernance(context, seq, record);
  }
}
