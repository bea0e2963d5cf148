// A message's text cut into what is plain, what leads somewhere and what was searched for; and how long it is to look at. The text is
// hostile: nothing of it is ever markup, and only http and https lead anywhere.

export interface TextPart {
  readonly text: string;
  /** Where it leads. */
  readonly href?: string;
  readonly isHit?: boolean;
}

const LINK = /\bhttps?:\/\/[^\s<>"'`\u200b-\u200f\u202a-\u202e\u2060-\u2069]+/giu;
const TRAILING = /[.,;:!?)\]}»”。，；：！？）】、]+$/u;
const EMOJI =
  /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{RI}|[\u200d\ufe0f\u20e3#*0-9])+$/u;
const PICTURE = /\p{Emoji_Presentation}|\p{Extended_Pictographic}|\p{RI}/u;

/** The parts of a text, in order; joined they are the text. */
export function partsOf(text: string, words: readonly string[] = []): readonly TextPart[] {
  const found: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    const link = match[0].replace(TRAILING, '');
    const href = hrefOf(link);
    if (href === undefined) continue;
    found.push(...marked(text.slice(end, match.index), words), { text: link, href });
    end = match.index + link.length;
  }
  return [...found, ...marked(text.slice(end), words)];
}

function hrefOf(link: string): string | undefined {
  try {
    const { href, protocol } = new URL(link);
    return protocol === 'https:' || protocol === 'http:' ? href : undefined;
  } catch {
    return undefined;
  }
}

/** Cut at what is searched for, without regard to case or accents where that keeps every character in its place. */
function marked(text: string, words: readonly string[]): readonly TextPart[] {
  if (text === '') return [];
  const folded = foldedInPlace(text);
  const wanted = words.map(foldedInPlace).filter((word) => word !== '');
  const found: TextPart[] = [];
  let end = 0;
  for (let at = 0; at < folded.length; ) {
    const hit = wanted.find((word) => folded.startsWith(word, at));
    if (hit === undefined) {
      at++;
      continue;
    }
    if (at > end) found.push({ text: text.slice(end, at) });
    found.push({ text: text.slice(at, at + hit.length), isHit: true });
    at += hit.length;
    end = at;
  }
  if (end < text.length) found.push({ text: text.slice(end) });
  return found;
}

const MARKS = /\p{M}/gu;

function foldedInPlace(text: string): string {
  return Array.from({ length: text.length }, (_, at) => {
    const unit = text.charAt(at);
    const plain = unit.normalize('NFD').replace(MARKS, '').toLowerCase();
    return plain.length === 1 ? plain : unit;
  }).join('');
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const MOST_BIG = 6;

/** Whether a text is a few emoji and nothing else, which are shown large. */
export function isFewEmoji(text: string): boolean {
  const said = text.trim();
  if (said.length > 60 || !EMOJI.test(said) || !PICTURE.test(said)) return false;
  return [...graphemes.segment(said)].length <= MOST_BIG;
}

const FOLD_LINES = 12;
/** Signs that stand in a line of a bubble; Han signs take two. */
const LINE_SIGNS = 68;
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/gu;

/** About how many lines a text fills. */
export function linesOf(text: string): number {
  let lines = 0;
  for (const line of text.split('\n')) {
    const wide = line.length > 20_000 ? 0 : (line.match(WIDE)?.length ?? 0);
    lines += Math.max(1, Math.ceil((line.length + wide) / LINE_SIGNS));
  }
  return lines;
}

/** Whether a text is folded until somebody asks for all of it. */
export function isFolded(text: string): boolean {
  return linesOf(text) > FOLD_LINES;
}
