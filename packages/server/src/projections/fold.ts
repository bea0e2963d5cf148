// Folds records into the tables, batch by batch, in ledger order. Live and rebuilt go through the same door:
// a projection only ever sees (seq, record), so dropping the tables and folding again gives equal rows.

import type { Follower } from '../recorder/recorder.ts';
import type { BlindIndex } from '../records/blind-index.ts';
import type { PlacedRecord } from '../records/record.ts';
import type { ProjectionStore } from '../store/projection-store.ts';
import { foldAssurance } from './assurance.ts';
import { foldConversation } from './conversation.ts';
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
      await foldConversation(context, batch);
      await foldGovernance(context, batch);
      await foldAssurance(context, batch);
      await tx.db.updateTable('cursor').set({ next }).execute();
    });
  }

  /** Every table's rows in a fixed order, for comparing two foldings. */
  async snapshot(): Promise<Readonly<Record<string, unknown[][]>>> {
    const found: Record<string, unknown[][]> = {};
    for (const [name, order] of Object.entries(TABLE_ORDER)) found[name] = await this.tables.rows(name, order);
    return found;
  }
}
