// An Android chat export: `DATE TIME - AUTHOR: TEXT`, system lines without an author. A caption stands on the line after
// the file. See text-content.ts for what this format cannot give back.

import { writeChunks } from './chunks.ts';
import { authorLine, joinLines, mapAddress, withLineEnds } from './text-content.ts';
import { provableShape, type TextShape, writeHeaderTime } from './text-shape.ts';
import type { TextWords } from './text-words.ts';
import type { WrittenMessage, WrittenMessages } from './written-message.ts';

/** A text shape with the dash between time and author. */
export interface AndroidShape extends TextShape {
  readonly dash: ' - ' | ' – ';
}

/** `2026-07-14, 10:58 - `, LF. */
export const provableAndroidShape: AndroidShape = { ...provableShape, dash: ' - ' };

/** Yields the export in chunks. Throws `time-invalid` for a message without a real time. */
export function writeAndroidText(messages: WrittenMessages, shape: AndroidShape): AsyncIterable<string> {
  const head = shape.hasByteOrderMark ? '\ufeff' : '';
  return writeChunks(messages, { head, write: (message) => writeLine(message, shape) });
}

function writeLine(message: WrittenMessage, shape: AndroidShape): string {
  const header = `${writeHeaderTime(message.at, shape)}${shape.dash}`;
  const author = message.author === undefined ? '' : `${authorLine(message.author)}: `;
  return `${header}${author}${withLineEnds(contentOf(message, shape.words), shape.lineEnd)}${shape.lineEnd}`;
}

function contentOf(message: WrittenMessage, words: TextWords): string {
  if (message.kind === 'deleted') return words.deleted;
  if (message.kind !== 'message') return message.text;
  const text = message.edited === true ? `${message.text} ${words.edited}` : message.text;
  if (message.poll !== undefined) return pollOf(message.poll, words);
  if (message.location !== undefined) {
    const { name, address } = message.location;
    return joinLines([name, address, `${words.location}: ${mapAddress(message.location)}`]);
  }
  if (isUnshown(message)) return viewOnce;
  return message.media === undefined ? text : joinLines([fileOf(message.media, words), text]);
}

// Android writes the word of its missing text for what was to be seen once, in every language.
const viewOnce = 'null';
const isUnshown = ({ type, media, text }: WrittenMessage): boolean =>
  type === 'view-once' && media === undefined && text === '';

function fileOf(media: NonNullable<WrittenMessage['media']>, words: TextWords): string {
  if (media.state === 'omitted' || media.name === undefined) return words.androidOmitted;
  return `${authorLine(media.name)} ${words.androidAttached}`;
}

function pollOf(poll: NonNullable<WrittenMessage['poll']>, words: TextWords): string {
  const options = poll.options.map(({ text, votes }) => `${words.option}: ${text} (${votes} ${words.votes})`);
  return [`${words.poll}:`, poll.question, ...options].join('\n');
}
