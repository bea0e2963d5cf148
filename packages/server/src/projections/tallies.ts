// Counts the entries by conversation, import, person and kind, so that lists need not go through them. What is added and
// taken away is gathered first and written once.

import type { FoldContext } from './fold-context.ts';
import type { EntryColumns } from './tables/entry-columns.ts';

type Transaction = FoldContext['tx'];

interface Tally {
  readonly chat: number;
  readonly import: number;
  readonly person: number;
  readonly kind: number;
  readonly version: number;
  count: number;
}

export class TallyChanges {
  private readonly tallies = new Map<string, Tally>();
  private last: Tally | undefined;

  /** Counts entry `i` as so many more; `version` says whether it is one of another entry. */
  add(chat: number, entries: EntryColumns, i: number, { by, version }: { by: number; version: boolean }): void {
    const brought = entries.import[i] ?? 0;
    const person = entries.person[i] ?? 0;
    const kind = entries.kind[i] ?? 0;
    const { last } = this;
    const isSame = last?.person === person && last.kind === kind && last.import === brought && last.chat === chat;
    if (last !== undefined && isSame && last.version === (version ? 1 : 0)) last.count += by;
    else this.tally({ chat, import: brought, person, kind, version: version ? 1 : 0, count: 0 }).count += by;
  }

  private tally(made: Tally): Tally {
    const name = `${made.chat}/${made.import}/${made.person}/${made.kind}/${made.version}`;
    const tally = this.tallies.get(name) ?? made;
    this.tallies.set(name, tally);
    this.last = tally;
    return tally;
  }

  /** Counts every entry of a chat as one more. */
  addAll(chat: number, entries: EntryColumns): void {
    for (let i = 0; i < entries.count; i++) this.add(chat, entries, i, { by: 1, version: entries.of[i] !== 0 });
  }

  /** Writes what was gathered; what comes to nothing is not kept. */
  async write(tx: Transaction): Promise<void> {
    const changed = [...this.tallies.values()].filter(({ count }) => count !== 0);
    if (changed.length === 0) return;
    const rows = changed.map((tally) => [
      tally.chat,
      tally.import,
      tally.person,
      tally.kind,
      tally.version,
      tally.count,
    ]);
    await tx.countMany('tally', TALLY_COLUMNS, rows);
    if (changed.some(({ count }) => count < 0)) await tx.db.deleteFrom('tally').where('count', '=', 0).execute();
  }
}

const TALLY_COLUMNS = ['chat', 'import', 'person', 'kind', 'version', 'count'] as const;
