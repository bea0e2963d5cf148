/**
 * The text form of signed notes (c2sp.org/signed-note): splitting and joining, to the letter. Signatures are not checked
 * here; nothing in a note means anything before `verifyNote` has said so.
 */
import { decodeBase64, encodeBase64 } from './base64.ts';
import { concatBytes, fromHex, readText, toHex } from './bytes.ts';
import { VerifierError } from './error.ts';
import { expectKeyName, isKeyName } from './key-name.ts';

/** Signatures beyond this make a note malformed: each may cost a signature check. */
export const MAX_NOTE_SIGNATURES = 100;

const KEY_ID_BYTES = 4;
const DASH = '\u2014 ';

/** One signature line. */
export interface NoteSignature {
  readonly name: string;
  /** Eight lower-case hex digits. */
  readonly keyId: string;
  /** What follows the key id; its shape is the key type's. */
  readonly signature: Uint8Array;
}

/** A note: what was signed, and by whom it says it was. */
export interface Note {
  /** The signed text, its final newline included. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** Splits a signed note. Throws `not-utf8` and the `note-…` codes. */
export function parseNote(input: string | Uint8Array): Note {
  const note = readText(input, 'note');
  expectNoControls(note);
  if (!note.endsWith('\n')) throw new VerifierError('note-unterminated', { what: 'note' });
  const blank = note.lastIndexOf('\n\n');
  const lines = note.slice(blank + 2, -1).split('\n');
  if (blank < 0 || blank + 2 === note.length) throw new VerifierError('note-no-signatures', { what: 'note' });
  if (lines.length > MAX_NOTE_SIGNATURES) throw new VerifierError('note-too-many-signatures', { what: 'note' });
  return { text: note.slice(0, blank + 1), signatures: lines.map(parseSignatureLine) };
}

/** Joins a text that ends in a newline and at least one signature. Throws what reading it back would throw. */
export function formatNote({ text, signatures }: Note): string {
  if (!text.endsWith('\n')) throw new VerifierError('note-unterminated', { what: 'note text' });
  const note = `${text}\n${signatures.map(formatSignatureLine).join('')}`;
  parseNote(note);
  return note;
}

/** `— name base64(key id ‖ signature)` and a newline: what a witness answers with. Throws `key-name-malformed`. */
export function formatSignatureLine({ name, keyId, signature }: NoteSignature): string {
  expectKeyName(name);
  const id = fromHex(keyId);
  if (id.length !== KEY_ID_BYTES) throw new VerifierError('wrong-length', { what: 'key id' });
  return `${DASH}${name} ${encodeBase64(concatBytes(id, signature))}\n`;
}

function parseSignatureLine(line: string, index: number): NoteSignature {
  const [name, encoded, ...rest] = line.startsWith(DASH) ? line.slice(DASH.length).split(' ') : [];
  if (name === undefined || encoded === undefined || rest.length > 0 || !isKeyName(name)) {
    throw new VerifierError('note-signature-line-malformed', { what: 'note', index });
  }
  const bytes = readSignature(encoded, index);
  return { name, keyId: toHex(bytes.subarray(0, KEY_ID_BYTES)), signature: bytes.subarray(KEY_ID_BYTES) };
}

function readSignature(encoded: string, index: number): Uint8Array {
  try {
    const bytes = decodeBase64(encoded);
    if (bytes.length > KEY_ID_BYTES) return bytes;
  } catch (cause) {
    throw new VerifierError('note-signature-line-malformed', { what: 'note', index, cause });
  }
  throw new VerifierError('note-signature-line-malformed', { what: 'note', index });
}

function expectNoControls(note: string): void {
  for (let i = 0; i < note.length; i++) {
    const code = note.charCodeAt(i);
    if (code < 0x20 && code !== 0x0a) throw new VerifierError('note-control-character', { what: 'note', offset: i });
  }
}
