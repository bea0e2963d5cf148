// Puts on record what programs look at, and what they are refused, before they are answered. What is asked at the same time goes
// into one commit. Requests without a valid key are counted and recorded once a minute: a stranger must not fill the ledger.

import { type AuditDraft, auditRecord, noteOf } from '../../records/audit.ts';
import type { NewRecord } from '../../records/record.ts';
import type { ApiParts } from './parts.ts';

interface Waiting {
  readonly record: NewRecord;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

const RECORDS_A_COMMIT = 500;
const STRANGERS_EVERY_MS = 60_000;

export class Looks {
  private readonly parts: Pick<ApiParts, 'note' | 'blind' | 'now'>;
  private readonly waiting: Waiting[] = [];
  private working: Promise<void> | undefined;
  private strangers = 0;
  private strangersToldMs = Number.NEGATIVE_INFINITY;

  constructor(parts: Pick<ApiParts, 'note' | 'blind' | 'now'>) {
    this.parts = parts;
  }

  /** Puts a look on record; durable when it resolves. */
  record(actor: string, draft: AuditDraft): Promise<void> {
    const record = auditRecord(noteOf(draft, actor, this.parts.blind), this.parts.now());
    return new Promise((resolve, reject) => {
      this.waiting.push({ record: { subject: 0, conversation: 0, month: 0, record }, resolve, reject });
      this.working ??= this.work();
    });
  }

  /** Counts a request without a valid key. */
  async stranger(): Promise<void> {
    this.strangers++;
    const nowMs = this.parts.now().getTime();
    if (nowMs - this.strangersToldMs < STRANGERS_EVERY_MS) return;
    const count = this.strangers;
    [this.strangers, this.strangersToldMs] = [0, nowMs];
    await this.record('api-key:none', { command: 'api', outcome: 'refused', count });
  }

  private async work(): Promise<void> {
    // Who comes in the same turn goes into the same commit.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const some = this.waiting.splice(0, RECORDS_A_COMMIT);
      try {
        await this.parts.note(some.map(({ record }) => record));
        for (const { resolve } of some) resolve();
      } catch (error) {
        for (const { reject } of some) reject(error);
      }
    }
    this.working = undefined;
  }
}
