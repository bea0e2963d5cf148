// Files that are let go over the page: those of a folder are its exports alone, however deep they lie.

const EXPORT = /\.(zip|txt)$/i;

/** What was dropped, with what lies in folders among it. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  // Entries are there only while the event is handled: they are taken before anything is waited for.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.() ?? undefined);
  const plain = [...transfer.files];
  if (entries.every((entry) => entry === undefined || entry.isFile)) return plain;
  const found: File[] = [];
  for (const entry of entries) if (entry !== undefined) found.push(...(await filesUnder(entry, false)));
  return found;
}

async function filesUnder(entry: FileSystemEntry, isInFolder: boolean): Promise<File[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return isInFolder && !EXPORT.test(file.name) ? [] : [file];
  }
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const found: File[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return found;
    for (const one of some) found.push(...(await filesUnder(one, true)));
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
