/** Names of keys in notes (c2sp.org/signed-note, "Format"): not empty, no Unicode space, no plus sign. */
import { VerifierError } from './error.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what a name must not hold.
const UNFIT = /[\u0000-\u001f+\p{White_Space}]/u;

/** True for a name that a signature line can carry. */
export function isKeyName(name: string): boolean {
  return name.length > 0 && name.isWellFormed() && !UNFIT.test(name);
}

/** Asserts such a name. Throws `key-name-malformed`. */
export function expectKeyName(name: string): void {
  if (!isKeyName(name)) throw new VerifierError('key-name-malformed', { what: 'key name' });
}
