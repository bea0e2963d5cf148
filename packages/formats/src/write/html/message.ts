// One message of an HTML export as an article: bubble, marks, earlier versions, files, and its entry number in the margin.

import type { WrittenMessage } from '../written-message.ts';
import { attachmentsHtml } from './attachments.ts';
import { escapeHtml, escapeName, textHtml } from './escape.ts';
import type { HtmlWords } from './words.ts';

/** How a message stands: `number` writes numbers, `isRun` continues the speaker before it, `isOwn` is the business's own side. */
export interface MessageSetting {
  readonly words: HtmlWords;
  readonly number: (value: number) => string;
  readonly isRun: boolean;
  readonly isOwn: boolean;
}

/** The article of one message. All content passes through escape.ts. */
export function messageHtml(message: WrittenMessage, setting: MessageSetting): string {
  const id = message.seq === undefined ? '' : ` id="e${message.seq}"`;
  const bubble = `${whoHtml(message, setting)}${bodyHtml(message, setting)}`;
  return `<article class="${classesOf(message, setting)}"${id}><div class="b">${bubble}</div>${numberHtml(message, setting)}</article>\n`;
}

const isLine = ({ kind }: WrittenMessage): boolean => kind === 'system' || kind === 'call';

function classesOf(message: WrittenMessage, { isOwn, isRun }: MessageSetting): string {
  const side = isLine(message) ? 's' : isOwn ? 'out' : 'in';
  return `m ${side}${isRun ? ' run' : ''}${message.kind === 'deleted' ? ' gone' : ''}`;
}

function whoHtml(message: WrittenMessage, { isRun }: MessageSetting): string {
  if (isRun || isLine(message) || message.author === undefined) return '';
  return `<bdi class="who">${escapeName(message.author)}</bdi>`;
}

function numberHtml({ seq }: WrittenMessage, { words, number }: MessageSetting): string {
  if (seq === undefined) return '';
  return `<span class="n" title="${words.entry}">${number(seq)}</span>`;
}

/** Files and the like, then text with the time beside it; earlier versions come between the two. */
function bodyHtml(message: WrittenMessage, setting: MessageSetting): string {
  const { words } = setting;
  const above = replyHtml(message) + (message.kind === 'deleted' ? '' : attachmentsHtml(message, setting));
  const text = sentenceHtml(message, words);
  const foot = footHtml(message, setting);
  const versions = versionsHtml(message, words);
  if (versions === '') return `${above}<div class="l">${text}${foot}</div>`;
  return `${above}${text}${versions}<div class="l">${foot}</div>`;
}

/** What is answered, in the manner of an earlier text. */
function replyHtml({ reply }: WrittenMessage): string {
  if (reply === undefined) return '';
  const who = reply.author === undefined ? '' : `<bdi class="w">${escapeName(reply.author)}</bdi>`;
  const quote = `<div class="v">${who}${textHtml(reply.text)}</div>`;
  return reply.seq === undefined ? quote : `<a class="c" href="#e${reply.seq}">${quote}</a>`;
}

function sentenceHtml(message: WrittenMessage, words: HtmlWords): string {
  const name = message.author === undefined ? undefined : `<bdi>${escapeName(message.author)}</bdi>`;
  if (message.kind === 'deleted') {
    return `<p class="t">⊘ ${name === undefined ? words.deleted : words.deletedBy.replace('{}', () => name)}</p>`;
  }
  if (message.kind !== 'call') return isShownAbove(message) ? '' : textHtml(message.text);
  const caller = name === undefined ? '' : `${name}${words.colon}`;
  return `<p class="t" dir="auto">${caller}${message.text === '' ? words.call : escapeHtml(message.text)}</p>`;
}

/** A place's and a poll's text repeats what their card says; so does the title that a document repeats. */
function isShownAbove({ text, media, location, poll }: WrittenMessage): boolean {
  return location !== undefined || poll !== undefined || (media !== undefined && text === media.name);
}

function versionsHtml({ versions = [] }: WrittenMessage, words: HtmlWords): string {
  if (versions.length === 0) return '';
  const items = versions.map(({ at, text }) => {
    const when = at === undefined ? '' : ` ${timeHtml(at, false)}`;
    return `<li><span class="w">${words.before}${when}</span>${textHtml(text)}</li>`;
  });
  return `<ol class="v">${items.join('')}</ol>`;
}

function footHtml(message: WrittenMessage, { words, number }: MessageSetting): string {
  const count = (message.versions?.length ?? 0) + 1;
  const versions = count > 1 ? ` · ${words.versions(count, number(count))}` : '';
  const edited = message.edited === true ? `<span>${words.edited}${versions}</span>` : '';
  return `<div class="f">${edited}${marksHtml(message, words)}${timeHtml(message.at, true, message.instant)}</div>`;
}

function marksHtml({ reactions = [], state }: WrittenMessage, words: HtmlWords): string {
  const marks = reactions.map(({ by, emoji }) => {
    const whose = by === undefined ? '' : ` title="${escapeName(by)}"`;
    return `<span${whose}>${escapeName(emoji)}</span>`;
  });
  return marks.join('') + (state === undefined ? '' : `<span>${words.states[state]}</span>`);
}

/** The clock time, or date and time, with the machine's own form beside it. */
function timeHtml(at: string, clockOnly: boolean, instant = at): string {
  const shown = clockOnly ? at.slice(11) : at.replace('T', ' ');
  return `<time datetime="${escapeHtml(instant)}">${escapeHtml(shown)}</time>`;
}
