// Who and what must not come back by an import: keyed digests of an erased person, conversation, file or entry.
// The key store keeps the list; here stands how a digest is made, so that erasing and importing agree.

import type { BlindIndex } from './blind-index.ts';
import { foldedName, foldedTitle, lineOf, phoneOfName } from './identity.ts';

const DIGEST_BYTES = 16;

/** The list as it stood at one moment: digests of 16 bytes in ascending order, one after another. */
export class SuppressedHashes {
  private readonly sorted: Buffer;

  constructor(sorted: Uint8Array) {
    this.sorted = Buffer.from(sorted.buffer, sorted.byteOffset, sorted.byteLength);
  }

  get isEmpty(): boolean {
    return this.sorted.length === 0;
  }

  has(hash: Uint8Array): boolean {
    let low = 0;
    let high = this.sorted.length / DIGEST_BYTES;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const at = middle * DIGEST_BYTES;
      const order = this.sorted.compare(hash, 0, hash.length, at, at + DIGEST_BYTES);
      if (order === 0) return true;
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return false;
  }
}

/** The list, as intake asks it. */
export interface SuppressionList {
  suppressed(): Promise<SuppressedHashes>;
  readmit(hashes: readonly Uint8Array[]): Promise<number>;
}

/** Digests under which an erased person is suppressed: the name inside the conversation's title, and the number anywhere. */
export function personSuppressions(blind: BlindIndex, title: string, name: string): Uint8Array[] {
  const phone = phoneOfName(name);
  const byName = blind('name', 'suppressed', foldedTitle(title), foldedName(name));
  return phone === undefined ? [byName] : [byName, phoneSuppression(blind, phone)];
}

/** Digest under which a number is suppressed. */
export function phoneSuppression(blind: BlindIndex, phone: string): Uint8Array {
  return blind('phone', 'suppressed', lineOf(phone));
}

/** Digest under which a whole conversation is suppressed. */
export function titleSuppression(blind: BlindIndex, title: string): Uint8Array {
  return blind('title', 'suppressed', foldedTitle(title));
}

/** Digest under which a file is suppressed. */
export function fileSuppression(blind: BlindIndex, sha256: string): Uint8Array {
  return blind('file', 'suppressed', sha256);
}

/** Digest under which a message of the platform is suppressed. */
export function wamidSuppression(blind: BlindIndex, wamid: string): Uint8Array {
  return messageSuppression(blind, blind('wamid', wamid));
}

/** The same, from the digest under which the tables find the message: nothing need be opened for it. */
export function messageSuppression(blind: BlindIndex, digest: Uint8Array): Uint8Array {
  return blind('wamid', 'suppressed', Buffer.from(digest).toString('hex'));
}

/** Digest under which a single entry is suppressed. `at` counts to the minute. */
export function entrySuppression(
  blind: BlindIndex,
  entry: { readonly title: string; readonly at: string; readonly author?: string | undefined; readonly text: string },
): Uint8Array {
  const author = entry.author === undefined ? '' : foldedName(entry.author);
  return blind('entry', 'suppressed', foldedTitle(entry.title), entry.at.slice(0, 16), author, entry.text);
}

/**
 * Digest under which a single entry that came through a channel is suppressed, whatever a file calls those who speak. `minute` is
 * that of the instant, since 1970.
 */
export function liveEntrySuppression(
  blind: BlindIndex,
  entry: { readonly chat: number; readonly minute: number; readonly speaker: number | 'own'; readonly text: string },
): Uint8Array {
  return blind('entry', 'suppressed', 'live', entry.chat, entry.minute, entry.speaker, entry.text);
}
