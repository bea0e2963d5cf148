/** Checkpoints as the ledger signs, keeps and reads them (c2sp.org/tlog-checkpoint). It decides nothing about a tree. */
import {
  ALG_ED25519,
  type Checkpoint,
  formatCheckpoint,
  formatNote,
  type NoteKey,
  noteKey,
  VerifierError,
  verifyCheckpoint,
} from '@acta/verifier';
import { LedgerError } from '../error.ts';
import { sha256 } from '../hashing.ts';
import { type LogSigner, verifyEd25519 } from './signer.ts';

/** A checkpoint with the note that states it. */
export interface SignedCheckpoint extends Checkpoint {
  /** The signed note, verbatim. */
  readonly note: string;
}

/** Whose checkpoints are believed. */
export interface LogIdentity {
  readonly origin: string;
  readonly logKey: NoteKey;
}

/** The key that checks what a signer signed. */
export function logKeyOf({ name, publicKey }: LogSigner): NoteKey {
  return noteKey(sha256, { name, alg: ALG_ED25519, publicKey });
}

/** Signs a checkpoint and checks the signature before it is believed. Throws `checkpoint-refused`. */
export async function signCheckpoint(checkpoint: Checkpoint, signer: LogSigner): Promise<SignedCheckpoint> {
  const text = formatCheckpoint(checkpoint);
  const { name, keyId } = logKeyOf(signer);
  const signature = await signer.sign(Buffer.from(text, 'utf8'));
  const note = formatNote({ text, signatures: [{ name, keyId, signature }] });
  return readCheckpoint(note, { origin: checkpoint.origin, logKey: logKeyOf(signer) });
}

/** Reads a stored note. Throws `checkpoint-refused` if it is malformed, not signed by the log's key or of another log. */
export async function readCheckpoint(note: string, { origin, logKey }: LogIdentity): Promise<SignedCheckpoint> {
  const signed = await verifyCheckpoint({ note, logKey, origin, verifyEd25519 }).catch((cause: unknown) => {
    if (cause instanceof VerifierError) throw new LedgerError('checkpoint-refused', { cause });
    throw cause;
  });
  if (signed.verdict === 'refused') throw new LedgerError('checkpoint-refused');
  const { size, root } = signed.checkpoint;
  return { origin, size, root, note };
}
