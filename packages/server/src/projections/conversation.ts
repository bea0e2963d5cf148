// Folds what was said: conversations, people, imports, entries with their versions.

import {
  type AliasRecord,
  type CaptureRecord,
  type ConversationRecord,
  type EntryRecord,
  type ImportedRecord,
  type ImportRecord,
  isEntry,
  type PersonRecord,
  saidAt,
} from '../records/conversation.ts';
import { foldedTitle, nameDigest, phoneDigest } from '../records/identity.ts';
import { objectsOf } from '../records/object-refs.ts';
import type { PlacedRecord } from '../records/record.ts';
import { seqsOfRuns } from '../records/runs.ts';
import type { Value } from '../store/projection-store.ts';
import type { FoldContext } from './fold-context.ts';
import { ENTRY_KINDS, IMPORT_DONE, IMPORT_OPEN } from './tables.ts';

/** Folds one batch: the entries in bulk, the rest one by one in order. */
export async function foldConversation(context: FoldContext, batch: readonly PlacedRecord[]): Promise<void> {
  const entries: Value[][] = [];
  const objects: Value[][] = [];
  for (const { seq, record } of batch) {
    for (const ref of objectsOf(record)) objects.push([ref.object, seq]);
    if (isEntry(record)) entries.push(entryRow(seq, record));
    else await foldOther(context, seq, record);
  }
  await context.tx.insertMany('entry', ['seq', 'chat', 'person', 'at', 'kind', 'import', 'line', 'of'], entries);
  await context.tx.insertMany('object', ['name', 'seq'], objects);
}

function entryRow(seq: number, record: EntryRecord): Value[] {
  const at = saidAt(record);
  return [
    seq,
    record.chat,
    record.from ?? 0,
    at,
    ENTRY_KINDS.indexOf(record.kind),
    record.import,
    record.line,
    record.of ?? 0,
  ];
}

async function foldOther(context: FoldContext, seq: number, record: PlacedRecord['record']): Promise<void> {
  switch (record.kind) {
    case 'conversation':
      return foldChat(context, seq, record);
    case 'person':
      return foldPerson(context, seq, record);
    case 'alias':
      return foldAlias(context, seq, record);
    case 'import':
      return foldImport(context, seq, record);
    case 'capture':
      return foldCapture(context, record);
    case 'imported':
      return foldImported(context, seq, record);
    default:
      return undefined;
  }
}

async function foldChat({ tx, blind }: FoldContext, seq: number, record: ConversationRecord): Promise<void> {
  await tx.insertMany(
    'chat',
    ['id', 'peer', 'title'],
    [[seq, record.peer ?? 0, blind('title', foldedTitle(record.title))]],
  );
}

async function foldPerson(context: FoldContext, seq: number, record: PersonRecord): Promise<void> {
  await context.tx.insertMany('person', ['id', 'chat', 'me'], [[seq, record.chat ?? 0, record.me === true ? 1 : 0]]);
  await identify(context, seq, seq, record);
}

async function foldAlias(context: FoldContext, seq: number, record: AliasRecord): Promise<void> {
  await identify(context, seq, record.person, record);
}

async function identify(
  { tx, blind }: FoldContext,
  seq: number,
  person: number,
  said: { readonly name?: string; readonly phone?: string; readonly chat?: number },
): Promise<void> {
  const rows: Value[][] = [];
  if (said.name !== undefined) rows.push([nameDigest(blind, said.chat ?? 0, said.name), person, seq]);
  if (said.phone !== undefined) rows.push([phoneDigest(blind, said.phone), person, seq]);
  await tx.insertMany('identifier', ['digest', 'person', 'seq'], rows);
}

async function foldImport({ tx, blind }: FoldContext, seq: number, record: ImportRecord): Promise<void> {
  const row = [seq, record.chat, blind('file', record.sha256), IMPORT_OPEN, 0, 0];
  await tx.insertMany('import', ['id', 'chat', 'file', 'state', 'by', 'erase_from'], [row]);
}

async function foldImported({ tx }: FoldContext, seq: number, record: ImportedRecord): Promise<void> {
  await tx.db
    .updateTable('import')
    .set({ state: IMPORT_DONE, by: seq })
    .where('id', '=', record.import)
    .where('state', '=', IMPORT_OPEN)
    .execute();
}

/** The capture names entries that earlier imports had brought: this import vouches for them too. */
async function foldCapture({ tx }: FoldContext, record: CaptureRecord): Promise<void> {
  const rows: Value[][] = [];
  for (const seq of seqsOfRuns(record.vouched)) rows.push([record.import, seq]);
  await tx.insertMany('vouch', ['import', 'seq'], rows);
}
