// Folds what is known of conversations: their titles, people, imports and who vouches for what.

import type {
  AliasRecord,
  CaptureRecord,
  ConversationRecord,
  ImportedRecord,
  ImportRecord,
  PersonRecord,
} from '../records/conversation.ts';
import { bsuidDigest, foldedTitle, nameDigest, phoneDigest, waIdDigest } from '../records/identity.ts';
import type { LedgerRecord } from '../records/record.ts';
import { pairsOf } from '../records/runs.ts';
import type { Value } from '../store/projection-store.ts';
import type { FoldContext } from './fold-context.ts';
import { IMPORT_DONE, IMPORT_OPEN } from './tables.ts';
import { insertVouches } from './vouches.ts';

/** Folds one record that is no entry. */
export async function foldConversation(context: FoldContext, seq: number, record: LedgerRecord): Promise<void> {
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
  const row = [seq, record.peer ?? 0, blind('title', foldedTitle(record.title))];
  await tx.insertMany('chat', ['id', 'peer', 'title'], [row]);
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
  said: Pick<AliasRecord, 'bsuid' | 'chat' | 'name' | 'parentBsuid' | 'phone' | 'portfolio' | 'waId'>,
): Promise<void> {
  const rows: Value[][] = [];
  if (said.name !== undefined) rows.push([nameDigest(blind, said.chat ?? 0, said.name), person, seq]);
  if (said.phone !== undefined) rows.push([phoneDigest(blind, said.phone), person, seq]);
  if (said.phone === undefined && said.waId !== undefined) rows.push([waIdDigest(blind, said.waId), person, seq]);
  if (said.bsuid !== undefined) rows.push([bsuidDigest(blind, said.portfolio ?? '', said.bsuid), person, seq]);
  if (said.parentBsuid !== undefined) rows.push([bsuidDigest(blind, '', said.parentBsuid), person, seq]);
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
  await insertVouches(tx, record.import, pairsOf(record.vouched));
}
