// Whether an erasure may be carried out, and until when a copy of a destroyed key could still exist.

import { allow, type Decision, refuse } from './decision.ts';

/** What is asked to be erased, in numbers. */
export interface ErasureRequest {
  /** Why, in the words of whoever orders it. */
  readonly reason: string;
  readonly entries: number;
  readonly keys: number;
}

const REASON_LIMIT = 1_000;

/** Decides an erasure ordered by the operator of a vault without an owner's account. */
export function decideErasure(request: ErasureRequest): Decision {
  const reason = request.reason.trim();
  if (reason === '') return refuse('acta/erasure/reason', 'reason-missing');
  if (reason.length > REASON_LIMIT) return refuse('acta/erasure/reason', 'reason-long');
  if (request.entries === 0 && request.keys === 0) return refuse('acta/erasure/scope', 'nothing-held');
  return allow('acta/erasure/operator');
}

/**
 * The moment after which no backup of the key store can hold a key destroyed at `destroyedAt`: the longest time any
 * such backup is kept, later.
 */
export function noCopyAfter(destroyedAt: Date, keptMs: readonly number[]): Date {
  return new Date(destroyedAt.getTime() + Math.max(0, ...keptMs));
}
