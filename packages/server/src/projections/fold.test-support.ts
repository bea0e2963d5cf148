// Tables in a folder that is gone when the test is over, and records that nobody sealed, for the laws of folding.

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { blindIndex } from '../records/blind-index.ts';
import type { EntryRecord } from '../records/conversation.ts';
import type { ErasureOrderedRecord } from '../records/governance.ts';
import type { LedgerRecord, PlacedRecord } from '../records/record.ts';
import { wallText } from '../records/wall-time.ts';
import { SqliteProjectionStore } from '../store/sqlite/projection-store.ts';
import { Projections } from './fold.ts';
import { PROJECTION_MIGRATIONS, type Tables } from './tables.ts';

export interface FoldedTables {
  readonly store: SqliteProjectionStore<Tables>;
  readonly projections: Projections;
}

const blind = blindIndex(new Uint8Array(32));

/** A place where tables can be made, several at a time. */
export function tablesFor(test: TestContext): () => FoldedTables {
  const folder = mkdtempSync(join(tmpdir(), 'acta-fold-'));
  const stores: SqliteProjectionStore<Tables>[] = [];
  test.after(async () => {
    for (const store of stores) await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return () => {
    const file = join(folder, `${stores.length}.db`);
    const store = new SqliteProjectionStore<Tables>({ file, key: randomBytes(32), migrations: PROJECTION_MIGRATIONS });
    stores.push(store);
    return { store, projections: new Projections(store, blind) };
  };
}

/** Folds records in batches of these sizes, over and over; the last batch has the rest. */
export async function foldAll(
  { projections }: FoldedTables,
  records: readonly PlacedRecord[],
  sizes: readonly number[],
): Promise<void> {
  let from = 0;
  for (let at = 0; from < records.length; at++) {
    const batch = records.slice(from, from + Math.max(1, sizes[at % sizes.length] ?? records.length));
    await projections.follow(batch);
    from += batch.length;
  }
}

/** Records in the order of the ledger. */
export function placed(records: readonly LedgerRecord[]): PlacedRecord[] {
  return records.map((record, seq) => ({ seq, record }));
}

/** A conversation. */
export function chatRecord(title: string): LedgerRecord {
  return { kind: 'conversation', title, v: 1 };
}

/** An import into the chat; `file` tells one from another. */
export function importRecord(chat: number, file: string): LedgerRecord {
  return {
    chat,
    dateOrder: 'DMY',
    dateOrderBasis: 'proven',
    entries: 0,
    file,
    kind: 'import',
    lines: 0,
    platform: 'android',
    recordedAt: '2026-01-01T00:00:00.000Z',
    sha256: file,
    sizeBytes: 0,
    v: 1,
  };
}

/** The import is complete. */
export function importedRecord(id: number): LedgerRecord {
  const counts = { added: 0, duplicates: 0, newVersions: 0, parts: 1, suppressed: 0 };
  return { ...counts, import: id, kind: 'imported', recordedAt: '2026-01-01T00:00:00.000Z', v: 1 };
}

/** A message, said so many seconds into 2024. */
export function messageRecord(
  said: Pick<EntryRecord, 'chat' | 'from' | 'import' | 'line' | 'of'> & { second: number },
): EntryRecord {
  const { second, ...rest } = said;
  return { ...rest, at: wallText(START + second), kind: 'message', text: '', type: 'text', v: 1 };
}

/** Wall seconds at which 2024 begins. */
export const START: number = Date.UTC(2024, 0, 1) / 1000;

/** An order to erase these runs. */
export function orderRecord(seqs: readonly number[], heirs: readonly number[]): ErasureOrderedRecord {
  return {
    actor: 'test',
    heirs,
    keys: [],
    kind: 'erasure-ordered',
    objects: [],
    reason: 'asked for',
    recordedAt: '2026-01-01T00:00:00.000Z',
    replaced: [],
    rule: 'test',
    scope: 'entries',
    scopeIds: [],
    seqs,
    suppress: [],
    v: 1,
  };
}
