// The keyed blind index: digests by which a name, a number, a title or a file's hash is found again without standing
// anywhere. Digests under one key of the cell; a thief of the database cannot test guesses.

import { hash } from 'node:crypto';

export type BlindKind =
  | 'title'
  | 'name'
  | 'phone'
  | 'file'
  | 'query'
  | 'entry'
  | 'me'
  | 'bsuid'
  | 'channel'
  | 'wamid'
  | 'piece'
  | 'callback'
  | 'content'
  | 'idempotency';

/** HMAC-SHA256 over kind and parts, cut to 16 bytes. Parts are length-prefixed, so that no two lists collide. */
export type BlindIndex = (kind: BlindKind, ...parts: readonly (string | number)[]) => Uint8Array;

const BLOCK_BYTES = 64;
const HASH_BYTES = 32;
const DIGEST_BYTES = 16;
const USUAL_BYTES = 1_024;

/** The blind index of a cell. `key` has 32 bytes. Two one-shot hashes (RFC 2104): an Hmac object costs five times as much. */
export function blindIndex(key: Uint8Array): BlindIndex {
  // What is hashed is laid out behind each block, in memory that is used again.
  let inner = Buffer.concat([padded(key, 0x36), Buffer.alloc(USUAL_BYTES)]);
  const outer = Buffer.concat([padded(key, 0x5c), Buffer.alloc(HASH_BYTES)]);
  return (kind, ...parts) => {
    let said = `acta/blind/v1\n${kind}\n`;
    for (const part of parts) {
      const text = String(part);
      said += `${text.length}:${text}\n`;
    }
    const mostBytes = BLOCK_BYTES + said.length * 3;
    if (mostBytes > inner.length) inner = Buffer.concat([inner.subarray(0, BLOCK_BYTES), Buffer.alloc(mostBytes)]);
    const end = BLOCK_BYTES + inner.write(said, BLOCK_BYTES, 'utf8');
    // A digest crosses from OpenSSL as a binary string: a Buffer a call costs three times as much.
    outer.write(hash('sha256', inner.subarray(0, end), 'binary'), BLOCK_BYTES, 'binary');
    const told = hash('sha256', outer, 'binary');
    const digest = new Uint8Array(DIGEST_BYTES);
    for (let at = 0; at < DIGEST_BYTES; at++) digest[at] = told.charCodeAt(at);
    return digest;
  };
}

/** Answers that are remembered: some megabytes. */
const MOST_REMEMBERED = 32_768;

/** The same index, which remembers what it was asked: for work that asks for the same again and again. */
export function rememberingBlindIndex(blind: BlindIndex): BlindIndex {
  const known = new Map<string, Uint8Array>();
  return (kind, ...parts) => {
    let asked: string = kind;
    for (const part of parts) {
      const text = String(part);
      asked += `\n${text.length}:${text}`;
    }
    let digest = known.get(asked);
    if (digest === undefined) {
      if (known.size >= MOST_REMEMBERED) known.clear();
      digest = blind(kind, ...parts);
      known.set(asked, digest);
    }
    return digest;
  };
}

function padded(key: Uint8Array, pad: number): Uint8Array {
  return Uint8Array.from({ length: BLOCK_BYTES }, (_, at) => (key[at] ?? 0) ^ pad);
}

/** The digest of which `digestKey` made this key. */
export function digestOfKey(key: string): Uint8Array {
  return Buffer.from(key, 'latin1');
}

const KEPT = Buffer.alloc(DIGEST_BYTES);

/** A digest as a key of a map. */
export function digestKey(digest: Uint8Array): string {
  if (digest.length > DIGEST_BYTES) return Buffer.from(digest).toString('latin1');
  KEPT.set(digest);
  return KEPT.toString('latin1', 0, digest.length);
}
