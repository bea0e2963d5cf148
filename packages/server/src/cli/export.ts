// `acta export`: taking a conversation out, as files. What leaves is on record first.

import { createWriteStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  provableAndroidShape,
  safeFileName,
  type WrittenMedia,
  type WrittenMessage,
  type WrittenVersion,
  writeAndroidText,
  writeHtml,
  writeJsonLines,
} from '@acta/formats';
import type { EntryRecord, MediaFact } from '../records/conversation.ts';
import { mediaTypeOf } from '../records/media-type.ts';
import { ServerError } from '../server-error.ts';
import { currentState, entriesOf, type ShownEntry } from '../views/conversation.ts';
import { listPeople } from '../views/people.ts';
import { chatNamed } from './chats.ts';
import { choiceOf } from './choices.ts';
import { type Command, type CommandContext, EXIT, printable, printJson } from './command.ts';
import { languageOf } from './sentences/index.ts';
import type { ReadVault } from './vault.ts';

const FORMATS = ['txt', 'jsonl', 'html'] as const;
type ExportFormat = (typeof FORMATS)[number];

export const exportCommand: Command = {
  shape: { words: [1, 1], options: { format: 'value', out: 'value' } },
  synopsis: 'export CHAT --format txt|jsonl|html --out DIR',
  examples: ['acta export "Ana" --format html --out ana/', 'acta export 12 --format jsonl --out archive/'],
  ids: { words: true },
  run: runExport,
};

async function runExport(context: CommandContext): Promise<number> {
  const { args, say, terminal } = context;
  const format = choiceOf('export', args.value('format') ?? 'html', FORMATS);
  const out = args.value('out');
  if (out === undefined) throw new ServerError('usage', { command: 'export', reason: 'words-missing', word: '--out' });
  const vault = await context.vaults.look({ command: 'export', asked: args.words[0] ?? '' });
  try {
    const chat = await chatNamed(vault, args.words[0] ?? '');
    const conversation = await vault.reader.record(chat);
    const title = conversation?.kind === 'conversation' ? conversation.title : String(chat);
    await makeFolder(out);
    const taken = new Set<string>();
    const name = `${safeFileName(title, new Set())}.${format}`;
    taken.add(name);
    const file = join(out, name);
    await refuseExisting(file);
    const writing = new ChatWriting({ vault, out, taken, format });
    await writing.write(file, chat, { title, context });
    if (context.json) await printJson(context, { file, entries: writing.entries, media: writing.media, format });
    else terminal.say(say('export.done', { count: writing.entries, file: printable(file), media: writing.media }));
    return EXIT.done;
  } finally {
    await vault.close();
  }
}

interface WritingParts {
  readonly vault: ReadVault;
  readonly out: string;
  readonly taken: Set<string>;
  readonly format: ExportFormat;
}

class ChatWriting {
  private readonly parts: WritingParts;
  entries = 0;
  media = 0;

  constructor(parts: WritingParts) {
    this.parts = parts;
  }

  async write(
    file: string,
    chat: number,
    { context, title }: { readonly title: string; readonly context: CommandContext },
  ): Promise<void> {
    const messages = this.messages(chat);
    const language = languageOf(process.env);
    const texts =
      this.parts.format === 'html'
        ? writeHtml(messages, {
            title,
            language,
            madeAt: context.now().toISOString().slice(0, 16),
            ...(await this.ownSide(chat)),
          })
        : this.parts.format === 'jsonl'
          ? writeJsonLines(messages)
          : writeAndroidText(messages, provableAndroidShape);
    await writeOut(texts, file);
  }

  /** The name under which our own side writes in this chat. */
  private async ownSide(chat: number): Promise<{ me: string } | Record<never, never>> {
    const me = (await listPeople(this.parts.vault.views)).find((person) => person.me && person.chats.includes(chat));
    return me?.names[0] === undefined ? {} : { me: me.names[0] };
  }

  private async *messages(chat: number): AsyncGenerator<WrittenMessage> {
    for await (const batch of entriesOf(this.parts.vault.views, { chat })) {
      for (const entry of batch) {
        this.entries++;
        yield this.message(entry, await this.mediaOf(currentState(entry)));
      }
    }
  }

  private message(entry: ShownEntry, href: string | undefined): WrittenMessage {
    const now = currentState(entry);
    const earlier = [{ seq: entry.seq, record: entry.record }, ...entry.versions].filter(
      ({ record }) => record !== now,
    );
    return {
      ...written(now, href),
      seq: entry.seq,
      ...(earlier.length === 0
        ? {}
        : { versions: earlier.map(({ record }): WrittenVersion => ({ at: record.at, text: record.text })) }),
    };
  }

  /** Writes the media file beside the export. Returns its name there. */
  private async mediaOf({ media }: EntryRecord): Promise<string | undefined> {
    const { out, taken, vault } = this.parts;
    if (media?.content === undefined) return undefined;
    const name = safeFileName(media.name ?? media.content.sha256.slice(0, 16), taken);
    const content = await vault.openObject(media.content, name);
    await writeOut(content.open(), join(out, name));
    await content.close();
    this.media++;
    return name;
  }
}

function written(record: EntryRecord, href: string | undefined): WrittenMessage {
  const { at, author, edited, kind, location, media, poll, text, type } = record;
  return {
    at,
    ...(author === undefined ? {} : { author }),
    text,
    kind,
    type,
    ...(edited === undefined ? {} : { edited }),
    ...(location === undefined ? {} : { location }),
    ...(poll === undefined ? {} : { poll }),
    ...(media === undefined ? {} : { media: mediaWritten(media, href) }),
  };
}

function mediaWritten({ name, state }: MediaFact, href: string | undefined): WrittenMedia {
  const mime = mediaTypeOf(name ?? '');
  return {
    state,
    ...(name === undefined ? {} : { name }),
    ...(href === undefined ? {} : { href }),
    ...(mime === undefined ? {} : { mime }),
  };
}

/** Makes a folder to write into. */
export async function makeFolder(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw new ServerError('out-unwritable', { file: dir }, error);
  });
}

/** Nothing that exists is overwritten. */
export async function refuseExisting(file: string): Promise<void> {
  if ((await stat(file).catch(() => undefined)) !== undefined) throw new ServerError('out-exists', { file });
}

/** Writes a new file, readable by its owner only. Throws `out-unwritable`, `disk-full`. */
export async function writeOut(content: AsyncIterable<Uint8Array | string>, file: string): Promise<void> {
  try {
    await pipeline(content, createWriteStream(file, { mode: 0o600, flags: 'wx' }));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOSPC') throw new ServerError('disk-full', {}, error);
    if (error instanceof Error && 'syscall' in error) throw new ServerError('out-unwritable', { file }, error);
    throw error;
  }
}
