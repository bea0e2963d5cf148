// The title of a chat from the name of its export (facts known of WhatsApp's own naming; see chat-name-templates.ts).
// It knows names only: whether the file is a chat is for whoever reads it.

import { type ChatNameTemplate, chatNameTemplates } from './chat-name-templates.ts';

/**
 * The chat's title from a file or folder name (no path): without the localised template, the extension and the mark
 * of a copy (` (1)`, `-1`). NFC; inner spaces kept as they are. Undefined if the name tells no title, as `_chat.txt`.
 */
export function titleFromName(fileName: string): string | undefined {
  const bare = bareName(fileName);
  if (isPlainChatName(bare)) return undefined;
  const title = trimTitle(withoutTemplate(bare) ?? bare);
  return title === '' ? undefined : title;
}

/** Whether a file name is one that WhatsApp gives to the text of a chat. */
export function isChatTextName(fileName: string): boolean {
  if (!textExtension.test(fileName)) return false;
  const bare = bareName(fileName);
  return isPlainChatName(bare) || withoutTemplate(bare) !== undefined;
}

const textExtension = /\.txt$/i;
const extensions = /(?:\.(?:txt|zip))+$/i;
const numberedCopy = /[\s\u00a0]*\(\d{1,3}\)$/;
const dashedCopy = /-[1-9]$/;
const phoneOnly = /^[+\d\s().\u00a0\u202f\u2010\u2011-]+$/;
const plainChat = /^_chat(?: copy| \d{1,3})?$/i;

const isPlainChatName = (bare: string): boolean => plainChat.test(bare);

function bareName(fileName: string): string {
  const name = fileName.normalize('NFC').replace(extensions, '');
  return withoutCopyMarks(trimTitle(name));
}

/** A digit after a dash is a copy's mark unless all before it is a phone number, which may end so itself. */
function withoutCopyMarks(name: string): string {
  const numbered = name.replace(numberedCopy, '');
  if (numbered !== '' && numbered !== name) return withoutCopyMarks(numbered);
  if (!dashedCopy.test(name)) return name;
  const dashed = name.slice(0, -2);
  const title = trimTitle(withoutTemplate(dashed) ?? dashed);
  return title === '' || phoneOnly.test(title) ? name : dashed;
}

// Direction marks stand around names and phones; they are no part of a title.
const edgeMarks = /^[\s\p{Bidi_Control}\ufeff]+|[\s\p{Bidi_Control}\ufeff]+$/gu;
const trimTitle = (text: string): string => text.replace(edgeMarks, '');

interface NamePattern {
  readonly before: RegExp | undefined;
  readonly after: RegExp | undefined;
}

function patternOf({ before, after }: ChatNameTemplate): NamePattern {
  return {
    before: before === undefined ? undefined : new RegExp(`^${looseSource(before)}`, 'iu'),
    after: after === undefined ? undefined : new RegExp(`${looseSource(after)}$`, 'iu'),
  };
}

const spaceBetween = /( - | $|^ | )/;
const besideProduct =
  /(?<=\p{Script=Han}|\p{Script=Katakana})(?=WhatsApp)|(?<=WhatsApp)(?=\p{Script=Han}|\p{Script=Katakana})/gu;

/** Template words as a pattern: any separators between them, and optional ones where Han or kana meet the product. */
function looseSource(words: string): string {
  return words
    .normalize('NFC')
    .split(spaceBetween)
    .map((part) => {
      if (part === ' - ') return '[\\s_]*[-\\u2013\\u2014:][\\s_]*';
      if (part === ' ') return '[\\s_-]+';
      return part.replace(besideProduct, '[\\s_]*');
    })
    .join('');
}

const patterns: readonly NamePattern[] = chatNameTemplates.map(patternOf);

/** The words inside the first template that fits, or undefined. */
function withoutTemplate(bare: string): string | undefined {
  for (const { before, after } of patterns) {
    const start = before === undefined ? 0 : before.exec(bare)?.[0].length;
    const end = after === undefined ? bare.length : after.exec(bare)?.index;
    if (start !== undefined && end !== undefined && end > start) return bare.slice(start, end);
  }
  return undefined;
}
