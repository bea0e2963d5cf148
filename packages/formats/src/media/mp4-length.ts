// How long an MP4, M4A or 3GP file plays, as its movie header says. ISO/IEC 14496-12.

import type { ByteView } from './byte-view.ts';

/** No honest file has more boxes beside each other. */
const BOXES = 1_000;

interface Box {
  readonly from: number;
  readonly to: number;
}

/** @returns seconds, or undefined where the file does not say */
export function mp4Seconds(view: ByteView): number | undefined {
  if (!view.has(4, 'ftyp')) return undefined;
  const movie = boxNamed(view, 'moov', { from: 0, to: view.length });
  const header = movie === undefined ? undefined : boxNamed(view, 'mvhd', movie);
  if (header === undefined) return undefined;
  const isLong = view.byte(header.from) === 1;
  const scale = view.u32be(header.from + (isLong ? 20 : 12));
  const duration = isLong ? view.u64be(header.from + 24) : view.u32be(header.from + 16);
  const isSaid = scale !== undefined && scale > 0 && duration !== undefined && duration > 0;
  return isSaid ? duration / scale : undefined;
}

function boxNamed(view: ByteView, name: string, { from, to }: Box): Box | undefined {
  let at = from;
  for (let count = 0; count < BOXES && at + 8 <= to; count++) {
    const short = view.u32be(at) ?? 0;
    const size = short === 1 ? view.u64be(at + 8) : short === 0 ? to - at : short;
    const head = short === 1 ? 16 : 8;
    if (size === undefined || size < head) return undefined;
    if (view.has(at + 4, name)) return { from: at + head, to: Math.min(to, at + size) };
    at += size;
  }
  return undefined;
}
