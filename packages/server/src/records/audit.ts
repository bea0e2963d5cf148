// The audit record of a command, from what the command says of itself. What was asked in words stands only as a keyed
// digest: equal questions have equal digests, and nobody reads the question out of the log.

import type { AuditRecord } from './assurance.ts';
import type { BlindIndex } from './blind-index.ts';

/** What a command looked at or did. */
export type AuditDraft = Pick<AuditRecord, 'command'> &
  Partial<Pick<AuditRecord, 'chats' | 'count' | 'from' | 'outcome' | 'people' | 'reason' | 'rule' | 'seqs'>> & {
    /** What was asked in words. */
    readonly asked?: string;
  };

/** The same with its digest, and who did it; what passes between processes. */
export type AuditNote = Omit<AuditRecord, 'kind' | 'recordedAt' | 'v'>;

/** The note of a draft. */
export function noteOf({ asked, ...draft }: AuditDraft, actor: string, blind: BlindIndex): AuditNote {
  const query = asked === undefined ? {} : { query: Buffer.from(blind('query', asked)).toString('hex') };
  return { actor, chats: [], count: 0, outcome: 'done', people: [], seqs: [], ...draft, ...query };
}

/** The record of a note. */
export function auditRecord(note: AuditNote, recordedAt: Date): AuditRecord {
  const { actor, chats, command, count, from, outcome, people, query, reason, rule, seqs } = note;
  const asked = query === undefined ? {} : { query };
  return {
    actor,
    chats,
    command,
    count,
    ...(from === undefined ? {} : { from }),
    kind: 'audit',
    outcome,
    people,
    ...asked,
    ...(reason === undefined ? {} : { reason }),
    recordedAt: recordedAt.toISOString(),
    ...(rule === undefined ? {} : { rule }),
    seqs,
    v: 1,
  };
}
