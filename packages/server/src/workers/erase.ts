// Carries an erasure out: the order is recorded first, then keys are destroyed, pages, index and objects rewritten, the
// vault's bytes scanned, and the certificate recorded. A crash at any point resumes from the order when the vault is next
// opened for writing; every step may be repeated.

import { allow, decideErasure, noCopyAfter } from '@acta/policy';
import type { ErasureDoneRecord, ErasureOrderedRecord, PageChange } from '../records/governance.ts';
import type { NewRecord } from '../records/record.ts';
import { pairsOf, seqsOfRuns } from '../records/runs.ts';
import { ServerError } from '../server-error.ts';
import type { Removal } from '../store/object-shelf.ts';
import type { ErasurePlan } from '../views/erasure-plan.ts';
import type { ByteScan } from './byte-scan.ts';

/** What carrying out needs. */
export interface EraseParts {
  readonly append: (records: readonly NewRecord[]) => Promise<number>;
  readonly publish: () => Promise<void>;
  /** Rewrites pages and destroys keys. */
  readonly erase: (work: {
    readonly order: number;
    readonly seqs: readonly number[];
    readonly whole: readonly number[];
    readonly replaced: readonly number[];
    readonly suppress: readonly Uint8Array[];
  }) => Promise<PageChange[]>;
  /** Rewrites the touched segments of the index. Returns how many. */
  readonly eraseFromIndex: (seqs: readonly number[]) => Promise<number>;
  readonly removeObject: (name: string) => Promise<Removal>;
  /** Empties every log of the vault's databases into their files. */
  readonly truncateLogs: () => Promise<void>;
  /** Words that must not be found; made before anything is destroyed. */
  readonly needlesOf: (seqs: readonly number[]) => Promise<readonly Uint8Array[]>;
  readonly scan: (needles: readonly Uint8Array[]) => Promise<ByteScan>;
  readonly now: () => Date;
}

export interface ErasureOrder {
  readonly plan: ErasurePlan;
  readonly reason: string;
  readonly actor: string;
  /** The rule that decided it, where the order does not come from a person. */
  readonly rule?: string;
}

export interface Certificate extends ErasureDoneRecord {
  /** Seq of the certificate. */
  readonly seq: number;
}

/** Orders an erasure and carries it out. Throws `nothing-to-erase`, `refused`. */
export async function orderErasure(
  parts: EraseParts,
  { actor, plan, reason, rule }: ErasureOrder,
): Promise<Certificate> {
  const entries = countOf(plan.seqs);
  const keys = plan.whole.length + plan.replaced.length;
  const decision = rule === undefined ? decideErasure({ reason, entries, keys }) : allow(rule);
  if (decision.verdict === 'refuse') {
    if (decision.reason === 'nothing-held') throw new ServerError('nothing-to-erase');
    throw new ServerError('refused', { rule: decision.rule, reason: decision.reason });
  }
  const record: ErasureOrderedRecord = {
    actor,
    ...(plan.gaps.length === 0 ? {} : { gaps: plan.gaps }),
    heirs: plan.heirs,
    keys: plan.whole,
    kind: 'erasure-ordered',
    objects: plan.objects,
    reason: reason.trim(),
    recordedAt: parts.now().toISOString(),
    replaced: plan.replaced,
    rule: decision.rule,
    scope: plan.target.scope,
    scopeIds: plan.target.ids,
    seqs: plan.seqs,
    suppress: plan.suppress.map((hash) => Buffer.from(hash).toString('hex')),
    v: 1,
  };
  const needles = await parts.needlesOf(plan.seqs);
  const order = await parts.append([vaultRecord(record)]);
  return carryOut(parts, order, record, needles);
}

/** Carries out an order that stands in the ledger; also one that a crash interrupted. */
export async function carryOut(
  parts: EraseParts,
  order: number,
  record: ErasureOrderedRecord,
  needles: readonly Uint8Array[],
): Promise<Certificate> {
  const suppress = record.suppress.map((hash) => new Uint8Array(Buffer.from(hash, 'hex')));
  const pages = await parts.erase({
    order,
    seqs: record.seqs,
    whole: record.keys,
    replaced: record.replaced,
    suppress,
  });
  const segmentsRewritten = await parts.eraseFromIndex([...seqsOfRuns(record.seqs)]);
  const objects = { removed: 0, absent: 0, locked: 0 };
  for (const name of record.objects) objects[await parts.removeObject(name)]++;
  await parts.truncateLogs();
  const scan = await parts.scan(needles);
  if (scan.found > 0) throw new ServerError('scan-found', { count: scan.found });
  const now = parts.now();
  const done: ErasureDoneRecord = {
    entries: countOf(record.seqs),
    keysDestroyed: record.keys.length + record.replaced.length,
    kind: 'erasure-done',
    noCopyAfter: noCopyAfter(now, []).toISOString(),
    objectsRemoved: objects.removed,
    ...(objects.locked === 0 ? {} : { objectsLocked: objects.locked }),
    order,
    pages,
    recordedAt: now.toISOString(),
    rule: record.rule,
    scannedBytes: scan.bytes,
    scannedFiles: scan.files,
    scannedFor: needles.length,
    segmentsRewritten,
    v: 1,
  };
  const seq = await parts.append([vaultRecord(done)]);
  await parts.publish();
  return { ...done, seq };
}

function vaultRecord(record: ErasureOrderedRecord | ErasureDoneRecord): NewRecord {
  return { subject: 0, conversation: 0, month: 0, record };
}

function countOf(runs: readonly number[]): number {
  return pairsOf(runs).reduce((sum, [, count]) => sum + count, 0);
}
