// How long an Ogg file of Opus or Vorbis plays: the granule position of its last page, less what a player skips. RFC 3533, RFC 7845.

import type { ByteView } from './byte-view.ts';

const PAGE = 'OggS';
const PAGE_HEADER = 27;
const OPUS_RATE = 48_000;

/** @returns seconds, or undefined where the file does not say */
export function oggSeconds(view: ByteView): number | undefined {
  if (!view.has(0, PAGE)) return undefined;
  const packet = PAGE_HEADER + (view.byte(26) ?? 0);
  const sound = soundOf(view, packet);
  const serial = view.u32le(14);
  const granule = lastGranule(view, serial);
  if (sound === undefined || granule === undefined || granule < sound.skip) return undefined;
  return (granule - sound.skip) / sound.rate;
}

function soundOf(view: ByteView, packet: number): { readonly rate: number; readonly skip: number } | undefined {
  if (view.has(packet, 'OpusHead')) return { rate: OPUS_RATE, skip: view.u16le(packet + 10) ?? 0 };
  const rate = view.has(packet, '\x01vorbis') ? view.u32le(packet + 12) : undefined;
  return rate === undefined || rate === 0 ? undefined : { rate, skip: 0 };
}

/** Of the last page of this stream on which a packet ends. */
function lastGranule(view: ByteView, serial: number | undefined): number | undefined {
  for (let at = view.length - PAGE_HEADER; at >= 0; at--) {
    if (view.byte(at) !== 0x4f || !view.has(at, PAGE) || view.u32le(at + 14) !== serial) continue;
    // A page on which no packet ends says −1, which is no safe number.
    const granule = view.u64le(at + 6);
    if (granule !== undefined) return granule;
  }
  return undefined;
}
