/**
 * A quick no: most messages start unlike any phrase of the app. Three characters are hashed into a table of bits, so no
 * string is made for them.
 */
import { missedVideo, missedVoice } from './phrases-call.ts';
import { deletedPhrases, deletedStarts } from './phrases-deleted.ts';
import { encryptionStarts } from './phrases-encryption.ts';
import { omittedPhrases } from './phrases-omitted.ts';
import { liveLocations, pollLabels } from './phrases-structured.ts';
import { waitingStarts } from './phrases-waiting.ts';

const bits = new Uint8Array(65_536);

function slot(text: string, from: number): number {
  return (
    ((text.charCodeAt(from) | 32) * 31 * 31 +
      (text.charCodeAt(from + 1) | 32) * 31 +
      (text.charCodeAt(from + 2) | 32)) &
    0xffff
  );
}

for (const phrases of [
  missedVideo,
  missedVoice,
  deletedPhrases,
  deletedStarts,
  encryptionStarts,
  omittedPhrases.keys(),
  liveLocations,
  pollLabels,
  waitingStarts,
]) {
  for (const phrase of phrases) {
    bits[slot(phrase, 0)] = 1;
    bits[slot(phrase.toUpperCase(), 0)] = 1;
    bits[slot(phrase.charAt(0).toUpperCase() + phrase.slice(1), 0)] = 1;
  }
}

/** Whether a text of three characters or more could start with a phrase. */
export function mayBePhrase(text: string): boolean {
  return bits[slot(text, 0)] === 1;
}
