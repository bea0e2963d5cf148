/**
 * The folder that carries evidence for one record. Four files, nothing else is read:
 *   record.json       the record's canonical bytes, no newline after them
 *   evidence.json     canonical JSON {"cell": 32 hex digits, "salt": 32 hex digits, "seq": number, "v": 1}
 *   proof.tlog-proof  the proof with its signed checkpoint (c2sp.org/tlog-proof)
 *   log.vkey          the log's key and a newline, for convenience: a checker who trusts nobody brings their own
 */
import { expectLength, fromHex, fromUtf8, toHex, utf8 } from './bytes.ts';
import { type CanonicalValue, canonicalise, parseCanonical } from './canonical.ts';
import { CELL_ID_BYTES, SALT_BYTES } from './commitment.ts';
import { isCount } from './decimal.ts';
import { VerifierError } from './error.ts';

/** The names of the files in the folder. */
export const EVIDENCE_FILE: {
  readonly record: 'record.json';
  readonly evidence: 'evidence.json';
  readonly proof: 'proof.tlog-proof';
  readonly key: 'log.vkey';
} = { record: 'record.json', evidence: 'evidence.json', proof: 'proof.tlog-proof', key: 'log.vkey' };

/** What the folder says: with `sha256` and `verifyEd25519` added, an `EvidenceClaim`. */
export interface Evidence {
  /** Canonical bytes. */
  readonly record: Uint8Array;
  /** 16 bytes. */
  readonly salt: Uint8Array;
  /** 16 bytes. */
  readonly cellId: Uint8Array;
  readonly seq: number;
  readonly proof: string;
  /** Without a newline. */
  readonly vkey: string;
}

const VERSION = 1;
const HEX_ID = /^[0-9a-f]{32}$/;

/** The files by name. Throws `wrong-length`, `out-of-range`, and what reading the record back would throw. */
export function formatEvidence(evidence: Evidence): ReadonlyMap<string, Uint8Array> {
  expectLength(evidence.cellId, CELL_ID_BYTES, 'cell id');
  expectLength(evidence.salt, SALT_BYTES, 'salt');
  if (!isCount(evidence.seq)) throw new VerifierError('out-of-range', { what: 'seq' });
  parseCanonical(evidence.record);
  const { seq, salt, cellId } = evidence;
  const about = canonicalise({ cell: toHex(cellId), salt: toHex(salt), seq, v: VERSION });
  return new Map([
    [EVIDENCE_FILE.record, evidence.record],
    [EVIDENCE_FILE.evidence, utf8(about)],
    [EVIDENCE_FILE.proof, utf8(evidence.proof)],
    [EVIDENCE_FILE.key, utf8(`${evidence.vkey}\n`)],
  ]);
}

/** Reads the files by name. Throws `evidence-file-missing`, `evidence-malformed`, `not-utf8` and the `json-…` codes. */
export function parseEvidence(files: ReadonlyMap<string, Uint8Array>): Evidence {
  const about = readAbout(parseCanonical(file(files, EVIDENCE_FILE.evidence)));
  return {
    ...about,
    record: file(files, EVIDENCE_FILE.record),
    proof: fromUtf8(file(files, EVIDENCE_FILE.proof), EVIDENCE_FILE.proof),
    vkey: withoutNewline(fromUtf8(file(files, EVIDENCE_FILE.key), EVIDENCE_FILE.key)),
  };
}

function readAbout(about: CanonicalValue): Pick<Evidence, 'cellId' | 'salt' | 'seq'> {
  const members = typeof about === 'object' && about !== null ? new Map(Object.entries(about)) : new Map();
  const [cell, salt, seq] = [members.get('cell'), members.get('salt'), members.get('seq')];
  const fit = members.size === 4 && members.get('v') === VERSION && isHexId(cell) && isHexId(salt);
  if (!fit || typeof seq !== 'number' || !isCount(seq)) {
    throw new VerifierError('evidence-malformed', { what: EVIDENCE_FILE.evidence });
  }
  return { cellId: fromHex(cell), salt: fromHex(salt), seq };
}

function isHexId(value: unknown): value is string {
  return typeof value === 'string' && HEX_ID.test(value);
}

function file(files: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const bytes = files.get(name);
  if (bytes === undefined) throw new VerifierError('evidence-file-missing', { what: name });
  return bytes;
}

function withoutNewline(text: string): string {
  return text.endsWith('\n') ? text.slice(0, -1) : text;
}
