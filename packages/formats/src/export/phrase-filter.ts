/**
 * A quick no: most messages start unlike any phrase of the app. Four characters, and where they are those of a phrase
 * eight, are hashed into tables, so no string is made for them.
 */

import { missedVideo, missedVoice } from './phrases-call.ts';
import { deletedPhrases, deletedStarts } from './phrases-deleted.ts';
import { encryptionStarts } from './phrases-encryption.ts';
import { omittedPhrases } from './phrases-omitted.ts';
import { liveLocations, pollLabels } from './phrases-structured.ts';
import { waitingStarts } from './phrases-waiting.ts';
import { codeAt, highSurrogate, lowSurrogate, sizeOf } from './utf8-code.ts';

const few = 4;
const more = 8;
/** So many that words which are no phrase seldom fall on one; a power of two. */
const slots = 262_144;
/** What phrases there are that start with four characters of a hash: none, some of eight characters or more, shorter ones. */
const byFew = new Uint8Array(slots);
const longOnes = 1;
const shortOnes = 2;
/** Hashes of the first eight characters of the long ones. */
const byMore = new Uint8Array(slots);

/** Upper and lower case ASCII letters fall together; past the end counts as a space. */
function slotOf(text: string, start: number, end: number, count: number): number {
  let hash = 0;
  for (let at = start; at < start + count; at++) {
    const code = at < end ? text.charCodeAt(at) | 32 : 32;
    hash = (hash * 31 + code) & (slots - 1);
  }
  return hash;
}

/** The same of the code units that UTF-8 stands for. */
function slotOfBytes(bytes: Uint8Array, start: number, end: number, count: number): number {
  let hash = 0;
  let at = start;
  for (let units = 0; units < count; units++) {
    const byte = at < end ? (bytes[at] ?? 0) : 32;
    let code = byte;
    if (byte < 0x80) at++;
    else {
      code = codeAt(bytes, at);
      at += sizeOf(byte);
      if (code > 0xffff) {
        hash = (hash * 31 + (highSurrogate(code) | 32)) & (slots - 1);
        if (++units === count) return hash;
        code = lowSurrogate(code);
      }
    }
    hash = (hash * 31 + (code | 32)) & (slots - 1);
  }
  return hash;
}

function admit(phrase: string): void {
  const spellings = [phrase, phrase.toUpperCase(), phrase.charAt(0).toUpperCase() + phrase.slice(1)];
  const kind = phrase.length < more ? shortOnes : longOnes;
  for (const spelling of spellings) {
    // What may follow a short phrase: a colon, a full stop, the next line.
    const ends = phrase.length < few ? ['', ':', '：', '.', '。', '\n', '\r'] : [''];
    for (const end of ends) admitAs(spelling + end, kind);
    for (const end of ends) admitAs(spelling + end + (phrase.length + 1 < few ? '\n' : ''), kind);
  }
}

function admitAs(text: string, kind: number): void {
  const slot = slotOf(text, 0, text.length, few);
  byFew[slot] = Math.max(byFew[slot] ?? 0, kind);
  byMore[slotOf(text, 0, text.length, more)] = 1;
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

/** Whether what stands in a text from `start` to `end` could start with a phrase. */
export function mayBePhrase(text: string, start = 0, end: number = text.length): boolean {
  const kind = byFew[slotOf(text, start, end, few)] ?? 0;
  if (kind !== longOnes) return kind === shortOnes;
  return isLoose(text, start + few, Math.min(end, start + more)) || byMore[slotOf(text, start, end, more)] === 1;
}

/** The same of what UTF-8 from `start` to `end` stands for. Where it is not ASCII, phrases are told by fewer characters. */
export function mayBePhraseInBytes(bytes: Uint8Array, start: number, end: number): boolean {
  const kind = byFew[slotOfBytes(bytes, start, end, few)] ?? 0;
  if (kind !== longOnes) return kind === shortOnes;
  return isLooseInBytes(bytes, start, end) || byMore[slotOfBytes(bytes, start, end, more)] === 1;
}

function isLooseInBytes(bytes: Uint8Array, start: number, end: number): boolean {
  const limit = Math.min(end, start + more);
  for (let at = start; at < limit; at++) {
    const code = bytes[at] ?? 0;
    if (code > 127 || code < 32 || code === 39 || code === 96) return true;
    if (at > start && code === 32 && bytes[at - 1] === 32) return true;
  }
  return false;
}

/** Whether characters stand there that may be others in the phrase: letters with a case of their own, spaces, apostrophes. */
function isLoose(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code > 127 || code < 32 || code === 39 || code === 96) return true;
    if (code === 32 && text.charCodeAt(at - 1) === 32) return true;
  }
  return false;
}
