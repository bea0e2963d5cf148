// Sealing a commit page by page, with a turn of the event loop between them: whoever else waits on this
// thread never waits for a whole commit. It appends nothing.

import { randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import {
  BatchBuilder,
  joinSealed,
  type KeyId,
  type RecordBatch,
  type SealedPages,
  sealPages,
  wipeBatch,
} from '@acta/ledger';
import { addRecord } from '../records/canonical-record.ts';
import { isSameScope, type KeyScope, scopeName } from '../records/key-scope.ts';
import type { NewRecord } from '../records/record.ts';

const PAGE_ENTRIES = 256;
/** About 4 ms of work. */
const PAGES_AT_ONCE = 1;

/** Scopes of records, each once, and which one each record has. */
export interface ScopedRecords {
  readonly scopes: readonly KeyScope[];
  readonly scopeOf: Uint32Array;
}

/** The scopes of records, of which many stand beside others of the same. */
export function scoped(records: readonly NewRecord[]): ScopedRecords {
  const scopes: KeyScope[] = [];
  const places = new Map<string, number>();
  const scopeOf = new Uint32Array(records.length);
  let last: NewRecord | undefined;
  let place = 0;
  for (const [at, record] of records.entries()) {
    if (last === undefined || !isSameScope(record, last)) {
      const { conversation, month, subject } = record;
      const name = scopeName(record);
      place = places.get(name) ?? scopes.push({ conversation, month, subject }) - 1;
      places.set(name, place);
    }
    scopeOf[at] = place;
    last = record;
  }
  return { scopes, scopeOf };
}

export interface SealingOrder {
  readonly cellId: Uint8Array;
  readonly firstSeq: number;
  readonly records: readonly NewRecord[];
  /** The key of the record at a place. */
  readonly keyIdAt: (at: number) => KeyId;
  readonly keyOf: (id: KeyId) => Uint8Array | undefined;
}

/** Seals the records as the entries from `firstSeq` on. Throws as `sealPages`, and `key-missing`. */
export async function sealInTurns(order: SealingOrder): Promise<SealedPages> {
  const { firstSeq, records } = order;
  const stretches: SealedPages[] = [];
  let spent: RecordBatch | undefined;
  for (let start = 0; start < records.length; ) {
    if (start > 0) await setImmediate();
    const ahead = PAGES_AT_ONCE * PAGE_ENTRIES - ((firstSeq + start) % PAGE_ENTRIES);
    const end = Math.min(records.length, start + ahead);
    const batch = batchOf(order, { start, end, spent });
    try {
      stretches.push(sealPages(batch, randomBytes));
    } finally {
      wipeBatch(batch);
    }
    spent = batch;
    start = end;
  }
  const [only] = stretches;
  if (stretches.length === 1 && only !== undefined) return only;
  await setImmediate();
  return joinSealed(stretches);
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  /** The batch of the stretch before, wiped. */
  readonly spent: RecordBatch | undefined;
}

function batchOf(
  { cellId, firstSeq, keyIdAt, keyOf, records }: SealingOrder,
  { end, spent, start }: Stretch,
): RecordBatch {
  const builder = new BatchBuilder(end - start, spent);
  for (let at = start; at < end; at++) {
    const next = records[at];
    if (next !== undefined) addRecord(builder, keyIdAt(at), next.record);
  }
  return builder.finish({ cellId, firstSeq: firstSeq + start, keyOf });
}
