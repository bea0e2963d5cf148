// How keys and secrets are wrapped for a key server: by a key that is derived from the root, bound to the cell, their id and what they
// are for. Bytes in, bytes out; it keeps none.

import { randomBytes } from 'node:crypto';
import { deriveKey, type KeyId, LedgerError, unwrapKey, wrapKey } from '@acta/ledger';

const RECORD_KEY = 'data key';
const SECRET = 'secret ';
const PROOF = 'proof';
const KEY_BYTES = 32;

export class KeyWrapping {
  private readonly cellId: Uint8Array;
  private readonly by: Uint8Array;

  constructor(root: Uint8Array, cellId: Uint8Array) {
    this.cellId = cellId;
    this.by = deriveKey(root, 'acta/wrapping/v1', KEY_BYTES);
  }

  wrapKey(id: KeyId, key: Uint8Array): Uint8Array {
    return this.wrap(id, RECORD_KEY, key);
  }

  /** Throws `wrapped-key-malformed`, `wrapped-key-refused`. */
  unwrapKey(id: KeyId, wrapped: Uint8Array): Uint8Array {
    return this.unwrap(id, RECORD_KEY, wrapped);
  }

  wrapSecret(name: string, secret: Uint8Array): Uint8Array {
    return this.wrap(0, SECRET + name, secret);
  }

  /** Throws `wrapped-key-malformed`, `wrapped-key-refused`. */
  unwrapSecret(name: string, wrapped: Uint8Array): Uint8Array {
    return this.unwrap(0, SECRET + name, wrapped);
  }

  /** Something that this root opens, and no other. */
  makeProof(): Uint8Array {
    return this.wrap(0, PROOF, randomBytes(KEY_BYTES));
  }

  /** Whether a proof was made under this root. */
  isProof(proof: Uint8Array): boolean {
    try {
      return this.unwrap(0, PROOF, proof).length === KEY_BYTES;
    } catch (error) {
      if (error instanceof LedgerError) return false;
      throw error;
    }
  }

  private wrap(keyId: KeyId, purpose: string, key: Uint8Array): Uint8Array {
    return wrapKey({ cellId: this.cellId, keyId, purpose, key, by: this.by, randomBytes });
  }

  private unwrap(keyId: KeyId, purpose: string, wrapped: Uint8Array): Uint8Array {
    return unwrapKey({ cellId: this.cellId, keyId, purpose, wrapped, by: this.by });
  }
}
