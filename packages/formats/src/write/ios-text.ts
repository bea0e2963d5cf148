// An iOS chat export (`_chat.txt`): `[DATE TIME] AUTHOR: TEXT`. What the app made begins with LRM; a caption stands before
// its file. See text-content.ts for what this format cannot give back.

import { writeChunks } from './chunks.ts';
import { authorLine, joinLines, mapAddress, withLineEnds } from './text-content.ts';
import { provableShape, type TextShape, writeHeaderTime } from './text-shape.ts';
import type { TextWords } from './text-words.ts';
import type { WrittenMessage, WrittenMessages } from './written-message.ts';

export type IosShape = TextShape;

/** `[2026-07-14, 10:58:00] `, CRLF. */
export const provableIosShape: IosShape = { ...provableShape, hasSeconds: true, lineEnd: '\r\n' };

const mark = '\u200e';

/** Yields the export in chunks. Throws `time-invalid` for a message without a real time. */
export function writeIosText(messages: WrittenMessages, shape: IosShape): AsyncIterable<string> {
  const head = shape.hasByteOrderMark ? '\ufeff' : '';
  return writeChunks(messages, { head, write: (message) => writeLine(message, shape) });
}

function writeLine(message: WrittenMessage, shape: IosShape): string {
  const content = contentOf(message, shape.words);
  const lead = content.includes(mark) ? mark : '';
  const author = message.author === undefined ? '' : `${authorLine(message.author)}: `;
  const text = withLineEnds(content, shape.lineEnd);
  return `${lead}[${writeHeaderTime(message.at, shape)}] ${author}${text}${shape.lineEnd}`;
}

function contentOf(message: WrittenMessage, words: TextWords): string {
  if (message.kind === 'deleted') return `${mark}${words.deleted}`;
  if (message.kind !== 'message') return `${mark}${message.text}`;
  if (message.poll !== undefined) return pollOf(message.poll, words);
  if (message.location !== undefined) return locationOf(message.location, words);
  const text = message.edited === true ? `${message.text} ${mark}${words.edited}` : message.text;
  return message.media === undefined ? text : joinLines([text, fileOf(message, message.media, words)]);
}

function fileOf(message: WrittenMessage, media: NonNullable<WrittenMessage['media']>, words: TextWords): string {
  const name = media.name === undefined ? undefined : authorLine(media.name);
  if (media.state !== 'omitted' && name !== undefined) return `${mark}<${words.iosAttached}: ${name}>`;
  return `${name === undefined ? '' : `${name} • `}${mark}${omittedOf(message.type, words)}`;
}

function omittedOf(type: string, { iosOmitted }: TextWords): string {
  return (Object.hasOwn(iosOmitted, type) ? iosOmitted[type] : undefined) ?? iosOmitted.file;
}

function locationOf(location: NonNullable<WrittenMessage['location']>, words: TextWords): string {
  const place = location.name === undefined ? capitalised(words.location) : authorLine(location.name);
  const address = location.address === undefined ? '' : ` (${authorLine(location.address)})`;
  return `${mark}${place}${address}: ${mapAddress(location)}`;
}

const capitalised = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

function pollOf(poll: NonNullable<WrittenMessage['poll']>, words: TextWords): string {
  const options = poll.options.map(({ text, votes }) => `${mark}${words.option}: ${text} (${votes} ${words.votes})`);
  return [`${mark}${words.poll}:`, poll.question, ...options].join('\n');
}
