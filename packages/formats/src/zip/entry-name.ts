// The name of a zip entry: decoded, split into segments, and judged. This input is hostile: a name is never used as a
// path on a disk by this package, and one that tries to leave the archive is refused all the same.

import { type Entry, getFileNameLowLevel } from 'yauzl';
import type { FormatsErrorCode } from '../formats-error.ts';

/** A name that was accepted. `key` (NFC, no empty or `.` segments) tells entries apart; `isDirectory` by its slash. */
export interface EntryName {
  readonly name: string;
  readonly key: string;
  readonly folder: string;
  readonly baseName: string;
  readonly isDirectory: boolean;
}

const utf8Flag = 0x800;
const unicodePathField = 0x7075;
const longestNameBytes = 4096;
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The stored name as text: UTF-8 where the flag says so, the Unicode path field where there is one, else UTF-8 if the
 * bytes are (macOS writes it without the flag), else CP437 (APPNOTE.TXT 6.3.10, appendix D). Undefined if it says
 * UTF-8 and is not.
 */
export function decodeEntryName(
  entry: Pick<Entry, 'fileNameRaw' | 'generalPurposeBitFlag' | 'extraFields'>,
): string | undefined {
  const utf8 = decodeUtf8(entry.fileNameRaw);
  if (utf8 === undefined && (entry.generalPurposeBitFlag & utf8Flag) !== 0) return undefined;
  if (utf8 !== undefined && !entry.extraFields.some((field) => field.id === unicodePathField)) return utf8;
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return undefined;
  }
}

// Line ends beyond ASCII count as control characters: they would split a log line or a header.
const controlCharacter = /[\p{Cc}\p{Zl}\p{Zp}]/u;
const leavesArchive = /^(?:[/\\]|[A-Za-z]:)/;
const separator = /[/\\]/;
const upwardSegment = /^\.{2,}\s*$/;
const trailingSeparator = /[/\\]$/;
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;
const isControlByte = (byte: number): boolean => byte < 0x20 || byte === 0x7f;

/** Judges a decoded name with its raw bytes: the name taken apart, or the code of its refusal. */
export function judgeEntryName(name: string, raw: Uint8Array): EntryName | FormatsErrorCode {
  if (raw.length > longestNameBytes || controlCharacter.test(name) || raw.some(isControlByte))
    return 'zip-name-invalid';
  if (!name.isWellFormed() || name.includes('\ufffd')) return 'zip-name-invalid';
  if (leavesArchive.test(name)) return 'zip-path-traversal';
  const segments = name.split(separator);
  if (segments.some((segment) => upwardSegment.test(segment))) return 'zip-path-traversal';
  const kept = segments
    .filter((segment) => segment !== '' && segment !== '.')
    .map((segment) => segment.normalize('NFC'));
  const baseName = kept.at(-1);
  if (baseName === undefined) return 'zip-name-invalid';
  return {
    name,
    key: kept.join('/'),
    folder: kept.slice(0, -1).join('/'),
    baseName,
    isDirectory: trailingSeparator.test(name),
  };
}

/** Whether an entry is what macOS leaves beside the files (`__MACOSX/`, `.DS_Store`, `._name`). */
export function isMacLitter(entry: EntryName): boolean {
  return (
    entry.key.startsWith('__MACOSX/') ||
    entry.key === '__MACOSX' ||
    entry.baseName === '.DS_Store' ||
    entry.baseName.startsWith('._')
  );
}

/** A refused name made fit to print: control and direction characters become U+FFFD, at most 200 characters. */
export function printableName(name: string): string {
  return name.toWellFormed().replace(unprintable, '\ufffd').slice(0, 200);
}
