// A zip archive as a list of files that can be streamed (PKWARE APPNOTE.TXT 6.3.10; Zip64, stored and deflated). yauzl
// walks the directory; names, kinds, sizes and places are judged again here. It writes nothing and opens no inner zips.

import { Entry, type LocalFileHeader } from 'yauzl';
import { FormatsError } from '../formats-error.ts';
import { readEntryData } from './entry-data.ts';
import type { ListedEntry } from './listed-entry.ts';
import type { RandomAccess } from './random-access.ts';
import { type EntryPlace, listEntries, openDirectory, type RefusedEntry, type ZipDirectory } from './zip-directory.ts';
import { defaultZipLimits, type ZipLimits } from './zip-limits.ts';

/** One file of a zip. `name` is the stored path, `folder` and `baseName` its parts in NFC, `modifiedAt` a wall time. */
export interface ZipFile {
  readonly name: string;
  readonly folder: string;
  readonly baseName: string;
  readonly sizeBytes: number;
  readonly crc32: number;
  readonly modifiedAt?: string;
  /** Streams the bytes; may be called again. Throws `FormatsError` if they are not what was declared. */
  open(): AsyncIterable<Uint8Array>;
}

/** An open zip: files in directory order, and what was refused. `close` ends its use of the reader. */
export interface ZipArchive {
  readonly files: readonly ZipFile[];
  readonly refused: readonly RefusedEntry[];
  close(): void;
}

/**
 * Reads the directory and judges every entry. Single bad entries stand in `refused`; damage and attacks on the
 * structure (overlap, bombs, too many entries, a lying directory) throw a `FormatsError` for the whole.
 */
export async function openZip(access: RandomAccess, limits: ZipLimits = defaultZipLimits): Promise<ZipArchive> {
  const directory = await openDirectory(access);
  if (directory.zip.entryCount > limits.entries) throw new FormatsError('zip-too-many-entries');
  const listing = await listEntries(directory, access, limits);
  const endLimits = placeEntries(listing.places, directory.startOffset);
  checkTotal(listing.accepted, access.sizeBytes, limits);
  return {
    files: listing.accepted.map((entry) => {
      const endLimit = endLimits.get(entry.headerOffset) ?? 0;
      return fileOf(entry, () =>
        readEntryData({ access, entry, endLimit, readLocalHeader: localHeader(entry, directory) }),
      );
    }),
    refused: listing.refused,
    close: () => directory.zip.close(),
  };
}

/** Where the data of the entry at each header offset must have ended. Throws if two entries share bytes. */
function placeEntries(places: readonly EntryPlace[], directoryStart: number): ReadonlyMap<number, number> {
  const sorted = places.toSorted((a, b) => a.offset - b.offset);
  const endLimits = new Map<number, number>();
  for (const [index, place] of sorted.entries()) {
    const limit = sorted[index + 1]?.offset ?? directoryStart;
    if (place.leastEnd > limit) throw new FormatsError('zip-overlap', { offset: place.offset });
    endLimits.set(place.offset, limit);
  }
  return endLimits;
}

function checkTotal(entries: readonly ListedEntry[], archiveBytes: number, limits: ZipLimits): void {
  const totalBytes = entries.reduce((sum, entry) => sum + entry.sizeBytes, 0);
  const beyondRatio = totalBytes > limits.ratioFreeBytes && totalBytes > limits.ratio * archiveBytes;
  if (totalBytes > limits.totalBytes || beyondRatio) throw new FormatsError('zip-bomb');
}

/** Reads the header that stands before the entry's data; undefined where there is none that can be read. */
function localHeader(entry: ListedEntry, { zip, reader }: ZipDirectory): () => Promise<LocalFileHeader | undefined> {
  const probe = new Entry();
  probe.relativeOffsetOfLocalHeader = entry.headerOffset;
  probe.compressedSize = entry.compressedBytes;
  return async () => {
    try {
      return await zip.readLocalFileHeaderPromise(probe);
    } catch {
      if (reader.failure !== undefined) throw reader.failure;
      return undefined;
    }
  };
}

function fileOf(entry: ListedEntry, open: ZipFile['open']): ZipFile {
  return {
    name: entry.name.name,
    folder: entry.name.folder,
    baseName: entry.name.baseName,
    sizeBytes: entry.sizeBytes,
    crc32: entry.crc32,
    ...(entry.modifiedAt === undefined ? {} : { modifiedAt: entry.modifiedAt }),
    open,
  };
}
