/**
 * A strip: up to 64 records of one key with their salts, compressed, padded and sealed, version 1.
 *
 *     nonce (12) ‖ AES-256-GCM(plain) ‖ tag (16)
 *     AAD:   "acta/strip/v1\n" ‖ cell id (16) ‖ u64be first seq ‖ u64be key id ‖ u16be count
 *     plain: u8 form ‖ raw length ‖ frame length ‖ seed (16) or salts (16 a record) ‖ frame ‖ zeros up to a Padmé length
 *     form:  bit 0 explicit salts; bit 1 the frame needs dictionary 1
 *     raw:   (length ‖ record)*
 *
 * `first seq` is that of the strip's first record. Lengths are unsigned LEB128.
 */

import { openAead, sealAead } from '../aead.ts';
import { ByteReader, isZero, varintBytes, writeVarint } from '../bytes.ts';
import { LedgerError } from '../error.ts';
import { padme } from '../padme.ts';
import type { RandomBytes } from '../randomness.ts';
import type { KeyId } from '../store.ts';
import { compress, inflate } from './compression.ts';
import { STRIP_RECORDS } from './format.ts';
import { expandSalts, SALT_BYTES } from './salts.ts';

/** A record may not be longer; longer text belongs into an object. */
export const MAX_RECORD_BYTES: number = 16 * 1024 * 1024;
/** Joined records of a strip beyond which no record is added to it. */
export const STRIP_TARGET_BYTES: number = 256 * 1024;

const MAX_RAW_BYTES = MAX_RECORD_BYTES + STRIP_TARGET_BYTES + STRIP_RECORDS * 4;
const TAG = 'acta/strip/v1\n';
const EXPLICIT_SALTS = 1;
const DICTIONARY_1 = 2;

/** What a strip is bound to. */
export interface StripPlace {
  /** 16 bytes. */
  readonly cellId: Uint8Array;
  /** The seq of the strip's first record. */
  readonly firstSeq: number;
  readonly keyId: KeyId;
  readonly count: number;
}

/** The salts of a strip: a seed of 16 bytes to expand, or 16 bytes a record as they are. */
export type StripSalts =
  | { readonly form: 'seed'; readonly bytes: Uint8Array }
  | { readonly form: 'explicit'; readonly bytes: Uint8Array };

/** What an open strip holds; `salts` has 16 bytes a record. Views of one buffer. */
export interface OpenStrip {
  readonly salts: Uint8Array;
  readonly records: readonly Uint8Array[];
}

/** Seals records (canonical JSON bytes) under a key of 32 bytes. Throws `record-too-large`. */
export function sealStrip(strip: {
  readonly place: StripPlace;
  readonly key: Uint8Array;
  readonly records: readonly Uint8Array[];
  readonly salts: StripSalts;
  readonly randomBytes: RandomBytes;
}): Uint8Array {
  const { place, key, records, salts, randomBytes } = strip;
  const raw = joinRecords(records, place.firstSeq);
  const plain = layOut(raw, salts, records.length);
  return sealAead({ key, plain, aad: aadOf(place), randomBytes });
}

/** Opens a strip. Throws `strip-altered` if the key does not confirm it, `strip-malformed` if its inside is not one. */
export function openStrip(place: StripPlace, key: Uint8Array, sealed: Uint8Array): OpenStrip {
  const plain = openAead({ key, sealed, aad: aadOf(place) });
  if (plain === undefined) throw new LedgerError('strip-altered', { seq: place.firstSeq, keyId: place.keyId });
  const reader = new ByteReader(plain, 'strip-malformed');
  const form = reader.u8();
  const rawBytes = reader.varint();
  const frameBytes = reader.varint();
  if (form > (EXPLICIT_SALTS | DICTIONARY_1) || rawBytes > MAX_RAW_BYTES) throw reader.fail();
  const explicit = (form & EXPLICIT_SALTS) !== 0;
  const salts = reader.take(explicit ? place.count * SALT_BYTES : SALT_BYTES);
  const frame = reader.take(frameBytes);
  const unpadded = reader.offset;
  if (padme(unpadded) !== plain.length || !isZero(reader.take(reader.remaining))) throw reader.fail();
  const raw = inflate(frame, (form & DICTIONARY_1) === 0 ? 'none' : 'v1', rawBytes);
  return { salts: explicit ? salts : expandSalts(salts, place.count), records: splitRecords(raw, place.count) };
}

function joinRecords(records: readonly Uint8Array[], firstSeq: number): Uint8Array {
  let bytes = 0;
  for (const { length } of records) {
    if (length > MAX_RECORD_BYTES) throw new LedgerError('record-too-large', { seq: firstSeq });
    bytes += varintBytes(length) + length;
  }
  const raw = Buffer.allocUnsafe(bytes);
  let at = 0;
  for (const record of records) {
    at = writeVarint(raw, at, record.length);
    raw.set(record, at);
    at += record.length;
  }
  return raw;
}

function splitRecords(raw: Uint8Array, count: number): Uint8Array[] {
  const reader = new ByteReader(raw, 'strip-malformed');
  const records: Uint8Array[] = [];
  for (let i = 0; i < count; i++) records.push(reader.take(reader.varint()));
  if (reader.remaining > 0) throw reader.fail();
  return records;
}

function layOut(raw: Uint8Array, salts: StripSalts, count: number): Uint8Array {
  const { frame, dictionary } = compress(raw, count);
  const unpadded = 1 + varintBytes(raw.length) + varintBytes(frame.length) + salts.bytes.length + frame.length;
  const plain = Buffer.alloc(padme(unpadded));
  plain[0] = (salts.form === 'explicit' ? EXPLICIT_SALTS : 0) | (dictionary === 'v1' ? DICTIONARY_1 : 0);
  const at = writeVarint(plain, writeVarint(plain, 1, raw.length), frame.length);
  plain.set(salts.bytes, at);
  plain.set(frame, at + salts.bytes.length);
  return plain;
}

function aadOf({ cellId, firstSeq, keyId, count }: StripPlace): Uint8Array {
  const aad = Buffer.alloc(TAG.length + 34);
  aad.write(TAG, 'latin1');
  aad.set(cellId, TAG.length);
  aad.writeBigUInt64BE(BigInt(firstSeq), TAG.length + 16);
  aad.writeBigUInt64BE(BigInt(keyId), TAG.length + 24);
  aad.writeUInt16BE(count, TAG.length + 32);
  return aad;
}
