// All bytes of a file in one number, by which the same bytes are known again, whatever the file is called.

import { createHash } from 'node:crypto';

/** SHA-256 over the pieces, as hex (64 digits). Rejects as reading them does. */
export async function fileDigest(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}
