// Folds the work at conversations: who has each, what rests, labels, notes and who has read how far; and what the owner defined.

import type { PlacedRecord } from '../records/record.ts';
import type { WorkRecord } from '../records/work.ts';
import type { Value } from '../store/projection-store.ts';
import type { FoldContext } from './fold-context.ts';

type Transaction = FoldContext['tx'];

/** Folds the records of one stretch that are no entries, in their order. */
export async function foldWork({ tx }: FoldContext, records: readonly PlacedRecord[]): Promise<void> {
  const [acts, mentions]: [Value[][], Value[][]] = [[], []];
  for (const { record, seq } of records) {
    if (record.kind === 'work') acts.push([seq, record.chat, 0]);
    if (record.kind !== 'note') continue;
    acts.push([seq, record.chat, 1]);
    for (const member of record.mentions) mentions.push([seq, member]);
  }
  await tx.insertMany('work', ['seq', 'chat', 'note'], acts);
  await tx.insertMany('mention', ['seq', 'member'], mentions);
  for (const { record, seq } of records) {
    if (record.kind === 'work') await foldAct(tx, seq, record);
    else if (record.kind === 'label' || record.kind === 'canned-reply')
      await foldDefined(tx, seq, { kind: record.kind, of: record.of, removed: record.removed === true });
    else if (record.kind === 'inbox-settings')
      await foldDefined(tx, seq, { kind: record.kind, of: undefined, removed: false });
  }
}

async function foldAct(tx: Transaction, seq: number, record: WorkRecord): Promise<void> {
  const { chat } = record;
  switch (record.act) {
    case 'assign': {
      const { assignee = '', team = '' } = record;
      await tx.db.deleteFrom('assigned').where('chat', '=', chat).execute();
      if (assignee !== '' || team !== '')
        await tx.insertMany('assigned', ['chat', 'seq', 'assignee', 'team'], [[chat, seq, assignee, team]]);
      return;
    }
    case 'close':
    case 'reopen':
      await tx.db.deleteFrom('closed').where('chat', '=', chat).execute();
      if (record.act === 'close') await tx.insertMany('closed', ['chat', 'seq'], [[chat, seq]]);
      return;
    case 'snooze':
    case 'wake':
      await tx.db.deleteFrom('snoozed').where('chat', '=', chat).execute();
      if (record.act === 'snooze') {
        const until = Math.ceil(Date.parse(record.until) / 1000);
        await tx.insertMany('snoozed', ['chat', 'seq', 'until'], [[chat, seq, until]]);
      }
      return;
    case 'label':
    case 'unlabel':
      await tx.db.deleteFrom('labelled').where('chat', '=', chat).where('label', '=', record.label).execute();
      if (record.act === 'label')
        await tx.insertMany('labelled', ['chat', 'label', 'seq'], [[chat, record.label, seq]]);
      return;
    case 'read':
    case 'unread': {
      const { act, actor: member, upTo } = record;
      await tx.db.deleteFrom('read_up_to').where('chat', '=', chat).where('member', '=', member).execute();
      const row = [chat, member, seq, upTo, act === 'unread' ? 1 : 0];
      await tx.insertMany('read_up_to', ['chat', 'member', 'seq', 'up_to', 'unread'], [row]);
      return;
    }
  }
}

async function foldDefined(
  tx: Transaction,
  seq: number,
  { kind, of, removed }: { readonly kind: string; readonly of: number | undefined; readonly removed: boolean },
): Promise<void> {
  if (of === undefined) await tx.insertMany('defined', ['id', 'kind', 'by', 'removed'], [[seq, kind, seq, 0]]);
  else
    await tx.db
      .updateTable('defined')
      .set({ by: seq, removed: removed ? 1 : 0 })
      .where('id', '=', of)
      .execute();
}

const ERASED = ['work', 'assigned', 'closed', 'snoozed', 'labelled', 'read_up_to', 'mention'] as const;

/** Takes what an erasure takes out of every table of the work. */
export async function eraseWork(
  { tx }: FoldContext,
  runs: readonly (readonly [first: number, count: number])[],
): Promise<void> {
  for (const table of ERASED) await tx.removeRuns(table, 'seq', runs);
}
