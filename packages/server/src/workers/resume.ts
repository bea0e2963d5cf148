// What is done when a vault is opened for writing: erasures that a crash interrupted are carried out, erasures that the
// key store does not know of (it was put back) are applied again, withdrawn imports whose time has come are erased.

import { isDue, WITHDRAWAL_RULE } from '@acta/policy';
import type { ErasureOrderedRecord } from '../records/governance.ts';
import type { LedgerRecord } from '../records/record.ts';
import type { ErasurePlan, ErasureTarget } from '../views/erasure-plan.ts';
import { carryOut, type EraseParts, orderErasure } from './erase.ts';

export interface ResumeParts {
  readonly erase: EraseParts;
  /** Orders without a certificate. */
  readonly unfinished: () => Promise<readonly number[]>;
  /** Orders that the key store has not carried out, though the ledger has their certificates. */
  readonly unknownToKeys: () => Promise<readonly number[]>;
  readonly withdrawn: () => Promise<readonly { readonly id: number; readonly eraseFrom: number }[]>;
  readonly record: (seq: number) => Promise<LedgerRecord | undefined>;
  readonly plan: (target: ErasureTarget) => Promise<ErasurePlan>;
  readonly actor: string;
}

/** Brings the vault to where it was meant to be. */
export async function resume(parts: ResumeParts): Promise<void> {
  const orders = new Set([...(await parts.unfinished()), ...(await parts.unknownToKeys())]);
  for (const order of [...orders].sort((a, b) => a - b)) {
    const record = await parts.record(order);
    if (record?.kind === 'erasure-ordered') await again(parts, order, record);
  }
  for (const { eraseFrom, id } of await parts.withdrawn()) {
    if (!isDue(new Date(eraseFrom * 1000), parts.erase.now())) continue;
    const plan = await parts.plan({ scope: 'withdrawal', ids: [id] });
    await orderErasure(parts.erase, { actor: parts.actor, plan, reason: 'withdrawn', rule: WITHDRAWAL_RULE });
  }
}

async function again({ erase }: ResumeParts, order: number, record: ErasureOrderedRecord): Promise<void> {
  await carryOut(erase, order, record, await erase.needlesOf(record.seqs));
}
