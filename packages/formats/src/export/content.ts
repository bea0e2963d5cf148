/**
 * What a message's content is: media, deleted, poll, location, call, a line of the app, or plain text. Signals that need
 * no language come first (marks of the app, names of files, shapes), then phrases. Plain text leaves after a few
 * comparisons of characters.
 */

import { attachment } from './attachment.ts';
import { callOf } from './call-line.ts';
import type { Content, ContentContext } from './content-facts.ts';
import { ContentMemo } from './content-memo.ts';
import { locationOf } from './location-line.ts';
import { mayBePhrase } from './phrase-filter.ts';
import { phraseKey, phraseLimit } from './phrase-key.ts';
import { deletedPhrases, deletedStarts, editedPhrases } from './phrases-deleted.ts';
import { isEncryptionNotice } from './phrases-encryption.ts';
import { omittedPhrases } from './phrases-omitted.ts';
import { liveLocations, pollLabels } from './phrases-structured.ts';
import { systemTopicOf } from './phrases-system.ts';
import { waitingStarts } from './phrases-waiting.ts';
import { hasMarkOrPlace, looksPlain, shortest } from './plain-text.ts';
import { pollOf } from './poll-lines.ts';
import { isMark, shadowOf, withoutMarks } from './shadow.ts';

/**
 * Reads the content of an entry. `body` has LF line ends and no final one; `author` is as shown to people, absent for
 * lines without one.
 */
export function readContent(
  body: string,
  author: string | undefined,
  context: ContentContext,
  memo: ContentMemo = new ContentMemo(),
): Content {
  if (author === undefined) return lineOfTheApp(body);
  const lineEnd = body.indexOf('\n');
  const place = { text: body, start: 0, lineEnd: lineEnd < 0 ? body.length : lineEnd, end: body.length };
  const isShort = body.length <= shortest;
  if (looksPlain(place, author) && (isShort || !(hasMarkOrPlace(body) || isFileName(body, context.mediaNames))))
    return { kind: 'message', type: 'text', text: body };
  const known = memo.get(body, 0, body.length, context);
  if (known !== undefined) return known;
  const content = special(body, author, context);
  memo.keep(body, content);
  return content;
}

/** Whether a message is the name of a file beside the text. */
export function isFileName(body: string, mediaNames: ReadonlySet<string> | undefined): boolean {
  return mediaNames !== undefined && body.length > shortest && body.length <= 200 && mediaNames.has(body);
}

function special(body: string, author: string, context: ContentContext): Content {
  const marked = isMark(body.charCodeAt(0));
  const lineEnd = body.indexOf('\n');
  const firstLine = lineEnd < 0 ? body : body.slice(0, lineEnd);
  const rest = lineEnd < 0 ? '' : body.slice(lineEnd + 1);
  const plain = stripLead(body);
  if (plain === '' || (plain === 'null' && context.platform === 'android')) {
    return { kind: 'message', type: context.platform === 'ios' ? 'unknown' : 'view-once', text: '' };
  }
  const file = attachment(body, firstLine, rest, context);
  if (file !== undefined) return file;
  if (rest === '' && mayBePhrase(plain) && isEncryptionNotice(phraseKey(plain.slice(0, phraseLimit)))) {
    return { kind: 'system', type: 'unknown', text: plain, system: 'encryption' };
  }
  const key = firstLine.length <= phraseLimit && opensLikePhrase(body, marked) ? phraseKey(firstLine) : '';
  const phrase = key === '' ? undefined : byPhrase(key, { body, firstLine, rest, marked, platform: context.platform });
  if (phrase !== undefined) return phrase;
  const location = locationOf(plain, marked);
  if (location !== undefined) return { kind: 'message', type: 'location', text: plain, location };
  const edited = withoutEdited(plain);
  if (edited !== undefined) return { kind: 'message', type: 'text', text: edited, edited: true };
  return byMark(plain, author, marked, context);
}

/** Whether what the first characters say leaves a phrase possible: brackets, spaces and marks in front are looked through. */
function opensLikePhrase(body: string, marked: boolean): boolean {
  const first = body.charCodeAt(0);
  return marked || first === 60 || shadowOf[first] === 32 || first < 32 || mayBePhrase(body);
}

interface Lines {
  readonly body: string;
  readonly firstLine: string;
  readonly rest: string;
  readonly marked: boolean;
  readonly platform: 'android' | 'ios' | 'old';
}

function byPhrase(key: string, lines: Lines): Content | undefined {
  return placeholder(key, lines) ?? poll(key, lines) ?? (lines.rest === '' ? wholeLine(key, lines) : undefined);
}

function placeholder(key: string, lines: Lines): Content | undefined {
  const omitted = omittedPhrases.get(key);
  const bracketed = stripLead(lines.firstLine).startsWith('<');
  if (omitted !== undefined && (bracketed || lines.marked || (lines.platform !== 'android' && lines.rest === ''))) {
    return { kind: 'message', type: omitted, text: lines.rest, media: { state: 'omitted' } };
  }
  if (bracketed && lines.firstLine.length < 60 && mediaStem(key)) {
    return { kind: 'message', type: 'media', text: lines.rest, media: { state: 'omitted' } };
  }
  return undefined;
}

function poll(key: string, lines: Lines): Content | undefined {
  const label = key.endsWith(':') ? key.slice(0, -1).trimEnd() : key.split(':', 1)[0];
  if (label === undefined || !pollLabels.has(label) || !(lines.marked || lines.rest !== '')) return undefined;
  const fact = pollOf(lines.body);
  return fact === undefined ? undefined : { kind: 'message', type: 'poll', text: fact.question, poll: fact };
}

/** Messages of one line that are a sentence of the app. */
function wholeLine(key: string, lines: Lines): Content | undefined {
  if (deletedPhrases.has(key) || deletedStarts.some((start) => key.startsWith(start))) {
    return { kind: 'deleted', type: 'unknown', text: '' };
  }
  if (liveLocations.has(key)) {
    return { kind: 'message', type: 'location', text: '', location: { live: true } };
  }
  if (waitingStarts.some((start) => key.startsWith(start))) {
    return { kind: 'system', type: 'unknown', text: stripLead(lines.body), system: 'waiting' };
  }
  const call = callOf(lines.firstLine, lines.marked);
  return call === undefined ? undefined : { kind: 'call', type: 'unknown', text: withoutMarks(lines.firstLine), call };
}

const markup = /[<>/="]/;
const notWords = /[:/.=\d]/;
const stems =
  `medi|mídia|multim|médi|медиа|медіа|медиј|メディア|미디어|媒体|媒體|影音|وسائط|מדיה|मीडिया|মিডিয়া|মিডিয়া|மீடியா|ஊடக|మీడియా|ಮೀಡಿಯಾ|ಮಾಧ್ಯಮ|മീഡിയ|મીડિયા|ਮੀਡੀਆ|สื่อ|میڈیا|رسانه|πολυμέσ|meedia|meáin`.split(
    '|',
  );

/** Names "media" in some language: enough, when the line is nothing but words in angle brackets. */
function mediaStem(key: string): boolean {
  return (
    !markup.test(key) && key.includes(' ') && stems.some((stem) => key.startsWith(stem) || key.includes(` ${stem}`))
  );
}

/** Lines that only a mark of the app, or the author's own name at the start, shows to be the app's. */
function byMark(plain: string, author: string, marked: boolean, context: ContentContext): Content {
  const text: Content = { kind: 'message', type: 'text', text: plain };
  const own = plain.startsWith(author) && plain.length > author.length + 1;
  if (!marked && !own) return text;
  if (plain.length > 1000) return text;
  const topic = systemTopicOf(withoutMarks(plain).toLowerCase());
  if (topic !== undefined) return { kind: 'system', type: 'unknown', text: plain, system: topic };
  const titled = context.title !== undefined && author === context.title;
  if (marked && context.platform === 'ios' && (titled || !plain.includes('\n'))) {
    return { kind: 'system', type: 'unknown', text: plain, system: 'other' };
  }
  return text;
}

function lineOfTheApp(body: string): Content {
  const text = stripLead(body);
  const lineEnd = text.indexOf('\n');
  const firstLine = lineEnd < 0 ? text : text.slice(0, lineEnd);
  const call = lineEnd < 0 ? callOf(firstLine, true) : undefined;
  if (call !== undefined) return { kind: 'call', type: 'unknown', text, call };
  const topic = systemTopicOf(withoutMarks(text.slice(0, 1000)).toLowerCase());
  return topic === undefined
    ? { kind: 'system', type: 'unknown', text }
    : { kind: 'system', type: 'unknown', text, system: topic };
}

/** The text without the mark of an edited message at its end, or undefined when it has none. */
function withoutEdited(text: string): string | undefined {
  let end = text.length;
  while (end > 0 && isMark(text.charCodeAt(end - 1))) end--;
  if (text.charCodeAt(end - 1) !== 62) return undefined;
  const open = text.lastIndexOf('<', end - 1);
  if (open < 0 || end - open > 100) return undefined;
  if (!editedPhrases.has(phraseKey(text.slice(open, end)))) {
    // On iOS the mark before the bracket says that the app wrote it, whatever the language.
    if (open === 0 || text.charCodeAt(open - 1) !== 0x200e || notWords.test(text.slice(open + 1, end - 2)))
      return undefined;
  }
  let keep = open;
  while (keep > 0 && (text.charCodeAt(keep - 1) === 32 || isMark(text.charCodeAt(keep - 1)))) keep--;
  return text.slice(0, keep);
}

/** Takes marks (not spaces) off the start. */
function stripLead(text: string): string {
  let at = 0;
  while (at < text.length && isMark(text.charCodeAt(at))) at++;
  return at === 0 ? text : text.slice(at);
}
