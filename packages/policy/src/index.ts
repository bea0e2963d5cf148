// Pure decisions with their reasons: what may be erased and when, what may be sent, what a text must not hold. Packs are data; nothing
// here reads a clock or a disk.

export { type CellDecision, type CellScope, type ConversationMark, cellOf } from './cell.ts';
export { type Allowed, allow, type Decision, type Refused, refuse, type Waits, wait } from './decision.ts';
export { decideErasure, type ErasureRequest, noCopyAfter } from './erasure.ts';
export { isLintRefused, type LintFinding, lintOutgoing } from './lint/lint-outgoing.ts';
export type { Confidence } from './lint/number-rules.ts';
export {
  type AfterError,
  type Attempts,
  afterError,
  type ErrorAct,
  type ErrorScope,
  type PlatformAct,
  type PlatformError,
} from './sending/after-error.ts';
export { decideSend, type SendDecision } from './sending/decide-send.ts';
export { pairFreeFrom } from './sending/pair-rate.ts';
export type { SendFacts, TemplateCategory, TemplateState } from './sending/send-facts.ts';
export type { SendDelay, SendRefusal } from './sending/send-rules.ts';
export { eraseFromOf, isDue, WITHDRAWAL_RULE } from './withdrawal.ts';
