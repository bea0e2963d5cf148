/** What other packages may use of the ledger. Everything else in this folder is private. */
export { type CapturePlace, openCapture, sealCapture } from './capture-frame.ts';
export { LedgerError, type LedgerErrorCode, type LedgerErrorCoordinates } from './error.ts';
export { sha256 } from './hashing.ts';
export { deriveKey } from './keys/derive.ts';
export { newRecoveryCode, parseRecoveryCode } from './keys/recovery-code.ts';
export { openSealedRoot, type RootOpener, sealRoot } from './keys/sealed-root.ts';
export { type KeyPlace, unwrapKey, WRAPPED_KEY_BYTES, wrapKey } from './keys/wrap.ts';
export { exportLog, type LogToExport } from './log/export-log.ts';
export { type Appended, type CopiedRows, Log, type LogParts } from './log/log.ts';
export { consistencyProof, type EntryProof, inclusionProof, proveEntry } from './log/proofs.ts';
export { type LogIdentity, logKeyOf, readCheckpoint, type SignedCheckpoint } from './log/signed-checkpoint.ts';
export { type LogSigner, signerOf, verifyEd25519 } from './log/signer.ts';
export { objectNameHash } from './object/format.ts';
export { type ObjectContent, type ObjectToOpen, openObject } from './object/open-object.ts';
export { type ContentToSeal, type SealedObject, sealObject } from './object/seal-object.ts';
export { padme } from './padme.ts';
export {
  batchOf,
  buffersOfSealed,
  pageRowsOf,
  type RecordBatch,
  type SealedPages,
  wipeBatch,
} from './page/batch.ts';
export { pageHash } from './page/format.ts';
export {
  type BrokenStrip,
  type Entry,
  type OpenPage,
  type OpenRecord,
  openPage,
  openRecord,
  type PageToOpen,
  pageKeys,
} from './page/open.ts';
export { RecordBuffer, type RecordWriter } from './page/record-buffer.ts';
export { type NewKey, type PageToReseal, resealPage } from './page/reseal.ts';
export { type CommitDrafts, type Draft, sealCommit, sealingPages, sealPages } from './page/seal.ts';
export { entryIn, type RecordPlace, SealedPage } from './page/sealed-page.ts';
export { MAX_RECORD_BYTES, type OpenStrip } from './page/strip.ts';
export type { RandomBytes } from './randomness.ts';
export type {
  BundleRow,
  DataKeys,
  KeyId,
  LogChange,
  LogReader,
  LogStore,
  PageRow,
  TileRow,
} from './store.ts';
export type {
  AlteredReason,
  FaultySubject,
  Finding,
  LogReport,
  MissingReason,
} from './verify/report.ts';
export { type OpenedStrips, openStrips, type StripOpener, type StripsToOpen } from './verify/strip-opening.ts';
export { type DeepCheck, type KnownTree, type LogToVerify, verifyLog } from './verify/verify-log.ts';
