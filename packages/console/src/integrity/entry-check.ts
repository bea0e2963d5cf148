// Checks the proof of an entry here, step by step, and believes nothing that the server says of it: the record gives the commitment,
// the commitment stands at its place under the root, the checkpoint with that root is signed by the vault's key.

import {
  commitmentOf,
  defaultOrigin,
  equalBytes,
  fromHex,
  leafHash,
  type NoteKey,
  parseCheckpoint,
  parseTlogProof,
  parseVkey,
  type TlogProof,
  toHex,
  VerifierError,
  type VerifyEd25519,
  verifyCheckpoint,
  verifyInclusion,
} from '@acta/verifier';
import { sha256 } from './sha-256.ts';

/** What the server hands over of an entry. */
export interface ClaimedEntry {
  readonly entry: number;
  readonly state: 'sealed' | 'under-way' | 'erased' | 'missing';
  readonly cell: string;
  readonly origin: string;
  readonly vkey: string;
  readonly commitment?: string;
  readonly proof?: string;
  readonly record?: string;
  readonly salt?: string;
}

/** `unknown`: it cannot be tried here, because what it needs was not handed over or this browser lacks it. */
export type StepResult = 'holds' | 'fails' | 'unknown';

export interface CheckedEntry {
  readonly state: 'checked' | 'under-way' | 'erased' | 'missing' | 'altered';
  readonly record: StepResult;
  readonly place: StepResult;
  readonly checkpoint: StepResult;
  /** Hashes between the entry and the root. */
  readonly steps: number;
  /** What the signed checkpoint states. */
  readonly signed?: { readonly size: number; readonly root: string; readonly keyId: string };
  /** Names of witnesses whose cosignature the checkpoint carries, and whose keys are not known here. */
  readonly witnesses: readonly string[];
}

const UNTRIED = { record: 'unknown', place: 'unknown', checkpoint: 'unknown', steps: 0, witnesses: [] } as const;

/** Tries every step. `verifyEd25519` is undefined where this browser has no way to check a signature. */
export async function checkEntry(
  claimed: ClaimedEntry,
  verifyEd25519: VerifyEd25519 | undefined,
): Promise<CheckedEntry> {
  const { commitment, proof, state } = claimed;
  if (commitment === undefined || proof === undefined)
    return { ...UNTRIED, state: state === 'under-way' ? 'under-way' : 'missing' };
  const read = readOr(() => ({
    parsed: parseTlogProof(proof),
    key: parseVkey(sha256, claimed.vkey),
    data: fromHex(commitment),
  }));
  if (read === undefined) return { ...UNTRIED, state: 'altered', place: 'fails' };
  const { data, key, parsed } = read;
  const record = recordStep(claimed, data);
  const signed = await signedBy(claimed, { parsed, key, verifyEd25519 });
  const place = placeStep(claimed, { parsed, data });
  const isAltered = [record, place, signed.checkpoint].includes('fails');
  return {
    state: isAltered ? 'altered' : stateOf(state),
    record,
    place,
    steps: parsed.proof.length,
    ...signed,
  };
}

function stateOf(state: ClaimedEntry['state']): CheckedEntry['state'] {
  return state === 'sealed' ? 'checked' : state;
}

function recordStep({ cell, origin, record, salt }: ClaimedEntry, data: Uint8Array): StepResult {
  if (record === undefined || salt === undefined) return 'unknown';
  const made = readOr(() => {
    const cellId = fromHex(cell);
    if (defaultOrigin(cellId) !== origin) return undefined;
    return commitmentOf({ sha256, cellId, salt: fromHex(salt), record: new TextEncoder().encode(record) });
  });
  return made !== undefined && equalBytes(made, data) ? 'holds' : 'fails';
}

/** The root is the one of the note, signed or not: whose it is, is the next step's to say. */
function placeStep({ entry }: ClaimedEntry, of: { readonly parsed: TlogProof; readonly data: Uint8Array }): StepResult {
  const { data, parsed } = of;
  const stated = statedBy(parsed.checkpoint);
  if (stated === undefined || parsed.index !== entry) return 'fails';
  const { root, size } = stated;
  const leaf = leafHash(sha256, data);
  return verifyInclusion({ sha256, index: parsed.index, size, leaf, proof: parsed.proof, root }) ? 'holds' : 'fails';
}

async function signedBy(
  { origin }: ClaimedEntry,
  of: { readonly parsed: TlogProof; readonly key: NoteKey; readonly verifyEd25519: VerifyEd25519 | undefined },
): Promise<Pick<CheckedEntry, 'checkpoint' | 'signed' | 'witnesses'>> {
  const { key, parsed, verifyEd25519 } = of;
  if (verifyEd25519 === undefined) return { checkpoint: 'unknown', witnesses: [] };
  try {
    const verdict = await verifyCheckpoint({ note: parsed.checkpoint, logKey: key, origin, verifyEd25519 });
    if (verdict.verdict === 'refused') return { checkpoint: 'fails', witnesses: [] };
    const { root, size } = verdict.checkpoint;
    return {
      checkpoint: 'holds',
      signed: { size, root: toHex(root), keyId: key.keyId },
      witnesses: verdict.unknown.map(({ name }) => name),
    };
  } catch (error) {
    if (error instanceof VerifierError) return { checkpoint: 'fails', witnesses: [] };
    throw error;
  }
}

function statedBy(note: string): { readonly size: number; readonly root: Uint8Array } | undefined {
  const end = note.indexOf('\n\n');
  return end < 0 ? undefined : readOr(() => parseCheckpoint(note.slice(0, end + 1)));
}

/** What is malformed proves nothing. */
function readOr<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof VerifierError) return undefined;
    throw error;
  }
}
