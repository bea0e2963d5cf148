// The conversations of somebody who leaves go to another, or wait for whoever takes them: an act for each, with who gave it away.

import type { Account } from '../../access/accounts/accounts.ts';
import { scopesOf } from '../../access/roles.ts';
import { monthOf } from '../../records/record.ts';
import { peerOf } from '../../views/work.ts';
import { ProblemError } from '../problem.ts';
import type { ApiParts } from './parts.ts';

export interface HandOver {
  /** Account id of who leaves. */
  readonly from: string;
  /** Who gets them; undefined: nobody. */
  readonly to: Account | undefined;
  readonly actor: string;
}

/** Throws `request-invalid` where whoever is named cannot work at conversations. */
export function expectWorks(to: Account | undefined): void {
  if (to !== undefined && (to.left || !scopesOf(to.role, to.hasTextGrant).includes('work')))
    throw new ProblemError('request-invalid', { fields: ['to'] });
}

/** Hands over; resolves to how many there were. */
export async function handOver({ append, now, views }: ApiParts, { actor, from, to }: HandOver): Promise<number> {
  const rows = await views.db.selectFrom('assigned').select(['chat', 'team']).where('assignee', '=', from).execute();
  for (const { chat, team } of rows) {
    const peer = await peerOf(views.db, chat);
    if (peer === undefined) continue;
    const recordedAt = now().toISOString();
    const given = to === undefined ? team : (to.team ?? '');
    const record = {
      act: 'assign',
      actor,
      ...(to === undefined ? {} : { assignee: to.id }),
      chat,
      kind: 'work',
      recordedAt,
      ...(given === '' ? {} : { team: given }),
      v: 1,
    } as const;
    await append([{ subject: peer, conversation: chat, month: monthOf(recordedAt), record }]);
  }
  return rows.length;
}
