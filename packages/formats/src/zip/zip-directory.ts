// The central directory of a zip, walked by yauzl and judged entry by entry (APPNOTE.TXT 6.3.10, section 4.3.12). It
// lists claims; whether the data keep them is found when an entry is read.

import { type Entry, fromRandomAccessReaderPromise, type ZipFile as YauzlZip } from 'yauzl';
import { FormatsError, type FormatsErrorCode } from '../formats-error.ts';
import { decodeEntryName, type EntryName, isMacLitter, judgeEntryName, printableName } from './entry-name.ts';
import { isFolder, type ListedEntry, listEntry, refusalOf } from './listed-entry.ts';
import { DirectoryReader, type RandomAccess } from './random-access.ts';
import type { ZipLimits } from './zip-limits.ts';

/** An entry that was left out, its name made printable, and why. */
export interface RefusedEntry {
  readonly name: string;
  readonly code: FormatsErrorCode;
}

/** Bytes that an entry claims: its local header begins at `offset`, and it ends at `leastEnd` or after. */
export interface EntryPlace {
  readonly offset: number;
  readonly leastEnd: number;
}

/** An opened directory: yauzl's handle, the reader under it, and where it starts. */
export interface ZipDirectory {
  readonly zip: YauzlZip;
  readonly reader: DirectoryReader;
  readonly startOffset: number;
}

/** What the directory lists. `places` are those of all entries, refused ones and folders too. */
export interface ZipListing {
  readonly accepted: readonly ListedEntry[];
  readonly refused: readonly RefusedEntry[];
  readonly places: readonly EntryPlace[];
}

/** Whether a file begins as a zip does (a local header, or the end record of an empty one). Needs 4 bytes. */
export function looksLikeZip(firstBytes: Uint8Array): boolean {
  const [p, k, third, fourth] = firstBytes;
  return p === 0x50 && k === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6));
}

/** Finds the directory. Throws `zip-truncated` or `zip-malformed`, or what the reader under it threw. */
export async function openDirectory(access: RandomAccess): Promise<ZipDirectory> {
  const options = { autoClose: false, decodeStrings: false, validateEntrySizes: false };
  const reader = new DirectoryReader(access);
  try {
    const zip = await fromRandomAccessReaderPromise(reader, access.sizeBytes, options);
    return { zip, reader, startOffset: Number(zip.readEntryCursor) };
  } catch (cause) {
    if (reader.failure !== undefined) throw reader.failure;
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

/** Reads and judges every entry. Throws for what is wrong with the directory as a whole. */
export async function listEntries(
  { zip, reader }: ZipDirectory,
  access: RandomAccess,
  limits: ZipLimits,
): Promise<ZipListing> {
  const listed = new Map<string, ListedEntry | undefined>();
  const refused: RefusedEntry[] = [];
  const places: EntryPlace[] = [];
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
    if (reader.failure !== undefined) throw reader.failure;
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

function placeOf(entry: Entry): EntryPlace {
  const offset = entry.relativeOffsetOfLocalHeader;
  return { offset, leastEnd: offset + localHeaderBytes + entry.fileNameRaw.length + entry.compressedSize };
}

/** An end record that counts fewer entries than the directory holds would hide the rest from us. */
async function checkDirectoryEnd(access: RandomAccess, offset: number): Promise<void> {
  const [p, k, third, fourth] = await access.read(offset, 4);
  const isEnd = p === 0x50 && k === 0x4b && ((third === 5 && fourth === 6) || (third === 6 && fourth === 6));
  if (!isEnd) throw new FormatsError('zip-malformed', { offset });
}
