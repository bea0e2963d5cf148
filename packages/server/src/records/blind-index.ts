// The keyed blind index: digests by which a name, a number, a title or a file's hash is found again without standing
// anywhere. Digests under one key of the cell; a thief of the database cannot test guesses.

import { createHmac } from 'node:crypto';

export type BlindKind = 'title' | 'name' | 'phone' | 'file' | 'query' | 'entry' | 'me';

/** HMAC-SHA256 over kind and parts, cut to 16 bytes. Parts are length-prefixed, so that no two lists collide. */
export type BlindIndex = (kind: BlindKind, ...parts: readonly (string | number)[]) => Uint8Array;

/** The blind index of a cell. `key` has 32 bytes. */
export function blindIndex(key: Uint8Array): BlindIndex {
  return (kind, ...parts) => {
    const mac = createHmac('sha256', key).update(`acta/blind/v1\n${kind}\n`);
    for (const part of parts) {
      const text = String(part);
      mac.update(`${text.length}:${text}\n`);
    }
    return new Uint8Array(mac.digest().subarray(0, 16));
  };
}
