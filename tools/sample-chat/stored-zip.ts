// The least zip there is: entries stored, names in UTF-8, one fixed time, so that the same files give the same bytes
// everywhere (PKWARE APPNOTE.TXT 6.3.10). For small archives of our own making; it reads nothing.

import { crc32 } from 'node:zlib';

/** A file to store. `name` is its path in the archive. */
export interface StoredFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A DOS date and time: years from 1980, two-second steps, no zone. */
export interface DosTime {
  readonly date: number;
  readonly time: number;
}

/** The archive's bytes, entries in the order given. */
export function storedZip(files: readonly StoredFile[], { date, time }: DosTime): Uint8Array {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const path = Buffer.from(name);
    const fields = entryFields(bytes, path.length, { date, time });
    local.push(littleEndian([4, 0x04034b50], ...fields), path, Buffer.from(bytes));
    directory.push(
      littleEndian([4, 0x02014b50], [2, 20], ...fields, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]),
      path,
    );
    offset += 30 + path.length + bytes.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const count = files.length;
  const end = littleEndian([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, offset], [2, 0]);
  return Buffer.concat([...local, ...directory, end]);
}

type Field = readonly [width: 2 | 4, value: number];

const utf8Names = 0x800;

/** What a local header and a directory entry have in common: version to extra length. */
function entryFields(bytes: Uint8Array, nameBytes: number, { date, time }: DosTime): readonly Field[] {
  const sizes: readonly Field[] = [
    [4, crc32(bytes)],
    [4, bytes.length],
    [4, bytes.length],
  ];
  return [[2, 20], [2, utf8Names], [2, 0], [2, time], [2, date], ...sizes, [2, nameBytes], [2, 0]];
}

function littleEndian(...fields: readonly Field[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [width]) => sum + width, 0));
  let at = 0;
  for (const [width, value] of fields) at = bytes.writeUIntLE(value, at, width);
  return bytes;
}
