// What stands after the author in a text export, on both platforms. The format has no escapes, and WhatsApp adds none:
// a later line that looks like a header reads back as a message, an author with ": " reads back shorter. The writers do
// as WhatsApp does; `lossOf` names such messages beforehand, so that nobody is told of a perfect copy.

import type { WrittenLocation, WrittenMessage } from './written-message.ts';

/** Why a text export cannot give a message back as it was. */
export type TextLoss = 'line-like-header' | 'author-ambiguous' | 'line-end' | 'blank-edge';

const headerLike = /^[\s\p{Cf}]*\[?\s*\p{Nd}{1,4}\s?[./:\p{Pd}\u5e74]\s?\p{Nd}{1,2}/mu;
const otherLineEnd = /\r/;
const lineEnds = /\r\n|\r|\n/g;
const unwritableAuthor = /: |:$|[\r\n]|^[\s\p{Cf}~]|[\s\p{Cf}]$|^$/u;

/** Why this message would not read back as it is, or undefined. Errs on the side of a warning. */
export function lossOf(message: WrittenMessage): TextLoss | undefined {
  if (message.author !== undefined && unwritableAuthor.test(message.author)) return 'author-ambiguous';
  if (otherLineEnd.test(message.text)) return 'line-end';
  if (message.text !== message.text.trim()) return 'blank-edge';
  const laterLines = message.text.indexOf('\n');
  if (laterLines >= 0 && headerLike.test(message.text.slice(laterLines + 1))) return 'line-like-header';
  return undefined;
}

/** Text with the file's own line ends. */
export function withLineEnds(text: string, lineEnd: string): string {
  return text.replace(lineEnds, lineEnd);
}

/** An author as one line. */
export function authorLine(author: string): string {
  return author.replace(lineEnds, ' ');
}

/** The address of a place: the one that came with it, else the public one of its coordinates, else none. */
export function mapAddress({ url, latitude, longitude }: WrittenLocation): string {
  if (url !== undefined) return url.replace(lineEnds, ' ');
  return latitude === undefined || longitude === undefined ? '' : `https://maps.google.com/?q=${latitude},${longitude}`;
}

/** Lines that are there, joined by line feeds. */
export function joinLines(lines: readonly (string | undefined)[]): string {
  return lines.filter((line) => line !== undefined && line !== '').join('\n');
}
