// Which entries of a zip are chat texts, and which media lie beside each. It goes by names and places; a candidate must
// still be read to be believed. Zips inside a zip are media like any other file.

import { isChatTextName, titleFromName } from './chat-name.ts';

/** What is asked of an entry here: its folder and its name in it. `ZipFile` is one. */
export interface PlacedFile {
  readonly folder: string;
  readonly baseName: string;
}

/**
 * A chat text. `certain` if WhatsApp gives such a name; otherwise it is a candidate, and one of the media if it proves
 * to be no chat. `title` from its name or, failing that, its folder's. `media` is one list for all chats of a folder:
 * its files but the certain chat texts (so a candidate finds itself in it).
 */
export interface ChatText<File extends PlacedFile> {
  readonly file: File;
  readonly certain: boolean;
  readonly title?: string;
  readonly media: readonly File[];
}

/** Chat texts in archive order, and the files that lie beside no chat text. */
export interface ChatTexts<File extends PlacedFile> {
  readonly chats: readonly ChatText<File>[];
  readonly others: readonly File[];
}

/**
 * Sorts the files of one zip. A `.txt` of another name is a candidate where its folder has no chat text, or where
 * several chats lie together at the top. Chats of one folder share its media.
 */
export function chatTextsOf<File extends PlacedFile>(files: readonly File[]): ChatTexts<File> {
  const chats: ChatText<File>[] = [];
  const others: File[] = [];
  for (const [folder, inside] of byFolder(files)) {
    const named = inside.filter((file) => isChatTextName(file.baseName));
    const isMany = folder === '' && named.length > 1;
    const certain = new Set(named);
    const texts = named.length === 0 || isMany ? inside.filter((file) => isText(file) || certain.has(file)) : named;
    if (texts.length === 0) for (const file of inside) others.push(file);
    const media = inside.filter((file) => !certain.has(file));
    for (const file of texts) chats.push(chatOf(file, certain.has(file), media));
  }
  const order = new Map(files.map((file, index) => [file, index]));
  const place = ({ file }: ChatText<File>): number => order.get(file) ?? 0;
  return { chats: chats.sort((a, b) => place(a) - place(b)), others };
}

const textExtension = /\.txt$/i;
const isText = (file: PlacedFile): boolean => textExtension.test(file.baseName);

function byFolder<File extends PlacedFile>(files: readonly File[]): Map<string, File[]> {
  const folders = new Map<string, File[]>();
  for (const file of files) {
    const inside = folders.get(file.folder);
    if (inside === undefined) folders.set(file.folder, [file]);
    else inside.push(file);
  }
  return folders;
}

function chatOf<File extends PlacedFile>(file: File, certain: boolean, media: readonly File[]): ChatText<File> {
  const folderName = file.folder.slice(file.folder.lastIndexOf('/') + 1);
  const title = titleFromName(file.baseName) ?? titleFromName(folderName);
  return { file, certain, media, ...(title === undefined ? {} : { title }) };
}
