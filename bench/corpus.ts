// The chats that everything is measured on, written as Android exports: one group of many languages and one-to-one chats beside
// it, and the same messages once more as a single file. Made from a seed and kept in a folder of the size's name, so that a
// second run measures the same bytes. Nobody's texts are in it.

import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { syntheticMessages } from './text.ts';

/** A message as it stands in the exports. */
export interface CorpusMessage {
  /** Seconds since 1970 as a clock on the wall shows them. */
  readonly at: number;
  readonly author: string;
  /** The name of the chat it was said in. */
  readonly chat: string;
  /** Empty where a file was left out. */
  readonly text: string;
}

/** What was written, and where. */
export interface Corpus {
  readonly dir: string;
  readonly messages: number;
  /** All messages in one file. */
  readonly whole: { readonly file: string; readonly bytes: number };
  /** The same messages in one file a chat. */
  readonly chats: { readonly dir: string; readonly files: number; readonly bytes: number };
  /** The member of the group who wrote the hundredth part of all messages, or nearly. */
  readonly person: { readonly name: string; readonly messages: number };
}

const SEED = 20_261;
const TOPICS = 100;
/** Topics that make up the group: with the generator's preference for early ones, three messages in five. */
const GROUP_TOPICS = 36;
const MEMBERS = 60;
const LAYOUT = 1;

const GROUP = 'Obra Norte 北区';
const OWNER = 'Café Aurora';

/** Gives the messages in order of time; the same ones for the same count. */
export function* corpusMessages(count: number): Generator<CorpusMessage> {
  for (const { at, author, chat, has, seq, text } of syntheticMessages({
    count,
    seed: SEED,
    people: MEMBERS,
    chats: TOPICS,
  })) {
    const said = has.includes('media') ? '' : seq % 40 === 7 ? text.replace(' ', '\n') : text;
    if (chat <= GROUP_TOPICS) yield { at, author: personName(author), chat: GROUP, text: said };
    else {
      const other = personName(MEMBERS + chat);
      yield { at, author: (author + seq) % 2 === 0 ? other : OWNER, chat: other, text: said };
    }
  }
}

/** The corpus of so many messages below `root`, made there if it is missing. */
export function corpusOf(root: string, messages: number): Corpus {
  const dir = join(root, `corpus-${LAYOUT}-${messages}`);
  const contents = join(dir, 'contents.json');
  if (!existsSync(contents)) {
    const fresh = `${dir}.new`;
    rmSync(fresh, { recursive: true, force: true });
    const written = writeCorpus(fresh, messages);
    writeFileSync(join(fresh, 'contents.json'), JSON.stringify(written));
    rmSync(dir, { recursive: true, force: true });
    renameSync(fresh, dir);
  }
  const { chats, person, whole } = JSON.parse(readFileSync(contents, 'utf8')) as ReturnType<typeof writeCorpus>;
  return {
    dir,
    messages,
    person,
    whole: { file: join(dir, WHOLE), ...whole },
    chats: { dir: join(dir, CHATS), ...chats },
  };
}

const WHOLE = 'WhatsApp Chat with Todo.txt';
const CHATS = 'chats';

function writeCorpus(dir: string, messages: number) {
  mkdirSync(join(dir, CHATS), { recursive: true });
  const whole = new ExportFile(join(dir, WHOLE), 0);
  const chats = new Map<string, ExportFile>();
  const members = new Map<string, number>();
  for (const message of corpusMessages(messages)) {
    let file = chats.get(message.chat);
    if (file === undefined) {
      file = new ExportFile(join(dir, CHATS, `WhatsApp Chat with ${message.chat}.txt`), message.at);
      chats.set(message.chat, file);
    }
    const line = lineOf(message);
    whole.add(line);
    file.add(line);
    if (message.chat === GROUP) members.set(message.author, (members.get(message.author) ?? 0) + 1);
  }
  const bytes = [...chats.values()].reduce((sum, file) => sum + file.close(), 0);
  return {
    whole: { bytes: whole.close() },
    chats: { files: chats.size, bytes },
    person: nearest(members, messages / 100),
  };
}

function nearest(members: ReadonlyMap<string, number>, wanted: number): { name: string; messages: number } {
  const [found] = [...members].sort(([, a], [, b]) => Math.abs(a - wanted) - Math.abs(b - wanted));
  if (found === undefined) throw new RangeError('a corpus needs a group');
  return { name: found[0], messages: found[1] };
}

function lineOf({ at, author, text }: CorpusMessage): string {
  return `${headerTime(at)} - ${author}: ${text === '' ? '<Media omitted>' : text}\n`;
}

/** `31/12/24, 23:59`. */
function headerTime(at: number): string {
  const iso = new Date(at * 1000).toISOString();
  return `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(2, 4)}, ${iso.slice(11, 16)}`;
}

const GIVEN = 'Ana Luis Sofía Diego Lucía Jorge Elena Pablo Inés Mateo Wei Mei Lin Grace Owen Ruth Noor Omar'.split(
  ' ',
);
const FAMILY = 'García Torres Chen Wang Smith Rossi Haddad Núñez Moreno Brown Zhao'.split(' ');

/** Names are distinct up to 198: the lengths of the two lists share no divisor. */
function personName(person: number): string {
  return `${GIVEN[person % GIVEN.length]} ${FAMILY[person % FAMILY.length]}`;
}

const FLUSH_CHARACTERS = 1 << 20;
const NOTICE =
  'Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them.';
const EARLIEST = Date.UTC(2024, 0, 1) / 1000;

/** An export being written; nothing but appends. */
class ExportFile {
  private readonly handle: number;
  private pending: string;
  private bytes = 0;

  constructor(file: string, firstAt: number) {
    this.handle = openSync(file, 'w');
    this.pending = `${headerTime(Math.max(firstAt, EARLIEST))} - ${NOTICE}\n`;
  }

  add(line: string): void {
    this.pending += line;
    if (this.pending.length >= FLUSH_CHARACTERS) this.flush();
  }

  /** @returns the bytes of the whole file */
  close(): number {
    this.flush();
    closeSync(this.handle);
    return this.bytes;
  }

  private flush(): void {
    this.bytes += writeSync(this.handle, this.pending);
    this.pending = '';
  }
}
