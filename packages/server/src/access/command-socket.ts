// How a command that needs the writer's place reaches the server that holds it: over a Unix socket (mode 0600) in the vault's folder,
// lines of JSON both ways. The server runs the command; what it prints, says and asks goes to the terminal where it was typed.
// Who may open the socket may open the vault.

import { rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { createConnection, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { shortened } from './short-path.ts';

/** A command as it was typed elsewhere; its paths are whole. */
export interface HandedCommand {
  readonly words: readonly string[];
  readonly language: string;
  /** A person can be asked there. */
  readonly canAsk: boolean;
}

/** The terminal where it was typed. */
export interface FarTerminal {
  readonly print: (line: string) => Promise<void>;
  readonly say: (line: string) => void;
  readonly ask: (question: string) => Promise<string>;
  readonly progress: (label: string, done: number, total: number) => void;
  /** Whether nobody is there any more. */
  readonly isGone: () => boolean;
}

type Told =
  | { readonly print: string }
  | { readonly say: string }
  | { readonly ask: string }
  | { readonly progress: readonly [label: string, done: number, total: number] }
  | { readonly exit: number };

const LONGEST_COMMAND = 65_536;

/** Listens for commands; `run` carries one out and resolves to its exit code. */
export async function listenForCommands(
  path: string,
  run: (command: HandedCommand, terminal: FarTerminal) => Promise<number>,
): Promise<{ close: () => Promise<void> }> {
  rmSync(path, { force: true });
  const short = shortened(path);
  const open = new Set<Socket>();
  const working = new Set<Promise<void>>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    const work = serve(socket, run).finally(() => working.delete(work));
    working.add(work);
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(short.path, () => done());
  });
  await chmod(path, 0o600);
  server.unref();
  return {
    // What was begun is finished: an erasure is not left half done.
    close: async () => {
      const closed = new Promise<void>((done) => server.close(() => done()));
      await Promise.all(working);
      for (const socket of open) socket.destroy();
      await closed;
      rmSync(path, { force: true });
      short.remove();
    },
  };
}

async function serve(
  socket: Socket,
  run: (command: HandedCommand, terminal: FarTerminal) => Promise<number>,
): Promise<void> {
  socket.on('error', () => socket.destroy());
  const lines = linesOf(socket);
  const first = await lines.next();
  const command = first.done === true ? undefined : commandIn(first.value);
  if (command === undefined) {
    socket.destroy();
    return;
  }
  const tell = (told: Told): Promise<void> => written(socket, told);
  const exit = await run(command, {
    print: (line) => tell({ print: line }),
    say: (line) => void tell({ say: line }),
    ask: async (question) => {
      await tell({ ask: question });
      const answer = await lines.next();
      return answer.done === true ? '' : answerIn(answer.value);
    },
    progress: (label, done, total) => void tell({ progress: [label, done, total] }),
    isGone: () => socket.destroyed,
  }).catch(() => 1);
  await tell({ exit });
  socket.end();
}

function written(socket: Socket, told: Told): Promise<void> {
  return new Promise((done) => {
    if (socket.destroyed) done();
    else socket.write(`${JSON.stringify(told)}\n`, () => done());
  });
}

async function* linesOf(socket: Socket): AsyncGenerator<string, void, undefined> {
  let text = '';
  for await (const chunk of socket.setEncoding('utf8') as AsyncIterable<string>) {
    text += chunk;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n')) {
      yield text.slice(0, end);
      text = text.slice(end + 1);
    }
    if (text.length > LONGEST_COMMAND) return;
  }
}

/** A command from another process: nothing in it is taken without its form. */
function commandIn(line: string): HandedCommand | undefined {
  const said = membersOf(line);
  const [words, language, canAsk] = ['words', 'language', 'canAsk'].map((name) => said.get(name));
  if (!Array.isArray(words) || !words.every((word) => typeof word === 'string')) return undefined;
  return typeof language === 'string' && typeof canAsk === 'boolean' ? { words, language, canAsk } : undefined;
}

function answerIn(line: string): string {
  const answer = membersOf(line).get('answer');
  return typeof answer === 'string' ? answer : '';
}

function membersOf(line: string): ReadonlyMap<string, unknown> {
  try {
    const said: unknown = JSON.parse(line);
    return new Map(typeof said === 'object' && said !== null ? Object.entries(said) : []);
  } catch {
    return new Map();
  }
}

/** Where a command was typed: what is told is shown there. */
export interface NearTerminal {
  readonly print: (line: string) => Promise<void>;
  readonly say: (line: string) => void;
  readonly ask: (question: string) => Promise<string>;
  readonly progress: (label: string, done: number, total: number) => void;
}

/** Hands a command to the server that runs. Resolves to its exit code; undefined if nobody answers. */
export async function handCommand(
  path: string,
  command: HandedCommand,
  terminal: NearTerminal,
): Promise<number | undefined> {
  const short = shortened(path);
  const socket = createConnection(short.path);
  try {
    if (!(await isConnected(socket))) return undefined;
    socket.write(`${JSON.stringify(command)}\n`);
    for await (const line of createInterface({ input: socket })) {
      const said = membersOf(line);
      const exit = said.get('exit');
      if (typeof exit === 'number') return exit;
      await show(said, terminal, (answer) => socket.write(`${JSON.stringify({ answer })}\n`));
    }
    return undefined;
  } finally {
    socket.destroy();
    short.remove();
  }
}

function isConnected(socket: Socket): Promise<boolean> {
  return new Promise((done) => {
    socket.once('connect', () => done(true));
    socket.on('error', () => done(false));
  });
}

async function show(
  said: ReadonlyMap<string, unknown>,
  terminal: NearTerminal,
  answer: (text: string) => void,
): Promise<void> {
  const [print, say, ask, progress] = ['print', 'say', 'ask', 'progress'].map((name) => said.get(name));
  if (typeof print === 'string') await terminal.print(print);
  if (typeof say === 'string') terminal.say(say);
  if (typeof ask === 'string') answer(await terminal.ask(ask));
  if (Array.isArray(progress)) terminal.progress(String(progress[0]), Number(progress[1]), Number(progress[2]));
}
