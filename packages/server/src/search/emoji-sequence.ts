/**
 * One emoji as people see it (UTS #51, emoji ZWJ sequences): pictographs joined by ZWJ, pairs of regional indicators, tags. Skin
 * tones and variation selectors are left out, so that a thumb is a thumb in every colour.
 */

const ZWJ = '\u200d';

/** The emoji that starts at an offset, as the search term of the whole, its pictographs, and the offset after it. */
export interface EmojiSequence {
  readonly term: string;
  readonly parts: readonly string[];
  readonly end: number;
}

/** Reads the emoji sequence at `start`, where a pictograph or regional indicator stands. */
export function readEmoji(text: string, start: number): EmojiSequence {
  const first = text.codePointAt(start) ?? 0;
  return isRegional(first) ? readFlag(text, start) : readJoined(text, start);
}

function readFlag(text: string, start: number): EmojiSequence {
  const isPair = isRegional(text.codePointAt(start + 2) ?? 0);
  const end = start + (isPair ? 4 : 2);
  const term = text.slice(start, end);
  return { term, parts: [term], end };
}

function readJoined(text: string, start: number): EmojiSequence {
  const parts = [characterAt(text, start)];
  let term = characterAt(text, start);
  let end = start + term.length;
  while (end - start < LONGEST_SEQUENCE) {
    const character = characterAt(text, end);
    const joined = character === ZWJ ? characterAt(text, end + 1) : '';
    if (PICTOGRAPH.test(joined)) {
      parts.push(joined);
      term += ZWJ + joined;
      end += joined.length;
    } else if (TAG.test(character)) term += character;
    else if (!MODIFIER.test(character)) break;
    end += character.length;
  }
  return { term, parts, end };
}

const LONGEST_SEQUENCE = 48;
const PICTOGRAPH = /^\p{Extended_Pictographic}$/u;
const TAG = /^[\u{e0020}-\u{e007f}]$/u;
/** Skin tones, variation selectors and the keycap mark. */
const MODIFIER = /^[\u{1f3fb}-\u{1f3ff}\ufe0e\ufe0f\u20e3]$/u;

function characterAt(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
}

function isRegional(point: number): boolean {
  return point >= 0x1f1e6 && point <= 0x1f1ff;
}
