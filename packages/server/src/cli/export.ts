// `acta export`: taking a conversation out, as files. What leaves is on record first.

import { createWriteStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  provableAndroidShape,
  safeFileName,
  type WrittenMessage,
  writeAndroidText,
  writeHtml,
  writeJsonLines,
} from '@acta/formats';
import type { ZoneClock } from '../records/zone-clock.ts';
import { ServerError } from '../server-error.ts';
import { channelsOf } from '../views/channels.ts';
import { entriesOf } from '../views/conversation.ts';
import { listPeople } from '../views/people.ts';
import { titleOf } from '../views/titles.ts';
import { chatNamed } from './chats.ts';
import { choiceOf } from './choices.ts';
import { type Command, type CommandContext, EXIT, printable, printJson } from './command.ts';
import { besideOf } from './entry-showing.ts';
import { languageOf } from './sentences/index.ts';
import { clockOf } from './time-zone.ts';
import type { ReadVault } from './vault.ts';
import { type ExportedEntry, mediaFile, type OwnSide, writtenEntry } from './written-entry.ts';

const FORMATS = ['txt', 'jsonl', 'html'] as const;
type ExportFormat = (typeof FORMATS)[number];

export const exportCommand: Command = {
  shape: { words: [1, 1], options: { format: 'value', out: 'value' } },
  synopsis: 'export CHAT --format txt|jsonl|html --out DIR',
  examples: ['acta export "Ana" --format html --out ana/', 'acta export 12 --format jsonl --out archive/'],
  ids: { words: true },
  asks: () => 'export',
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
    const title = (await titleOf(vault.views, chat)) ?? String(chat);
    await makeFolder(out);
    const taken = new Set<string>();
    const name = `${safeFileName(title, new Set())}.${format}`;
    taken.add(name);
    const file = join(out, name);
    await refuseExisting(file);
    const writing = new ChatWriting({ vault, out, taken, format });
    await writing.write(file, chat, { title, context });
    const isLive = (await channelsOf(vault.views, [chat])).has(chat);
    if (isLive && !context.json) terminal.say(say('export.zone', { zone: clockOf(context.env).zone }));
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
    const own = await this.ownSide(chat);
    const messages = this.messages(chat, own, clockOf(context.env));
    const language = languageOf(process.env);
    const texts =
      this.parts.format === 'html'
        ? writeHtml(messages, {
            title,
            language,
            madeAt: context.now().toISOString().slice(0, 16),
            ...(own.name === undefined ? {} : { me: own.name }),
          })
        : this.parts.format === 'jsonl'
          ? writeJsonLines(messages)
          : writeAndroidText(messages, provableAndroidShape);
    await writeOut(texts, file);
  }

  /** Our own side in this chat, by the name under which it is shown. */
  private async ownSide(chat: number): Promise<OwnSide> {
    const mine = (await listPeople(this.parts.vault.views)).filter((one) => one.me && one.chats.includes(chat));
    const people = mine.flatMap(({ id, merged }) => [id, ...merged.map(({ person }) => person)]);
    const name = mine.flatMap(({ names }) => names)[0];
    return { people: new Set(people), ...(name === undefined ? {} : { name }) };
  }

  private async *messages(chat: number, own: OwnSide, clock: ZoneClock): AsyncGenerator<WrittenMessage> {
    const { vault } = this.parts;
    for await (const batch of entriesOf(vault.views, { chat })) {
      const beside = await besideOf(vault, batch);
      for (const entry of batch) {
        this.entries++;
        const one = { entry, beside: beside(entry), own, clock };
        yield writtenEntry(one, await this.fileOf(one));
      }
    }
  }

  /** Writes the media file beside the export. Returns its name there. */
  private async fileOf(exported: ExportedEntry): Promise<string | undefined> {
    const { out, taken, vault } = this.parts;
    const file = mediaFile(exported);
    if (file === undefined) return undefined;
    const name = safeFileName(file.name, taken);
    const content = await vault.openObject(file.content, name);
    await writeOut(content.open(), join(out, name));
    await content.close();
    this.media++;
    return name;
  }
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
