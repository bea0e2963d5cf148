// Texts and names as alignment compares them: one spelling for what platforms, languages and exports write differently.
// A shadow copy only: evidence keeps the raw line. One pass over the characters, so hostile input costs linear time.

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const BLANKS = /[ \n]/u;
const HIGHEST_PLAIN = 0x7e;

/** Marks without a shape of their own. The joiners U+200C and U+200D stay: they are part of words and emoji. */
function isInvisible(code: number): boolean {
  if (code < 0xad) return false;
  if (code === 0xad || code === 0x61c || code === 0xfeff) return true;
  if (code === 0xfe0e || code === 0xfe0f) return true;
  if (code < 0x200b || code > 0x2069) return false;
  return (
    code === 0x200b ||
    code === 0x200e ||
    code === 0x200f ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code !== 0x2065)
  );
}

function isSpace(code: number): boolean {
  if (code === SPACE || code === 9 || code === 0xa0) return true;
  if (code < 0x1680) return false;
  return code === 0x1680 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x205f || code === 0x3000;
}

function isLineEnd(code: number): boolean {
  return (code >= LINE_FEED && code <= 13) || code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** A character that needs no second look and so ends a lone blank; false for the end of the text. */
function isLatin(code: number): boolean {
  return code > SPACE && code <= HIGHEST_PLAIN;
}

/** True if every character already is as `unify` would leave it; most texts are. */
function isPlain(text: string): boolean {
  let previous = LINE_FEED;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > HIGHEST_PLAIN || code < SPACE) return false;
    if (code === SPACE && index === 0) return false;
    previous = code;
  }
  return previous !== SPACE && text.length > 0;
}

const MARK = 0;
const BLANK = 1;
const LINE_END = 2;
const VISIBLE = 3;

function classify(code: number): number {
  if (isLatin(code)) return VISIBLE;
  if (isSpace(code)) return BLANK;
  if (isLineEnd(code)) return LINE_END;
  return code < SPACE || isInvisible(code) ? MARK : VISIBLE;
}

/** Invisible marks off, spaces and line ends unified, blanks before a line end and at both ends of the text off. */
function unify(text: string): string {
  let unified = '';
  let index = 0;
  while (index < text.length) {
    const gap = readGap(text, index);
    if (gap.end === text.length) break;
    if (unified !== '') unified += '\n'.repeat(gap.lineEnds) + ' '.repeat(gap.blanks);
    index = endOfVisible(text, gap.end);
    unified += text.slice(gap.end, index);
  }
  return unified;
}

/** The blanks, line ends and marks from `start` on; blanks before a line end do not count. */
function readGap(text: string, start: number): { lineEnds: number; blanks: number; end: number } {
  let [lineEnds, blanks, end] = [0, 0, start];
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    const kind = classify(code);
    if (kind === VISIBLE) break;
    if (kind === BLANK) blanks++;
    if (kind !== LINE_END) continue;
    blanks = 0;
    if (code !== LINE_FEED || text.charCodeAt(end - 1) !== CARRIAGE_RETURN) lineEnds++;
  }
  return { lineEnds, blanks, end };
}

/** Where what is visible from `start` on ends; a lone blank or line feed before a Latin character is part of it. */
function endOfVisible(text: string, start: number): number {
  for (let end = start; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (classify(code) === VISIBLE) continue;
    if ((code !== SPACE && code !== LINE_FEED) || !isLatin(text.charCodeAt(end + 1))) return end;
  }
  return text.length;
}

/**
 * A message's text as it is compared: NFC, invisible marks off, every kind of space U+0020, every line end U+000A, no
 * blanks at line ends or at either end. A text that only repeats the attachment's name, with or without its
 * extension, is ''.
 */
export function normaliseText(text: string, mediaName = ''): string {
  const unified = isPlain(text) ? text : unify(text).normalize('NFC');
  if (mediaName === '' || unified.length > mediaName.length) return unified;
  const name = unify(mediaName).normalize('NFC');
  const dot = name.lastIndexOf('.');
  return unified === name || (dot > 0 && unified === name.slice(0, dot)) ? '' : unified;
}

const DIGIT_ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0x9e6] as const;

/** The phone number as + and ASCII digits, or undefined if the name is not one: a +, then 7 to 15 digits and separators. */
function phoneOf(name: string): string | undefined {
  if (!name.startsWith('+') || name.length > 40) return undefined;
  let digits = '+';
  for (const character of name.slice(1)) {
    const code = character.charCodeAt(0);
    const zero = DIGIT_ZEROS.find((candidate) => code >= candidate && code <= candidate + 9);
    if (zero !== undefined) digits += String(code - zero);
    else if (!' -.()/\u2010\u2011\u2012\u2013\u2014\u2212'.includes(character)) return undefined;
  }
  return digits.length >= 8 && digits.length <= 16 ? digits : undefined;
}

/**
 * An author's name as it is compared: NFC, invisible marks off, the ~ before a push name off, each run of blanks one
 * space; a phone number as + and digits.
 */
export function normaliseAuthor(author: string): string {
  const unified = isPlain(author) ? author : unify(author).normalize('NFC');
  const named = unified.startsWith('~') ? unified.slice(1) : unified;
  const name = named
    .split(BLANKS)
    .filter((word) => word !== '')
    .join(' ');
  return phoneOf(name) ?? name;
}
