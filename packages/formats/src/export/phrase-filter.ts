/**
 * A quick no: most messages start unlike any phrase of the app. Four characters are hashed into a table of bits, so no
 * string is made for them.
 */
import { missedVideo, missedVoice } from './phrases-call.ts';
import { deletedPhrases, deletedStarts } from './phrases-deleted.ts';
import { encryptionStarts } from './phrases-encryption.ts';
import { omittedPhrases } from './phrases-omitted.ts';
import { liveLocations, pollLabels } from './phrases-structured.ts';
import { waitingStarts } from './phrases-waiting.ts';

const bits = new Uint8Array(65_536);
const hashed = 4;

/** Upper and lower case ASCII letters fall together; past the end counts as a space. */
function slotOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < hashed; at++) hash = (hash * 31 + (text.charCodeAt(at) | 32)) & 0xffff;
  return hash;
}

function admit(phrase: string): void {
  const spellings = [phrase, phrase.toUpperCase(), phrase.charAt(0).toUpperCase() + phrase.slice(1)];
  for (const spelling of spellings) {
    // What may follow a short phrase: a colon, a full stop, the next line.
    const ends = phrase.length < hashed ? ['', ':', '：', '.', '。', '\n', '\r'] : [''];
    for (const end of ends) bits[slotOf(spelling + end)] = 1;
    for (const end of ends) bits[slotOf(spelling + end + (phrase.length + 1 < hashed ? '\n' : ''))] = 1;
  }
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
  for (const phrase of phrases) admit(phrase);
}

/** Whether a text could start with a phrase. */
export function mayBePhrase(text: string): boolean {
  return bits[slotOf(text)] === 1;
}
