// Zips for tests, with every field open to lies (APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12, 4.3.14 to 4.3.16). Not a
// way to write archives for anyone else.

import { crc32, deflateRawSync } from 'node:zlib';

/** One entry: what is not given is made true. `size` and `compressedSize` are the claims of both headers. */
export interface CraftedEntry {
  readonly name: string | Uint8Array;
  readonly data?: Uint8Array;
  readonly stored?: boolean;
  readonly method?: number;
  readonly flags?: number;
  readonly externalAttributes?: number;
  readonly crc?: number;
  readonly size?: number;
  readonly compressedSize?: number;
  readonly localName?: string;
  readonly localExtra?: Uint8Array;
  readonly headerOffset?: number;
  readonly time?: number;
  readonly date?: number;
  /** Bytes after the compressed data that still count as its own. */
  readonly tail?: Uint8Array;
  readonly zip64?: boolean;
  /** Sizes and checksum stand behind the data instead of before it. */
  readonly descriptor?: boolean;
}

interface CraftedArchive {
  readonly comment?: string;
  readonly entryCount?: number;
  readonly zip64End?: boolean;
}

/** The bytes of a zip with these entries. */
export function craftZip(entries: readonly CraftedEntry[], archive: CraftedArchive = {}): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const parts = partsOf(entry);
    const head = Buffer.concat([localHeader(entry, parts), parts.compressed, descriptorOf(entry, parts)]);
    central.push(centralHeader(entry, parts, entry.headerOffset ?? offset));
    local.push(head);
    offset += head.length;
  }
  const directory = Buffer.concat(central);
  return Buffer.concat([...local, directory, endRecords(entries.length, offset, directory.length, archive)]);
}

interface Parts {
  readonly name: Buffer;
  readonly compressed: Buffer;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly size: number;
  readonly compressedSize: number;
}

const utf8Flag = 0x800;

function partsOf(entry: CraftedEntry): Parts {
  const data = entry.data ?? new Uint8Array(0);
  const isStored = entry.stored === true;
  const compressed = Buffer.concat([isStored ? data : deflateRawSync(data), entry.tail ?? new Uint8Array(0)]);
  return {
    name: Buffer.from(entry.name),
    compressed,
    method: entry.method ?? (isStored ? 0 : 8),
    flags: (entry.flags ?? (typeof entry.name === 'string' ? utf8Flag : 0)) | (entry.descriptor === true ? 8 : 0),
    crc: entry.crc ?? crc32(data),
    size: entry.size ?? data.length,
    compressedSize: entry.compressedSize ?? compressed.length,
  };
}

function localHeader(entry: CraftedEntry, parts: Parts): Buffer {
  const name = entry.localName === undefined ? parts.name : Buffer.from(entry.localName);
  const extra = entry.localExtra ?? new Uint8Array(0);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  writeSharedFields(head, 4, entry, parts);
  head.writeUInt16LE(name.length, 26);
  head.writeUInt16LE(extra.length, 28);
  return Buffer.concat([head, name, extra]);
}

function writeSharedFields(head: Buffer, at: number, entry: CraftedEntry, parts: Parts): void {
  const isLater = entry.descriptor === true && at === 4;
  head.writeUInt16LE(20, at);
  head.writeUInt16LE(parts.flags, at + 2);
  head.writeUInt16LE(parts.method, at + 4);
  head.writeUInt16LE(entry.time ?? 0, at + 6);
  head.writeUInt16LE(entry.date ?? 0x21, at + 8);
  head.writeUInt32LE(isLater ? 0 : parts.crc, at + 10);
  head.writeUInt32LE(isLater ? 0 : entry.zip64 === true ? 0xffffffff : parts.compressedSize, at + 14);
  head.writeUInt32LE(isLater ? 0 : entry.zip64 === true ? 0xffffffff : parts.size, at + 18);
}

function descriptorOf(entry: CraftedEntry, parts: Parts): Buffer {
  if (entry.descriptor !== true) return Buffer.alloc(0);
  const words = [0x08074b50, parts.crc, parts.compressedSize, parts.size];
  const bytes = Buffer.alloc(16);
  for (const [index, word] of words.entries()) bytes.writeUInt32LE(word, index * 4);
  return bytes;
}

function centralHeader(entry: CraftedEntry, parts: Parts, offset: number): Buffer {
  const extra = entry.zip64 === true ? zip64Field([parts.size, parts.compressedSize, offset]) : Buffer.alloc(0);
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(0x031e, 4);
  writeSharedFields(head, 6, entry, parts);
  head.writeUInt16LE(parts.name.length, 28);
  head.writeUInt16LE(extra.length, 30);
  head.writeUInt32LE((entry.externalAttributes ?? 0) >>> 0, 38);
  head.writeUInt32LE(entry.zip64 === true ? 0xffffffff : offset, 42);
  return Buffer.concat([head, parts.name, extra]);
}

function zip64Field(values: readonly number[]): Buffer {
  const field = Buffer.alloc(4 + values.length * 8);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(values.length * 8, 2);
  for (const [index, value] of values.entries()) field.writeBigUInt64LE(BigInt(value), 4 + index * 8);
  return field;
}

function endRecords(count: number, offset: number, size: number, archive: CraftedArchive): Buffer {
  const isZip64 = archive.zip64End === true;
  const comment = Buffer.from(archive.comment ?? '', 'latin1');
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(isZip64 ? 0xffff : (archive.entryCount ?? count), 8);
  end.writeUInt16LE(isZip64 ? 0xffff : (archive.entryCount ?? count), 10);
  end.writeUInt32LE(isZip64 ? 0xffffffff : size, 12);
  end.writeUInt32LE(isZip64 ? 0xffffffff : offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...(isZip64 ? [zip64End(archive.entryCount ?? count, offset, size)] : []), end, comment]);
}

function zip64End(count: number, offset: number, size: number): Buffer {
  const record = Buffer.alloc(76);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(count), 24);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(size), 40);
  record.writeBigUInt64LE(BigInt(offset), 48);
  record.writeUInt32LE(0x07064b50, 56);
  record.writeBigUInt64LE(BigInt(offset + size), 64);
  record.writeUInt32LE(1, 72);
  return record;
}
