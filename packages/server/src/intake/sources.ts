// From paths to chat texts: single files, folders (walked whole), zips; each text with the media beside it and the
// title its name or its folder's gives. What cannot be opened is named with its reason and stops nobody else.

import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { chatTextsOf, FormatsError, looksLikeZip, openZip, titleFromName, type ZipFile } from '@acta/formats';
import type { InputFile } from '../records/input-file.ts';
import { ServerError } from '../server-error.ts';
import { fileError, openDiskFile } from './disk-file.ts';

/** A file that lies beside a chat text. */
export interface MediaFile {
  readonly name: string;
  readonly sizeBytes: number;
  open(): AsyncIterable<Uint8Array>;
}

/** A chat text to be read, or a candidate for one. */
export interface ChatSource {
  /** As given; for a text in a zip `PATH!/NAME`. */
  readonly path: string;
  readonly file: string;
  readonly sizeBytes: number;
  readonly title?: string;
  readonly madeAt?: string;
  readonly media: ReadonlyMap<string, MediaFile>;
  /** The media were handed over with the text (a zip, a folder), so that those nobody names are kept too. */
  readonly ownsMedia: boolean;
  /** The zip it lies in. */
  readonly whole?: InputFile;
  open(start?: number, end?: number): AsyncIterable<Uint8Array>;
}

/** Something that was handed over and cannot be read as a chat. */
export interface RefusedSource {
  readonly path: string;
  readonly file: string;
  readonly code: string;
  /** The whole file, where it can be read and so be kept; of a file inside a zip, the zip. */
  readonly content?: InputFile;
  /** It is one file of a zip, whose others are read. */
  readonly isPart?: true;
}

export type Source = { readonly chat: ChatSource } | { readonly refused: RefusedSource };

const NESTING = 40;
const ZIP_NAME = /\.zip$/i;

/** Every source under a path, one after another; a zip stays open only while its texts are being used. */
export async function* sourcesOf(path: string): AsyncGenerator<Source> {
  let isFolder: boolean;
  try {
    const found = await stat(path);
    isFolder = found.isDirectory();
    // A pipe or a device might never end, and cannot be read twice.
    if (!isFolder && !found.isFile()) throw new ServerError('file-unreadable', { file: path });
  } catch (error) {
    const failure = fileError(error, path);
    yield { refused: { path, file: basename(path), code: failure.code } };
    return;
  }
  if (!isFolder) {
    yield* sourcesOfFile(path);
    return;
  }
  let found = 0;
  for await (const source of sourcesOfFolder(path, 0)) {
    found++;
    yield source;
  }
  if (found === 0) yield { refused: { path, file: basename(path), code: 'folder-empty' } };
}

async function* sourcesOfFile(path: string): AsyncGenerator<Source> {
  const input = await openedOr(path);
  if ('refused' in input) {
    yield input;
    return;
  }
  try {
    if (looksLikeZip(await input.read(0, 4))) yield* sourcesOfZip(path, input);
    else yield { chat: await looseText(path, input) };
  } finally {
    await input.close();
  }
}

/** The sources of one open file that stands alone: a text without media, or a zip. */
export async function* sourceOf(path: string, input: InputFile): AsyncGenerator<Source> {
  if (looksLikeZip(await input.read(0, 4))) yield* sourcesOfZip(path, input);
  else yield { chat: textSource({ path, input, beside: [], ownsMedia: false, ...titled(titleFromName(input.name)) }) };
}

function titled(title: string | undefined): { title: string } | Record<never, never> {
  return title === undefined ? {} : { title };
}

async function openedOr(path: string): Promise<InputFile | { refused: RefusedSource }> {
  try {
    return await openDiskFile(path, basename(path));
  } catch (error) {
    const code = error instanceof ServerError ? error.code : 'file-unreadable';
    return { refused: { path, file: basename(path), code } };
  }
}

/** A text alone. Files beside it count as its media where it names them; they are not handed over by themselves. */
async function looseText(path: string, input: InputFile): Promise<ChatSource> {
  const folder = dirname(path);
  const names = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const beside = names.filter((entry) => entry.isFile() && entry.name !== basename(path)).map((entry) => entry.name);
  const title = titleFromName(basename(path)) ?? titleFromName(basename(folder));
  return textSource({
    path,
    input,
    beside: beside.map((name) => join(folder, name)),
    ownsMedia: false,
    ...titled(title),
  });
}

interface TextParts {
  readonly path: string;
  readonly input: InputFile;
  readonly beside: readonly string[];
  readonly title?: string;
  readonly ownsMedia: boolean;
}

function textSource({ path, input, beside, title, ownsMedia }: TextParts): ChatSource {
  return {
    path,
    file: input.name,
    sizeBytes: input.sizeBytes,
    ...titled(title),
    ...(input.madeAt === undefined ? {} : { madeAt: input.madeAt }),
    media: new Map(beside.map((file) => [basename(file).normalize('NFC'), diskMedia(file)])),
    ownsMedia,
    open: (start, end) => input.open(start, end),
  };
}

function diskMedia(path: string): MediaFile {
  return {
    name: basename(path),
    sizeBytes: -1,
    open: async function* () {
      const file = await openDiskFile(path, basename(path));
      try {
        yield* file.open();
      } finally {
        await file.close();
      }
    },
  };
}

/** Walks a folder: its chat texts with the media beside them, its zips, then its folders, by name. */
async function* sourcesOfFolder(path: string, depth: number): AsyncGenerator<Source> {
  if (depth > NESTING) return;
  const entries = (await readdir(path, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
  const placed = files.map((entry) => ({ folder: path, baseName: entry.name.normalize('NFC'), name: entry.name }));
  const zips = placed.filter((file) => ZIP_NAME.test(file.name));
  const texts = chatTextsOf(placed.filter((file) => !zips.includes(file)));
  for (const text of texts.chats) {
    const file = join(path, text.file.name);
    const input = await openedOr(file);
    if ('refused' in input) {
      yield input;
      continue;
    }
    const beside = text.media.map((media) => join(path, media.name));
    const ownsMedia = texts.chats.length === 1;
    try {
      yield { chat: textSource({ path: file, input, beside, ownsMedia, ...titled(text.title) }) };
    } finally {
      await input.close();
    }
  }
  for (const zip of zips) yield* sourcesOfFile(join(path, zip.name));
  for (const entry of entries) if (entry.isDirectory()) yield* sourcesOfFolder(join(path, entry.name), depth + 1);
}

/** Every chat text of a zip, and what of it was refused. A zip that is damaged or hostile as a whole is refused whole. */
async function* sourcesOfZip(path: string, input: InputFile): AsyncGenerator<Source> {
  let archive: Awaited<ReturnType<typeof openZip>>;
  try {
    archive = await openZip(input);
  } catch (error) {
    if (!(error instanceof FormatsError)) throw error;
    yield { refused: { path, file: input.name, code: error.code, content: input } };
    return;
  }
  try {
    for (const { name, code } of archive.refused) {
      yield { refused: { path: `${path}!/${name}`, file: name, code, content: input, isPart: true } };
    }
    const { chats } = chatTextsOf(archive.files);
    if (chats.length === 0) yield { refused: { path, file: input.name, code: 'not-a-chat', content: input } };
    for (const chat of chats) {
      const title = chat.title ?? (chats.length === 1 ? titleFromName(input.name) : undefined);
      const isAlone = chats.every(({ file }) => file === chat.file || file.folder !== chat.file.folder);
      const beside = { files: chat.media, isOwned: isAlone };
      yield { chat: zippedText(path, input, chat.file, beside, title) };
    }
  } finally {
    archive.close();
  }
}

function zippedText(
  path: string,
  input: InputFile,
  file: ZipFile,
  beside: { readonly files: readonly ZipFile[]; readonly isOwned: boolean },
  title?: string,
): ChatSource {
  const madeAt = file.modifiedAt?.slice(0, 10) ?? input.madeAt;
  return {
    path: `${path}!/${file.name}`,
    file: title === undefined ? file.baseName : input.name,
    sizeBytes: file.sizeBytes,
    ...titled(title),
    ...(madeAt === undefined ? {} : { madeAt }),
    media: new Map(beside.files.map((one) => [one.baseName.normalize('NFC'), zippedMedia(one)])),
    ownsMedia: beside.isOwned,
    whole: input,
    open: (start = 0, end = file.sizeBytes) => stretch(file.open(), start, end),
  };
}

function zippedMedia(file: ZipFile): MediaFile {
  return { name: file.baseName, sizeBytes: file.sizeBytes, open: () => file.open() };
}

/** The bytes from `start` to `end` of a stream that can only be read from its beginning. */
async function* stretch(stream: AsyncIterable<Uint8Array>, start: number, end: number): AsyncGenerator<Uint8Array> {
  let at = 0;
  for await (const chunk of stream) {
    const from = Math.max(0, start - at);
    const to = Math.min(chunk.length, end - at);
    if (to > from) yield from === 0 && to === chunk.length ? chunk : chunk.subarray(from, to);
    at += chunk.length;
    // A stream from the start goes to its end, where the zip's checksum is compared.
    if (at >= end && start > 0) return;
  }
}
