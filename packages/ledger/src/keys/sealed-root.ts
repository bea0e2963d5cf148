/**
 * The root key sealed by a recovery code or by a passphrase, version 1: 78 bytes without a readable word.
 *
 *     u8 1 ‖ u8 kind (1 code, 2 passphrase) ‖ salt (16) ‖ AES-256-GCM box of the root key (32)
 *     AAD: "acta/sealed-root/v1\n" ‖ u8 kind ‖ salt
 *     key: code: HKDF-SHA256(secret, salt, "acta/root-by-code/v1\n"); passphrase: scrypt(NFKC, salt, N 2^17, r 8, p 1)
 *
 * The cost is the version's, never the blob's, so that a blob cannot ask for more memory than that.
 */
import { hkdfSync, scrypt } from 'node:crypto';
import { AEAD_KEY_BYTES, openAead, sealAead } from '../aead.ts';
import { LedgerError } from '../error.ts';
import type { RandomBytes } from '../randomness.ts';
import { parseRecoveryCode } from './recovery-code.ts';

/** What opens a sealed root key. */
export type RootOpener = { readonly code: string } | { readonly passphrase: string };

const VERSION = 1;
const KIND_CODE = 1;
const KIND_PASSPHRASE = 2;
const HEAD_BYTES = 2;
const SALT_BYTES = 16;
const SEALED_ROOT_BYTES = 78;
const TAG = 'acta/sealed-root/v1\n';
const CODE_TAG = 'acta/root-by-code/v1\n';
const SCRYPT = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };

/** Seals a root key of 32 bytes. Throws `key-malformed`, `recovery-code-malformed`, `recovery-code-checksum`. */
export async function sealRoot(of: {
  readonly root: Uint8Array;
  readonly by: RootOpener;
  readonly randomBytes: RandomBytes;
}): Promise<Uint8Array> {
  if (of.root.length !== AEAD_KEY_BYTES) throw new LedgerError('key-malformed', { what: 'root key' });
  const head = Buffer.concat([Uint8Array.of(VERSION, kindOf(of.by)), of.randomBytes(SALT_BYTES)]);
  const key = await keyFrom(of.by, head.subarray(HEAD_BYTES));
  return Buffer.concat([head, sealAead({ key, plain: of.root, aad: aadOf(head), randomBytes: of.randomBytes })]);
}

/**
 * The root key. Throws `sealed-root-malformed`; `sealed-root-refused` for a wrong code or passphrase, or bytes that were
 * altered (the two cannot be told apart); `recovery-code-malformed`, `recovery-code-checksum`.
 */
export async function openSealedRoot(of: {
  readonly sealed: Uint8Array;
  readonly by: RootOpener;
}): Promise<Uint8Array> {
  const { sealed, by } = of;
  const kind = sealed[1];
  const known = kind === KIND_CODE || kind === KIND_PASSPHRASE;
  if (sealed.length !== SEALED_ROOT_BYTES || sealed[0] !== VERSION || !known)
    throw new LedgerError('sealed-root-malformed');
  if (kind !== kindOf(by)) throw new LedgerError('sealed-root-refused');
  const head = sealed.subarray(0, HEAD_BYTES + SALT_BYTES);
  const key = await keyFrom(by, head.subarray(HEAD_BYTES));
  const root = openAead({ key, sealed: sealed.subarray(head.length), aad: aadOf(head) });
  if (root === undefined) throw new LedgerError('sealed-root-refused');
  return root;
}

function kindOf(by: RootOpener): number {
  return 'code' in by ? KIND_CODE : KIND_PASSPHRASE;
}

function aadOf(head: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(TAG, 'latin1'), head.subarray(1)]);
}

async function keyFrom(by: RootOpener, salt: Uint8Array): Promise<Uint8Array> {
  if ('passphrase' in by) return stretch(by.passphrase, salt);
  const secret = parseRecoveryCode(by.code);
  return new Uint8Array(hkdfSync('sha256', secret, salt, Buffer.from(CODE_TAG, 'latin1'), AEAD_KEY_BYTES));
}

function stretch(passphrase: string, salt: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, AEAD_KEY_BYTES, SCRYPT, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}
