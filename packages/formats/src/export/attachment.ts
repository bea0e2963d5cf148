/**
 * Files in messages: named ones (`IMG-….jpg (file attached)`, `<attached: ….jpg>`, `… <attached>`) and placeholders at
 * the end of a caption or a document's description.
 */
import type { Content, ContentContext } from './content-facts.ts';
import type { ContentType, EntryMedia } from './entry.ts';
import { isOwnName, typeOfName } from './media-name.ts';
import { phraseKey } from './phrase-key.ts';
import { attachedAfter, attachedWords } from './phrases-attached.ts';
import { omittedPhrases } from './phrases-omitted.ts';
import { isMark, withoutMarks } from './shadow.ts';

const nameLimit = 300;
/** Brackets looked at: a file's own name may hold some. */
const bracketsInName = 4;
const leadingSpace = /^[\s\u200E\u200F]+/;
const colonMark = /[:：]/;
const extension = /\.[A-Za-z0-9]{2,5}$/;
const aSpace = /\s/;

/** The content of a message that carries or names a file, or undefined. */
export function attachment(
  body: string,
  firstLine: string,
  rest: string,
  context: ContentContext,
): Content | undefined {
  return afterName(firstLine, rest, context) ?? inBrackets(body, context) ?? omittedTail(body, context);
}

/** Android: the name, a space, and words in parentheses fill the first line; the caption follows. */
function afterName(firstLine: string, rest: string, context: ContentContext): Content | undefined {
  const line = withoutMarks(firstLine).trimEnd();
  const close = line.at(-1);
  if ((close !== ')' && close !== '）') || line.length > nameLimit) return undefined;
  const open = Math.max(line.lastIndexOf(' ('), line.lastIndexOf('（'));
  if (open < 1) return undefined;
  const name = line.slice(0, open).trimEnd();
  const words = phraseKey(line.slice(line.charAt(open) === ' ' ? open + 2 : open + 1, -1));
  if (
    !attachedAfter.has(words) &&
    !(context.mediaNames?.has(name) ?? false) &&
    !(isOwnName(name) && !name.includes(' '))
  )
    return undefined;
  return named(name, rest, context);
}

/** iOS: the file stands in angle brackets at the end, a caption before it. */
function inBrackets(body: string, context: ContentContext): Content | undefined {
  let end = body.length;
  while (end > 0 && (isMark(body.charCodeAt(end - 1)) || body.charCodeAt(end - 1) === 32)) end--;
  // A caption may also follow the tag.
  const last = body.charCodeAt(end - 1) === 62;
  const start = firstSolid(body);
  if (!last && body.charCodeAt(start) !== 60) return undefined;
  let open = last ? body.lastIndexOf('<', end) : start;
  let close = last ? end - 1 : body.indexOf('>', open);
  for (let tries = 0; tries < bracketsInName && open >= 0 && close > open; tries++) {
    if (close - open > nameLimit) return undefined;
    const found = tagAt(body, { open, close, last }, context);
    if (found !== undefined) return found;
    if (last) open = open === 0 ? -1 : body.lastIndexOf('<', open - 1);
    else close = body.indexOf('>', close + 1);
  }
  return undefined;
}

/** The file that the brackets at `open` and `close` name. */
function tagAt(
  body: string,
  { open, close, last }: { readonly open: number; readonly close: number; readonly last: boolean },
  context: ContentContext,
): Content | undefined {
  const inner = withoutMarks(body.slice(open + 1, close)).trim();
  const before = trimEndMarks(body.slice(0, open));
  const after = last ? '' : body.slice(close + 1).replace(leadingSpace, '');
  const name = nameInside(inner, before, context, isMark(body.charCodeAt(open - 1)));
  if (name === undefined) return undefined;
  const caption = name.fromBefore ? after : [before, after].filter((part) => part !== '').join('\n');
  return named(name.name, caption, context);
}

function nameInside(
  inner: string,
  before: string,
  context: ContentContext,
  marked: boolean,
): { readonly name: string; readonly fromBefore: boolean } | undefined {
  const colon = inner.search(colonMark);
  if (colon > 0) {
    const name = inner.slice(colon + 1).trim();
    const known =
      attachedWords.has(phraseKey(inner.slice(0, colon))) ||
      (context.mediaNames?.has(name) ?? false) ||
      isOwnName(name);
    if (name !== '' && (known || (marked && extension.test(name)))) return { name, fromBefore: false };
  }
  if (attachedWords.has(phraseKey(inner))) {
    const name = withoutMarks(before);
    return name === '' || name.includes('\n') ? undefined : { name, fromBefore: true };
  }
  const space = inner.lastIndexOf(' ');
  if (space > 0 && attachedWords.has(phraseKey(inner.slice(space + 1))))
    return { name: inner.slice(0, space), fromBefore: false };
  return undefined;
}

/** iOS: `Report.pdf • 3 pages ‎document omitted`, `Look ‎image omitted`: words of the app after the last mark. */
function omittedTail(body: string, context: ContentContext): Content | undefined {
  const at = Math.max(body.lastIndexOf('\u200E'), body.lastIndexOf('\u200F'));
  if (at < 1 || body.length - at > 80) return undefined;
  const type = omittedPhrases.get(phraseKey(body.slice(at)));
  if (type === undefined) return undefined;
  const before = trimEndMarks(body.slice(0, at));
  const bullet = before.lastIndexOf(' • ');
  if (type === 'document' && bullet > 0) {
    const name = withoutMarks(before.slice(0, bullet));
    return { kind: 'message', type, text: '', media: { state: 'omitted', name } };
  }
  if (type === 'document' && context.platform === 'ios' && before !== '' && !before.includes('\n')) {
    return { kind: 'message', type, text: '', media: { state: 'omitted', name: withoutMarks(before) } };
  }
  return { kind: 'message', type, text: trimStartMarks(before), media: { state: 'omitted' } };
}

function named(name: string, caption: string, context: ContentContext): Content {
  const type: ContentType = typeOfName(name);
  const media: EntryMedia = { state: (context.mediaNames?.has(name) ?? false) ? 'present' : 'missing', name };
  return { kind: 'message', type, text: caption, media };
}

function firstSolid(text: string): number {
  let at = 0;
  while (at < text.length && isMark(text.charCodeAt(at))) at++;
  return at;
}

function trimEndMarks(text: string): string {
  let end = text.length;
  while (end > 0 && (isMark(text.charCodeAt(end - 1)) || aSpace.test(text.charAt(end - 1)))) end--;
  return trimStartMarks(text.slice(0, end));
}

function trimStartMarks(text: string): string {
  return text.slice(firstSolid(text));
}
