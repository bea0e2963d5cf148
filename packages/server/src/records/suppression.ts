// Who and what must not come back by an import: keyed digests of an erased person, conversation, file or entry.
// The key store keeps the list; here stands how a digest is made, so that erasing and importing agree.

import type { BlindIndex } from './blind-index.ts';
import { foldedName, foldedTitle, lineOf, phoneOfName } from './identity.ts';

/** The list, as intake asks it. */
export interface SuppressionList {
  hasSuppressions(): boolean;
  suppressedBy(hash: Uint8Array): number | undefined;
  readmit(hashes: readonly Uint8Array[]): number;
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

/** Digest under which a single entry is suppressed. `at` counts to the minute. */
export function entrySuppression(
  blind: BlindIndex,
  entry: { readonly title: string; readonly at: string; readonly author?: string | undefined; readonly text: string },
): Uint8Array {
  const author = entry.author === undefined ? '' : foldedName(entry.author);
  return blind('entry', 'suppressed', foldedTitle(entry.title), entry.at.slice(0, 16), author, entry.text);
}
