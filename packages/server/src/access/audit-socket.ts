// How a reading command's audit record, or an order about the keys of programs, reaches the running writer: one line of JSON over a
// Unix socket (mode 0600) in the vault's folder, answered when the record is durable. A reader shows nothing before the answer.

import { rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import type { AuditNote } from '../records/audit.ts';
import { type KeyOrder, keyOrderIn } from './key-order.ts';
import { shortened } from './short-path.ts';

/** What may be handed to the running writer. */
export type Handed = AuditNote | KeyOrder;

const LONGEST_LINE = 65_536;
const ANSWER_MS = 30_000;
const ANSWER = /^\{"seq":(\d+)\}\n$/;
const COMMAND = /^[a-z-]{1,40}$/;
const DIGEST = /^[0-9a-f]{32}$/;

/** Listens for what is handed over. `keep` makes each durable. */
export async function listenForNotes(
  path: string,
  keep: (handed: Handed) => Promise<number>,
): Promise<{ close: () => Promise<void> }> {
  rmSync(path, { force: true });
  const short = shortened(path);
  // Who has asked nothing yet need not be waited for when the writer stops.
  const silent = new Set<Socket>();
  const server = createServer((socket) => {
    let line = '';
    silent.add(socket);
    socket.setTimeout(ANSWER_MS, () => socket.destroy());
    socket.on('close', () => silent.delete(socket));
    socket.setEncoding('utf8');
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk: string) => {
      line += chunk;
      if (line.length > LONGEST_LINE) socket.destroy();
      const end = line.indexOf('\n');
      if (end < 0 || !silent.delete(socket)) return;
      answer(line.slice(0, end), keep).then(
        (text) => socket.end(text),
        () => socket.end('{}\n'),
      );
      line = '';
    });
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(short.path, () => done());
  });
  await chmod(path, 0o600);
  server.unref();
  return {
    close: async () => {
      const closed = closeServer(server, path, short.remove);
      for (const socket of silent) socket.destroy();
      await closed;
    },
  };
}

async function closeServer(server: Server, path: string, removeLink: () => void): Promise<void> {
  await new Promise<void>((done) => server.close(() => done()));
  rmSync(path, { force: true });
  removeLink();
}

async function answer(line: string, keep: (handed: Handed) => Promise<number>): Promise<string> {
  const handed = parseHanded(line);
  if (handed === undefined) return '{}\n';
  return `${JSON.stringify({ seq: await keep(handed) })}\n`;
}

/** A note or an order from another process: nothing in it is taken without its form. */
export function parseHanded(line: string): Handed | undefined {
  let said: unknown;
  try {
    said = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof said !== 'object' || said === null) return undefined;
  return 'kind' in said ? keyOrderIn({ ...said }) : noteIn(said);
}

function noteIn(said: object): AuditNote | undefined {
  const fields = new Map<string, unknown>(Object.entries(said));
  const [actor, command, count, outcome, query] = ['actor', 'command', 'count', 'outcome', 'query'].map((name) =>
    fields.get(name),
  );
  const [chats, people, seqs] = ['chats', 'people', 'seqs'].map((name) => wholeNumbers(fields.get(name)));
  if (typeof actor !== 'string' || typeof command !== 'string' || !COMMAND.test(command)) return undefined;
  if (typeof count !== 'number' || !Number.isSafeInteger(count)) return undefined;
  if (outcome !== 'done' && outcome !== 'refused' && outcome !== 'failed') return undefined;
  if (chats === undefined || people === undefined || seqs === undefined) return undefined;
  const asked = typeof query === 'string' && DIGEST.test(query) ? { query } : {};
  return { actor: actor.slice(0, 200).toWellFormed(), command, count, outcome, chats, people, seqs, ...asked };
}

function wholeNumbers(value: unknown): number[] | undefined {
  const isList = Array.isArray(value) && value.length <= 1_000;
  return isList && value.every((one): one is number => Number.isSafeInteger(one)) ? value : undefined;
}

/** Hands something to the running writer. Returns the seq of its record, or undefined if nobody answers. */
export async function handOver(path: string, handed: Handed): Promise<number | undefined> {
  const short = shortened(path);
  try {
    return await new Promise<number | undefined>((done) => {
      let text = '';
      const socket = createConnection(short.path);
      socket.setTimeout(ANSWER_MS, () => socket.destroy());
      socket.setEncoding('utf8');
      socket.on('connect', () => socket.write(`${JSON.stringify(handed)}\n`));
      socket.on('data', (chunk: string) => {
        text += chunk;
      });
      socket.on('error', () => done(undefined));
      socket.on('close', () => done(seqIn(text)));
    });
  } finally {
    short.remove();
  }
}

function seqIn(text: string): number | undefined {
  const seq = ANSWER.exec(text)?.[1];
  return seq === undefined ? undefined : Number(seq);
}
