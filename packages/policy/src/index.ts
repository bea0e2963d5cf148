// Pure decisions with their reasons: what may be erased and when, what may be sent, what a text must not hold, what
// input should be. Packs are data; nothing here reads a clock or a disk.

export { type CellDecision, type CellScope, type ConversationMark, cellOf } from './cell.ts';
export { type Allowed, allow, type Decision, type Refused, refuse, type Waits, wait } from './decision.ts';
export { decideErasure, type ErasureRequest, noCopyAfter } from './erasure.ts';
export { isLintRefused, type LintFinding, lintOutgoing } from './lint/lint-outgoing.ts';
export type { Confidence } from './lint/number-rules.ts';
export { checkField } from './quality/check-field.ts';
export { checkIncoming, type IncomingFields } from './quality/check-incoming.ts';
export { checkMedia } from './quality/check-media.ts';
export {
  type CharacterClass,
  type FieldTemplate,
  flagText,
  type InputRule,
  type InputSource,
  type QualityFlag,
  type RuleCheck,
} from './quality/input-rule.ts';
export { inputRules } from './quality/input-rules.ts';
export { type MediaKind, mediaKindOf, SIGNATURE_BYTES } from './quality/media-signature.ts';
export {
  LONGEST_FIELD_VALUE,
  PERSON_FIELD_TEMPLATES,
  PERSON_FIELD_TYPES,
  type PersonFieldBreak,
  type PersonFieldRule,
  type PersonFieldRuleFault,
  personFieldBreak,
  personFieldRuleFault,
} from './quality/person-field.ts';
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
export {
  type FileKind,
  isFileFor,
  isStillTooLarge,
  uploadLimitOf,
} from './sending/upload-rules.ts';
export { type Wish, wishIn } from './sending/wish-words.ts';
export { eraseFromOf, isDue, WITHDRAWAL_RULE } from './withdrawal.ts';
