// Folds what was to be sent and how far that got. A call that was about to be made is never made again: what came of it,
// if its answer was lost, only a status can tell.

import type { BlindIndex } from '../records/blind-index.ts';
import type { IntentSaid } from '../records/conversation.ts';
import { idempotencyDigest } from '../records/identity.ts';
import type { PlacedRecord } from '../records/record.ts';
import type { Value } from '../store/projection-store.ts';
import type { EntryMark } from './entry-batch.ts';
import type { FoldContext } from './fold-context.ts';
import { INTENT_STATES } from './tables/platform-tables.ts';
import { joinVersions } from './versions.ts';

const NO_DIGEST = new Uint8Array(0);

/** Folds the entries among these that were to be sent. */
export async function foldNewIntents({ blind, tx }: FoldContext, marks: readonly EntryMark[]): Promise<void> {
  const rows = marks.flatMap(({ chat, intent, seq }) =>
    intent === undefined ? [] : [intentRow(blind, { seq, chat, intent })],
  );
  await tx.insertMany('intent', ['seq', 'chat', 'state', 'callback', 'idempotency', 'until', 'by'], rows);
}

/** The row of what was to be sent, as it is before anything was tried. */
export function intentRow(
  blind: BlindIndex,
  { chat, intent, seq }: { readonly seq: number; readonly chat: number; readonly intent: IntentSaid },
): Value[] {
  const { actor, callback, idempotency } = intent;
  const key = idempotency === undefined ? NO_DIGEST : idempotencyDigest(blind, actor, idempotency);
  return [seq, chat, stateNumber('intended'), blind('callback', callback), key, 0, 0];
}

/** Folds attempts and outcomes, in order. */
export async function foldIntents({ blind, tx }: FoldContext, records: readonly PlacedRecord[]): Promise<void> {
  for (const { record, seq } of records) {
    if (record.kind === 'attempt')
      await setState(tx, record.of, { state: stateNumber('attempted'), by: seq, until: 0 });
    if (record.kind !== 'outcome') continue;
    const until = record.until === undefined ? 0 : Math.ceil(Date.parse(record.until) / 1000);
    await setState(tx, record.of, { state: stateNumber(record.state), by: seq, until });
    if (record.wamid === undefined) continue;
    const intent = await tx.db.selectFrom('intent').select('chat').where('seq', '=', record.of).executeTakeFirst();
    if (intent === undefined) continue;
    const digest = blind('wamid', record.wamid);
    await tx.insertMany('wamid', ['digest', 'seq', 'chat'], [[digest, record.of, intent.chat]]);
    await joinVersions(tx, [digest]);
  }
}

function setState(
  tx: FoldContext['tx'],
  intent: number,
  change: { readonly state: number; readonly by: number; readonly until: number },
): Promise<unknown> {
  return tx.db.updateTable('intent').set(change).where('seq', '=', intent).execute();
}

function stateNumber(state: (typeof INTENT_STATES)[number]): number {
  return INTENT_STATES.indexOf(state);
}
