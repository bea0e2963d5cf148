// A zip archive as a list of files that can be streamed (PKWARE APPNOTE.TXT 6.3.10; Zip64, stored and deflated). yauzl
// walks the directory; names, kinds, sizes and places are judged again here. It writes nothing and opens no inner zips.

import { Entry, fromRandomAccessReaderPromise, type ZipFile as YauzlZip } from 'yauzl';
import { FormatsError, type FormatsErrorCode } from '../formats-error.ts';
import { readEntryData } from './entry-data.ts';
import { decodeEntryName, type EntryName, isMacLitter, judgeEntryName, printableName } from './entry-name.ts';
import { isFolder, type ListedEntry, listEntry, refusalOf } from './listed-entry.ts';
import { DirectoryReader, type RandomAccess } from './random-access.ts';
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

/** An entry that was left out, its name made printable, and why. */
export interface RefusedEntry {
  readonly name: string;
  readonly code: FormatsErrorCode;
}

/** An open zip: files in directory order, and what was refused. `close` ends its use of the reader. */
export interface ZipArchive {
  readonly files: readonly ZipFile[];
  readonly refused: readonly RefusedEntry[];
  close(): void;
}

/** Whether a file begins as a zip does (a local header, or the end record of an empty one). Needs 4 bytes. */
export function looksLikeZip(firstBytes: Uint8Array): boolean {
  const [p, k, third, fourth] = firstBytes;
  return p === 0x50 && k === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6));
}

/**
 * Reads the directory and judges every entry. Single bad entries stand in `refused`; damage and attacks on the
 * structure (overlap, bombs, too many entries, a lying directory) throw a `FormatsError` for the whole.
 */
export async function openZip(access: RandomAccess, limits: ZipLimits = defaultZipLimits): Promise<ZipArchive> {
  const zip = await openDirectory(access);
  if (zip.entryCount > limits.entries) throw new FormatsError('zip-too-many-entries');
  const directoryStart = Number(zip.readEntryCursor);
  const listing = await listEntries(zip, access, limits);
  const endLimits = placeEntries(listing.places, directoryStart);
  checkTotal(listing.accepted, access.sizeBytes, limits);
  return {
    files: listing.accepted.map((entry) => fileOf(entry, endLimits.get(entry.headerOffset) ?? 0, zip, access)),
    refused: listing.refused,
    close: () => zip.close(),
  };
}

async function openDirectory(access: RandomAccess): Promise<YauzlZip> {
  const options = { autoClose: false, decodeStrings: false, validateEntrySizes: false };
  try {
    return await fromRandomAccessReaderPromise(new DirectoryReader(access), access.sizeBytes, options);
  } catch (cause) {
    const cut = looksLikeZip(await access.read(0, 4)) && !(await hasEndRecord(access));
    throw cut ? new FormatsError('zip-truncated', { cause }) : new FormatsError('zip-malformed', { cause });
  }
}

const endRecordBytes = 22;
const longestCommentBytes = 0xffff;

async function hasEndRecord(access: RandomAccess): Promise<boolean> {
  const length = Math.min(access.sizeBytes, endRecordBytes + longestCommentBytes);
  const tail = await access.read(access.sizeBytes - length, length);
  return Buffer.from(tail.buffer, tail.byteOffset, tail.length).includes('PK\u0005\u0006', 0, 'latin1');
}

interface Place {
  readonly offset: number;
  readonly leastEnd: number;
}

interface Listing {
  readonly accepted: readonly ListedEntry[];
  readonly refused: readonly RefusedEntry[];
  readonly places: Place[];
}

async function listEntries(zip: YauzlZip, access: RandomAccess, limits: ZipLimits): Promise<Listing> {
  const listed = new Map<string, ListedEntry | undefined>();
  const refused: RefusedEntry[] = [];
  const places: Place[] = [];
  const refuse = (name: string, code: FormatsErrorCode): void => void refused.push({ name: printableName(name), code });
  try {
    for await (const entry of zip.eachEntry()) {
      places.push(placeOf(entry));
      const verdict = judgeEntry(entry, limits);
      if ('code' in verdict) refuse(verdict.name, verdict.code);
      else if (!verdict.ignored) takeUp(verdict.name, entry, listed, refuse);
    }
    await checkDirectoryEnd(access, Number(zip.readEntryCursor));
  } catch (cause) {
    if (cause instanceof FormatsError) throw cause;
    const code = isStrongEncryption(cause) ? 'zip-encrypted' : 'zip-malformed';
    throw new FormatsError(code, { cause });
  }
  return { accepted: [...listed.values()].filter((entry) => entry !== undefined), refused, places };
}

type Verdict = RefusedEntry | { readonly name: EntryName; readonly ignored: boolean };

function judgeEntry(entry: Entry, limits: ZipLimits): Verdict {
  const decoded = decodeEntryName(entry);
  if (decoded === undefined) return { name: entry.fileNameRaw.toString('latin1'), code: 'zip-name-invalid' };
  const name = judgeEntryName(decoded, entry.fileNameRaw);
  if (typeof name === 'string') return { name: decoded, code: name };
  const code = refusalOf(entry, name, limits);
  if (code !== undefined) return { name: decoded, code };
  return { name, ignored: isFolder(entry, name) || isMacLitter(name) };
}

/** Of entries with one name none is taken: nobody could say which was meant. */
function takeUp(
  name: EntryName,
  entry: Entry,
  listed: Map<string, ListedEntry | undefined>,
  refuse: (name: string, code: FormatsErrorCode) => void,
): void {
  const again = listed.has(name.key);
  if (again) refuse(name.name, 'zip-duplicate-name');
  if (listed.get(name.key) !== undefined) refuse(name.name, 'zip-duplicate-name');
  listed.set(name.key, again ? undefined : listEntry(entry, name));
}

const isStrongEncryption = (cause: unknown): boolean =>
  cause instanceof Error && cause.message.startsWith('strong encryption');

const localHeaderBytes = 30;

function placeOf(entry: Entry): Place {
  const offset = entry.relativeOffsetOfLocalHeader;
  return { offset, leastEnd: offset + localHeaderBytes + entry.fileNameRaw.length + entry.compressedSize };
}

/** An end record that counts fewer entries than the directory holds would hide the rest from us. */
async function checkDirectoryEnd(access: RandomAccess, offset: number): Promise<void> {
  const [p, k, third, fourth] = await access.read(offset, 4);
  const isEnd = p === 0x50 && k === 0x4b && ((third === 5 && fourth === 6) || (third === 6 && fourth === 6));
  if (!isEnd) throw new FormatsError('zip-malformed', { offset });
}

/** Where the data of the entry at each header offset must have ended. Throws if two entries share bytes. */
function placeEntries(places: Place[], directoryStart: number): ReadonlyMap<number, number> {
  places.sort((a, b) => a.offset - b.offset);
  const endLimits = new Map<number, number>();
  for (const [index, place] of places.entries()) {
    const limit = places[index + 1]?.offset ?? directoryStart;
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

function fileOf(entry: ListedEntry, endLimit: number, zip: YauzlZip, access: RandomAccess): ZipFile {
  const probe = new Entry();
  probe.relativeOffsetOfLocalHeader = entry.headerOffset;
  probe.compressedSize = entry.compressedBytes;
  const readLocalHeader = () => zip.readLocalFileHeaderPromise(probe);
  return {
    name: entry.name.name,
    folder: entry.name.folder,
    baseName: entry.name.baseName,
    sizeBytes: entry.sizeBytes,
    crc32: entry.crc32,
    ...(entry.modifiedAt === undefined ? {} : { modifiedAt: entry.modifiedAt }),
    open: () => readEntryData({ access, entry, endLimit, readLocalHeader }),
  };
}
