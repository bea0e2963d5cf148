/**
 * A strip: up to 128 records of one key with their salts, compressed, padded and sealed, version 2.
 *
 *     nonce (12) ‖ AES-256-GCM(plain) ‖ tag (16)
 *     AAD:   "acta/strip/v2\n" ‖ cell id (16) ‖ u64be first seq of the page ‖ u64be key id ‖ slots (32)
 *     slots: bit i mod 8 (the lowest is 0) of byte ⌊i/8⌋ is set if slot i of the page is the strip's
 *     plain: u8 form ‖ raw length ‖ frame length ‖ seed (16) or salts (16 a record) ‖ frame ‖ zeros up to a Padmé length
 *     form:  bit 0 explicit salts; bit 1 columns; bit 2 Zstandard
 *     frame: raw, compressed as in `compression.ts`: by DEFLATE or by Zstandard
 *     raw:   (length ‖ record)*, or columns as in `column-form.ts`
 *
 * Lengths are unsigned LEB128. A strip opens only as what it was sealed as: these slots of this page of this cell under
 * this key. Whoever opens one needs to believe nothing that stands beside it.
 */
import { type AeadKey, openAead, sealAead } from '../aead.ts';
import { ByteReader, isZero, varintBytes, writeVarint } from '../bytes.ts';
import { LedgerError } from '../error.ts';
import { padme } from '../padme.ts';
import type { RandomBytes } from '../randomness.ts';
import type { KeyId } from '../store.ts';
import { ColumnReader } from './column-reader.ts';
import { writeColumns } from './column-writer.ts';
import { compress, compressionFor, decompress } from './compression.ts';
import { PAGE_ENTRIES, STRIP_RECORDS } from './format.ts';
import type { JoinedRecords, RecordSpans } from './member-table.ts';
import { expandSalts, SALT_BYTES } from './salts.ts';

/** A record may not be longer; longer text belongs into an object. */
export const MAX_RECORD_BYTES: number = 16 * 1024 * 1024;
/** Joined records of a strip beyond which no record is added to it. */
export const STRIP_TARGET_BYTES: number = 256 * 1024;

/** Fewer records gain nothing from columns. */
const MIN_COLUMN_RECORDS = 4;
const MAX_RAW_BYTES = MAX_RECORD_BYTES + STRIP_TARGET_BYTES + STRIP_RECORDS * 4;
const TAG = Buffer.from('acta/strip/v2\n', 'latin1');
const AAD_BYTES = TAG.length + 32 + PAGE_ENTRIES / 8;
/** What an open strip takes beside its bytes, about. */
const OPEN_STRIP_BYTES = 600;
const EXPLICIT_SALTS = 1;
const COLUMNS = 2;
const ZSTD = 4;

/** What a strip is bound to. */
export interface StripPlace {
  /** 16 bytes. */
  readonly cellId: Uint8Array;
  /** The first seq of its page. */
  readonly pageSeq: number;
  readonly keyId: KeyId;
  /** The slots of its records in the page, in order. */
  readonly slots: readonly number[];
}

/** The salts of a strip: a seed of 16 bytes to expand, or 16 bytes a record as they are. */
export type StripSalts =
  | { readonly form: 'seed'; readonly bytes: Uint8Array }
  | { readonly form: 'explicit'; readonly bytes: Uint8Array };

/** Seals records (canonical JSON bytes) under a key. Throws `record-too-large`. */
export function sealStrip(strip: {
  readonly place: StripPlace;
  readonly key: AeadKey;
  readonly records: RecordSpans;
  readonly salts: StripSalts;
  readonly randomBytes: RandomBytes;
}): Uint8Array {
  const { place, key, records, salts, randomBytes } = strip;
  for (let index = 0; index < records.ends.length; index++) {
    if ((records.ends[index] ?? 0) - (records.starts[index] ?? 0) > MAX_RECORD_BYTES)
      throw new LedgerError('record-too-large', { seq: place.pageSeq + (place.slots[index] ?? 0) });
  }
  const plain = layOut(records, salts);
  try {
    return sealAead({ key, plain, aad: aadOf(place), randomBytes });
  } finally {
    plain.fill(0);
  }
}

/** Opens a strip. Throws `strip-altered` if the key does not confirm it, `strip-malformed` if its inside is not one. */
export function openStrip(place: StripPlace, key: AeadKey, sealed: Uint8Array): OpenStrip {
  const plain = openAead({ key, sealed, aad: aadOf(place) });
  const { keyId, pageSeq, slots } = place;
  if (plain === undefined) throw new LedgerError('strip-altered', { seq: pageSeq + (slots[0] ?? 0), keyId });
  const reader = new ByteReader(plain, 'strip-malformed');
  const form = reader.u8();
  const rawBytes = reader.varint();
  const frameBytes = reader.varint();
  if (form > (EXPLICIT_SALTS | COLUMNS | ZSTD) || rawBytes > MAX_RAW_BYTES) throw reader.fail();
  const explicit = (form & EXPLICIT_SALTS) !== 0;
  // A copy: an open strip is kept for long, what it was opened from is not.
  const salts = new Uint8Array(reader.take(explicit ? slots.length * SALT_BYTES : SALT_BYTES));
  const frame = reader.take(frameBytes);
  const unpadded = reader.offset;
  if (padme(unpadded) !== plain.length || !isZero(reader.take(reader.remaining))) throw reader.fail();
  const raw = decompress(frame, rawBytes, (form & ZSTD) === 0 ? 'deflate' : 'zstd');
  return new OpenStrip({
    count: slots.length,
    salts: explicit ? { form: 'explicit', bytes: salts } : { form: 'seed', bytes: salts },
    raw,
    isInColumns: (form & COLUMNS) !== 0,
  });
}

/** Reads the records of one strip. */
interface RecordsInside {
  all(): JoinedRecords;
  one(index: number): Uint8Array;
  isCanonical(): boolean;
}

interface Opened {
  readonly count: number;
  readonly salts: StripSalts;
  readonly raw: Uint8Array;
  readonly isInColumns: boolean;
}

/** A strip that its key has confirmed. Records and salts are taken out when they are asked for. */
export class OpenStrip {
  readonly count: number;
  readonly #opened: Opened;
  #inside: RecordsInside | undefined;
  #expanded: Uint8Array | undefined;

  /** Throws `strip-malformed`. */
  constructor(opened: Opened) {
    this.count = opened.count;
    this.#opened = opened;
    this.#inside = recordsIn(opened);
  }

  /** Memory that it holds while it rests, about. */
  get heldBytes(): number {
    const { raw, salts } = this.#opened;
    return raw.length + salts.bytes.length + OPEN_STRIP_BYTES;
  }

  /** Lets go of all but its bytes, until somebody asks again: many objects that live for long keep the collector busy. */
  rest(): void {
    this.#inside = undefined;
    this.#expanded = undefined;
  }

  get #records(): RecordsInside {
    this.#inside ??= recordsIn(this.#opened);
    return this.#inside;
  }

  /** The salts of all records, 16 bytes each. */
  get salts(): Uint8Array {
    const { bytes, form } = this.#opened.salts;
    this.#expanded ??= form === 'explicit' ? bytes : expandSalts(bytes, this.count);
    return this.#expanded;
  }

  /** All records in one buffer, which opening another strip's uses again. Throws `strip-malformed`. */
  joined(): JoinedRecords {
    return this.#records.all();
  }

  /** All records, as views of one buffer of their own. Throws `strip-malformed`. */
  records(): readonly Uint8Array[] {
    const { bytes: joined, ends } = this.#records.all();
    const bytes = Buffer.from(joined);
    return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
  }

  /** Whether every record is sure to be canonical JSON; false where each must be looked at. */
  isCanonical(): boolean {
    return this.#records.isCanonical();
  }

  /** The record at `index` of the strip. Throws `strip-malformed`. */
  record(index: number): Uint8Array {
    return this.#records.one(index);
  }
}

function recordsIn({ count, isInColumns, raw }: Opened): RecordsInside {
  return isInColumns ? new ColumnReader(raw, count, MAX_RAW_BYTES) : new RowReader(raw, count);
}

/** Records one after another, each behind its length. */
class RowReader implements RecordsInside {
  readonly #raw: Uint8Array;
  readonly #count: number;

  constructor(raw: Uint8Array, count: number) {
    this.#raw = raw;
    this.#count = count;
  }

  all(): JoinedRecords {
    const reader = new ByteReader(this.#raw, 'strip-malformed');
    const bytes = Buffer.allocUnsafe(this.#raw.length);
    const ends: number[] = [];
    let at = 0;
    for (let i = 0; i < this.#count; i++) {
      const record = reader.take(reader.varint());
      bytes.set(record, at);
      at += record.length;
      ends.push(at);
    }
    if (reader.remaining > 0) throw reader.fail();
    return { bytes: bytes.subarray(0, at), ends };
  }

  one(index: number): Uint8Array {
    const { bytes, ends } = this.all();
    const end = ends[index];
    if (end === undefined) throw new LedgerError('strip-malformed', { what: 'records' });
    return bytes.subarray(ends[index - 1] ?? 0, end);
  }

  isCanonical(): boolean {
    return false;
  }
}

/** In memory that the next call uses again, for whoever wipes it. */
function layOut(records: RecordSpans, salts: StripSalts): Uint8Array {
  const inColumns = records.starts.length < MIN_COLUMN_RECORDS ? undefined : writeColumns(records);
  const raw = inColumns ?? joinRows(records);
  const compression = compressionFor(raw.length);
  const frame = compress(raw, compression);
  const rawBytes = raw.length;
  raw.fill(0);
  const unpadded = 1 + varintBytes(rawBytes) + varintBytes(frame.length) + salts.bytes.length + frame.length;
  const plain = plainOf(padme(unpadded));
  plain[0] =
    (salts.form === 'explicit' ? EXPLICIT_SALTS : 0) |
    (inColumns === undefined ? 0 : COLUMNS) |
    (compression === 'zstd' ? ZSTD : 0);
  const at = writeVarint(plain, writeVarint(plain, 1, rawBytes), frame.length);
  plain.set(salts.bytes, at);
  plain.set(frame, at + salts.bytes.length);
  plain.fill(0, unpadded);
  return plain;
}

/** Most strips are laid out in memory that is used again: new memory costs what a hash costs, and much of it makes the engine collect. */
const SMALL_PLAIN = Buffer.alloc(64 * 1024);

function plainOf(bytes: number): Buffer {
  return bytes <= SMALL_PLAIN.length ? SMALL_PLAIN.subarray(0, bytes) : Buffer.alloc(bytes);
}

function joinRows({ bytes, ends, starts }: RecordSpans): Uint8Array {
  let sizeBytes = 0;
  for (const [index, end] of ends.entries()) {
    const length = end - (starts[index] ?? 0);
    sizeBytes += varintBytes(length) + length;
  }
  const raw = Buffer.allocUnsafe(sizeBytes);
  let at = 0;
  for (const [index, end] of ends.entries()) {
    const start = starts[index] ?? 0;
    at = writeVarint(raw, at, end - start);
    raw.set(bytes.subarray(start, end), at);
    at += end - start;
  }
  return raw;
}

const AAD = Buffer.concat([TAG, Buffer.alloc(AAD_BYTES - TAG.length)]);

/** In memory that the next call uses again. */
function aadOf({ cellId, keyId, pageSeq, slots }: StripPlace): Uint8Array {
  const aad = AAD;
  aad.set(cellId, TAG.length);
  writeU64(aad, TAG.length + 16, pageSeq);
  writeU64(aad, TAG.length + 24, keyId);
  const slotsAt = TAG.length + 32;
  aad.fill(0, slotsAt);
  for (const slot of slots) aad[slotsAt + (slot >> 3)] = (aad[slotsAt + (slot >> 3)] ?? 0) | (1 << (slot & 7));
  return aad;
}

function writeU64(target: Buffer, at: number, value: number): void {
  const high = Math.floor(value / 2 ** 32);
  target.writeUInt32BE(high, at);
  target.writeUInt32BE(value - high * 2 ** 32, at + 4);
}
