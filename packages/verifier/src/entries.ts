/** Entry bundles (c2sp.org/tlog-tiles, "Log entries"): 1 to 256 entries, each a big-endian 16-bit length and its data. */
import { VerifierError } from './error.ts';
import { TILE_WIDTH } from './tile.ts';

const MAX_ENTRY_BYTES = 0xffff;

/** Joins the data of consecutive entries to a bundle. Throws `entries-count`, `entry-too-long`. */
export function encodeEntries(datas: readonly Uint8Array[]): Uint8Array {
  if (datas.length < 1 || datas.length > TILE_WIDTH) throw new VerifierError('entries-count');
  const bytes = new Uint8Array(datas.reduce((sum, data) => sum + 2 + data.length, 0));
  let offset = 0;
  for (const [index, data] of datas.entries()) {
    if (data.length > MAX_ENTRY_BYTES) throw new VerifierError('entry-too-long', { index });
    bytes[offset] = data.length >> 8;
    bytes[offset + 1] = data.length & 0xff;
    bytes.set(data, offset + 2);
    offset += 2 + data.length;
  }
  return bytes;
}

/** Splits a bundle into views of its entries' data. Throws `entries-truncated`, `entries-count`. */
export function parseEntries(bytes: Uint8Array): Uint8Array[] {
  const datas: Uint8Array[] = [];
  for (let offset = 0; offset < bytes.length; ) {
    const start = offset + 2;
    const end = start + (((bytes[offset] ?? 0) << 8) | (bytes[offset + 1] ?? 0));
    if (start > bytes.length || end > bytes.length) {
      throw new VerifierError('entries-truncated', { offset, index: datas.length });
    }
    if (datas.length === TILE_WIDTH) throw new VerifierError('entries-count', { offset });
    datas.push(bytes.subarray(start, end));
    offset = end;
  }
  if (datas.length === 0) throw new VerifierError('entries-count');
  return datas;
}
