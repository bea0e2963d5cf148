// Writes vkeys, notes, cosignatures and checkpoints straight from the text of their specifications, without the verifier's code.
import { sha256, type VectorKey } from './node-primitives.ts';

/** The four bytes that name a key of a signature type. */
export function idOf(key: VectorKey, type: number): Buffer {
  return Buffer.from(sha256(Buffer.concat([Buffer.from(`${key.name}\n`), Buffer.of(type), key.publicKey]))).subarray(
    0,
    4,
  );
}

export function vkeyOf(key: VectorKey, type = 1): string {
  const encoded = Buffer.concat([Buffer.of(type), key.publicKey]).toString('base64');
  return `${key.name}+${idOf(key, type).toString('hex')}+${encoded}`;
}

export function lineOf(name: string, id: Uint8Array, signature: Uint8Array): string {
  return `\u2014 ${name} ${Buffer.concat([id, signature]).toString('base64')}\n`;
}

/** The line of a log's own key. */
export function signatureLine(key: VectorKey, text: string): string {
  return lineOf(key.name, idOf(key, 1), key.sign(Buffer.from(text)));
}

/** The line of a witness. */
export function cosignatureLine(key: VectorKey, text: string, time: number): string {
  return lineOf(key.name, idOf(key, 4), cosignaturePayload(key, text, BigInt(time)));
}

export function cosignaturePayload(key: VectorKey, text: string, time: bigint): Buffer {
  const timeBytes = Buffer.alloc(8);
  timeBytes.writeBigUInt64BE(time);
  return Buffer.concat([timeBytes, key.sign(Buffer.from(`cosignature/v1\ntime ${time}\n${text}`))]);
}

export function checkpointText(origin: string, size: number | string, root: Uint8Array): string {
  return `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;
}
