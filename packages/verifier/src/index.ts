/** What other packages and strangers may use to check a ledger. Everything else in this folder is private. */
export { decodeBase64, encodeBase64 } from './base64.ts';
export { equalBytes, fromHex, toHex } from './bytes.ts';
export { type CanonicalValue, canonicalise, MAX_CANONICAL_DEPTH, parseCanonical } from './canonical.ts';
export { isCanonical, isCanonicalMember, isCanonicalText } from './canonical-check.ts';
export {
  type Checkpoint,
  type CheckpointClaim,
  type CheckpointRefusal,
  type CheckpointVerdict,
  formatCheckpoint,
  type ParsedCheckpoint,
  parseCheckpoint,
  verifyCheckpoint,
  type WitnessedAt,
} from './checkpoint.ts';
export {
  CELL_ID_BYTES,
  COMMITMENT_BYTES,
  type CommitmentParts,
  Committer,
  commitmentOf,
  SALT_BYTES,
} from './commitment.ts';
export { type ConsistencyClaim, verifyConsistency } from './consistency.ts';
export {
  type Cosignature,
  type CosignatureClaim,
  cosignatureKeyId,
  cosignedMessage,
  encodeCosignature,
  parseCosignature,
  verifyCosignature,
} from './cosignature.ts';
export { encodeEntries, parseEntries } from './entries.ts';
export { VerifierError, type VerifierErrorCode, type VerifierErrorCoordinates } from './error.ts';
export {
  checkEvidence,
  defaultOrigin,
  type EvidenceClaim,
  type EvidencePart,
  type EvidenceVerdict,
} from './evidence.ts';
export { EVIDENCE_FILE, type Evidence, formatEvidence, parseEvidence } from './evidence-files.ts';
export {
  emptyRoot,
  HASH_BYTES,
  leafHash,
  nodeHash,
  type Sha256,
  type TreeHashes,
  type VerifyEd25519,
} from './hashing.ts';
export { type InclusionClaim, verifyInclusion } from './inclusion.ts';
export {
  formatNote,
  formatSignatureLine,
  MAX_NOTE_SIGNATURES,
  type Note,
  type NoteSignature,
  parseNote,
} from './note.ts';
export {
  ALG_COSIGNATURE,
  ALG_ED25519,
  formatVkey,
  keyId,
  type NoteAlg,
  type NoteKey,
  noteKey,
  parseVkey,
} from './note-key.ts';
export { type NoteClaim, type NoteVerdict, type VerifiedSignature, verifyNote } from './note-verification.ts';
export { entriesPath, parseTilePath, TILE_WIDTH, type Tile, type TilePath, tilePath, tilesOf } from './tile.ts';
export {
  formatTlogProof,
  parseTlogProof,
  type TlogProof,
  type TlogProofClaim,
  type TlogProofVerdict,
  verifyTlogProof,
} from './tlog-proof.ts';
export { CompactTree, rootOf } from './tree.ts';
