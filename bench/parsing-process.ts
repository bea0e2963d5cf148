// A process that parses one export and says how long it took: `acta FILE` or `whatsapp-chat-parser FILE [BYTES]`, the latter on the
// file's first so many bytes. Reading the file belongs to the time, and to Acta's the file's hash; starting the process does not.

import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { openDiskFile } from '../packages/server/src/intake/disk-file.ts';
import { entriesOf, inspectChat } from '../packages/server/src/intake/inspect.ts';

export interface ParsingTimes {
  readonly messages: number;
  /** Deciding what kind of file it is and how its dates are to be read; 0 for a parser that does not. */
  readonly inspectMs: number;
  readonly readMs: number;
}

/** As an import does it. */
async function withActa(file: string): Promise<ParsingTimes> {
  const began = performance.now();
  const input = await openDiskFile(file, file);
  const { sizeBytes } = input;
  const chat = { path: file, file, sizeBytes, media: new Map(), ownsMedia: false, open: () => input.open() };
  const known = await inspectChat(chat, { now: new Date(), mapsEntries: true });
  const inspected = performance.now();
  let messages = 0;
  for await (const batch of entriesOf(known)) messages += batch.length;
  const ended = performance.now();
  await input.close();
  return { messages, inspectMs: inspected - began, readMs: ended - inspected };
}

async function withChatParser(file: string, bytes: number): Promise<ParsingTimes> {
  const { parseString } = await import('whatsapp-chat-parser');
  const began = performance.now();
  const messages = parseString(textOf(file, bytes));
  return { messages: messages.length, inspectMs: 0, readMs: performance.now() - began };
}

/** The file's beginning up to the end of a line. Fails where it is longer than a string can be. */
function textOf(file: string, limit: number): string {
  const handle = openSync(file, 'r');
  const bytes = Buffer.allocUnsafe(Math.min(limit, fstatSync(handle).size));
  for (let at = 0; at < bytes.length; ) at += readSync(handle, bytes, at, bytes.length - at, at);
  closeSync(handle);
  return bytes.toString('utf8', 0, bytes.lastIndexOf('\n') + 1);
}

const [parser, file = '', bytes = 'Infinity'] = process.argv.slice(2);
const times = parser === 'acta' ? await withActa(file) : await withChatParser(file, Number(bytes));
process.stdout.write(JSON.stringify(times));
