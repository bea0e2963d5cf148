// Pure decisions with their reasons: what may be erased and when. Packs are data; nothing here reads a clock or a disk.

export { type CellDecision, type CellScope, type ConversationMark, cellOf } from './cell.ts';
export { allow, type Decision, refuse } from './decision.ts';
export { decideErasure, type ErasureRequest, noCopyAfter } from './erasure.ts';
export { eraseFromOf, isDue, WITHDRAWAL_RULE } from './withdrawal.ts';
