// A conversation as one HTML file that opens offline, on paper and on screens: style inline, no script, nothing fetched
// but the media beside it. Text, names and paths are hostile and escaped; a content security policy stands behind that.

import { writeChunks } from './chunks.ts';
import { escapeHtml, escapeName } from './html/escape.ts';
import { messageHtml } from './html/message.ts';
import { htmlStyle, htmlStyleHash } from './html/style.ts';
import { type HtmlWords, htmlWords } from './html/words.ts';
import type { WriterLanguage } from './text-words.ts';
import { parseWallTime } from './wall-time.ts';
import type { WrittenMessage, WrittenMessages } from './written-message.ts';

/** `madeAt`: an instant, ISO 8601 in UTC. `me`: the author whose messages stand at the end side. `count`: of messages. */
export interface HtmlOptions {
  readonly title: string;
  readonly language: WriterLanguage;
  readonly madeAt: string;
  readonly me?: string;
  readonly count?: number;
}

/** Yields the page in chunks, in the order given. Throws `time-invalid` for a message without a real time. */
export function writeHtml(messages: WrittenMessages, options: HtmlOptions): AsyncIterable<string> {
  const words = htmlWords[options.language];
  const dayLabel = dayLabels(words);
  const numbers = new Intl.NumberFormat(words.locale);
  const number = (value: number): string => numbers.format(value);
  let day = '';
  let speaker: string | undefined;
  const write = (message: WrittenMessage): string => {
    const date = dateOf(message.at);
    const rule =
      date === day ? '' : `<h2 class="day"><time datetime="${date}">${escapeHtml(dayLabel(date))}</time></h2>\n`;
    const isSpoken = message.kind === 'message' || message.kind === 'deleted';
    const isRun = rule === '' && isSpoken && message.author !== undefined && message.author === speaker;
    day = date;
    speaker = isSpoken ? message.author : undefined;
    const isOwn = options.me !== undefined && message.author === options.me;
    return rule + messageHtml(message, { words, number, isRun, isOwn });
  };
  return writeChunks(messages, { head: headHtml(options, words), write, foot: footHtml(words) });
}

function dateOf(at: string): string {
  const { year, month, day } = parseWallTime(at);
  return `${year}-${month}-${day}`;
}

const policy = [
  "default-src 'none'",
  `style-src '${htmlStyleHash}'`,
  "img-src 'self' file:",
  "media-src 'self' file:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function headHtml(options: HtmlOptions, words: HtmlWords): string {
  const title = escapeName(options.title);
  const made = `${words.made} <time datetime="${escapeHtml(options.madeAt)}">${escapeHtml(instantLabel(options.madeAt, words))}</time>`;
  const count =
    options.count === undefined ? '' : words.messages(options.count, options.count.toLocaleString(words.locale));
  const facts = [words.subtitle, count, made].filter((fact) => fact !== '').join(' · ');
  return `<!doctype html>
<html lang="${words.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex, nofollow">
<title>${title}</title>
<style>${htmlStyle}</style>
</head>
<body>
<div class="page">
<div class="running" aria-hidden="true"><div><bdi>${title}</bdi><span>${made}</span></div></div>
<header class="head"><h1 dir="auto">${title}</h1><p>${facts}</p></header>
<main>
`;
}

const footHtml = (words: HtmlWords): string => `</main>
<footer class="foot"><p>${words.foot}</p></footer>
</div>
</body>
</html>
`;

function instantLabel(madeAt: string, { locale }: HtmlWords): string {
  const instant = new Date(madeAt);
  if (Number.isNaN(instant.getTime())) return madeAt;
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });
  return `${format.format(instant)} UTC`;
}

const weekdayComma = /^(\p{L}+),? /u;

/** Days in words, without the comma after the weekday and with a capital where the language has them. */
function dayLabels({ locale }: HtmlWords): (date: string) => string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
  return (date) => {
    const label = format.format(new Date(`${date}T00:00:00Z`)).replace(weekdayComma, '$1 ');
    return label.slice(0, 1).toLocaleUpperCase(locale) + label.slice(1);
  };
}
