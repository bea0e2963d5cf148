// A short keyed digest of an entry's raw lines, to see whether two files wrote an entry with the very same bytes.
// Keyed by a number that the files' authors do not know, so that nobody can make two lines meet.

import { hash } from 'node:crypto';
import type { EntryRecord } from '../records/conversation.ts';

/** Digests of 48 bits, as numbers. */
export type RawDigest = (
  entry: Pick<EntryRecord, 'raw' | 'raw64'> | { readonly raw: string; readonly rawBytes?: Uint8Array },
) => number;

/** The digest under a seed. */
export function rawDigestWith(seed: string): RawDigest {
  return (entry) => {
    const bytes =
      'rawBytes' in entry && entry.rawBytes !== undefined ? Buffer.from(entry.rawBytes).toString('base64') : undefined;
    const raw = bytes ?? ('raw64' in entry ? entry.raw64 : undefined) ?? `=${entry.raw ?? ''}`;
    return hash('sha256', seed + raw, 'buffer').readUIntBE(0, 6);
  };
}
