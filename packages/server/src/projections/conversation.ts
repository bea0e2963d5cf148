// Folds what is known of conversations: their titles, people, imports and who vouches for what.

import type { BlindIndex } from '../records/blind-index.ts';
import type {
  AliasRecord,
  CaptureRecord,
  ConversationRecord,
  ImportedRecord,
  ImportRecord,
} from '../records/conversation.ts';
import { bsuidDigest, foldedTitle, nameDigest, phoneDigest, waIdDigest } from '../records/identity.ts';
import type { LedgerRecord, PlacedRecord } from '../records/record.ts';
import { pairsOf } from '../records/runs.ts';
import type { Value } from '../store/projection-store.ts';
import type { FoldContext } from './fold-context.ts';
import { IMPORT_DONE, IMPORT_OPEN } from './tables.ts';
import { insertVouches } from './vouches.ts';

/** Folds the conversations and people among records, in their order: a statement a table, however many there are. */
export async function foldPeople({ blind, tx }: FoldContext, records: readonly PlacedRecord[]): Promise<void> {
  const [chats, people, identifiers]: [Value[][], Value[][], Value[][]] = [[], [], []];
  for (const { record, seq } of records) {
    if (record.kind === 'conversation') chats.push(chatRow(blind, seq, record));
    else if (record.kind === 'person') {
      people.push([seq, record.chat ?? 0, record.me === true ? 1 : 0]);
      identifiers.push(...identifierRows(blind, { seq, person: seq }, record));
    } else if (record.kind === 'alias') {
      identifiers.push(...identifierRows(blind, { seq, person: record.person }, record));
    }
  }
  await tx.insertMany('chat', ['id', 'peer', 'title'], chats);
  await tx.insertMany('person', ['id', 'chat', 'me'], people);
  await tx.insertMany('identifier', ['digest', 'person', 'seq'], identifiers);
}

/** Folds one record that is neither an entry nor of people. */
export async function foldConversation(context: FoldContext, seq: number, record: LedgerRecord): Promise<void> {
  switch (record.kind) {
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

function chatRow(blind: BlindIndex, seq: number, record: ConversationRecord): Value[] {
  return [seq, record.peer ?? 0, blind('title', foldedTitle(record.title))];
}

function identifierRows(
  blind: BlindIndex,
  { person, seq }: { readonly person: number; readonly seq: number },
  said: Pick<AliasRecord, 'bsuid' | 'chat' | 'name' | 'parentBsuid' | 'phone' | 'portfolio' | 'waId'>,
): Value[][] {
  const rows: Value[][] = [];
  if (said.name !== undefined) rows.push([nameDigest(blind, said.chat ?? 0, said.name), person, seq]);
  if (said.phone !== undefined) rows.push([phoneDigest(blind, said.phone), person, seq]);
  if (said.phone === undefined && said.waId !== undefined) rows.push([waIdDigest(blind, said.waId), person, seq]);
  if (said.bsuid !== undefined) rows.push([bsuidDigest(blind, said.portfolio ?? '', said.bsuid), person, seq]);
  if (said.parentBsuid !== undefined) rows.push([bsuidDigest(blind, '', said.parentBsuid), person, seq]);
  return rows;
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
  await insertVouches(tx, record.import, pairsOf(record.vouched));
}
