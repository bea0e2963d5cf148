// What shows that one entry is in the ledger: its commitment, the way from there to the signed root, and, for whoever may read it,
// the record with its salt. Whoever checks it needs to believe nobody here.

import { LedgerError, type LogReader, proveEntry, sha256 } from '@acta/ledger';
import { parseVkey } from '@acta/verifier';
import { isEntry } from '../records/conversation.ts';
import type { LedgerRecord } from '../records/record.ts';
import { membership, pairsOf } from '../records/runs.ts';
import { ServerError } from '../server-error.ts';
import type { ViewParts } from './conversation.ts';
import { standingVersions } from './standing.ts';

/** A ledger that is read to prove something. */
export interface ProvenLedger {
  readonly log: LogReader;
  readonly origin: string;
  readonly vkey: string;
}

/** `under-way`: no signed checkpoint reaches it yet. `missing`: its place stands, and what was there cannot be read. */
export type EntryState = 'sealed' | 'under-way' | 'erased' | 'missing';

/** A record as it was sealed. */
export interface SealedRecord {
  /** Canonical bytes. */
  readonly bytes: Uint8Array;
  readonly salt: Uint8Array;
  readonly record: LedgerRecord;
}

export interface ProvenEntry {
  readonly entry: number;
  /** Entries in the ledger now. */
  readonly size: number;
  readonly state: EntryState;
  /** When its erasure was ordered, and by which record. */
  readonly erased?: { readonly order: number; readonly at?: string };
  readonly commitment?: Uint8Array;
  /** c2sp.org/tlog-proof. */
  readonly proof?: string;
  readonly sealed?: SealedRecord;
  readonly version?: EntryVersion;
  /** When it came into the ledger, as the records beside it tell. */
  readonly recordedAt?: string;
}

/** Which of the versions of an entry it is, and whether the newest takes the words back. */
export interface EntryVersion {
  readonly of: number;
  readonly number: number;
  readonly count: number;
  readonly isTakenBack: boolean;
}

/** The proof of an entry; undefined where the ledger has no such place. */
export async function provenEntry(
  { db, reader }: ViewParts,
  ledger: ProvenLedger,
  entry: number,
): Promise<ProvenEntry | undefined> {
  const size = await ledger.log.size();
  if (entry < 0 || entry >= size) return undefined;
  const path = await pathOf(ledger, entry);
  const erased = await erasedBy({ db, reader }, entry);
  if (erased !== undefined) return { entry, size, state: 'erased', erased, ...(path === 'lost' ? {} : path) };
  const sealed = await sealedAt({ db, reader }, entry);
  const shown = sealed === undefined ? {} : { sealed };
  if (path === 'lost') return { entry, size, state: 'missing', ...shown };
  if (sealed === undefined) return { entry, size, state: 'missing', ...path };
  const version = isEntry(sealed.record) ? { version: await versionOf({ db, reader }, entry) } : {};
  const at = await recordedAt({ db, reader }, entry, sealed.record);
  const when = at === undefined ? {} : { recordedAt: at };
  return { entry, size, state: path === undefined ? 'under-way' : 'sealed', ...path, sealed, ...version, ...when };
}

/** The way to the root; undefined where no checkpoint reaches the entry yet. */
async function pathOf(
  { log, origin, vkey }: ProvenLedger,
  index: number,
): Promise<{ readonly commitment: Uint8Array; readonly proof: string } | 'lost' | undefined> {
  try {
    const { commitment, proof } = await proveEntry({ reader: log, index, origin, logKey: parseVkey(sha256, vkey) });
    return { commitment, proof };
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    return error.code === 'not-published' || error.code === 'checkpoint-missing' ? undefined : 'lost';
  }
}

async function erasedBy({ db, reader }: ViewParts, entry: number): Promise<ProvenEntry['erased']> {
  const row = await db
    .selectFrom('erased')
    .select(['first', 'count', 'order'])
    .where('first', '<=', entry)
    .orderBy('first', 'desc')
    .orderBy('order', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined || entry >= row.first + row.count) return undefined;
  const record = await reader.record(row.order);
  return { order: row.order, ...(record?.kind === 'erasure-ordered' ? { at: record.recordedAt } : {}) };
}

async function sealedAt({ reader }: ViewParts, entry: number): Promise<SealedRecord | undefined> {
  try {
    const [found] = await reader.entries([entry]);
    const record = await reader.record(entry);
    return found === undefined || record === undefined ? undefined : { bytes: found.record, salt: found.salt, record };
  } catch (error) {
    if (error instanceof ServerError && error.code === 'record-damaged') return undefined;
    throw error;
  }
}

async function versionOf({ db, reader }: ViewParts, entry: number): Promise<EntryVersion> {
  const row = await db.selectFrom('version').select('of').where('seq', '=', entry).executeTakeFirst();
  const of = row?.of ?? entry;
  const versions = [of, ...((await standingVersions(db, 'shown', [of])).get(of) ?? [])];
  const records = await reader.records(versions);
  return {
    of,
    number: Math.max(0, versions.indexOf(entry)) + 1,
    count: versions.length,
    isTakenBack: [...records.values()].some(({ kind }) => kind === 'deleted'),
  };
}

/** How many deliveries behind an entry are asked whether they brought it: theirs stands in the same commit. */
const DELIVERIES_BEHIND = 64;

async function recordedAt(parts: ViewParts, entry: number, record: LedgerRecord): Promise<string | undefined> {
  if ('recordedAt' in record) return record.recordedAt;
  if ('receivedAt' in record) return record.receivedAt;
  if (!isEntry(record)) return undefined;
  const { db, reader } = parts;
  const brought = await reader.record(record.import);
  if (brought?.kind === 'import') return brought.recordedAt;
  const kind = record.intent === undefined ? 'delivery' : 'attempt';
  const rows = await db
    .selectFrom('other')
    .select('seq')
    .where('kind', '=', kind)
    .where('seq', '>', entry)
    .$if(kind === 'attempt', (query) => query.where('of', '=', entry))
    .orderBy('seq')
    .limit(DELIVERIES_BEHIND)
    .execute();
  for (const one of (await reader.records(rows.map(({ seq }) => seq))).values()) {
    if (one.kind === 'attempt') return one.recordedAt;
    if (one.kind === 'delivery' && membership(pairsOf(one.parts))(entry)) return one.receivedAt;
  }
  return undefined;
}
