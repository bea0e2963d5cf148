// One entry of a zip's central directory as this package keeps it, and the checks that need no data: kind, encryption,
// method, sizes, ratio. What it says is a claim; entry-data.ts holds it against the bytes.

import type { Entry } from 'yauzl';
import type { FormatsErrorCode } from '../formats-error.ts';
import type { EntryName } from './entry-name.ts';
import type { ZipLimits } from './zip-limits.ts';

/** Where an entry's data should lie and what it should be. Offsets and sizes in bytes. */
export interface ListedEntry {
  readonly name: EntryName;
  readonly nameRaw: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  readonly compressedBytes: number;
  readonly sizeBytes: number;
  readonly headerOffset: number;
  readonly modifiedAt?: string;
}

const storedMethod = 0;
export const deflatedMethod = 8;

const typeBits = 0o170000;
const directoryType = 0o040000;
const regularType = 0o100000;
const linkType = 0o120000;
const dosDirectory = 0x10;

const unixMode = (entry: Entry): number => entry.externalFileAttributes >>> 16;

/** Whether the directory says that the entry is a folder, by its name, its Unix mode or its DOS attribute. */
export function isFolder(entry: Entry, name: EntryName): boolean {
  const type = unixMode(entry) & typeBits;
  if (type !== 0) return type === directoryType || (type === regularType && name.isDirectory);
  return name.isDirectory || (entry.externalFileAttributes & dosDirectory) !== 0;
}

/** Why an entry is refused before its data is touched, or undefined. The mode counts whatever system it claims. */
export function refusalOf(entry: Entry, name: EntryName, limits: ZipLimits): FormatsErrorCode | undefined {
  const type = unixMode(entry) & typeBits;
  if (type === linkType) return 'zip-link';
  if (type !== 0 && type !== regularType && type !== directoryType) return 'zip-special-file';
  if (isFolder(entry, name)) return entry.uncompressedSize > 0 ? 'zip-special-file' : undefined;
  if (entry.isEncrypted()) return 'zip-encrypted';
  if (entry.compressionMethod !== storedMethod && entry.compressionMethod !== deflatedMethod)
    return 'zip-method-unknown';
  if (entry.compressionMethod === storedMethod && entry.compressedSize !== entry.uncompressedSize)
    return 'zip-size-mismatch';
  if (entry.uncompressedSize > limits.ratioFreeBytes && entry.uncompressedSize > limits.ratio * entry.compressedSize)
    return 'zip-bomb';
  return undefined;
}

/** An entry taken over from yauzl; buffers are copied so that its read blocks can go. */
export function listEntry(entry: Entry, name: EntryName): ListedEntry {
  const modifiedAt = dosWallTime(entry.lastModFileDate, entry.lastModFileTime);
  return {
    name,
    nameRaw: Uint8Array.from(entry.fileNameRaw),
    flags: entry.generalPurposeBitFlag,
    method: entry.compressionMethod,
    crc32: entry.crc32,
    compressedBytes: entry.compressedSize,
    sizeBytes: entry.uncompressedSize,
    headerOffset: entry.relativeOffsetOfLocalHeader,
    ...(modifiedAt === undefined ? {} : { modifiedAt }),
  };
}

/** A DOS date and time as `YYYY-MM-DDTHH:MM:SS` of an unnamed zone, or undefined if it is no real time. */
function dosWallTime(date: number, time: number): string | undefined {
  const [year, month, day] = [1980 + (date >>> 9), (date >>> 5) & 15, date & 31];
  const [hour, minute, second] = [time >>> 11, (time >>> 5) & 63, (time & 31) * 2];
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return undefined;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`;
}
