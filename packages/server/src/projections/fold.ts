// Folds records into the tables, batch by batch, in ledger order. Live and rebuilt go through the same door: a projection
// only ever sees (seq, record), so dropping the tables and folding again gives equal rows, however the records are parted
// into batches.

import type { BlindIndex } from '../records/blind-index.ts';
import type { PlacedRecord } from '../records/record.ts';
import { ServerError } from '../server-error.ts';
import type { ProjectionStore } from '../store/projection-store.ts';
import { foldActs } from './acts.ts';
import { foldAssurance } from './assurance.ts';
import { foldBusiness } from './business.ts';
import { type CommitColumns, CommitGathering } from './commit-columns.ts';
import { foldConversation, foldPeople } from './conversation.ts';
import { foldEntries } from './entries.ts';
import { entryRows } from './entry-rows.ts';
import type { FoldContext } from './fold-context.ts';
import { foldGovernance } from './governance.ts';
import { foldPlatform } from './platform.ts';
import { foldedTo } from './tables/folded-to.ts';
import { TABLE_ORDER, type Tables } from './tables.ts';
import { foldWork } from './work.ts';

/** What the fold needs of the tables' store. */
export type ProjectionTables = Pick<ProjectionStore<Tables>, 'read' | 'rows' | 'write'>;

export class Projections {
  private readonly tables: ProjectionTables;
  private readonly blind: BlindIndex;

  constructor(tables: ProjectionTables, blind: BlindIndex) {
    this.tables = tables;
    this.blind = blind;
  }

  /** The next seq that is to be folded. */
  next(): Promise<number> {
    return foldedTo(this.tables.read);
  }

  /** Folds records; what the tables already have is passed over. */
  async follow(records: readonly PlacedRecord[]): Promise<void> {
    const last = records.at(-1);
    if (last !== undefined) await this.foldTo(records, last.seq + 1);
  }

  /** Folds records and moves the cursor to `next`, which may lie beyond them where records are erased. */
  async foldTo(records: readonly PlacedRecord[], next: number): Promise<void> {
    await this.upTo(next, async (context, cursor) => {
      const gathering = new CommitGathering();
      for (const placed of records) if (placed.seq >= cursor) gathering.add(placed);
      await foldStretches(context, gathering.taken());
    });
  }

  /** Folds a commit. Throws `projections-behind` where the tables have only a part of it. */
  async take(commit: CommitColumns): Promise<void> {
    await this.upTo(commit.next, async (context, cursor) => {
      if (commit.firstSeq < cursor) throw new ServerError('projections-behind', { file: 'projections.db' });
      await foldStretches(context, commit);
    });
  }

  private async upTo(next: number, fold: (context: FoldContext, cursor: number) => Promise<void>): Promise<void> {
    await this.tables.write(async (tx) => {
      const cursor = await foldedTo(tx.db);
      if (next <= cursor) return;
      await fold({ tx, blind: this.blind }, cursor);
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
async function foldStretches(context: FoldContext, { stretches }: CommitColumns): Promise<void> {
  for (const batch of stretches) {
    await foldEntries(context, batch);
    await foldAssurance(context, batch.others);
    await foldActs(context, batch.others);
    await foldPlatform(context, batch.others);
    await foldPeople(context, batch.others);
    await foldBusiness(context, batch.others);
    await foldWork(context, batch.others);
    for (const { record, seq } of batch.others) {
      await foldConversation(context, seq, record);
      await foldGovernance(context, seq, record);
    }
  }
}
