// Verifying the ledger while it is served: one check at a time, how far it is, and what the last one found. Its verdict is a record;
// where each fault lies stands in memory until the next check.

import type { LogReport } from '@acta/ledger';
import type { CheckRecord } from '../../records/assurance.ts';
import type { ApiParts } from './parts.ts';

export interface CheckOrder {
  readonly actor: string;
  readonly deep: boolean;
  readonly from?: string;
}

export interface RunningCheck {
  readonly deep: boolean;
  readonly done: number;
  readonly total: number;
  readonly startedAt: string;
}

export type Finding = LogReport['missing'][number] | LogReport['altered'][number];

/** So many faults are listed; the verdict counts all. */
const LISTED = 200;

export class LedgerCheck {
  private readonly parts: Pick<ApiParts, 'append' | 'now' | 'verify'>;
  private under: RunningCheck | undefined;
  private found: readonly Finding[] = [];
  private isFailed = false;

  constructor(parts: Pick<ApiParts, 'append' | 'now' | 'verify'>) {
    this.parts = parts;
  }

  get running(): RunningCheck | undefined {
    return this.under;
  }

  /** What the last check found, if this process made it. */
  get findings(): readonly Finding[] {
    return this.found;
  }

  /** Whether the last check could not be carried out. */
  get failed(): boolean {
    return this.isFailed;
  }

  /** Begins a check, unless one is under way. Resolves to whether it began; the check goes on by itself. */
  begin(order: CheckOrder): boolean {
    if (this.under !== undefined) return false;
    this.under = { deep: order.deep, done: 0, total: 0, startedAt: this.parts.now().toISOString() };
    this.isFailed = false;
    void this.run(order)
      .catch(() => {
        this.isFailed = true;
      })
      .finally(() => {
        this.under = undefined;
      });
    return true;
  }

  private async run({ actor, deep, from }: CheckOrder): Promise<void> {
    const startedMs = performance.now();
    const report = await this.parts.verify(deep, (done, total) => {
      if (this.under !== undefined) this.under = { ...this.under, done, total };
    });
    const { altered, checked, erased, missing, size, verdict } = report;
    const record: CheckRecord = {
      actor,
      altered: countOf(altered),
      checked,
      deep,
      erased,
      ...(from === undefined ? {} : { from }),
      kind: 'check',
      missing: countOf(missing),
      recordedAt: this.parts.now().toISOString(),
      size,
      tookMs: Math.round(performance.now() - startedMs),
      v: 1,
      verdict,
    };
    await this.parts.append([{ subject: 0, conversation: 0, month: 0, record }]);
    this.found = [...altered, ...missing].slice(0, LISTED);
  }
}

/** Entries that the findings touch, each once. */
function countOf(findings: readonly Finding[]): number {
  let [count, next] = [0, 0];
  for (const { first, last } of findings.toSorted((a, b) => a.first - b.first)) {
    count += Math.max(0, last + 1 - Math.max(first, next));
    next = Math.max(next, last + 1);
  }
  return count;
}
